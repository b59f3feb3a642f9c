"""Which capture another one is compared with."""

from collections.abc import Sequence
from typing import Protocol

from webhook_inspector.core.capture import Row
from webhook_inspector.core.problem import KnownError, Problem

TRIES = 10_000
"""Tries of one delivery that are looked through."""
REACH = 1_000_000
"""Captures among which the previous of its kind is looked for: half a second at most."""


class Reads(Protocol):
    """What is asked of `store.reader.Reader`."""

    def rows(self, ids: Sequence[int], /) -> list[Row]: ...

    def retries(self, first: int, limit: int, /) -> Sequence[int]: ...

    def previous_of_kind(self, number: int, reach: int, /) -> int | None: ...


def previous_of_kind(reader: Reads, number: int) -> tuple[int, int]:
    """The capture before of the same provider, event and path, which is no other try of the same delivery; and `number`.

    Raises KnownError (no-capture, compare-no-kind, compare-no-previous).
    """
    if not _row(reader, number).judgement.meaning.event:
        raise KnownError(Problem.of("compare-no-kind", id=number))
    found = reader.previous_of_kind(number, REACH)
    if found is None:
        raise KnownError(Problem.of("compare-no-previous", id=number))
    return found, number


def other_try(reader: Reads, number: int) -> tuple[int, int]:
    """The try before and `number`; where `number` is the first try, it and the second. Raises KnownError (no-capture, compare-no-retry)."""
    row = _row(reader, number)
    first = row.first or row.id
    tries = [first, *reader.retries(first, TRIES)]
    place = tries.index(number) if number in tries else 0
    if len(tries) == 1:
        raise KnownError(Problem.of("compare-no-retry", id=number))
    return (tries[place - 1], number) if place else (tries[0], tries[1])


def _row(reader: Reads, number: int) -> Row:
    row = next(iter(reader.rows([number])), None)
    if row is None:
        raise KnownError(Problem.of("no-capture", id=number))
    return row
