"""The list under Qt's own examination of models while captures stream in and the user filters, sorts, folds and deletes."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.feeding import Around
from tests.ui.history import judge, paid, records, tries, writing
from tests.ui.rows import query_of
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.order import Order
from webhook_inspector.paths import DataFolder
from webhook_inspector.search.query import Query
from webhook_inspector.store import marking
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui import feed as feed_file
from webhook_inspector.ui import found as found_file
from webhook_inspector.ui.found import found_by

FILTERS = ("", "", "try", "hook", "sig:valid", "is:pinned", "NOT try", "nowhere")
ORDERS = (None, None, Order("size"), Order("time", descending=True), Order("event"))


class Mirror:
    """A list that only follows what the model's signals say of rows: what any view believes."""

    def __init__(self, around: Around) -> None:
        self.model = around.model
        self.ids = list(self.model.ids)
        self.told = 0
        self.model.rowsInserted.connect(self._insert)
        self.model.rowsRemoved.connect(self._remove)
        self.model.modelReset.connect(self._reset)

    def _insert(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told += 1
        self.ids[first:first] = self.model.ids[first : last + 1]

    def _remove(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told += 1
        del self.ids[first : last + 1]

    def _reset(self) -> None:
        self.told += 1
        self.ids = list(self.model.ids)


@pytest.fixture(params=range(3))
def dice(request: pytest.FixtureRequest) -> random.Random:
    return random.Random(request.param)


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found comes in two parts, and soon."""
    for file in (found_file, feed_file):
        monkeypatch.setattr(file, "FIRST", 20)
    monkeypatch.setattr(found_file, "COUNTED", 10)
    monkeypatch.setattr(feed_file, "FLUSH_SECONDS", 0.01)
    monkeypatch.setattr(feed_file, "SORT_SECONDS", 0.02)
    monkeypatch.setattr(feed_file, "SETTLE_MS", 20)


@asynccontextmanager
async def examined(folder: DataFolder) -> AsyncIterator[Around]:
    """It ends inside the test: its timers need the running loop."""
    around = Around(folder.history)
    tester = QAbstractItemModelTester(around.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    try:
        yield around
    finally:
        await around.end()
    assert tester.model() is around.model
    assert around.failures == []


class Stream:
    """Steps that change the history, or what is shown of it, at once and without waiting for what comes of them."""

    def __init__(self, around: Around, dice: random.Random) -> None:
        self.around = around
        self.dice = dice
        self.query = Query()
        self.order: Order | None = None
        self.count = 0
        self.gone: set[int] = set()
        self.moment = 0

    def come(self) -> None:
        names = [
            self.dice.choice(["", "evt_1", "evt_2", f"evt_{self.count}"]) for _ in range(self.dice.randrange(1, 9))
        ]
        made = [*tries(*names), *records(self.dice.randrange(3), body=b"x" * self.dice.randrange(50))]
        with writing(self.around.history) as writer:
            for record in made:
                assert writer.submit(record, None)
        self.count += len(made)
        self.around.feed.stir()

    def filter(self) -> None:
        self.query = query_of(self.dice.choice(FILTERS))
        self.around.feed.search(self.query)

    def sort(self) -> None:
        self.order = self.dice.choice(ORDERS)
        self.around.feed.put_in_order(self.order)

    def fold(self) -> None:
        for number in self._some(3):
            self.around.feed.toggle_tries(number)

    def judge(self) -> None:
        judged: dict[int, Judgement] = {number: paid(self.dice.choice(["evt_1", "evt_7"])) for number in self._some(4)}
        judge(self.around.history, judged)
        self.around.feed.judged(list(judged))
        self.around.feed.settle()

    def delete(self) -> None:
        gone = self._some(3)
        self.moment += 1
        with writing(self.around.history) as writer:
            writer.change(lambda connection: len(marking.delete(connection, gone, self.moment)), lambda _: None)
        self.gone.update(gone)
        self.around.feed.dropped(gone)

    def look_again(self) -> None:
        """As if another process had written the history."""
        self.around.feed._tasks.spawn(self.around.feed.look_again(), name="look again")

    def look(self) -> None:
        model = self.around.model
        for _ in range(20):
            if model.rowCount():
                model.index(self.dice.randrange(model.rowCount()), 0).data()

    def _some(self, count: int) -> list[int]:
        ids = list(self.around.model.ids)
        return sorted(self.dice.sample(ids, min(count, len(ids))))


def right(stream: Stream, reader: Reader) -> bool:
    """Whether the list is what the last query finds, in the last order."""
    around = stream.around
    if around.model.order != stream.order or around.feed.query != stream.query:
        return False
    return list(around.model.heads()) == list(found_by(reader, stream.query, order=stream.order))


async def test_the_model_stays_right_whatever_happens_meanwhile(
    aloop, folder: DataFolder, dice: random.Random, few_are_many: None
):
    async with examined(folder) as around:
        stream = Stream(around, dice)
        stream.come()
        await around.search("")
        mirror = Mirror(around)
        steps = [stream.come, stream.filter, stream.sort, stream.fold, stream.judge, stream.delete, stream.look]
        for _ in range(60):
            dice.choices([*steps, stream.look_again], [4, 2, 2, 2, 1, 1, 3, 2])[0]()
            for _ in range(dice.randrange(8)):
                await asyncio.sleep(0)  # some of it goes on
            if dice.random() < 0.3:
                await around.until(lambda: around.feed._shown == around.feed._latest)
            assert mirror.ids == list(around.model.ids)
        stream.filter()  # what a judgement does to a filter is seen when that is asked for anew
        with closing(Reader(around.history)) as reader:
            await around.until(lambda: right(stream, reader) and around.feed.total == reader.count())
        assert mirror.ids == list(around.model.ids)
        assert len(set(mirror.ids)) == len(mirror.ids)
        assert not stream.gone & set(mirror.ids)
        assert mirror.told > 3
