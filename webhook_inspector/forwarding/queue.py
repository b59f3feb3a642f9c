"""The forward queue: what has come is queued by rule, and delivered until it has arrived or is given up.

At least once: each rule has a mark up to which captures were looked at, which is written together with their deliveries, and
an attempt that nobody has stored counts as not made.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from webhook_inspector.core.delivery import Delivery
from webhook_inspector.core.events import ForwardsChanged, Notice, Queued
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.forwarding.backoff import Pauses
from webhook_inspector.forwarding.beforehand import Beforehand, made_of, wanted_of
from webhook_inspector.forwarding.carrier import Carrier, World, attempted
from webhook_inspector.forwarding.choice import choose
from webhook_inspector.forwarding.lane import Lane
from webhook_inspector.forwarding.ledger import AGAIN_SECONDS, GRACE, Ledger
from webhook_inspector.forwarding.proxy import FOLD, Proxying
from webhook_inspector.store import deliveries
from webhook_inspector.store.steps import Steps

_log = logging.getLogger(__name__)

MARK = "forward:"
"""Before a rule's name: the mark up to which id its captures were looked at."""
OWN, PAUSED = "forward-id", "forward-paused"
START_SECONDS = 3.0
"""How long the start waits for the rules. What comes before they are there belongs to no new rule."""
WATCH_SECONDS = 1.0
"""Between two looks whether somebody has changed the rules."""
FLOOD = 20
"""Captures in one commit, from which on forwarding gives way."""
FLOOD_SECONDS = 0.25
REST = 0.02
"""Seconds between two things that are begun in a flood."""

Step = partial[list[Delivery]]
Load = Callable[[], tuple[ForwardRule, ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rules come from."""

    load: Load
    """Reads all of them. Raises KnownError."""
    stamp: Callable[[], str]
    """Another text than before when they have to be read anew; quick."""
    given: tuple[ForwardRule, ...] = ()
    """Those that are there even where none can be read."""


class Forwarding:
    """Lives on the engine's loop, where `world.tell` is called."""

    def __init__(self, history: Path, steps: Steps, world: World, source: Source, *, pauses: Pauses, most: int) -> None:
        """`most` attempts are made at once for each target of a rule."""
        self._steps = steps
        self._world = world
        self._source = source
        self._stamp = ""
        self._most = most
        self._ledger = Ledger(history, steps, lambda made: world.tell(attempted(made)))
        self._carrier = Carrier(self._ledger, world, pauses)
        self.proxying = Proxying(world, pauses, most=FOLD * most)
        self._rules: tuple[ForwardRule, ...] | None = None
        self._started = False
        self._paused = False
        self._reached: dict[str, int] = {}
        self._lanes: dict[tuple[str, str], Lane] = {}
        self._told: set[tuple[str, Problem]] = set()
        self._news = asyncio.Event()
        self.beforehand = Beforehand(self._news.set)
        self._turn = asyncio.Lock()
        self._door = asyncio.Lock()
        self._flood_ends = 0.0
        self._tasks = Tasks()

    @property
    def rules(self) -> tuple[ForwardRule, ...]:
        """As they are now; none while they are still being read."""
        return self._rules or ()

    @property
    def paused(self) -> bool:
        """Whether forwarding as a whole pauses: captures are queued, and nothing is sent."""
        return self._paused

    async def start(self) -> None:
        """Goes on where it ended, however it ended. Once it has been started, it goes on by itself."""
        if self._started:
            return
        self._started = True
        reading = self._tasks.spawn(self._read(), name="read the forward rules")
        await asyncio.wait([reading], timeout=START_SECONDS)
        begun = self._tasks.spawn(self._begin(), name="begin to forward")
        if self.rules:
            await asyncio.wait([begun], timeout=START_SECONDS)

    async def stop(self) -> None:
        """Attempts under way are broken off, and made again at the next start."""
        await self.beforehand.none_left(GRACE)
        await self._tasks.stop()
        await self._ledger.close()

    def stored(self, count: int) -> None:
        """So many captures were committed together."""
        if count >= FLOOD:
            self._flood_ends = asyncio.get_running_loop().time() + FLOOD_SECONDS
        self._news.set()

    async def pause(self) -> None:
        """Also over a restart. Raises KnownError where the history cannot be written."""
        await self._set_paused(paused=True)

    async def resume(self) -> None:
        await self._set_paused(paused=False)

    async def stop_deliveries(self, ids: Sequence[int]) -> list[Delivery]:
        """Those that were waiting. One that is on its way now may still arrive. Raises KnownError."""
        return self._changed(await self._in_steps(lambda some: partial(deliveries.stop, ids=some), ids))

    async def retry(self, ids: Sequence[int]) -> list[Delivery]:
        """Those that have not arrived, or wait for later, are due now: those that are given up get one attempt more. Raises KnownError."""
        now_ns = self._world.clock()
        return self._changed(await self._in_steps(lambda some: partial(deliveries.retry, ids=some, now_ns=now_ns), ids))

    async def retry_failed(self, rule: str) -> list[Delivery]:
        """All that a rule has given up. Raises KnownError."""
        found: list[Delivery] = []
        step, after = partial(deliveries.retry_failed, rule=rule, now_ns=self._world.clock()), 0
        while some := await self._steps.do(partial(step, after=after)):
            found += self._changed(some)
            after = max(one.id for one in some)  # some may have failed again by now
        return found

    def wake(self) -> None:
        """Looks at everything again: it is later now."""
        self._news.set()
        for lane in self._lanes.values():
            lane.wake()

    async def _begin(self) -> None:
        self._tasks.spawn(self._watch(), name="watch the forward rules")
        await self._know_ourselves()
        await self._begin_marks()
        self._follow()
        self._tasks.spawn(self._take_in(), name="queue what has come")

    async def _know_ourselves(self) -> None:
        own = partial(deliveries.mark_or, name=OWN, usual=secrets.token_hex(6))
        self._carrier.own = await self._ledger.do(own)
        self._paused = bool(await self._ledger.do(partial(deliveries.mark_or, name=PAUSED, usual="")))

    async def _begin_marks(self) -> None:
        """What a rule has reached in this run counts more than a mark: a history that was damaged is begun anew without them."""
        async with self._turn:
            names = [rule.name for rule in self.rules]
            await self._ledger.do(deliveries.end_import)
            found = await self._ledger.do(partial(deliveries.begin_marks, prefix=MARK, names=names))
            self._reached = {name: self._reached.get(name, reached) for name, reached in found.items()}
        self._news.set()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            if self._source.stamp() != self._stamp and await self._read():
                await self._begin_marks()
                self._follow()

    async def _read(self) -> bool:
        """Whether the rules are others now. Those of before stay where the new ones cannot be understood."""
        self._stamp = self._source.stamp()
        try:
            rules = await aside(self._source.load)
        except KnownError as error:
            self._world.tell(Notice(error.problem))
            rules = self._source.given if self._rules is None else self._rules
        before, self._rules = self._rules, rules
        return before != rules

    def _follow(self) -> None:
        """A lane for each target of each rule. Those of rules that are gone, or pause, begin nothing more."""
        self._world.tell(ForwardsChanged(self.rules, self._paused))
        active = {} if self._paused else {rule.name: rule for rule in self.rules if not rule.paused}
        self.beforehand.keep_only({rule.name for rule in self.rules})
        for rule, fault in self.proxying.follow(active.values(), self._carrier.own):
            self._tell_once(rule, fault)
        wanted = {(name, target): rule for name, rule in active.items() for target in rule.targets}
        for place in wanted.keys() - self._lanes.keys():
            self._lanes[place] = self._new_lane(place[1])
        for place, lane in self._lanes.items():
            lane.follow(wanted.get(place))

    def _new_lane(self, target: str) -> Lane:
        lane = Lane(
            target, self._ledger, self._carrier, clock=self._world.clock, give_way=self._give_way, most=self._most
        )
        self._tasks.spawn(lane.run(), name="forward to a target")
        return lane

    async def _take_in(self) -> None:
        """For ever: queues what has come."""
        while True:
            self._news.clear()
            seconds = None
            try:
                for rule in self.rules:
                    if await self._take(rule):
                        seconds = AGAIN_SECONDS
            except KnownError as error:
                _log.info("forwarding has to wait: %s", error.problem.code)
                seconds = AGAIN_SECONDS
            if seconds is None:
                await self._news.wait()
            else:
                await asyncio.sleep(seconds)

    async def _take(self, rule: ForwardRule) -> bool:
        """Whether there is something left that has to be judged first."""
        more, unjudged = True, False
        while more:
            await self._give_way()
            async with self._turn:
                after = self._reached.get(rule.name)
                if after is None:  # the rule has gone meanwhile
                    return False
                look = partial(choose, rule=rule, after=after, own=self._carrier.own, now_ns=self._world.clock())
                choice = await self._ledger.ask(look)
                reached = self.beforehand.reach(rule.name, after, choice.reached)
                more, unjudged = choice.more and reached == choice.reached, choice.unjudged
                if reached > after:
                    await self._enqueue(rule, choice.captures, reached)
            for fault in choice.faults:
                self._tell_once(rule, fault)
        return unjudged

    async def _enqueue(self, rule: ForwardRule, captures: Sequence[int], reached: int) -> None:
        """Without what was tried beforehand, which is stored with its attempt."""
        tried = self.beforehand.known(rule.name, reached)
        wanted = wanted_of(rule, [one for one in captures if one <= reached], tried, self._world.clock())
        enqueue = partial(deliveries.enqueue, mark=MARK + rule.name, reached=reached, wanted=wanted)
        stored, kept = await self._ledger.do(
            lambda connection: (
                found := enqueue(connection),
                deliveries.keep_attempts(connection, made_of(found, tried)),
            )
        )
        self._reached[rule.name] = reached
        self.beforehand.stored(rule.name, tried)
        self._changed(stored)
        for one in kept:
            self._world.tell(attempted(one))

    def _changed(self, found: list[Delivery]) -> list[Delivery]:
        """Tells that deliveries are there, or have another state, and wakes whoever may have to send them."""
        if found:
            self._world.tell(Queued(tuple(dict.fromkeys(one.capture for one in found))))
        for place in {(one.rule, one.target) for one in found} & self._lanes.keys():
            self._lanes[place].wake()
        return found

    async def _in_steps(self, step: Callable[[Sequence[int]], Step], ids: Sequence[int]) -> list[Delivery]:
        found: list[Delivery] = []
        for start in range(0, len(ids), deliveries.STEP):
            found += await self._steps.do(step(ids[start : start + deliveries.STEP]))
        return found

    async def _set_paused(self, *, paused: bool) -> None:
        value = "yes" if paused else ""
        await self._steps.do(partial(deliveries.put_mark, name=PAUSED, value=value))
        self._paused = paused
        self._follow()

    def _tell_once(self, rule: ForwardRule, fault: Problem) -> None:
        if (rule.name, fault) not in self._told:
            self._told.add((rule.name, fault))
            self._world.tell(Notice(Problem.of(fault.code, rule=rule.name, **dict(fault.particulars))))

    async def _give_way(self) -> None:
        """While captures come in a flood, one thing after the other is begun, with a rest between them."""
        if asyncio.get_running_loop().time() < self._flood_ends:
            async with self._door:
                await asyncio.sleep(REST)
