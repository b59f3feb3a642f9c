"""The one path of a request that is sent by hand: over the wire, and then into the history."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.events import Attempted, Event
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.net.attempt import attempt_of, without_bodies
from webhook_inspector.net.sending import Options, Sender
from webhook_inspector.store.by_hand import ended, keep_by_hand
from webhook_inspector.store.steps import Steps


@dataclass(frozen=True, slots=True)
class Outcome:
    """An attempt, and the delivery that it was of."""

    delivery: Delivery
    attempt: Attempt
    unkept: Problem | None = None
    """Why it is not in the history; it was sent all the same."""


class Resend:
    """Lives on one event loop. Without `steps` nothing is kept: somebody else has the history."""

    def __init__(self, sender: Sender, steps: Steps | None, tell: Callable[[Event], None]) -> None:
        self._sender = sender
        self._steps = steps
        self._tell = tell

    async def send(self, outgoing: Outgoing, options: Options, *, capture: int = 0) -> Outcome:
        """Sends it once. `capture` is what it began as. Never raises for faults of the world; cancelled, it is not kept."""
        started_ns = time.time_ns()
        sent = await self._sender.send(outgoing, options)
        attempt = attempt_of(outgoing, sent, started_ns)
        return await self._kept(capture, attempt)

    async def _kept(self, capture: int, attempt: Attempt) -> Outcome:
        delivery = ended(capture, attempt)
        if self._steps is None:
            return Outcome(delivery, attempt, Problem.of("sending-not-kept"))
        try:
            made = await self._steps.do(partial(keep_by_hand, capture=capture, attempt=attempt))
        except KnownError as error:
            return Outcome(delivery, attempt, error.problem)
        self._tell(Attempted(made.delivery, without_bodies(made.attempt)))
        return Outcome(made.delivery, made.attempt)
