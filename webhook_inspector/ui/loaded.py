"""One capture as the detail panes get it: the record with the first part of its body, and how much more the history has."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem

T = TypeVar("T")

BODY_LIMIT = 2**20
"""Bytes of a body that are read for showing."""


class Reads(Protocol):
    """What the panes ask of `store.reader.Reader`; named here so that the first paint needs no database."""

    def record(self, number: int, /, *, body_limit: int | None = None) -> Record | None: ...

    def stored_size(self, number: int, /) -> int: ...


class Library(Protocol):
    """Asks a question on the reading thread."""

    async def read(self, question: Callable[[Reads], T], /) -> T: ...


@dataclass(frozen=True, slots=True)
class Loaded:
    record: Record
    stored: int
    """Bytes of the body in the history; `record.capture.body` may hold only the first of them."""

    @property
    def whole(self) -> bool:
        return len(self.record.capture.body) == self.stored


def load(reader: Reads, number: int) -> Loaded | None:
    """On the reading thread; None where the history no longer has it."""
    record = reader.record(number, body_limit=BODY_LIMIT)
    return None if record is None else Loaded(record, reader.stored_size(number))


def load_whole(reader: Reads, number: int) -> Record:
    """With all of its body, on the reading thread. Raises KnownError no-capture where the history no longer has it."""
    record = reader.record(number)
    if record is None:
        raise KnownError(Problem.of("no-capture", id=number))
    return record
