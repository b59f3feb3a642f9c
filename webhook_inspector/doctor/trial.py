"""One explanation to be tried: the same request with one thing changed, and what it means if that is verified."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status, Verdict
from webhook_inspector.doctor.finding import Finding, Remedy
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.signatures.case import Case

INVALID = frozenset({Status.INVALID})
EXPIRED = frozenset({Status.EXPIRED})
NO_KEY = frozenset({Status.INVALID, Status.NO_SECRET})
ANY_SCHEME = frozenset({Status.INVALID, Status.UNSIGNED, Status.UNKNOWN_SCHEME})
UNSIGNED = frozenset({Status.UNSIGNED})


@dataclass(frozen=True, slots=True)
class Trial:
    case: Case
    """With the reason taken away, if it is the reason."""
    problem: Problem
    remedy: Remedy | None = None


Search = Callable[[Patient], Iterator[Trial | Finding | None]]
"""Yields what is to be tried, or a finding that is sure already; None is a moment to look at the clock before more work."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A kind of reason that is looked for."""

    code: str
    """`doctor-tried-…`: the sentence that tells what was looked for."""
    search: Search
    when: frozenset[Status] = INVALID
    """The verdicts that it can explain."""
    also: bool = False
    """Whether it is so cheap that it is looked for even when another reason has been proven."""


def proves(verdict: Verdict, proof: Verdict) -> bool:
    """Whether the second verdict is so much better that the difference explains the first."""
    if proof.status is Status.VALID:
        return verdict.status is not Status.VALID
    return proof.status is Status.EXPIRED and verdict.status not in {Status.EXPIRED, Status.VALID}
