"""Reads the history for the terminal: once, or on and on beside a program that captures."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from webhook_inspector.core.capture import Row
from webhook_inspector.core.problem import KnownError
from webhook_inspector.search.query import Query
from webhook_inspector.store.files import identity
from webhook_inspector.store.reader import Reader

PAGE = 500
"""Rows that are read at once, so that a million do not lie in memory."""
_PASSING = ("no-history", "store-unopenable")
"""What a history can be for a moment, while it is begun or set aside."""


def newest_rows(path: Path, query: Query, limit: int) -> Iterator[list[Row]]:
    """The newest `limit` rows that match, in pages, oldest first; 0 means all. Raises KnownError where there is no history."""
    with closing(Reader(path)) as reader:
        yield from pages(reader, reader.ids(query, newest=limit or None))


def pages(reader: Reader, ids: Sequence[int]) -> Iterator[list[Row]]:
    for start in range(0, len(ids), PAGE):
        yield reader.rows(ids[start : start + PAGE])


class Beside:
    """A history that another program writes. One that is not there yet is waited for, and one begun anew is taken up."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.reader: Reader | None = None
        """As the last look found it."""
        self._file: tuple[int, int] | None = None
        self._version = -1
        self.files = 0
        """How many there have been at the path."""

    @property
    def missing(self) -> bool:
        """Whether there was none at the last look."""
        return self._file is None

    def changed(self) -> Reader | None:
        """None where nothing was committed since the last look, or there is no history."""
        reader = self._opened()
        version = -1 if reader is None else reader.version()
        if version == self._version:
            return None
        self._version = version
        return reader

    def close(self) -> None:
        if self.reader is not None:
            self.reader.close()
            self.reader = None

    def _opened(self) -> Reader | None:
        file = identity(self._path)
        if file != self._file:
            self.close()
            self._file, self._version = file, -1
            self.files += file is not None
        if self.reader is None and file is not None:
            try:
                self.reader = Reader(self._path)
            except KnownError as error:
                if error.problem.code not in _PASSING:
                    raise
        return self.reader


class Follower:
    """Gives the rows that are new at each look."""

    def __init__(self, path: Path, query: Query, limit: int) -> None:
        self._history = Beside(path)
        self._query = query
        self._newest = limit or None
        self._files = 0
        self._last = 0

    def look(self) -> Iterator[list[Row]]:
        """Pages of rows that match and were not given before, oldest first; at the first look the newest `limit`."""
        reader = self._history.changed()
        if self._history.missing:
            self._newest = None  # whatever comes now is new
        if reader is None:
            return
        if self._history.files != self._files:
            self._files, self._last = self._history.files, 0
        last = reader.last_id()
        ids = reader.ids(self._query, after=self._last, newest=self._newest)
        self._last = max(last, ids[-1] if ids else 0)
        self._newest = None
        yield from pages(reader, ids)

    def close(self) -> None:
        self._history.close()
