"""Values of a request held against those that a filter names. Bytes on both sides; only ASCII letters match in either case."""

import re
from collections.abc import Callable
from decimal import Decimal, DecimalException
from operator import ge, gt, le, lt
from typing import Any

_NUMBER = re.compile(r"[+-]?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,6})?", re.ASCII)
_PLAIN = re.compile(r"[+-]?0*(\d{0,400})(\.\d{1,400})?", re.ASCII)


class Number(str):
    """A number of a JSON text, as it stands there: exact, however long it is."""

    __slots__ = ()


def folded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").lower()


def glob_fits(pattern: bytes, value: bytes) -> bool:
    """Whether `value` is `pattern`, where `*` stands for anything. Like SQLite's GLOB, it sees nothing behind a NUL."""
    first, *middle = pattern.partition(b"\0")[0].split(b"*")
    value = value.partition(b"\0")[0]
    if not middle:
        return value == first
    last = middle.pop()
    if len(value) < len(first) + len(last) or not value.startswith(first) or not value.endswith(last):
        return False
    place, end = len(first), len(value) - len(last)
    for piece in middle:
        found = value.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return True


def fits(operator: str, wanted: str, found: str) -> bool:
    """`found` is the request's. Numbers are compared as numbers where both are; otherwise the order is that of the bytes."""
    ask, value = folded(wanted), folded(found)
    if operator == ":":
        if isinstance(found, Number) and is_number(wanted):
            return ask == value or _same_number(wanted, found)
        return glob_fits(ask, value) if b"*" in ask else ask in value
    if operator in {"=", "!="}:
        return (ask == value or _same_number(wanted, found)) is (operator == "=")
    order = _ORDERS[operator]
    both = _numbers(wanted, found)
    if both is not None:
        return order(both[1], both[0])
    return _number(wanted) is None and order(value, ask)


def is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def core_of(wanted: str) -> bytes:
    """What stands in any text that is equal to `wanted`, or has it in it: of a number its digits without needless zeros."""
    found = _PLAIN.fullmatch(wanted)
    return folded(wanted) if found is None else f"{found[1]}{(found[2] or '').rstrip('0')}".removesuffix(".").encode()


def _same_number(one: str, other: str) -> bool:
    """`1.10` is `1.1`, but what has an exponent is equal to nothing else: so a search knows which digits to look for."""
    if not _PLAIN.fullmatch(one) or not _PLAIN.fullmatch(other):
        return False
    both = _numbers(one, other)
    return both is not None and both[0] == both[1]


_ORDERS: dict[str, Callable[[Any, Any], bool]] = {">": gt, ">=": ge, "<": lt, "<=": le}


def _numbers(wanted: str, found: str) -> tuple[Decimal, Decimal] | None:
    one = _number(wanted)
    other = None if one is None else _number(found)
    return None if one is None or other is None else (one, other)


def _number(text: str) -> Decimal | None:
    if not is_number(text):
        return None
    try:
        return Decimal(text)
    except DecimalException:  # an exponent beyond all bounds
        return None
