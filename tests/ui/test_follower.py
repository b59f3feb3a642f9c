import asyncio
from contextlib import asynccontextmanager

import pytest

from tests.ui.history import fill, records
from tests.ui.rows import place_of
from tests.ui.running import until
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui import follower as follower_file
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.follower import Follower
from webhook_inspector.ui.library import Library


@asynccontextmanager
async def following(folder):
    """The model that a follower fills. It ends inside the test: its timer needs the running loop."""
    model, library, tasks = CapturesModel(), Library(lambda: Reader(folder.history)), Tasks()
    feed = Feed(model, library, folder.history)
    follower = Follower(feed, library, folder.history, tasks)
    follower.start()
    try:
        yield model, feed
    finally:
        follower.stop()
        await tasks.stop()
        await feed.stop()
        await library.close()


@pytest.fixture(autouse=True)
def often(monkeypatch):
    monkeypatch.setattr(follower_file, "POLL_MS", 20)


async def test_sees_what_another_process_captures(aloop, folder):
    fill(folder.history, records(2))
    async with following(folder) as (model, _):
        await until(lambda: model.rowCount() == 2)
        fill(folder.history, records(3))
        await until(lambda: model.rowCount() == 5)


async def test_waits_for_a_history_that_is_not_there_yet(aloop, folder):
    async with following(folder) as (model, feed):
        codes = []
        feed.failed.connect(lambda problem: codes.append(problem.code))
        await until(lambda: codes)
        assert set(codes) == {"no-history"}
        fill(folder.history, records(1))
        await until(lambda: model.rowCount() == 1)


async def test_goes_on_with_a_history_that_was_begun_anew(aloop, folder):
    fill(folder.history, records(3, target="/old"))
    async with following(folder) as (model, _):
        await until(lambda: model.rowCount() == 3)
        for file in folder.path.glob("history.db*"):
            file.unlink()
        fill(folder.history, records(1, target="/new"))
        await until(lambda: model.rowCount() == 1 and model.index(0, place_of("path")).data() == "/new/0")


async def test_reads_nothing_while_nothing_happens(aloop, folder):
    fill(folder.history, records(1))
    async with following(folder) as (model, feed):
        await until(lambda: model.rowCount() == 1)
        await asyncio.sleep(0.2)
        reads = []
        feed.before_read = lambda: reads.append(1)
        await asyncio.sleep(0.3)
        assert reads == []
