"""Searches that are given up for others leave nothing behind: what was asked for last stands, however slowly answers come."""

import asyncio
import random
import threading
from array import array
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest

from tests.ui.feeding import Around
from tests.ui.history import fill, records, tries
from tests.ui.rows import query_of
from webhook_inspector.core.order import Order
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.paths import DataFolder
from webhook_inspector.search.query import Query
from webhook_inspector.store.reader import Interrupted, Reader
from webhook_inspector.ui import feed as feed_file
from webhook_inspector.ui import found as found_file
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.found import found_by
from webhook_inspector.ui.library import Library

FILTERS = ("", "try", "hook", "sig:valid", "NOT try", "nowhere", "method:post", "try OR hook", "size:>3", "/hoo./")


class SlowReader(Reader):
    """Every search takes a while, in which it can be interrupted; some are broken off by a fault."""

    def __init__(self, path: Path, dice: random.Random) -> None:
        self.dice = dice
        self.stopped = threading.Event()
        self.faults = 0
        super().__init__(path)

    def ids(
        self, query: Query, *, after: int = 0, newest: int | None = None, order: Order | None = None
    ) -> "array[int]":
        self._dawdle(after)
        return super().ids(query, after=after, newest=newest, order=order)

    def first_ids(self, *, after: int = 0, newest: int | None = None, order: Order | None = None) -> "array[int]":
        self._dawdle(after)
        return super().first_ids(after=after, newest=newest, order=order)

    def interrupt(self) -> None:
        self.stopped.set()
        super().interrupt()

    def _dawdle(self, after: int) -> None:
        self.stopped.clear()  # what fell between two questions stops nothing
        if after:
            return  # what is new is read quickly
        if self.faults:
            self.faults -= 1
            raise KnownError(Problem.of("store-busy"))
        if self.stopped.wait(self.dice.choice([0, 0, 0.005, 0.03])):
            raise Interrupted


class Slow(Around):
    """With readers that dawdle, and a post that delivers their answers late and not in the order in which they were given."""

    def __init__(self, folder: DataFolder, dice: random.Random) -> None:
        super().__init__(folder.history)
        self.dice = dice
        self.readers: list[SlowReader] = []
        self.library = Library(self._open)
        self.feed = Feed(self.model, self.library, folder.history)
        self.feed.failed.connect(self.failures.append)
        self.busy: list[bool] = []
        self.feed.searching.connect(self.busy.append)
        self.asked: list[str] = []
        self.shown: list[int] = []
        """Of each list that came, the place of what it was asked for by, among all that was asked."""
        self.model.modelReset.connect(self._see)
        self._usual = self.library.search
        self.library.search = self._search  # type: ignore[method-assign]

    def ask(self, text: str) -> None:
        """Under a name of its own, which the rows are known by."""
        self.asked.append(f"search {len(self.asked)}")
        self.feed.search(Query(query_of(text).root, self.asked[-1]))

    @property
    def idle(self) -> bool:
        return bool(self.busy) and self.busy[-1] is False and self.feed._shown == self.feed._latest

    def _open(self) -> SlowReader:
        self.readers.append(SlowReader(self.history, self.dice))
        return self.readers[-1]

    def _see(self) -> None:
        if self.feed.query.text:
            self.shown.append(self.asked.index(self.feed.query.text))

    async def _search(self, question: Callable[[Reader], Any]) -> Any:
        found = await self._usual(question)
        await asyncio.sleep(self.dice.choice([0, 0, 0.01, 0.04]))
        return found


@asynccontextmanager
async def slowly(folder: DataFolder, dice: random.Random) -> AsyncIterator[Slow]:
    """It ends inside the test: its timers need the running loop."""
    around = Slow(folder, dice)
    try:
        yield around
    finally:
        await around.end()


@pytest.fixture(params=range(3))
def dice(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> random.Random:
    """Few are many: what is found comes in two parts."""
    for file in (found_file, feed_file):
        monkeypatch.setattr(file, "FIRST", 10)
    monkeypatch.setattr(feed_file, "FLUSH_SECONDS", 0.01)
    monkeypatch.setattr(feed_file, "SORT_SECONDS", 0.05)
    return random.Random(request.param)


def finds(around: Slow, text: str, order: Order | None = None) -> bool:
    with closing(Reader(around.history)) as reader:
        return list(around.model.heads()) == list(found_by(reader, query_of(text), order=order))


async def test_of_many_quick_changes_while_captures_come_the_last_stands(
    aloop, folder: DataFolder, dice: random.Random
):
    fill(folder.history, [*records(30), *tries("evt_1", "evt_2", "evt_1")])
    async with slowly(folder, dice) as around:
        for _ in range(40):
            around.ask(dice.choice(FILTERS))
            await asyncio.sleep(dice.choice([0, 0, 0.005, 0.05]))
            if dice.random() < 0.3:
                fill(folder.history, [*records(2), *tries("evt_1", "")])
                around.feed.stir()
        around.ask("hook")
        await around.until(lambda: around.idle and finds(around, "hook"))
        assert around.shown == sorted(around.shown)  # never an older one after a newer
        assert around.shown[-1] == 40
        fill(folder.history, records(1))
        around.feed.stir()
        await around.until(lambda: finds(around, "hook") and around.feed.last == around.feed.total)
        assert around.failures == []


@pytest.mark.parametrize("order", [None, Order("size")])
async def test_an_answer_that_comes_after_a_newer_one_is_not_shown(
    aloop, folder: DataFolder, dice: random.Random, order: Order | None
):
    fill(folder.history, [*records(3), *tries("evt_1")])
    async with slowly(folder, dice) as around:
        around.feed.put_in_order(order)
        around.ask("")
        await around.until(lambda: around.idle)
        usual, held, answered = around.library.search, asyncio.Event(), asyncio.Event()

        async def keep_back(question: Callable[[Reader], Any]) -> Any:
            around.library.search = usual  # type: ignore[method-assign]
            found = await usual(question)
            answered.set()
            await held.wait()
            return found

        around.library.search = keep_back  # type: ignore[method-assign]
        around.ask("hook")
        await around.until(answered.is_set)
        around.ask("try")
        await around.until(lambda: around.idle and finds(around, "try", order))
        held.set()
        await around.until(lambda: len(around.feed._tasks._running) == 0)
        assert finds(around, "try", order)
        assert around.shown == [0, 2]


async def test_filters_and_orders_that_change_each_other_s_answers(aloop, folder: DataFolder, dice: random.Random):
    fill(folder.history, [*records(30), *tries("evt_1", "evt_2", "evt_1")])
    async with slowly(folder, dice) as around:
        for _ in range(30):
            if dice.random() < 0.5:
                around.ask(dice.choice(FILTERS))
            else:
                around.feed.put_in_order(dice.choice([None, Order("size"), Order("time", descending=True)]))
            await asyncio.sleep(dice.choice([0, 0, 0.005, 0.05]))
        around.feed.put_in_order(Order("event", descending=True))
        around.ask("NOT try")
        await around.until(lambda: around.idle and finds(around, "NOT try", Order("event", descending=True)))
        assert around.model.order == Order("event", descending=True)
        around.feed.put_in_order(None)
        await around.until(lambda: around.idle and finds(around, "NOT try"))
        assert around.shown == sorted(around.shown)


async def test_a_fault_between_searches_is_forgotten_with_them(aloop, folder: DataFolder, dice: random.Random):
    fill(folder.history, records(30))
    async with slowly(folder, dice) as around:
        around.ask("hook")
        await around.until(lambda: around.idle)
        reader = around.readers[0]  # the search's
        for text in ("try", "NOT hook"):
            reader.faults = 1
            around.ask(text)
            await around.until(lambda: not reader.faults)
        around.ask("size:>3")
        await around.until(lambda: around.idle and finds(around, "size:>3"))
        told = len(around.failures)
        assert told <= 2
        reader.faults = 1
        around.ask("try")
        await around.until(lambda: len(around.failures) == told + 1)  # of the last search it is told
        assert around.busy[-1] is False
        assert finds(around, "size:>3")  # what was found before stays
        around.ask("try")
        await around.until(lambda: around.idle and finds(around, "try"))


async def test_a_fault_of_a_search_that_was_given_up_is_not_told(aloop, folder: DataFolder, dice: random.Random):
    fill(folder.history, records(3))
    async with slowly(folder, dice) as around:
        around.ask("hook")
        await around.until(lambda: around.idle)
        usual, held = around.library.search, asyncio.Event()

        async def fail(question: Callable[[Reader], Any]) -> Any:
            around.library.search = usual  # type: ignore[method-assign]
            await held.wait()
            raise KnownError(Problem.of("store-busy"))

        around.library.search = fail  # type: ignore[method-assign]
        around.ask("try")
        await asyncio.sleep(0)
        around.ask("size:>3")
        await around.until(lambda: around.idle)
        held.set()
        await around.until(lambda: len(around.feed._tasks._running) == 0)
        assert around.failures == []
        assert finds(around, "size:>3")


async def test_what_was_stopped_shows_nothing_more(aloop, folder: DataFolder, dice: random.Random):
    fill(folder.history, records(30))
    async with slowly(folder, dice) as around:
        around.ask("hook")
        await around.until(lambda: around.idle)
        before = list(around.model.ids)
        around.ask("nowhere")
        around.feed.put_in_order(Order("size"))
        await asyncio.sleep(0)
        await around.feed.stop()
        resets = len(around.shown)
        await asyncio.sleep(0.1)
        assert (len(around.shown), list(around.model.ids)) == (resets, before)
