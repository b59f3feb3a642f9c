import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.listening import until
from tests.unit.forwarding.stage import PATIENCE, REFUSED, RULE, URL, Target, a_record
from tests.unit.store.stage import Bench
from webhook_inspector.core.capture import Capture
from webhook_inspector.core.delivery import Delivery, DeliveryState
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.drafts.signing import Signing
from webhook_inspector.forwarding import carrier as module
from webhook_inspector.forwarding.backoff import SECOND, Pauses
from webhook_inspector.forwarding.carrier import Carrier, World, attempted, options_of
from webhook_inspector.forwarding.ledger import Ledger
from webhook_inspector.net.nearness import Reach
from webhook_inspector.store import deliveries, marking
from webhook_inspector.store.deliveries import Made, Waiting
from webhook_inspector.store.steps import Steps

NOW = 1_764_000_000 * SECOND
NO_SECRET = Problem.of("forward-no-secret", path="/hook")


class Desk:
    """A carrier with a history of one capture, whose delivery waits."""

    def __init__(self, bench: Bench) -> None:
        self.made: list[Made] = []
        self.target = Target()
        self.steps = Steps(bench.writer.change)
        self.ledger = Ledger(bench.path, self.steps, self.made.append)
        self.now = NOW
        world = World(self.target.send, self.signing_of, lambda _: None, lambda: self.now, lambda: 0.5)
        self.carrier = Carrier(self.ledger, world, Pauses())
        self.carrier.own = "me"
        self.delivery = Delivery(URL, NOW, 1, "app", next_ns=NOW)

    def signing_of(self, _capture: Capture, _now: float) -> Signing:
        raise KnownError(NO_SECRET)

    async def begin(self) -> None:
        self.delivery = await self.steps.do(lambda connection: deliveries.add(connection, self.delivery))

    async def carry(self, size: int = 1, **rule: object) -> bool:
        return await self.carrier.carry(Waiting(self.delivery, size), replace(RULE, **rule))


@asynccontextmanager
async def desk(path: Path) -> AsyncIterator[Desk]:
    bench = Bench(path).start()
    assert bench.writer.submit(a_record(b"body"), 0)
    bench.heard.wait_for(0)
    one = Desk(bench)
    try:
        await one.begin()
        yield one
    finally:
        await one.ledger.close()
        await asyncio.to_thread(bench.stop)


async def test_an_attempt_is_stored_with_what_was_sent_and_what_came(path: Path):
    async with desk(path) as one:
        assert await one.carry()
        (made,) = one.made
        attempt = await one.ledger.ask(lambda reader: reader.attempt(made.attempt.id))
        assert attempt is not None
        assert (attempt.method, attempt.url, attempt.number) == ("POST", "http://localhost:3000/hook", 1)
        assert attempt.sent_head == one.target.got[0].head
        assert (attempt.sent_body, made.own_body) == (b"body", True)
        assert attempt.response is not None
        assert (attempt.response.status, attempt.response.body) == (200, b"hi")
        assert (attempt.started_ns, attempt.timings.total, attempt.peer) == (NOW, 0.5, "127.0.0.1:3000")
        assert made.delivery.state is DeliveryState.DELIVERED


async def test_what_is_told_has_no_bodies(path: Path):
    async with desk(path) as one:
        await one.carry()
        told = attempted(one.made[0])
        assert told.attempt.response is not None
        assert (told.attempt.sent_body, told.attempt.response.body, told.attempt.response.body_size) == (b"", b"", 2)
        one.target.answers = [REFUSED]
        await one.carry()
        assert attempted(one.made[1]).attempt.response is None


async def test_a_failure_waits_for_its_time(path: Path):
    async with desk(path) as one:
        one.target.answers = [REFUSED]
        await one.carry()
        found = one.made[0].delivery
        assert (found.state, found.problem, found.next_ns) == (DeliveryState.WAITING, REFUSED, NOW + SECOND // 2)
        assert one.carrier.held(URL) == 0


async def test_a_target_is_left_alone_as_long_as_it_asks(path: Path):
    async with desk(path) as one:
        one.target.answers = [(503, b"Retry-After: 20\r\n"), (429, b"Retry-After: 5\r\n")]
        await one.carry()
        await one.carry()
        assert one.carrier.held(URL) == 20
        assert one.carrier.held("http://localhost:4000") == 0
        one.now += 21 * SECOND
        assert one.carrier.held(URL) == 0


async def test_what_cannot_be_signed_is_not_sent_and_says_why(path: Path):
    async with desk(path) as one:
        assert await one.carry(sign=True)
        assert one.target.got == []
        assert (one.made[0].attempt.problem, one.made[0].attempt.sent_head) == (NO_SECRET, b"")
        assert one.made[0].delivery.state is DeliveryState.WAITING


async def test_of_a_capture_that_is_gone_nothing_is_sent(path: Path):
    async with desk(path) as one:
        await one.steps.do(lambda connection: marking.delete(connection, [1], 5))
        assert not await one.carry()
        assert (one.target.got, one.made) == ([], [])


async def test_of_large_bodies_only_one_is_on_its_way(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "LARGE", 1)
    async with desk(path) as one:
        await asyncio.gather(*(one.carry(size=2) for _ in range(3)))
        assert (one.target.most, len(one.target.got)) == (1, 3)
        one.target.open.clear()
        small = [asyncio.ensure_future(one.carry(size=1)) for _ in range(3)]
        await until(lambda: one.target.under_way == 3, PATIENCE)
        one.target.open.set()
        await asyncio.gather(*small)


def test_how_a_rule_sends():
    assert options_of(replace(RULE, timeout=7)).timeout == 7
    assert options_of(RULE).reach is Reach.FORWARD
    assert options_of(replace(RULE, private=True)).reach is Reach.ANYTHING
    assert options_of(RULE).keep.most == module.KEPT_BODY
