"""Which value a line of JSON stands for that was laid out by `json_view`: told by the lines above it alone."""

import re
from collections.abc import Sequence

from webhook_inspector.bodies.jsonpath import Steps, name_of
from webhook_inspector.bodies.lines import WIDTH
from webhook_inspector.bodies.reindent import DEEPEST

_STRING = r'"(?:[^"\\]++|\\.)*+"'
_KEY = re.compile(rf"\s*+({_STRING}): ")
_WHOLE = re.compile(rf"\s*+(?:{_STRING}: )?{_STRING},?")
"""A long line that is all of it: numbers and other words are never so long."""
_STEP = 2
"""Blanks of a level."""


def steps_of_line(lines: Sequence[str], number: int) -> Steps | None:
    """From the top to the value on the line, or to what its bracket closes. None where the lines are too deep to tell."""
    while _goes_on(lines, number):
        number -= 1
    depth = _depth(lines[number])
    if depth >= DEEPEST:
        return None
    if _closes(lines[number]):
        number = _above(lines, number, depth, closed=True)[0]
    found: list[str | int] = []
    while depth > 0 and number > 0:
        key = _KEY.match(lines[number])
        number, before = _above(lines, number, depth, closed=False)
        found.append(name_of(key[1]) if key else before)
        depth -= 1
    return tuple(reversed(found))


def value_of_line(line: str) -> str:
    """What stands behind the key, without the comma: the literal as it stands."""
    key = _KEY.match(line)
    return (line[key.end() :] if key else line.strip()).removesuffix(",")


def _above(lines: Sequence[str], number: int, depth: int, *, closed: bool) -> tuple[int, int]:
    """The line that opens what this one is in, and how many of its kind stand between; `closed`: the one that opens what it closes."""
    before = 0
    for above in range(number - 1, -1, -1):
        if _goes_on(lines, above):
            continue
        level = _depth(lines[above])
        if level < depth or (closed and level == depth):
            return above, before
        before += level == depth and not _closes(lines[above])
    return 0, before


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether the line is the rest of the one above it, which was too long."""
    return number > 0 and len(lines[number - 1]) >= WIDTH - 1 and not _WHOLE.fullmatch(lines[number - 1])


def _depth(line: str) -> int:
    return (len(line) - len(line.lstrip(" "))) // _STEP


def _closes(line: str) -> bool:
    return line.lstrip(" ")[:1] in ("}", "]")
