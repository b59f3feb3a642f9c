"""What waits for one target by one rule: started when it is due, a few at once, or one after the other."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.forwarding.backoff import SECOND
from webhook_inspector.forwarding.carrier import Carrier
from webhook_inspector.forwarding.ledger import AGAIN_SECONDS, Ledger
from webhook_inspector.store.deliveries import Waiting

_log = logging.getLogger(__name__)


class Lane:
    """`clock` tells nanoseconds; `give_way` waits while something more important is going on; `most` go at once."""

    def __init__(
        self,
        target: str,
        ledger: Ledger,
        carrier: Carrier,
        *,
        clock: Callable[[], int],
        give_way: Callable[[], Awaitable[None]],
        most: int,
    ) -> None:
        self._target = target
        self._ledger = ledger
        self._carrier = carrier
        self._clock = clock
        self._give_way = give_way
        self._most = most
        self._rule: ForwardRule | None = None
        self._news = asyncio.Event()
        self._under_way: set[int] = set()
        self._again = 0.0
        self._tasks = Tasks()

    def follow(self, rule: ForwardRule | None) -> None:
        """From now on by this rule; None: what is under way ends, and nothing more begins."""
        if rule != self._rule:
            self._rule = rule
            self._news.set()

    def wake(self) -> None:
        """Something may be due now."""
        self._news.set()

    async def run(self) -> None:
        """For ever. What is under way when it is cancelled counts as not attempted."""
        try:
            while True:
                self._news.clear()
                seconds = await self._start_due()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), seconds)
        finally:
            await self._tasks.stop()

    async def _start_due(self) -> float | None:
        """Seconds after which something more is due; None where only news can tell."""
        rule = self._rule
        if rule is None:
            return None
        held = self._carrier.held(self._target)
        if held:
            return held
        most = 1 if rule.in_order else self._most
        under_way = set(self._under_way)  # what is asked now shows these as they were
        if len(under_way) >= most:
            return None
        ask = partial(self._waiting, rule, most + len(under_way))
        try:
            found = await ask()
        except KnownError as error:
            _log.info("forwarding has to wait: %s", error.problem.code)
            return AGAIN_SECONDS
        waiting = [one for one in found if one.delivery.id not in under_way]
        for one in waiting[: most - len(under_way)]:
            late = one.delivery.next_ns - self._clock()
            if late > 0:
                return late / SECOND
            await self._give_way()
            self._begin(one, rule)
        return None

    async def _waiting(self, rule: ForwardRule, limit: int) -> list[Waiting]:
        return await self._ledger.ask(
            lambda reader: reader.waiting(rule.name, self._target, limit, in_order=rule.in_order)
        )

    def _begin(self, waiting: Waiting, rule: ForwardRule) -> None:
        self._under_way.add(waiting.delivery.id)
        self._tasks.spawn(self._carry(waiting, rule), name="deliver")

    async def _carry(self, waiting: Waiting, rule: ForwardRule) -> None:
        try:
            if not await self._carrier.carry(waiting, rule):
                await asyncio.sleep(AGAIN_SECONDS)
        except KnownError as error:
            _log.info("forwarding has to wait: %s", error.problem.code)
            await asyncio.sleep(AGAIN_SECONDS)
        finally:
            self._under_way.discard(waiting.delivery.id)
            self._news.set()
