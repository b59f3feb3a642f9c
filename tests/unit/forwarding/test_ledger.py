import asyncio
from pathlib import Path

import pytest

from tests.unit.forwarding.stage import RULE, a_record
from tests.unit.store.stage import Bench
from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.forwarding import ledger as module
from webhook_inspector.forwarding.ledger import Ledger
from webhook_inspector.store import deliveries
from webhook_inspector.store.deliveries import Made
from webhook_inspector.store.steps import Steps


class Broken(Steps):
    """Cannot write for the first `failures` times."""

    def __init__(self, bench: Bench, failures: int) -> None:
        super().__init__(bench.writer.change)
        self.failures = failures
        self.tried = 0

    async def do(self, step):
        self.tried += 1
        if self.tried <= self.failures:
            raise KnownError(Problem.of("store-full"))
        return await super().do(step)


@pytest.fixture
def bench(path: Path):
    one = Bench(path).start()
    assert one.writer.submit(a_record(b"x"), 0)
    one.heard.wait_for(0)
    yield one
    one.stop()


@pytest.fixture
def told() -> list[Made]:
    return []


def made(number: int) -> Made:
    return Made(Delivery("http://a", 1, 1, "app", id=number, attempts=1), Attempt(1, "POST", "", b"", b"x"), True)


async def test_attempts_that_end_together_are_written_together(bench: Bench, told: list[Made]):
    steps = Broken(bench, 0)
    ledger = Ledger(bench.path, steps, told.append)
    wanted = [Delivery("http://a", 1, 1, "app")] * 3
    await ledger.do(lambda connection: deliveries.enqueue(connection, "forward:app", 1, wanted))
    kept = await asyncio.gather(*(ledger.keep(made(number)) for number in (1, 2, 3, 99)))
    assert kept == [True, True, True, False]
    assert [one.attempt.id for one in told] == [1, 2, 3]
    assert steps.tried == 2
    assert len(await ledger.ask(lambda reader: reader.attempts_of(2))) == 1
    await ledger.close()


async def test_what_cannot_be_written_waits_and_is_written_when_it_can(
    bench: Bench, told: list[Made], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "AGAIN_SECONDS", 0)
    steps = Broken(bench, 3)
    ledger = Ledger(bench.path, steps, told.append)
    stored = await ledger.do(lambda connection: deliveries.add(connection, Delivery("http://a", 1, 1, RULE.name)))
    assert (stored.id, steps.tried) == (1, 4)
    await ledger.close()


async def test_the_end_waits_for_what_was_made(bench: Bench, told: list[Made]):
    ledger = Ledger(bench.path, Steps(bench.writer.change), told.append)
    await ledger.do(lambda connection: deliveries.add(connection, Delivery("http://a", 1, 1, "app")))
    keeping = asyncio.ensure_future(ledger.keep(made(1)))
    await asyncio.sleep(0)
    await ledger.close()
    assert await keeping
    assert [one.attempt.id for one in told] == [1]


async def test_the_end_does_not_wait_for_ever(bench: Bench, told: list[Made], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "GRACE", 0.01)
    ledger = Ledger(bench.path, Broken(bench, 10**9), told.append)
    keeping = asyncio.ensure_future(ledger.keep(made(1)))
    await asyncio.sleep(0)
    await ledger.close()
    assert not keeping.done()
    keeping.cancel()


async def test_a_history_that_is_not_there_is_told(tmp_path: Path, bench: Bench, told: list[Made]):
    ledger = Ledger(tmp_path / "nothing.db", Steps(bench.writer.change), told.append)
    with pytest.raises(KnownError) as caught:
        await ledger.ask(lambda reader: reader.count())
    assert caught.value.problem.code == "no-history"
    await ledger.close()
