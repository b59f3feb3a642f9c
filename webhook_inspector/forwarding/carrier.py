"""Makes one attempt at a delivery and stores it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from dataclasses import dataclass

from webhook_inspector.core.capture import Record
from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.events import Attempted, Event
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import KnownError
from webhook_inspector.drafts.signing import KEPT
from webhook_inspector.forwarding.backoff import SECOND, Pauses, outcome_of
from webhook_inspector.forwarding.ledger import Ledger
from webhook_inspector.forwarding.request import SigningOf, outgoing_of
from webhook_inspector.net.attempt import attempt_of, without_bodies
from webhook_inspector.net.nearness import Reach
from webhook_inspector.net.response_reader import Keep
from webhook_inspector.net.sending import Options, Sent
from webhook_inspector.store.deliveries import Made, Waiting

LARGE = 2**20
"""Bytes of a body of which only one is in memory at a time."""


KEPT_BODY, READ_BODY = 64 * 2**10, 16 * 2**20
"""Bytes of a response's body that are kept, and after which nobody goes on reading."""

Send = Callable[[Outgoing, Options], Awaitable[Sent]]
"""Raises nothing for faults of the world outside."""


@dataclass(frozen=True, slots=True)
class World:
    """What is outside of the queue: whoever sends, signs, hears; the time, and chance."""

    send: Send
    signing_of: SigningOf
    tell: Callable[[Event], None]
    clock: Callable[[], int]
    """UTC, nanoseconds since 1970."""
    chance: Callable[[], float]
    """From 0 to 1, each time another one."""


class Carrier:
    def __init__(self, ledger: Ledger, world: World, pauses: Pauses) -> None:
        self._ledger = ledger
        self._world = world
        self._pauses = pauses
        self._large = asyncio.Lock()
        self._held: dict[str, int] = {}
        self.own = ""
        """Our own id among the hops of a request."""

    def held(self, target: str) -> float:
        """Seconds for which a target has asked to be left alone."""
        return max(0, self._held.get(target, 0) - self._world.clock()) / SECOND

    async def carry(self, waiting: Waiting, rule: ForwardRule) -> bool:
        """Whether an attempt was made, and is stored; not where the capture is gone."""
        delivery = waiting.delivery
        async with self._large if waiting.size > LARGE else nullcontext():
            record = await self._ledger.ask(lambda reader: reader.record(delivery.capture))
            if record is None:
                return False
            attempt = await self._attempt(record, delivery, rule)
            now_ns, chance = self._world.clock(), self._world.chance()
            outcome = outcome_of(delivery, attempt, rule, self._pauses, now_ns=now_ns, chance=chance)
            if outcome.held_ns:
                self._held[delivery.target] = max(outcome.held_ns, self._held.get(delivery.target, 0))
            own_body = attempt.sent_body == record.capture.body
            return await self._ledger.keep(Made(outcome.delivery, attempt, own_body))

    async def _attempt(self, record: Record, delivery: Delivery, rule: ForwardRule) -> Attempt:
        started_ns, number = self._world.clock(), delivery.attempts + 1
        seconds = started_ns / SECOND
        try:
            signing = self._world.signing_of(record.capture, seconds) if rule.sign else KEPT
            outgoing = outgoing_of(record, rule, delivery.target, self.own, signing, seconds)
        except KnownError as error:
            method, body = record.capture.parsed().method, record.capture.body
            return Attempt(started_ns, method, delivery.target, b"", body, problem=error.problem, number=number)
        return attempt_of(outgoing, await self._world.send(outgoing, options_of(rule)), started_ns, number)


def options_of(rule: ForwardRule) -> Options:
    """How requests are sent by a rule."""
    reach = Reach.ANYTHING if rule.private else Reach.FORWARD
    return Options(timeout=rule.timeout, keep=Keep(KEPT_BODY, READ_BODY), reach=reach)


def attempted(made: Made) -> Attempted:
    """What is told of an attempt that is stored."""
    return Attempted(made.delivery, without_bodies(made.attempt))
