"""JSON laid out again by its tokens alone: numbers, escapes, duplicate keys and their order stay as the sender wrote them.

Parsing and writing JSON anew would turn `1.10` into `1.1` and lose digits and duplicate keys, so nothing here is parsed. It is
plain Python on purpose: a worker thread that runs it lets the others go on, and a caller may stop between two slices.
"""

import re
from collections.abc import Iterator

from webhook_inspector.bodies.progress import Progress

DEEPEST = 100
"""Levels from which on lines are no further indented: else 200,000 brackets would ask for gigabytes of blanks."""

_BLANK = r"[ \t\n\r]*+"
# Possessive (`++`, `*+`, `?+`) throughout: what has matched is never tried in another way, so time is linear in the text.
_STRING = r'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?'  # one that is never closed goes to the end
_WORD = r'[^ \t\n\r{}\[\],:"]++'  # a number, a literal, or whatever stands where one should
_OPENING = rf"\{{(?:{_BLANK}\}})?+|\[(?:{_BLANK}\])?+"  # with nothing between two brackets they stay together
_UNIT = re.compile(
    rf"{_BLANK}(?:({_STRING}){_BLANK}:)?{_BLANK}({_STRING}|{_WORD}|{_OPENING})?+{_BLANK}([}}\],:]?)", re.DOTALL
)
"""A key with its colon, a value or what opens one, and the comma, closing bracket or stray colon behind it: mostly one line."""


def reindent(text: str, step: str = "  ") -> list[str]:
    """The lines of `text`, each level indented by `step`.

    Loses nothing but blanks between tokens, whatever the text is; for valid JSON the lines are those of `json.dumps(indent=2)`.
    """
    return [line for lines in reindent_slices(text, 10_000, step) for line in lines]


def reindent_slices(text: str, size: int, step: str = "  ", progress: Progress | None = None) -> Iterator[list[str]]:
    """The same lines, about `size` at a time."""
    pads = [step * level for level in range(DEEPEST + 1)]
    lines: list[str] = []
    line = pad = ""
    depth = 0
    for match in _UNIT.finditer(text):
        key, value, mark = match.groups()
        if key:
            line = f"{line}{key}: "
        if value:
            if value[0] not in "{[":
                line += value
            elif len(value) > 1:
                line += value[0] + value[-1]
            else:
                lines.append(line + value)
                depth += 1
                line = pad = pads[min(depth, DEEPEST)]
        if mark == ",":
            lines.append(line + ",")
            line = pad
        elif mark == ":":
            line += ": "
        elif mark:
            lines.append(line)
            depth = max(depth - 1, 0)
            pad = pads[min(depth, DEEPEST)]
            line = pad + mark
        if len(lines) >= size:
            if progress is not None:
                progress.tell(match.end(), len(text))
            yield lines
            lines = []
    yield [*lines, line]
