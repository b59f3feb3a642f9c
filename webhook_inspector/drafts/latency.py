"""Many attempts in a few numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webhook_inspector.core.delivery import Attempt


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds, of the attempts that had an answer, whichever it was."""

    least: float
    median: float
    p95: float
    most: float


@dataclass(frozen=True, slots=True)
class Tally:
    count: int
    succeeded: int
    failures: tuple[tuple[str, int], ...]
    """By kind, the most frequent first: the status as text, `500`, or the code of the problem that left no answer."""
    latency: Latency | None
    """None where there was no answer at all."""

    @property
    def failed(self) -> int:
        return self.count - self.succeeded


def tally(attempts: Iterable[Attempt]) -> Tally:
    known = list(attempts)
    failures = Counter(kind_of(attempt) for attempt in known if not attempt.succeeded)
    seconds = sorted(attempt.timings.total for attempt in known if attempt.response is not None)
    latency = Latency(seconds[0], rank(seconds, 50), rank(seconds, 95), seconds[-1]) if seconds else None
    kinds = sorted(failures.items(), key=lambda failure: (-failure[1], failure[0]))
    return Tally(len(known), len(known) - failures.total(), tuple(kinds), latency)


def kind_of(attempt: Attempt) -> str:
    """What an attempt came to: the status as text, or the code of its problem; empty where it has neither."""
    if attempt.response is not None:
        return str(attempt.response.status)
    return attempt.problem.code if attempt.problem else ""


def rank(ascending: Sequence[float], percent: int) -> float:
    """The percentile by nearest rank: a value that was really there. Of at least one."""
    return ascending[max(-(-len(ascending) * percent // 100), 1) - 1]
