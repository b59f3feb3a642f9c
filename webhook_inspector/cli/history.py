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


class Follower:
    """Gives the rows that are new at each look. It waits for a history that is not there yet, and takes up one begun anew."""

    def __init__(self, path: Path, query: Query, limit: int) -> None:
        self._path = path
        self._query = query
        self._newest = limit or None
        self._reader: Reader | None = None
        self._file: tuple[int, int] | None = None
        self._version = -1
        self._last = 0

    def look(self) -> Iterator[list[Row]]:
        """Pages of rows that match and were not given before, oldest first; at the first look the newest `limit`."""
        reader = self._opened()
        if reader is None:
            return
        version = reader.version()
        if version == self._version:
            return
        self._version = version
        last = reader.last_id()
        ids = reader.ids(self._query, after=self._last, newest=self._newest)
        self._last = max(last, ids[-1] if ids else 0)
        self._newest = None
        yield from pages(reader, ids)

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _opened(self) -> Reader | None:
        file = identity(self._path)
        if file != self._file:
            self.close()
            self._file, self._version, self._last = file, -1, 0
        if self._reader is None and file is not None:
            try:
                self._reader = Reader(self._path)
            except KnownError as error:
                if error.problem.code not in _PASSING:
                    raise
        if file is None:
            self._newest = None  # whatever comes now is new
        return self._reader
