"""The latencies of a run as columns of a small chart, in the order in which the requests were sent. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.core.delivery import Attempt
from webhook_inspector.drafts.latency import Tally, rank, tally

MOST = 120


@dataclass(frozen=True, slots=True)
class Column:
    """Requests that were sent one after the other."""

    median: float
    """Seconds, of those that had an answer; 0 where none had."""
    slowest: float
    failed: int
    """Without a 2xx."""


@dataclass(frozen=True, slots=True)
class Picture:
    tally: Tally
    columns: tuple[Column, ...] = ()


def picture_of(attempts: Sequence[Attempt], most: int = MOST) -> Picture:
    """At most so many columns, each of about as many requests."""
    ordered = sorted(attempts, key=lambda one: one.started_ns)
    width = max(1, -(-len(ordered) // most))
    parts = (ordered[start : start + width] for start in range(0, len(ordered), width))
    return Picture(tally(ordered), tuple(map(_column, parts)))


def _column(attempts: Sequence[Attempt]) -> Column:
    seconds = sorted(one.timings.total for one in attempts if one.response is not None)
    failed = sum(not one.succeeded for one in attempts)
    return Column(rank(seconds, 50), seconds[-1], failed) if seconds else Column(0, 0, failed)
