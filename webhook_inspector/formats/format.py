"""What a format is, and what its reader needs: the name of the file for its sentences, and reads that stay within bounds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem

_PIECE = 2**20


class MisfitError(ValueError):
    """What a file says does not fit. Its text is the reason; `Source.fault` adds the place for the user."""


class Load(Protocol):
    """Reads captures one by one, as the file is read.

    Raises KnownError `file-format` at the first place that does not fit, after the captures before it have been given; so
    who must have all or none collects them first. `path` is the name for that sentence; without it the stream's own name.
    """

    def __call__(self, stream: BinaryIO, path: str = "") -> Iterator[Record]: ...


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write captures into a file and to read them back. `Record.id` is never written: a history gives its own."""

    name: str
    """What `--format` takes."""
    suffix: str
    """With its dot: `.jsonl`."""
    title: str
    """For a list of file types."""
    dumps: Callable[[Iterable[Record]], Iterator[bytes]]
    """Pieces of the file, in order; takes the next record only when the one before is out."""
    load: Load


@dataclass(frozen=True, slots=True)
class Source:
    """The file that is being read, for the sentence that says where it does not fit."""

    path: str
    format: str

    @classmethod
    def of(cls, stream: BinaryIO, path: str, name: str) -> "Source":
        known = path or getattr(stream, "name", "")
        return cls(known if known and isinstance(known, str) else "-", name)

    def fault(self, reason: str) -> KnownError:
        return KnownError(Problem.of("file-format", path=self.path, format=self.format, reason=reason))


def read_up_to(stream: BinaryIO, size: int) -> bytes:
    """At most `size` bytes, fewer at the end of the file. Memory follows what is there, not what `size` claims."""
    pieces: list[bytes] = []
    while size > 0 and (piece := stream.read(min(size, _PIECE))):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
