"""A comparison as the rows of a table. Runs in the workshop: no widget, and no word of the window's language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webhook_inspector.compare.change import Place, Row, Section
from webhook_inspector.compare.comparison import Comparison
from webhook_inspector.compare.inline import differs, inline, lines, near

CONTEXT = 3
"""Rows around those that differ, where only those are wanted."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of a section, a heading, or the place of rows that are left out."""

    row: Row | None = None
    heading: Place | None = None
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    rows: tuple[Shown, ...] = ()
    stops: tuple[int, ...] = ()
    """Where each run of rows that differ begins."""
    widest: int = 0
    """Characters of the longest line."""


def lay_out(comparison: Comparison, *, side_by_side: bool, folded: bool) -> Layout:
    """`folded`: only what differs, with a few rows around it."""
    rows = [shown for section in comparison.sections for shown in _section(section, side_by_side, folded)]
    marked = [shown.row is not None and differs(shown.row.kind) for shown in rows]
    stops = tuple(place for place, on in enumerate(marked) if on and not (place and marked[place - 1]))
    texts = (len(text) for shown in rows if shown.row for text in (shown.row.left, shown.row.right) if text)
    return Layout(tuple(rows), stops, max(texts, default=0))


def copyable(rows: Sequence[Shown]) -> str:
    """As text: each row behind its glyph, what is gone above what is new."""
    return "\n".join(lines(shown.row for shown in rows if shown.row is not None))


def _section(section: Section, side_by_side: bool, folded: bool) -> Iterator[Shown]:  # noqa: FBT001 (two switches handed on)
    rows: Sequence[Row] = section.rows if side_by_side else tuple(inline(section.rows))
    places: Sequence[int] = near(rows, CONTEXT) if folded else range(len(rows))
    if not places:
        return
    yield Shown(heading=section.place)
    expected = 0
    for place in places:
        if place > expected:
            yield Shown(left_out=place - expected)
        expected = place + 1
        yield Shown(rows[place])
    if expected < len(rows):
        yield Shown(left_out=len(rows) - expected)
