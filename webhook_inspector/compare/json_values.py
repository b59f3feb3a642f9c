"""JSON as values to compare: a number keeps the digits it was sent with, and no member of an object is lost."""

import json
from dataclasses import dataclass
from typing import Any

from webhook_inspector.bodies.lines import harmless


@dataclass(frozen=True, slots=True)
class Number:
    """`1.10` is not `1.1`: how a sender writes a number may be what breaks a receiver."""

    text: str


Value = Any
"""dict, list, str, Number, bool or None."""

STEP = "  "


def parse(text: str) -> tuple[Value] | None:
    """The value, in a tuple because it may be None; None where the text is no JSON, or too deep."""
    decoder = json.JSONDecoder(
        parse_int=Number, parse_float=Number, parse_constant=Number, object_pairs_hook=_members, strict=False
    )
    try:
        return (decoder.decode(text.strip("\ufeff \t\r\n")),)
    except (ValueError, RecursionError):
        return None


def scalar_text(value: Value) -> str:
    """A scalar or an empty container as JSON, with nothing in it that acts."""
    if isinstance(value, Number):
        return harmless(value.text)
    return harmless(json.dumps(value, ensure_ascii=False))


def name_text(name: str) -> str:
    return harmless(json.dumps(name, ensure_ascii=False))


def is_open(value: Value) -> bool:
    """Whether it takes several lines."""
    return isinstance(value, dict | list) and bool(value)


def compact(value: Value, limit: int = 200) -> str:
    """A value on one line; of a long one the beginning."""
    pieces: list[str] = []
    _write(value, pieces, limit)
    text = "".join(pieces)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def lines(value: Value, lead: str, indent: str, comma: str) -> list[str]:
    """A value on as many lines as it takes, the first behind `lead`, the last with `comma`."""
    found: list[str] = []
    _lay_out(value, indent + lead, indent, comma, found)
    return found


def _lay_out(value: Value, first: str, indent: str, comma: str, found: list[str]) -> None:
    if not is_open(value):
        found.append(f"{first}{scalar_text(value)}{comma}")
        return
    members = isinstance(value, dict)
    found.append(first + ("{" if members else "["))
    leads = [f"{name_text(name)}: " for name in value] if members else [""] * len(value)
    inner = indent + STEP
    for place, (lead, part) in enumerate(zip(leads, value.values() if members else value, strict=True), 1):
        _lay_out(part, inner + lead, inner, "," if place < len(value) else "", found)
    found.append(f"{indent}{'}' if members else ']'}{comma}")


def _write(value: Value, pieces: list[str], room: int) -> int:
    """Adds the text, and returns the room that is left; nothing is added where there is none."""
    if room <= 0 or not is_open(value):
        text = scalar_text(value) if room > 0 else ""
        pieces.append(text)
        return room - len(text)
    members = isinstance(value, dict)
    pieces.append("{" if members else "[")
    for place, part in enumerate(value):
        if room <= 0:
            break
        lead = (", " if place else "") + (f"{name_text(part)}: " if members else "")
        pieces.append(lead)
        room = _write(value[part] if members else part, pieces, room - len(lead))
    pieces.append("}" if members else "]")
    return room - 2


def _members(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    """A name that comes again is kept beside the first, with a number."""
    found: dict[str, Value] = {}
    for name, value in pairs:
        free, number = name, 1
        while free in found:
            number += 1
            free = f"{name} ({number})"
        found[free] = value
    return found
