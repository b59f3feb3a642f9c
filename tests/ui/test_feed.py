import asyncio

import pytest

from tests.ui.history import fill, records
from webhook_inspector.search.query import parse
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui import feed as feed_file
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.feed import Feed, disk_size, first_found, news_of
from webhook_inspector.ui.library import Library


class Around:
    """A feed with what it stands between."""

    def __init__(self, history):
        self.history = history
        self.model = CapturesModel()
        self.library = Library(lambda: Reader(history))
        self.feed = Feed(self.model, self.library, history)
        self.failures = []
        self.feed.failed.connect(self.failures.append)

    async def until(self, condition, seconds=5.0):
        end = asyncio.get_running_loop().time() + seconds
        while not condition():
            assert asyncio.get_running_loop().time() < end, "it never happened"
            await asyncio.sleep(0.01)

    def paths(self):
        return [self.model.index(row, 2).data() for row in range(self.model.rowCount())]

    async def search(self, text):
        busy = []
        self.feed.searching.connect(busy.append)
        self.feed.search(parse(text))
        await self.until(lambda: busy and busy[-1] is False)
        self.feed.searching.disconnect(busy.append)

    async def end(self):
        await self.feed.stop()
        await self.library.close()


@pytest.fixture
def around(aloop, folder):
    made = Around(folder.history)
    yield made
    aloop.run_until_complete(made.end())


async def test_shows_what_is_there(aloop, around):
    fill(around.history, records(3))
    await around.search("")
    assert around.paths() == ["/hook/0", "/hook/1", "/hook/2"]
    assert (around.feed.total, around.feed.last, around.feed.ready) == (3, 3, True)


async def test_takes_in_what_comes(aloop, around):
    fill(around.history, records(2))
    await around.search("")
    fill(around.history, records(3, target="/new"))
    around.feed.stir()
    await around.until(lambda: around.model.rowCount() == 5)
    assert around.paths()[2:] == ["/new/0", "/new/1", "/new/2"]
    assert (around.feed.total, around.feed.taken) == (5, 3)
    assert around.feed.disk_size == disk_size(around.history) > 0


async def test_takes_in_only_what_the_search_finds_and_counts_the_rest(aloop, around):
    fill(around.history, records(2, target="/stripe"))
    await around.search("stripe")
    fill(around.history, records(1, target="/github") + records(1, target="/stripe/new"))
    around.feed.stir()
    await around.until(lambda: around.feed.taken == 2)
    assert around.paths() == ["/stripe/0", "/stripe/1", "/stripe/new/0"]
    assert around.feed.total == 4


async def test_at_most_one_taking_in_every_100_ms(aloop, around):
    fill(around.history, records(1))
    await around.search("")
    reads = []
    around.feed.before_read = lambda: reads.append(1)
    end = aloop.time() + 0.45
    while aloop.time() < end:
        around.feed.stir()
        await asyncio.sleep(0.001)
    assert 2 <= len(reads) <= 6


async def test_more_than_the_first_thousand_are_found_too(aloop, around, monkeypatch):
    monkeypatch.setattr(feed_file, "FIRST", 10)
    fill(around.history, records(35))
    shown = []
    around.model.modelReset.connect(lambda: shown.append(around.model.rowCount()))
    await around.search("hook")
    assert shown == [10]
    assert list(around.model.ids) == list(range(1, 36))


async def test_a_search_leaves_nothing_of_an_older_one(aloop, around):
    fill(around.history, records(20, target="/stripe") + records(20, target="/github"))
    for text in ("s", "st", "str", "g", "github"):
        around.feed.search(parse(text))
    await around.until(lambda: around.feed.query == parse("github"))
    await asyncio.sleep(0.2)
    assert list(around.model.ids) == list(range(21, 41))
    assert around.feed.query == parse("github")


async def test_what_comes_while_a_search_runs_is_taken_in_after_it(aloop, around, monkeypatch):
    fill(around.history, records(1, target="/stripe"))
    await around.search("")
    first = feed_file.first_found

    def with_a_late_one(reader, query):
        found = first(reader, query)
        fill(around.history, records(1, target="/stripe/late"))
        return found

    monkeypatch.setattr(feed_file, "first_found", with_a_late_one)
    await around.search("stripe")
    await around.until(lambda: around.model.rowCount() == 2)
    assert around.paths() == ["/stripe/0", "/stripe/late/0"]


async def test_rows_that_are_looked_at_are_fetched(aloop, around):
    fill(around.history, records(900))
    await around.search("")
    assert around.model.index(10, 2).data() == ""
    await around.until(lambda: around.model.index(10, 2).data() == "/hook/10")


async def test_a_history_that_is_not_there_is_told_and_comes_with_reopen(aloop, around):
    await around.search("")
    assert [problem.code for problem in around.failures] == ["no-history"]
    assert not around.feed.ready
    fill(around.history, records(2))
    await around.feed.reopen()
    await around.until(lambda: around.model.rowCount() == 2)


async def test_after_another_history_came_no_row_of_the_old_one_is_left(aloop, around):
    fill(around.history, records(5, target="/old"))
    await around.search("")
    for file in around.history.parent.iterdir():
        file.unlink()
    fill(around.history, records(3, target="/new"))
    await around.feed.reopen()
    await around.until(lambda: around.model.rowCount() == 3)
    assert around.paths() == ["/new/0", "/new/1", "/new/2"]


def test_first_found_and_news_meet_without_gap_and_overlap(folder):
    fill(folder.history, records(4, target="/stripe"))
    reader = Reader(folder.history)
    found = first_found(reader, parse("stripe"))
    fill(folder.history, records(3, target="/stripe"))
    news = news_of(reader, parse("stripe"), found.last, folder.history)
    reader.close()
    assert [*found.ids, *news.ids] == list(range(1, 8))
    assert [cells.id for cells in news.cells] == [5, 6, 7]
