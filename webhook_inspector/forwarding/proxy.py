"""Proxy mode: the sender waits for the first target of a rule and gets its answer, or in time the rule's fallback.

An answer of 2xx is the end of the delivery. Any other is handed through as it is, and the delivery counts as failed after its
one attempt: the sender knows of it and comes again by itself, so that attempts of ours would come on top of its own. Where
there is no answer, not a whole one, or none in time, the sender gets the fallback and the queue goes on with the delivery.
A fallback says nothing of the target, and tells no Retry-After: nobody knows when the target is back, and senders have
pauses of their own. Whoever wants no second try of the sender chooses a fallback of 2xx.

The first rule that holds a request answers it; others have it in their queues. Proxied requests do not wait for what is queued,
not by a rule that delivers in order either. The capture is committed before its sender has the answer; the delivery and its
attempt follow with the queue's mark, so that a process that is killed in between delivers once more.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from webhook_inspector.core.capture import Capture, Record
from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState
from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import aside
from webhook_inspector.drafts.signing import KEPT
from webhook_inspector.forwarding.answer import handed_through, is_answer
from webhook_inspector.forwarding.arrival import Watched, concerned, holding
from webhook_inspector.forwarding.backoff import SECOND, Pauses, outcome_of
from webhook_inspector.forwarding.beforehand import Tried
from webhook_inspector.forwarding.carrier import KEPT_BODY, World, options_of
from webhook_inspector.forwarding.request import outgoing_of
from webhook_inspector.net.attempt import attempt_of
from webhook_inspector.net.response_reader import Keep
from webhook_inspector.store.deliveries import Made

HANDED_BODY = 16 * 2**20
"""Bytes of a body that are handed through; a longer one is no answer."""
LOOKED_AT_ONCE = 64 * 2**10
"""Bytes of a body up to which a filter is asked on the loop; a larger one would hold up all others."""
FOLD = 8
"""So many times more requests go to a target at once than the queue sends: their senders wait. Those behind wait for their turn."""
MOST_WAITING = 256
"""Requests of all senders that wait, for a target or for their turn; those above get the fallback at once. Targets that are
silent must not bind all connections of the listener, and with them the senders of others."""
SHORTEST = 0.1
"""Seconds that a target has at least, however long the request has waited for its turn."""


@dataclass(frozen=True, slots=True)
class Proxied:
    """What the sender gets."""

    status: int
    reply: bytes | None = None
    """The target's answer as it goes out; None: only the status, without a word."""
    tried: Tried | None = None
    """None: no attempt was made, or it was broken off; the queue makes the first one."""


class Proxying:
    """Lives on the engine's loop."""

    def __init__(self, world: World, pauses: Pauses, *, most: int) -> None:
        """`most` requests go at once to each target."""
        self._world = world
        self._pauses = pauses
        self._most = most
        self._rules: tuple[Watched, ...] = ()
        self._own = ""
        self._turns: dict[str, asyncio.Semaphore] = {}
        self._waiting = 0
        self._limits: set[asyncio.Timeout] = set()

    def follow(self, rules: Iterable[ForwardRule], own: str) -> list[tuple[ForwardRule, Problem]]:
        """From now on by those of these rules that are in proxy mode; gives the others of that mode, with what is wrong.

        `own` is our own id among the hops of a request; while it is not known, nothing is proxied.
        """
        watched = [Watched.of(rule) for rule in rules if rule.mode is Mode.PROXY]
        self._rules = tuple(one for one in watched if own and not one.later())
        self._own = own
        targets = {one.rule.targets[0] for one in self._rules}
        self._turns = {target: turn for target, turn in self._turns.items() if target in targets}
        return [(one.rule, Problem.of("forward-proxy-filter", asked=one.later())) for one in watched if one.later()]

    def concerns(self, capture: Capture) -> bool:
        """Whether it may be that a rule holds it. Nearly free where there are no rules."""
        return bool(self._rules) and concerned(self._rules, capture, self._own)

    async def ask(
        self, capture: Capture, judge: Callable[[], Judgement | None], *, judged: bool, close: bool
    ) -> Proxied | None:
        """Sends it to the first target of the rule that holds it; None where none does. Never raises for faults of the world.

        The rule's time-out begins now: it is also that of waiting for its turn.

        `judge` gives the verdict; unless it was `judged` already that takes a while, and is done on another thread. `close`
        tells whether the sender's connection ends after the reply.
        """
        rule = await self._holding(capture, judge, judged=judged)
        if rule is None:
            return None
        if self._waiting >= MOST_WAITING:
            return Proxied(rule.fallback)
        self._waiting += 1
        try:
            attempt = await self._in_turn(capture, rule)
        except TimeoutError:
            return Proxied(rule.fallback)
        finally:
            self._waiting -= 1
        return self._proxied(capture, rule, attempt, close=close)

    def give_up(self) -> None:
        """Whoever waits now gets the fallback at once; what was sent may have arrived."""
        limits, self._limits = self._limits, set()
        for one in limits:
            one.reschedule(asyncio.get_running_loop().time())

    async def _holding(
        self, capture: Capture, judge: Callable[[], Judgement | None], *, judged: bool
    ) -> ForwardRule | None:
        rules, now_ns = self._rules, self._world.clock()
        if all(one.query.is_empty for one in rules) or (judged and len(capture.body) <= LOOKED_AT_ONCE):
            return holding(rules, capture, judge, now_ns)
        return await aside(lambda: holding(rules, capture, judge, now_ns))

    async def _in_turn(self, capture: Capture, rule: ForwardRule) -> Attempt:
        """Raises TimeoutError where its turn did not come in time, or it was given up. A slow target is a problem of the attempt."""
        loop = asyncio.get_running_loop()
        until = loop.time() + rule.timeout
        turn = self._turns.setdefault(rule.targets[0], asyncio.Semaphore(self._most))
        async with asyncio.timeout_at(until) as limit:
            self._limits.add(limit)
            try:
                async with turn:
                    if limit in self._limits:  # from here on the sender's own time-out holds
                        limit.reschedule(None)
                    return await self._attempt(capture, rule, max(round(until - loop.time(), 1), SHORTEST))
            finally:
                self._limits.discard(limit)

    async def _attempt(self, capture: Capture, rule: ForwardRule, most: float) -> Attempt:
        """Within so many seconds."""
        target, started_ns = rule.targets[0], self._world.clock()
        seconds = started_ns / SECOND
        try:
            signing = self._world.signing_of(capture, seconds) if rule.sign else KEPT
            outgoing = outgoing_of(Record(capture, 0), rule, target, self._own, signing, seconds)
        except KnownError as error:
            return Attempt(started_ns, capture.parsed().method, target, b"", capture.body, problem=error.problem)
        options = replace(options_of(rule), timeout=most, keep=Keep(HANDED_BODY, HANDED_BODY))
        return attempt_of(outgoing, await self._world.send(outgoing, options), started_ns)

    def _proxied(self, capture: Capture, rule: ForwardRule, attempt: Attempt, *, close: bool) -> Proxied:
        now_ns, response = self._world.clock(), attempt.response
        delivery = Delivery(rule.targets[0], attempt.started_ns, rule=rule.name)
        if response is None or attempt.problem is not None or not is_answer(response):
            chance = self._world.chance()
            delivery = outcome_of(delivery, attempt, rule, self._pauses, now_ns=now_ns, chance=chance).delivery
            return Proxied(rule.fallback, None, Tried(rule.name, _made(delivery, attempt, capture)))
        state = DeliveryState.DELIVERED if attempt.succeeded else DeliveryState.FAILED
        delivery = replace(delivery, state=state, attempts=1, status=response.status)
        reply = handed_through(response, capture.head, close=close, now=now_ns / SECOND)
        return Proxied(response.status, reply, Tried(rule.name, _made(delivery, attempt, capture)))


def _made(delivery: Delivery, attempt: Attempt, capture: Capture) -> Made:
    """The attempt as it is kept: with the beginning of the response's body, and without a body that is the capture's own."""
    own_body, response = attempt.sent_body == capture.body, attempt.response
    kept = response and replace(response, body=response.body[:KEPT_BODY])
    bare = replace(attempt, sent_body=b"" if own_body else attempt.sent_body, response=kept)
    return Made(delivery, bare, own_body)
