"""Captures sent again as they are, one after the other: read, prepared and sent without an editor."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from webhook_inspector.core.capture import Record
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.drafts.captured import draft_of, lacking
from webhook_inspector.drafts.prepare import prepare
from webhook_inspector.net.sending import Options
from webhook_inspector.ui.editor_sending import EditorSender
from webhook_inspector.ui.loaded import Library, load_whole
from webhook_inspector.ui.workshop import Workshop


@dataclass(slots=True)
class Tally:
    """What has come of it so far."""

    answered: Counter[int] = field(default_factory=Counter)
    """How many got each status."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def passed(self) -> int:
        return sum(count for status, count in self.answered.items() if 200 <= status < 300)


class Resender:
    def __init__(self, library: Library, workshop: Workshop, sender: EditorSender) -> None:
        self._library = library
        self._workshop = workshop
        self._sender = sender

    async def send(self, ids: Sequence[int], to: str) -> Tally:
        """What is not whole is not sent, as it would be another request."""
        tally = Tally()
        for number in ids:
            try:
                record = await self._library.read(partial(load_whole, number=number))
                outgoing = await self._workshop.do(partial(outgoing_of, record, to))
            except KnownError as error:
                tally.problems.append(error.problem)
                continue
            outcome = await self._sender.send(outgoing, Options(), number)
            if outcome.attempt.response is not None:
                tally.answered[outcome.attempt.response.status] += 1
            if outcome.attempt.problem is not None:
                tally.problems.append(outcome.attempt.problem)
        return tally


def outgoing_of(record: Record, to: str) -> Outgoing:
    """Raises KnownError where it cannot be sent as it came."""
    lack = lacking(record)
    if lack is not None:
        raise KnownError(lack)
    found = prepare(draft_of(record, to), now=time.time())
    if found.outgoing is None:
        raise KnownError(found.faults[0].problem)
    return found.outgoing
