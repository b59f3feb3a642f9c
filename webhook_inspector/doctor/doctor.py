"""Looks for the reason of a verdict: tries one explanation after the other, the likeliest and cheapest first, until one is proven."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from webhook_inspector.core.verdict import Verdict
from webhook_inspector.doctor.addresses import ADDRESS_CAUSES, METHOD_CAUSES
from webhook_inspector.doctor.around import Around
from webhook_inspector.doctor.bodies import BODY_CAUSES, TEXT_CAUSES
from webhook_inspector.doctor.finding import Diagnosis, Finding
from webhook_inspector.doctor.hashes import HASH_CAUSES
from webhook_inspector.doctor.keys import DOUBTFUL_KEY_CAUSES, KEY_CAUSES
from webhook_inspector.doctor.neighbours import NEIGHBOUR_CAUSES, REPLAY_CAUSES
from webhook_inspector.doctor.parts import CUT_CAUSES, PART_CAUSES
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.doctor.schemes import SCHEME_CAUSES
from webhook_inspector.doctor.signatures import SIGNATURE_CAUSES
from webhook_inspector.doctor.times import AGE_CAUSES, CHANGED_TIME_CAUSES, TIME_CAUSES
from webhook_inspector.doctor.trial import Cause, Trial, proves
from webhook_inspector.signatures.case import Case

CAUSES: tuple[Cause, ...] = (
    *CUT_CAUSES,
    *KEY_CAUSES,
    *DOUBTFUL_KEY_CAUSES,
    *REPLAY_CAUSES,
    *AGE_CAUSES,
    *PART_CAUSES,
    *SIGNATURE_CAUSES,
    *TIME_CAUSES,
    *METHOD_CAUSES,
    *BODY_CAUSES,
    *SCHEME_CAUSES,
    *NEIGHBOUR_CAUSES,
    *ADDRESS_CAUSES,
    *HASH_CAUSES,
    *TEXT_CAUSES,
    *CHANGED_TIME_CAUSES,
)
"""The likeliest first, but those that cost a pass over a large body, or many, last. What cannot be proven does not end the search."""
MOST = 3
"""Findings of one diagnosis."""
_MARGIN = 0.1
"""Part of the time that is kept back: the last try may take longer than any before."""


@dataclass(slots=True)
class _Watch:
    """Tells when the time is up, so that the next try, if it takes as long as the longest so far, still fits in."""

    clock: Callable[[], float]
    seconds: float
    start: float = field(init=False)
    last: float = field(init=False)
    longest: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.start = self.last = self.clock()

    def is_up(self) -> bool:
        now = self.clock()
        self.longest = max(self.longest, now - self.last)
        self.last = now
        return now - self.start + self.longest > self.seconds * (1 - _MARGIN)


def diagnose(
    case: Case,
    verdict: Verdict,
    around: Around,
    *,
    seconds: float = 0.2,
    clock: Callable[[], float] = time.monotonic,
) -> Diagnosis:
    """What explains the verdict on the case. It never raises, and takes no longer than `seconds`, apart from one try that is under way.

    After a proven reason only those are still looked for that cost next to nothing.
    """
    patient, watch = Patient(case, verdict, around), _Watch(clock, seconds)
    proven: list[Finding] = []
    likely: list[Finding] = []
    tried: list[str] = []
    complete = True
    for cause in CAUSES:
        if verdict.status not in cause.when or (proven and not cause.also):
            continue
        if watch.is_up():
            complete = False
            break
        tried.append(cause.code)
        finding, complete = _first(cause.search(patient), patient, watch)
        if finding is not None:
            (proven if proves(verdict, finding.proof) else likely).append(finding)
        if not complete:
            break
    return Diagnosis((*proven, *likely)[:MOST], tuple(tried), complete)


def _first(search: Iterable[Trial | Finding | None], patient: Patient, watch: _Watch) -> tuple[Finding | None, bool]:
    """The first finding of a search, and whether the search came to its end in time."""
    for one in search:
        if isinstance(one, Finding):
            return one, True
        if one is not None:
            proof = one.case.verdict()
            if proves(patient.verdict, proof):
                return Finding(one.problem, proof, one.remedy), True
        if watch.is_up():
            return None, False
    return None, True
