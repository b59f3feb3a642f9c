"""One capture as the detail panes get it: the record with the first part of its body, and how much more the history has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from webhook_inspector.core.capture import Record, Row
from webhook_inspector.core.delivery import NO_DELIVERIES, Attempt, Deliveries
from webhook_inspector.core.delivery import Delivery as Sending
from webhook_inspector.core.difference import Difference, difference
from webhook_inspector.core.problem import KnownError, Problem

T = TypeVar("T")

BODY_LIMIT = 2**20
"""Bytes of a body that are read for showing."""


class Reads(Protocol):
    """What the panes ask of `store.reader.Reader`; named here so that the first paint needs no database."""

    def record(self, number: int, /, *, body_limit: int | None = None) -> Record | None: ...

    def stored_size(self, number: int, /) -> int: ...

    def rows(self, ids: Sequence[int], /) -> list[Row]: ...

    def retries(self, first: int, limit: int, /) -> Sequence[int]: ...

    def nearby(self, number: int, reach: int, limit: int, /) -> Sequence[int]: ...

    def previous_of_kind(self, number: int, reach: int, /) -> int | None: ...

    def deliveries_of(self, capture: int, /) -> list[Sending]: ...

    def attempts_of(self, delivery: int, /) -> list[Attempt]: ...

    def attempt(self, number: int, /) -> Attempt | None: ...


class Library(Protocol):
    """Asks a question on the reading thread."""

    async def read(self, question: Callable[[Reads], T], /) -> T: ...


TRIES_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Delivery:
    """The place of a capture among the tries of one delivery."""

    number: int
    """From 1."""
    tries: int
    after_ns: int
    """Nanoseconds since the try before it; 0 for the first."""
    changed: Difference | None
    """From the try before it; None for the first."""


@dataclass(frozen=True, slots=True)
class Loaded:
    record: Record
    stored: int
    """Bytes of the body in the history; `record.capture.body` may hold only the first of them."""
    delivery: Delivery | None = None
    """None where it is the only try that came."""
    sent: Deliveries = NO_DELIVERIES
    """What has become of sending it on."""

    @property
    def whole(self) -> bool:
        return len(self.record.capture.body) == self.stored


def load(reader: Reads, number: int) -> Loaded | None:
    """On the reading thread; None where the history no longer has it."""
    record = reader.record(number, body_limit=BODY_LIMIT)
    if record is None:
        return None
    return Loaded(record, reader.stored_size(number), delivery_of(reader, record), sent_of(reader, number))


def sent_of(reader: Reads, number: int) -> Deliveries:
    """On the reading thread."""
    return next((row.deliveries for row in reader.rows([number])), NO_DELIVERIES)


def delivery_of(reader: Reads, record: Record) -> Delivery | None:
    """On the reading thread. Of bodies that are not read whole, the first part is compared."""
    row = next(iter(reader.rows([record.id])), None)
    if row is None or (row.tries == 1 and not row.first):
        return None
    first = row.first or row.id
    tries = [first, *reader.retries(first, TRIES_COUNTED)]
    place = tries.index(record.id) if record.id in tries else len(tries)
    before = reader.record(tries[place - 1], body_limit=BODY_LIMIT) if place else None
    if before is None:
        return Delivery(place + 1, len(tries), 0, None)
    passed = record.capture.received_ns - before.capture.received_ns
    return Delivery(place + 1, len(tries), passed, difference(before.capture, record.capture))


def load_whole(reader: Reads, number: int) -> Record:
    """With all of its body, on the reading thread. Raises KnownError no-capture where the history no longer has it."""
    record = reader.record(number)
    if record is None:
        raise KnownError(Problem.of("no-capture", id=number))
    return record
