import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.listening import until
from tests.unit.forwarding.stage import PATIENCE, RULE, URL, a_record
from tests.unit.store.stage import Bench
from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.forwarding import lane as module
from webhook_inspector.forwarding.backoff import SECOND
from webhook_inspector.forwarding.lane import Lane
from webhook_inspector.forwarding.ledger import Ledger
from webhook_inspector.store import deliveries
from webhook_inspector.store.deliveries import Made, Waiting
from webhook_inspector.store.steps import Steps


class Porter:
    """In the place of the carrier: delivers at once, or fails as it was told."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.carried: list[int] = []
        self.failures: list[Exception] = []
        self.hold = 0.0

    def held(self, _target: str) -> float:
        return self.hold

    async def carry(self, waiting: Waiting, _rule: ForwardRule) -> bool:
        if self.failures:
            raise self.failures.pop()
        one = waiting.delivery
        self.carried.append(one.id)
        after = replace(one, state=DeliveryState.DELIVERED, attempts=1)
        return await self.ledger.keep(Made(after, Attempt(1, "POST", URL, b"", b""), own_body=True))


class Stand:
    def __init__(self, bench: Bench) -> None:
        self.steps = Steps(bench.writer.change)
        self.ledger = Ledger(bench.path, self.steps, lambda _: None)
        self.porter = Porter(self.ledger)
        self.gave_way = 0
        self.now = 100 * SECOND
        self.lane = Lane(URL, self.ledger, self.porter, clock=lambda: self.now, give_way=self.give_way, most=3)  # type: ignore[arg-type]

    async def give_way(self) -> None:
        self.gave_way += 1

    async def queue(self, *moments: int) -> None:
        wanted = [Delivery(URL, 1, 1, "app", next_ns=seconds * SECOND) for seconds in moments]
        await self.steps.do(lambda connection: deliveries.enqueue(connection, "forward:app", 1, wanted))
        self.lane.wake()

    async def settle(self) -> None:
        """Until the lane has looked: questions are answered in their order, and what is due then begins."""
        for _ in range(3):
            await self.ledger.ask(lambda reader: reader.count())
            await asyncio.sleep(0)

    async def until_carried(self, *ids: int) -> None:
        await until(lambda: set(ids) <= set(self.porter.carried), PATIENCE)
        assert sorted(self.porter.carried) == sorted(ids)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AGAIN_SECONDS", 0.01)


@asynccontextmanager
async def standing(path: Path, rule: ForwardRule | None = RULE) -> AsyncIterator[Stand]:
    bench = Bench(path).start()
    assert bench.writer.submit(a_record(b"body"), 0)
    bench.heard.wait_for(0)
    stand = Stand(bench)
    stand.lane.follow(rule)
    running = asyncio.ensure_future(stand.lane.run())
    try:
        yield stand
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await stand.ledger.close()
        await asyncio.to_thread(bench.stop)


async def test_what_is_due_is_carried_once_and_what_is_not_waits(path: Path):
    async with standing(path) as stand:
        await stand.queue(50, 200, 90, 100, 100)
        await stand.until_carried(1, 3, 4, 5)
        assert stand.gave_way == 4
        stand.now = 200 * SECOND
        stand.lane.wake()
        await stand.until_carried(1, 2, 3, 4, 5)


async def test_the_moment_comes_by_itself(path: Path):
    async with standing(path) as stand:
        clock = asyncio.get_running_loop().time
        begun = clock()
        stand.lane._clock = lambda: int((clock() - begun) * SECOND)
        await stand.steps.do(
            lambda connection: deliveries.add(connection, Delivery(URL, 1, 1, "app", next_ns=SECOND // 10))
        )
        stand.lane.wake()
        await stand.until_carried(1)


async def test_in_order_the_first_holds_up_the_others(path: Path):
    async with standing(path, replace(RULE, in_order=True)) as stand:
        await stand.queue(200, 50)
        await stand.queue(50)
        stand.now = 199 * SECOND
        stand.lane.wake()
        stand.lane.follow(None)
        stand.lane.follow(replace(RULE, in_order=True))
        await stand.settle()
        assert stand.porter.carried == []
        stand.now = 200 * SECOND
        stand.lane.wake()
        await stand.until_carried(1, 2, 3)
        assert stand.porter.carried == [1, 2, 3]


async def test_without_a_rule_nothing_begins(path: Path):
    async with standing(path, None) as stand:
        await stand.queue(50)
        await stand.settle()
        assert stand.porter.carried == []
        stand.lane.follow(RULE)
        await stand.until_carried(1)


async def test_a_target_that_wants_nothing_is_left_alone(path: Path):
    async with standing(path) as stand:
        stand.porter.hold = 1000
        await stand.queue(50)
        await stand.settle()
        assert stand.porter.carried == []
        stand.porter.hold = 0
        stand.lane.wake()
        await stand.until_carried(1)


async def test_a_history_that_cannot_be_read_now_is_asked_again(path: Path, monkeypatch: pytest.MonkeyPatch):
    async with standing(path) as stand:
        busy = KnownError(Problem.of("store-busy"))
        stand.porter.failures = [busy]
        failures = [busy]
        ask = stand.ledger.ask

        async def failing(question):
            if failures:
                raise failures.pop()
            return await ask(question)

        monkeypatch.setattr(stand.ledger, "ask", failing)
        await stand.queue(50)
        await stand.until_carried(1)
        assert (failures, stand.porter.failures) == ([], [])
