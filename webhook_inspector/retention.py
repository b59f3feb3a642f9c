"""Keeps the history within its limits: a little at a time, beside capturing, and gives the room back to the disk."""

import asyncio
import logging
import time
from array import array
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from pathlib import Path

from webhook_inspector.core.endpoint import Endpoint, holds
from webhook_inspector.core.events import Event, Removed
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import aside
from webhook_inspector.settings import Settings
from webhook_inspector.store import retention
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.retention import EndpointLimits, Limits
from webhook_inspector.store.steps import Steps

_log = logging.getLogger(__name__)

PERIOD = 30.0
"""Seconds between two looks at what may go."""
REST = 0.02
"""Seconds between two steps."""
ROUNDS = 3
"""How often it looks again after it has removed something: how much room captures take is only estimated."""
MOST = 10_000
"""Captures that are found at once by each rule."""

Removals = dict[str, int]
"""How many captures were removed by which rule: `deleted`, `age`, `count`, `size`, or of an endpoint `age:/stripe`, `count:/stripe`."""


class Retention:
    """Lives on the engine's loop, where `tell` is called. `limits` gives them as they are now."""

    def __init__(
        self, history: Path, limits: Callable[[], Limits], steps: Steps, tell: Callable[[Event], None]
    ) -> None:
        self._history = history
        self.limits = limits
        self._steps = steps
        self._tell = tell
        self._turn = asyncio.Lock()

    async def run(self) -> None:
        """For ever: looks at once, and then from time to time."""
        while True:
            try:
                await self.sweep(self.limits())
            except KnownError as error:
                _log.info("retention has to wait: %s", error.problem.code)
            await asyncio.sleep(PERIOD)

    async def sweep(self, limits: Limits) -> Removals:
        """Removes what the limits do not allow. Raises KnownError where the history cannot be read or written."""
        removals: Removals = {}
        async with self._turn:
            rounds, full = 0, False
            while full or rounds < ROUNDS:  # while captures come there is always one too many
                found = await aside(lambda: self._expendable(limits))
                before = sum(removals.values())
                for rule, ids in found:
                    removals[rule] = removals.get(rule, 0) + await self._remove(rule, ids)
                if sum(removals.values()) == before:
                    break
                rounds, full = rounds + 1, any(len(ids) == MOST for _, ids in found)
            if sum(removals.values()):
                await self._give_back()
        for rule, count in removals.items():
            _log.info("retention removed %d captures by the rule %s", count, rule)
        return {rule: count for rule, count in removals.items() if count}

    def _expendable(self, limits: Limits) -> "list[tuple[str, array[int]]]":
        with closing(Reader(self._history)) as reader:
            return reader.expendable(limits, time.time_ns(), MOST)

    async def _remove(self, rule: str, ids: "array[int]") -> int:
        count, later = 0, list(ids)
        while later:
            removed, later = await self._steps.do(partial(retention.remove, rule=rule, ids=later))
            count += len(removed)
            if removed and rule != "deleted":  # what the user deleted is told already
                self._tell(Removed(tuple(removed)))
            await asyncio.sleep(REST)
        return count

    async def _give_back(self) -> None:
        """Until no free pages are left, or none goes because a reader needs it."""
        left = await self._steps.do(retention.free_pages)
        while left:
            before, left = left, await self._steps.do(retention.give_back)
            if left >= before:
                break
            await asyncio.sleep(REST)


def retention_limits(settings: Settings, endpoints: Iterable[Endpoint] = ()) -> Limits:
    """As the settings have them, and the endpoints."""
    known = tuple(endpoints)
    return Limits(
        age_days=settings.number("retention.age_days"),
        count=settings.number("retention.count"),
        size=settings.number("retention.size_mb") * 2**20,
        endpoints=tuple(_of_endpoint(one, known) for one in known if one.keep_days or one.keep_count),
    )


def _of_endpoint(endpoint: Endpoint, known: Iterable[Endpoint]) -> EndpointLimits:
    inner = (one.path for one in known if one.path != endpoint.path and holds(endpoint.path, one.path))
    return EndpointLimits(endpoint.path, tuple(inner), endpoint.keep_days, endpoint.keep_count)
