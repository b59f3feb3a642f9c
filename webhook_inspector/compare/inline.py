"""A comparison as one column: what is gone above what is new, with as much around it as is wanted."""

from collections.abc import Iterable, Iterator, Sequence

from webhook_inspector.compare.change import Kind, Row

GLYPHS: dict[Kind, str] = {
    Kind.SAME: " ",
    Kind.CHANGED: "≠",
    Kind.ADDED: "+",
    Kind.REMOVED: "−",
    Kind.IGNORED: "~",
}


def inline(rows: Iterable[Row]) -> Iterator[Row]:
    """Each row with one side only: of what has not changed, or is ignored, the right one."""
    for row in rows:
        if row.kind is Kind.CHANGED:
            if row.left is not None:
                yield Row(Kind.REMOVED, row.left, None, row.pattern, row.right)
            if row.right is not None:
                yield Row(Kind.ADDED, None, row.right, row.pattern, row.left)
        elif row.left is None or row.right is None:
            yield row
        else:
            yield Row(row.kind, None, row.right, row.pattern)


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """As text: a glyph, a blank, the line."""
    for row in inline(rows):
        yield f"{GLYPHS[row.kind]} {row.left if row.right is None else row.right}"


def differs(kind: Kind) -> bool:
    """Whether a row of this kind is a difference to look at."""
    return kind not in (Kind.SAME, Kind.IGNORED)


def near(rows: Sequence[Row], context: int) -> list[int]:
    """The places of the rows that differ, and of so many on either side of them."""
    found: list[int] = []
    for place, row in enumerate(rows):
        if differs(row.kind):
            start = max(place - context, found[-1] + 1 if found else 0)
            found += range(start, min(place + context + 1, len(rows)))
    return found
