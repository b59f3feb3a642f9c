"""The values of fields, read from their text by the kind of the field."""

import re
from collections.abc import Callable
from decimal import Decimal

from webhook_inspector.search.faults import FilterError, wrong
from webhook_inspector.search.fields import FIELDS, FieldKind, Kind
from webhook_inspector.search.moment import moment_of
from webhook_inspector.search.query import Bound, Wanted
from webhook_inspector.search.tokens import Value

_BOUND = re.compile(r"(>=|<=|>|<|=)?(.+)", re.DOTALL)
_COUNT = re.compile(r"\d{1,18}", re.ASCII)
_CLASS = re.compile(r"([1-9])xx", re.ASCII)
_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(b|kb|kib|k|mb|mib|m|gb|gib|g)?", re.ASCII)
_UNITS = {"": 1, "b": 1, "k": 2**10, "m": 2**20, "g": 2**30}
_LONGEST = 10_000
"""Characters of one value; SQLite takes no wildcards in a much longer one."""


def wanted_of(name: str, value: Value) -> Wanted:
    """Raises FilterError that says what the field takes."""
    if len(value.text) > _LONGEST:
        raise wrong(value.start, value.end, "filter-value-long", most=_LONGEST)
    row = FIELDS[name]
    read = _READ.get(row.kind)
    return value.text if read is None else read(row, value)


def _word(row: FieldKind, value: Value) -> str:
    word = value.text.lower()
    if word not in row.values:
        names = ", ".join(row.own_values)
        raise wrong(value.start, value.end, "filter-word", field=row.name, written=value.text, values=names)
    return row.meant(word)


def _moment(row: FieldKind, value: Value) -> Wanted:
    return moment_of(value.text) or _refuse("filter-time", row, value)


def _number(row: FieldKind, value: Value) -> Wanted:
    if found := _CLASS.fullmatch(value.text.lower()):
        return Bound("..", int(found[1]) * 100, int(found[1]) * 100 + 99)
    return _bound(value.text, _count) or _refuse("filter-number", row, value)


def _size(row: FieldKind, value: Value) -> Wanted:
    return _bound(value.text.lower(), _bytes) or _refuse("filter-size", row, value)


def _bound(text: str, read: Callable[[str], int | None]) -> Bound | None:
    low, mark, high = text.partition("..")
    if mark:
        first, last = read(low), read(high)
        return None if first is None or last is None else Bound("..", first, last)
    found = _BOUND.fullmatch(text)
    number = read(found[2].strip()) if found else None
    return None if found is None or number is None else Bound(found[1] or "=", number)


def _count(text: str) -> int | None:
    return int(text) if _COUNT.fullmatch(text) else None


def _bytes(text: str) -> int | None:
    found = _SIZE.fullmatch(text)
    return int(Decimal(found[1]) * _UNITS[(found[2] or "")[:1]]) if found else None


def _refuse(code: str, row: FieldKind, value: Value) -> Wanted:
    raise _fault(code, row, value)


def _fault(code: str, row: FieldKind, value: Value) -> FilterError:
    return wrong(value.start, value.end, code, field=row.name, written=value.text, example=row.examples[0])


_READ: dict[Kind, Callable[[FieldKind, Value], Wanted]] = {
    Kind.WORD: _word,
    Kind.SINCE: _moment,
    Kind.BEFORE: _moment,
    Kind.NUMBER: _number,
    Kind.SIZE: _size,
}
"""Every other kind takes any text."""
