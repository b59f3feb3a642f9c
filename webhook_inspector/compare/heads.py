"""Request lines and header fields side by side. The order of fields, and how their names are written, count only if asked for."""

from collections.abc import Sequence
from itertools import zip_longest

from webhook_inspector.compare.change import Change, Kind, Place, Row, Section, Stop
from webhook_inspector.compare.ignoring import Ignoring
from webhook_inspector.compare.matching import match
from webhook_inspector.core.capture import Head
from webhook_inspector.core.headers import Field, Fields
from webhook_inspector.core.text import show


def compare_requests(before: Head, after: Head) -> Section:
    """Method, target, version: a row, and a change for each that differs."""
    parts = (
        ("method", before.method, after.method),
        ("target", show(before.target), show(after.target)),
        ("version", before.version, after.version),
    )
    changes = tuple(Change(Place.REQUEST, name, old, new) for name, old, new in parts if old != new)
    left, right = (" ".join(part[side] for part in parts if part[side]) for side in (1, 2))
    return Section(Place.REQUEST, (Row(Kind.CHANGED if changes else Kind.SAME, left, right),), changes)


def compare_fields(
    place: Place, before: Fields, after: Fields, ignoring: Ignoring, *, exact: bool, stop: Stop
) -> Section:
    """`exact`: the order of fields and the case of their names count. Raises Stopped."""
    pairs = _in_order(before, after, stop) if exact else _by_name(before, after)
    rows: list[Row] = []
    changes: list[Change] = []
    for one, other in pairs:
        left, right = _line(one), _line(other)
        if left == right or (not exact and _same(one, other)):
            rows.append(Row(Kind.SAME, left, right))
            continue
        name = show((other or one or (b"", b""))[0])
        values = None if one is None else show(one[1]), None if other is None else show(other[1])
        if exact and one is not None and other is not None and one[1] == other[1]:
            values = left, right  # their names are written in different ways
        noise, ignored = ignoring.header(name, *values)
        change = Change(place, name, *values, noise, ignored)
        changes.append(change)
        rows.append(Row(Kind.IGNORED if ignored else change.kind, left, right, f"header:{name.lower()}"))
    return Section(place, tuple(rows), tuple(changes))


Pair = tuple[Field | None, Field | None]


def _by_name(before: Fields, after: Fields) -> list[Pair]:
    """Fields of one name meet in their order; names in the order of the left, new ones behind the one they follow."""
    names = list(dict.fromkeys(name.lower() for name, _ in before))
    place = 0
    for name in dict.fromkeys(name.lower() for name, _ in after):
        if name in names:
            place = names.index(name) + 1
        else:
            names.insert(place, name)
            place += 1
    return [pair for name in names for pair in zip_longest(_called(before, name), _called(after, name))]


def _in_order(before: Fields, after: Fields, stop: Stop) -> list[Pair]:
    """Fields of the same name meet where their order is the same; one that has moved is gone here and new there."""
    names, others = ([show(name).lower() for name, _ in fields] for fields in (before, after))
    found: list[Pair] = []
    for run in match(names, others, stop).runs:
        if run.same:
            found += zip(before[run.left.start : run.left.stop], after[run.right.start : run.right.stop], strict=True)
        else:
            found += [(before[place], None) for place in run.left]
            found += [(None, after[place]) for place in run.right]
    return found


def _called(fields: Fields, name: bytes) -> Sequence[Field]:
    return [field for field in fields if field[0].lower() == name]


def _line(field: Field | None) -> str | None:
    return None if field is None else f"{show(field[0])}: {show(field[1])}"


def _same(one: Field | None, other: Field | None) -> bool:
    return one is not None and other is not None and one[1] == other[1]
