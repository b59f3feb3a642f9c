import asyncio
import logging
from contextlib import closing
from pathlib import Path

import pytest

from tests.unit.store.stage import Bench
from webhook_inspector import retention as module
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.events import Event, Removed
from webhook_inspector.core.marks import MarkChange
from webhook_inspector.core.problem import KnownError
from webhook_inspector.marking import Marking
from webhook_inspector.retention import Retention, retention_limits
from webhook_inspector.settings import Settings
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.retention import EndpointLimits, Limits
from webhook_inspector.store.steps import Steps


class Keeper:
    """A retention with a writer at work."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.events: list[Event] = []
        self.bench = Bench(path).start()
        self.steps = Steps(self.bench.writer.change)

    def retention(self, limits: Limits = Limits()) -> Retention:  # noqa: B008  it is frozen
        return Retention(self.path, lambda: limits, self.steps, self.events.append)

    def removed(self) -> list[int]:
        return [number for event in self.events if isinstance(event, Removed) for number in event.ids]

    def there(self) -> list[int]:
        with closing(Reader(self.path)) as reader:
            return [row.id for row in reader.rows(range(1, 2000))]


@pytest.fixture
def keeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "REST", 0)
    one = Keeper(tmp_path / "history.db")
    yield one
    one.bench.stop()


async def test_the_oldest_go_and_it_is_told(keeper: Keeper, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO)
    keeper.bench.keep(700)
    await Marking(keeper.steps, lambda: None).mark([3], MarkChange(pinned=True))
    assert await keeper.retention().sweep(Limits(count=100)) == {"count": 599}
    assert keeper.there() == [3, *range(601, 701)]
    assert keeper.removed() == [*range(1, 3), *range(4, 601)]
    assert "retention removed 599 captures by the rule count" in caplog.text
    assert await keeper.retention().sweep(Limits(count=100)) == {}


async def test_limits_of_an_endpoint_are_kept_in_steps_too(keeper: Keeper, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST", 100)
    keeper.bench.keep(300)
    limits = Limits(count=250, endpoints=(EndpointLimits("/stripe", count=20),))
    assert await keeper.retention().sweep(limits) == {"count:/stripe": 280}
    assert keeper.there() == [*range(281, 301)]
    assert keeper.removed() == [*range(1, 281)]


async def test_a_size_is_reached_in_a_few_looks_and_the_file_gets_shorter(keeper: Keeper):
    keeper.bench.keep(200, bytes(20_000))
    removals = await keeper.retention().sweep(Limits(size=2 * 2**20))
    assert 80 < removals["size"] < 130
    keeper.bench.stop()
    assert keeper.path.stat().st_size < 2.2 * 2**20


async def test_what_the_user_deleted_is_not_told_again(keeper: Keeper):
    keeper.bench.keep(3)
    await Marking(keeper.steps, lambda: None).delete([1, 2])
    assert await keeper.retention().sweep(Limits()) == {}
    assert await keeper.retention().sweep(Limits(deleted_days=0)) == {"deleted": 2}
    assert keeper.events == []


async def test_captures_are_stored_between_the_steps(keeper: Keeper):
    keeper.bench.keep(1000)
    sweeping = asyncio.ensure_future(keeper.retention().sweep(Limits(count=10)))
    while not sweeping.done():
        keeper.bench.send()
        await asyncio.sleep(0.001)
    assert keeper.there()[-1] > 1000


async def test_it_looks_at_once_and_goes_on_after_a_failure(keeper: Keeper, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "PERIOD", 0.01)
    keeper.bench.keep(5)
    one = keeper.retention(Limits(count=2))
    away = keeper.path.with_name("away.db")
    monkeypatch.setattr(one, "_history", away)
    running = asyncio.ensure_future(one.run())
    await asyncio.sleep(0.05)
    assert not running.done()
    monkeypatch.setattr(one, "_history", keeper.path)
    while len(keeper.there()) > 2:  # noqa: ASYNC110  (nothing tells the moment)
        await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.wait([running])


async def test_where_another_process_has_the_history_nothing_goes(keeper: Keeper):
    keeper.bench.keep(3)
    keeper.bench.stop()
    with pytest.raises(KnownError, match="store-not-ours"):
        await keeper.retention().sweep(Limits(count=1))


def test_limits_are_those_of_the_settings():
    settings = Settings({"retention.age_days": 30, "retention.count": 5, "retention.size_mb": 2})
    assert retention_limits(settings) == Limits(age_days=30, count=5, size=2 * 2**20)
    assert retention_limits(Settings()) == Limits()
    endpoints = (Endpoint("/", keep_days=9), Endpoint("/a", keep_count=3), Endpoint("/a/b"), Endpoint("/c"))
    assert retention_limits(Settings(), iter(endpoints)).endpoints == (
        EndpointLimits("/", ("/a", "/a/b", "/c"), age_days=9),
        EndpointLimits("/a", ("/a/b",), count=3),
    )
