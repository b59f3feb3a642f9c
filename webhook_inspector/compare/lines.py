"""Two texts side by side, line by line."""

from collections.abc import Sequence
from itertools import zip_longest

from webhook_inspector.compare.change import Change, Kind, Place, Row, Section, Stop
from webhook_inspector.compare.ignoring import Ignoring
from webhook_inspector.compare.matching import match

MOST_LINES = 50_000
"""Lines of either text that are compared."""


def compare_lines(before: Sequence[str], after: Sequence[str], ignoring: Ignoring, stop: Stop) -> tuple[Section, bool]:
    """The rows, and whether there was time to find every line that is the same. Raises Stopped."""
    matching = match(before, after, stop)
    rows: list[Row] = []
    changes: list[Change] = []
    for run in matching.runs:
        for left, right in zip_longest(run.left, run.right):
            one = None if left is None else before[left]
            other = None if right is None else after[right]
            if run.same or one == other:
                rows.append(Row(Kind.SAME, one, other))
                continue
            noise, ignored = ignoring.line(one, other)
            change = Change(Place.BODY, str(1 + (left if right is None else right)), one, other, noise, ignored)
            changes.append(change)
            rows.append(Row(Kind.IGNORED if ignored else change.kind, one, other))
    return Section(Place.BODY, tuple(rows), tuple(changes)), matching.complete
