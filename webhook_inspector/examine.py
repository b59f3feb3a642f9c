"""Looks closely at one capture of the history: the verdict with its steps and, where it is not valid, the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.verdict import Status, Verdict
from webhook_inspector.doctor.around import Around, Neighbour
from webhook_inspector.doctor.doctor import diagnose
from webhook_inspector.doctor.finding import Diagnosis
from webhook_inspector.judge import case_of
from webhook_inspector.signatures.captured import request_of
from webhook_inspector.signatures.case import Case

NEIGHBOURS = 20
REACH = 5_000
"""How far from a capture, in both directions, its neighbours are looked for."""
NEIGHBOUR_BODY = 64 * 2**10
"""Bytes of the largest body of a neighbour; one that has more is left out."""


class Reads(Protocol):
    """What is asked of `store.reader.Reader`."""

    def record(self, number: int, /, *, body_limit: int | None = None) -> Record | None: ...

    def nearby(self, number: int, reach: int, limit: int, /) -> Sequence[int]: ...


@dataclass(frozen=True, slots=True)
class Examination:
    case: Case
    verdict: Verdict
    diagnosis: Diagnosis | None
    """None where the signature is valid."""


def examine(
    reader: Reads, record: Record, rules: Rules, *, case: Case | None = None, seconds: float = 0.2
) -> Examination:
    """By the rules, or as `case` has it. Looking for the reason takes no longer than `seconds`.

    Raises KnownError where the history cannot be read.
    """
    case = case or case_of(record.capture, rules)
    verdict = case.verdict()
    if verdict.status is Status.VALID:
        return Examination(case, verdict, None)
    around = look_around(reader, record.id, rules)
    return Examination(case, verdict, diagnose(case, verdict, around, seconds=seconds))


def look_around(reader: Reads, number: int, rules: Rules) -> Around:
    """All secrets, and the captures nearest to `number` that were sent to the same path."""
    return Around(rules.secrets, tuple(_neighbours(reader, number)))


def _neighbours(reader: Reads, number: int) -> Iterator[Neighbour]:
    """Those that are requests and whole."""
    for other in reader.nearby(number, REACH, NEIGHBOURS):
        record = reader.record(other, body_limit=NEIGHBOUR_BODY)
        if record is None or record.capture.state is State.REFUSED:
            continue
        if len(record.capture.body) >= record.capture.body_size:
            yield Neighbour(other, request_of(record.capture))
