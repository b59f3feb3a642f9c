"""The cursor of a `LineArea` and what is selected: lines and characters alone, no widget."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

Spot = tuple[int, int]
"""Line and character."""

_WORD = re.compile(r"\w+|[^\w\s]|\s+")


@dataclass(frozen=True, slots=True)
class Caret:
    at: Spot = (0, 0)
    anchor: Spot = (0, 0)
    """Where the selection began; nothing is selected where both are the same."""

    @property
    def ends(self) -> tuple[Spot, Spot]:
        return min(self.at, self.anchor), max(self.at, self.anchor)

    def to(self, spot: Spot, *, select: bool = False) -> "Caret":
        return Caret(spot, self.anchor if select else spot)

    def moved(self, step: str, lines: Sequence[str], page: int, *, select: bool) -> "Caret":
        """By one of MOVES; `page` is the number of lines that are seen."""
        return self.to(MOVES[step](self.at, lines, page), select=select) if lines else self

    def on_word(self, lines: Sequence[str]) -> "Caret":
        """With the word under it selected."""
        line, column = self.at
        for match in _WORD.finditer(lines[line]):
            if match.start() <= column < match.end():
                return replace(self, anchor=(line, match.start()), at=(line, match.end()))
        return self

    def on_line(self, line: int, length: int) -> tuple[int, int]:
        """First selected character of a line and the one behind the last; the same where none is."""
        first, last = self.ends
        if not first[0] <= line <= last[0]:
            return 0, 0
        return (first[1] if line == first[0] else 0), (last[1] if line == last[0] else length)

    def text(self, lines: Sequence[str], limit: int) -> str:
        """What is selected, about `limit` characters of it."""
        (first, start), (last, end) = self.ends
        if not lines or self.at == self.anchor:
            return ""
        if first == last:
            return lines[first][start:end]
        found, size = [lines[first][start:]], 0
        for line in islice(range(first + 1, last), limit):
            if size > limit:
                break
            found.append(lines[line])
            size += len(found[-1])
        return "\n".join([*found, lines[last][:end]])


def _held(line: int, column: int, lines: Sequence[str]) -> Spot:
    line = max(0, min(line, len(lines) - 1))
    return line, max(0, min(column, len(lines[line])))


def _left(spot: Spot, lines: Sequence[str], _page: int) -> Spot:
    if spot[1] == 0 and spot[0] > 0:
        return spot[0] - 1, len(lines[spot[0] - 1])
    return _held(spot[0], spot[1] - 1, lines)


def _right(spot: Spot, lines: Sequence[str], _page: int) -> Spot:
    if spot[1] >= len(lines[spot[0]]) and spot[0] + 1 < len(lines):
        return spot[0] + 1, 0
    return _held(spot[0], spot[1] + 1, lines)


MOVES: dict[str, Callable[[Spot, Sequence[str], int], Spot]] = {
    "MoveToNextChar": _right,
    "MoveToPreviousChar": _left,
    "MoveToNextLine": lambda spot, lines, _page: _held(spot[0] + 1, spot[1], lines),
    "MoveToPreviousLine": lambda spot, lines, _page: _held(spot[0] - 1, spot[1], lines),
    "MoveToNextPage": lambda spot, lines, page: _held(spot[0] + page, spot[1], lines),
    "MoveToPreviousPage": lambda spot, lines, page: _held(spot[0] - page, spot[1], lines),
    "MoveToStartOfLine": lambda spot, lines, _page: _held(spot[0], 0, lines),
    "MoveToEndOfLine": lambda spot, lines, _page: _held(spot[0], len(lines[spot[0]]), lines),
    "MoveToStartOfDocument": lambda _spot, lines, _page: _held(0, 0, lines),
    "MoveToEndOfDocument": lambda _spot, lines, _page: _held(len(lines) - 1, 2**30, lines),
}
"""By the names of Qt's standard keys; `Select…` in place of `MoveTo…` is the same with a selection."""
