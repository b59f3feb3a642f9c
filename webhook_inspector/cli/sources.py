"""Where `import` takes captures from: a file in one of the formats, or the database of another history."""

from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.formats import FORMATS, guess
from webhook_inspector.formats.format import Format
from webhook_inspector.store.salvage import Salvage

STANDARD_INPUT = Path("-")
_DATABASE = b"SQLite format 3\0"


class Source:
    """The captures of one file; iterate once.

    `chosen` is the format where the user has named it; `own` is the history that takes the captures in, and no source.
    Raises KnownError `file-unreadable` or `file-format`, the latter perhaps after some captures.
    """

    def __init__(self, path: Path, chosen: Format | None, own: Path) -> None:
        self.path = path
        self._chosen = chosen
        self._own = own
        self._salvage = Salvage(path)

    @property
    def unreadable(self) -> int:
        """How many a damaged history holds that could not be read, so far."""
        return self._salvage.unreadable

    def __iter__(self) -> Iterator[Record]:
        try:
            with _opened(self.path) as stream:
                start = stream.peek(len(_DATABASE))
                if start.startswith(_DATABASE):
                    self._refuse_own()
                    yield from self._salvage
                else:
                    yield from self._format(start).load(stream, str(self.path))
        except OSError as error:
            raise _unreadable(self.path, reason_of(error)) from error

    def _refuse_own(self) -> None:
        if self._own.exists() and self._own.samefile(self.path):
            raise _unreadable(self.path, "it is the history that shall take it in")

    def _format(self, start: bytes) -> Format:
        found = self._chosen or guess(start, self.path.name)
        if found is None:
            reason = "neither its content nor its name tells which"
            formats = " or ".join(FORMATS)
            raise KnownError(Problem.of("file-format", path=str(self.path), format=formats, reason=reason))
        return found


def _opened(path: Path) -> BufferedReader:
    return open(0, "rb", closefd=False) if path == STANDARD_INPUT else path.open("rb")


def _unreadable(path: Path, reason: str) -> KnownError:
    return KnownError(Problem.of("file-unreadable", path=str(path), reason=reason))
