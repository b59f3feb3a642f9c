"""Many requests made of captures, and one run that sends them on the engine's loop. No widget."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from webhook_inspector.core.capture import Record
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.draft import Draft, Outgoing
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.drafts.captured import draft_of
from webhook_inspector.drafts.prepare import prepare
from webhook_inspector.drafts.repeating import Repetition, schedule
from webhook_inspector.drafts.signing import KEPT, Signing
from webhook_inspector.engine import Engine
from webhook_inspector.handler_check import signing_for
from webhook_inspector.net.sending import Options
from webhook_inspector.repeat import run
from webhook_inspector.resend import Outcome

SIZE_LIMIT = 64 * 2**20
"""Bytes of the bodies of one run, which are held in memory while it lasts."""


@dataclass(frozen=True, slots=True)
class Job:
    """One request, which may be sent more than once; signed anew each time, where it is signed."""

    draft: Draft
    signing: Signing
    captured_ns: int

    def outgoing(self, now: float) -> Outgoing:
        """Raises KnownError where it cannot be sent."""
        prepared = prepare(self.draft, self.signing, now)
        if prepared.outgoing is None:
            raise KnownError(prepared.faults[0].problem)
        return prepared.outgoing


def jobs_of(records: Sequence[Record], to: str, rules: Rules | None, now_ns: int) -> list[Job]:
    """Of each record one; with `rules` signed again by its endpoint's secrets. Raises KnownError where one cannot be sent."""
    jobs = []
    for record in records:
        capture = replace(record.capture, received_ns=now_ns)
        signing = KEPT if rules is None else signing_for(capture, rules)
        job = Job(draft_of(record, to), signing, record.capture.received_ns)
        job.outgoing(now_ns / 10**9)
        jobs.append(job)
    if not jobs:
        raise KnownError(Problem.of("repeat-nothing"))
    return jobs


class Run:
    """`attempts` grows on the engine's thread while it is under way; without what was sent and what came back."""

    def __init__(self, jobs: Sequence[Job], repetition: Repetition, *, kept: bool) -> None:
        """`kept`: whether each is put into the history. Raises KnownError where the repetition makes no sense."""
        self._jobs = jobs
        self._starts = schedule([job.captured_ns for job in jobs], repetition)
        self._at_once = repetition.at_once
        self._kept = kept
        self.attempts: list[Attempt] = []

    @property
    def total(self) -> int:
        return len(self._starts)

    async def send(self, engine: Engine) -> None:
        """On the engine's loop. Cancelled, nothing more is sent."""
        resend = engine.resend if self._kept else engine.trial

        async def one(which: int) -> Outcome:
            job = self._jobs[which]
            return await resend.send(job.outgoing(time.time()), Options(), capture=job.draft.capture)

        turns = [(start.seconds, start.index) for start in self._starts]
        await run(
            turns, one, lambda _place, outcome: self.attempts.append(slim(outcome.attempt)), at_once=self._at_once
        )


def slim(attempt: Attempt) -> Attempt:
    """The same without bytes, so that a hundred thousand are cheap."""
    response = attempt.response and replace(attempt.response, head=b"", body=b"")
    return replace(attempt, sent_head=b"", sent_body=b"", response=response)
