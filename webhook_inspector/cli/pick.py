"""Finds in a history the captures that a command names."""

from collections.abc import Sequence

from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.search.query import Query
from webhook_inspector.store.reader import Reader


def pick(reader: Reader, number: int) -> Record:
    """The capture of that number; negative ones count from the newest. Raises KnownError `no-capture`."""
    found = number if number > 0 else _from_the_end(reader, -number)
    record = reader.record(found) if found else None
    if record is None:
        raise KnownError(Problem.of("no-capture", id=number))
    return record


def present(reader: Reader, numbers: Sequence[int]) -> list[int]:
    """Those numbers, resolved as `pick` does, in the order asked. Raises KnownError `no-capture` for the first that is not there."""
    found = [number if number > 0 else _from_the_end(reader, -number) for number in numbers]
    there = {row.id for row in reader.rows([one for one in found if one])}
    for number, one in zip(numbers, found, strict=True):
        if one not in there:
            raise KnownError(Problem.of("no-capture", id=number))
    return [one for one in found if one]


def _from_the_end(reader: Reader, place: int) -> int | None:
    ids = reader.ids(Query(), newest=place)
    return ids[0] if len(ids) == place else None
