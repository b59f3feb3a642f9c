"""Sends what a command has prepared, prints a line for each, and tells how it went."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass

from webhook_inspector import repeat
from webhook_inspector.cli import streams
from webhook_inspector.cli.complaints import warn
from webhook_inspector.cli.send_lines import dry_json, sent_json, sent_line, tally_lines
from webhook_inspector.cli.send_session import Session, why_unkept
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible
from webhook_inspector.drafts.outcomes import Progress, progress
from webhook_inspector.drafts.prepare import Prepared
from webhook_inspector.drafts.repeating import Start
from webhook_inspector.net.attempt import url_of, without_bodies
from webhook_inspector.net.sending import Options
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.resend import Outcome
from webhook_inspector.settings import load_settings
from webhook_inspector.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Job:
    """One request, which may be sent more than once."""

    make: Callable[[float], Prepared]
    """What is sent at a moment in Unix seconds: made anew each time, so that a signature is fresh."""
    capture: int = 0
    captured_ns: int = 0
    remarks: tuple[Problem, ...] = ()
    compared: bool = True
    """Whether the run before says anything of this one: what is broken on purpose is another request."""


@dataclass(frozen=True, slots=True)
class Run:
    command: str
    jobs: Sequence[Job]
    starts: Sequence[Start]
    at_once: int
    options: Options
    as_json: bool = False


def made(job: Job, now: float) -> Outgoing:
    """Raises KnownError where it cannot be sent."""
    prepared = job.make(now)
    if prepared.outgoing is None:
        raise KnownError(prepared.faults[0].problem)
    return prepared.outgoing


def dry_run(jobs: Sequence[Job], starts: Sequence[Start], *, as_json: bool) -> int:
    """Prints what would be sent, in its order. Raises KnownError where something cannot be."""
    first_of_all(jobs)
    for start in starts:
        job = jobs[start.index]
        outgoing = made(job, time.time())
        if as_json:
            streams.write_lines([dry_json(job.capture, outgoing)])
        else:
            streams.write_bytes((outgoing.head, outgoing.body))
    return 0


def send_all(run: Run, options: GlobalOptions) -> int:
    """0 where every answer was a 2xx, else 1. Raises KnownError before anything is sent where something cannot be."""
    urls = [url_of(outgoing) for outgoing in first_of_all(run.jobs)]
    running = _Running(run, options, _before(run, urls, options))
    try:
        asyncio.run(running.send())
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
    if len(running.attempts) > 1 and not run.as_json:
        streams.write_lines(tally_lines(running.attempts))
    return 0 if all(one.succeeded for one in running.attempts) else 1


def first_of_all(jobs: Sequence[Job]) -> list[Outgoing]:
    """Each once, so that what cannot be sent is told before the first is; with what there is to know of them."""
    now, found = time.time(), []
    told: dict[Problem, None] = {}
    for job in jobs:
        prepared = job.make(now)
        if prepared.outgoing is None:
            raise KnownError(prepared.faults[0].problem)
        found.append(prepared.outgoing)
        told |= dict.fromkeys((*job.remarks, *prepared.remarks))
    for problem in told:
        streams.complain(visible(sentence(problem)))
    return found


def _before(run: Run, urls: Sequence[str], options: GlobalOptions) -> list[Attempt | None]:
    """Of each job the attempt of the run before, where the history knows one."""
    before: list[Attempt | None] = [None] * len(run.jobs)
    wanted = [place for place, job in enumerate(run.jobs) if job.capture and job.compared]
    if wanted:
        with closing(Reader(data_folder(options.data_dir).history)) as reader:
            for place in wanted:
                before[place] = reader.last_by_hand(run.jobs[place].capture, urls[place])
    return before


class _Running:
    """One run: what was sent so far."""

    def __init__(self, run: Run, options: GlobalOptions, before: Sequence[Attempt | None]) -> None:
        self._run = run
        self._options = options
        self._before = before
        self._told: set[str] = set()
        self.attempts: list[Attempt] = []
        """Without their bodies: there may be many."""

    async def send(self) -> None:
        run, folder = self._run, data_folder(self._options.data_dir)
        async with Session(folder, load_settings(folder.settings), run.command) as session:

            async def one(place: int) -> tuple[Outgoing, Outcome]:
                job = run.jobs[place]
                outgoing = made(job, time.time())
                return outgoing, await session.resend.send(outgoing, run.options, capture=job.capture)

            await repeat.run(
                [(start.seconds, start.index) for start in run.starts], one, self._done, at_once=run.at_once
            )
        self._tell(session.unkept)

    def _done(self, turn: int, sent: tuple[Outgoing, Outcome]) -> None:
        place, (outgoing, outcome) = self._run.starts[turn].index, sent
        self.attempts.append(without_bodies(outcome.attempt))
        before = self._before[place]
        found: Progress | None = None if before is None else progress(before, outcome.attempt)
        line = sent_json(outcome, found) if self._run.as_json else sent_line(outgoing, outcome, found)
        streams.write_lines([line])
        if outcome.unkept is not None and outcome.unkept.code != "sending-not-kept":
            self._tell(why_unkept(outcome.unkept))

    def _tell(self, text: str) -> None:
        if text and text not in self._told:
            self._told.add(text)
            warn(text, self._options)
