"""A form (application/x-www-form-urlencoded), one decoded `name = value` a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote_to_bytes

from webhook_inspector.bodies.json_view import json_lines
from webhook_inspector.bodies.jsoncheck import check
from webhook_inspector.bodies.lines import harmless

MOST_FIELDS = 100_000
_AT_ONCE = 2**18
"""Characters that are decoded without a pause."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field for a table; `value` is None where it has no `=`."""

    name: str
    value: str | None
    raw: str
    """As it came, with its name."""


def form_fields(text: str) -> tuple[FormField, ...]:
    """The first MOST_FIELDS of them, decoded as `form_lines` does, and in the same order."""
    return tuple(_field(raw) for raw in islice((part for part in _fields(text) if part), MOST_FIELDS))


def form_lines(text: str) -> list[str]:
    r"""Bytes that are not UTF-8 appear as `\xNN`, line ends in a value as `\n`; a name without `=` stands alone.

    A value that is a JSON object or array (GitHub and Slack send `payload={…}`) is laid out anew, from its name on.
    """
    lines: list[str] = []
    for field in _fields(text):
        name, mark, value = field.partition("=")
        if mark:
            lines += _named(_shown(_decoded(name)), _decoded(value))
        elif name:
            lines.append(_shown(_decoded(name)))
    return lines


def _field(raw: str) -> FormField:
    name, mark, value = raw.partition("=")
    return FormField(_shown(_decoded(name)), _shown(_decoded(value)) if mark else None, harmless(raw))


def _named(name: str, value: bytes) -> list[str]:
    first, *more = _json_lines(value) or [_shown(value)]
    return [f"{name} = {first}", *more]


def _json_lines(value: bytes) -> list[str] | None:
    if value[:1] not in (b"{", b"["):
        return None
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return None
    return json_lines(text) if check(text).sound else None


def _fields(text: str) -> Iterator[str]:
    """One by one: a list of all could be a hundred times as large as the text."""
    start = 0
    while (end := text.find("&", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _decoded(part: str) -> bytes:
    found: list[bytes] = []
    start = 0
    while start < len(part):
        end = start + _AT_ONCE
        end = next((cut for cut in (end - 1, end - 2) if part[cut : cut + 1] == "%"), end)  # not within a %XX
        found.append(unquote_to_bytes(part[start:end].replace("+", " ")))
        start = end
    return b"".join(found)


def _shown(raw: bytes) -> str:
    """On one line. The same as `core.text.show`, faster for a value of a megabyte."""
    return harmless(raw.decode("utf-8", "backslashreplace")).replace("\n", "\\n").replace("\t", "\\t")
