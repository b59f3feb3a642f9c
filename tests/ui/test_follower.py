import asyncio
from contextlib import asynccontextmanager, contextmanager

import pytest

from tests.ui.history import fill, judge, paid, records, tries, writing
from tests.ui.rows import place_of, query_of
from tests.ui.running import Running, running, until
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.marks import MarkChange
from webhook_inspector.core.order import Order
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.core.verdict import Status
from webhook_inspector.endpoints import save_endpoint
from webhook_inspector.store import marking
from webhook_inspector.store.lock import FolderLock
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
    follower = Follower(feed, library, folder.history, tasks, lambda: "")
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
    monkeypatch.setattr(follower_file, "REVIEW_SECONDS", 0.05)


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


def change(folder, step):
    """As another process does: something of what is stored."""
    with writing(folder.history) as writer:
        writer.change(lambda connection: len(step(connection)), lambda problem: None)


def delete(folder, ids, moment_ns=1):
    change(folder, lambda connection: marking.delete(connection, ids, moment_ns))


def restore(folder, moment_ns=1):
    change(folder, lambda connection: marking.restore(connection, moment_ns))


def column(model, key):
    return [model.index(row, place_of(key)).data() for row in range(model.rowCount())]


async def test_sees_what_another_process_marks_and_judges(aloop, folder):
    fill(folder.history, tries("", "evt_2"))
    async with following(folder) as (model, feed):
        await until(lambda: column(model, "signature") == ["…", "✓ valid"])
        amended = []
        feed.amended.connect(lambda: amended.append(1))
        judge(folder.history, {1: paid("evt_1", Status.INVALID)})
        await until(lambda: column(model, "signature") == ["✗ invalid", "✓ valid"])
        assert amended
        change(folder, lambda connection: marking.mark(connection, [2], MarkChange(pinned=True)))
        await until(lambda: column(model, "marks") == ["", "★"])


async def test_what_another_process_deletes_leaves_the_list_and_comes_back(aloop, folder):
    fill(folder.history, records(5))
    async with following(folder) as (model, feed):
        await until(lambda: model.rowCount() == 5)
        delete(folder, [2, 4])
        await until(lambda: list(model.ids) == [1, 3, 5] and feed.total == 3)
        restore(folder)
        await until(lambda: list(model.ids) == [1, 2, 3, 4, 5] and feed.total == 5)


async def test_of_what_is_out_of_sight_the_count_is_right_too(aloop, folder):
    """Nothing is painted here: no row is asked for."""
    fill(folder.history, [*records(3, target="/stripe"), *records(2, target="/other")])
    async with following(folder) as (model, feed):
        await until(lambda: model.rowCount() == 5)
        feed.search(query_of("stripe"))
        await until(lambda: list(model.ids) == [1, 2, 3])
        delete(folder, [5])
        await until(lambda: feed.total == 4)
        assert list(model.ids) == [1, 2, 3]


async def test_a_filter_finds_what_another_process_marks(aloop, folder):
    fill(folder.history, records(3))
    async with following(folder) as (model, feed):
        await until(lambda: model.rowCount() == 3)
        feed.search(query_of("is:pinned"))
        await until(lambda: model.rowCount() == 0)
        change(folder, lambda connection: marking.mark(connection, [2], MarkChange(pinned=True)))
        await until(lambda: list(model.ids) == [2])
        change(folder, lambda connection: marking.mark(connection, [2], MarkChange(pinned=False)))
        await until(lambda: model.rowCount() == 0)


async def test_another_order_and_what_is_unfolded_stay(aloop, folder):
    fill(folder.history, tries("evt_1", "evt_2", "evt_1", "evt_1", "evt_3"))
    async with following(folder) as (model, feed):
        await until(lambda: model.rowCount() == 3)
        feed.put_in_order(Order("time", descending=True))
        await until(lambda: list(model.ids) == [5, 2, 1])
        feed.toggle_tries(1)
        await until(lambda: list(model.ids) == [5, 2, 1, 3, 4])
        delete(folder, [3, 5])
        await until(lambda: sorted(model.ids) == [1, 2, 4] or list(model.ids) == [2, 1])
        restore(folder)
        await until(lambda: list(model.ids)[:3] == [5, 2, 1])
        assert model.order == Order("time", descending=True)


async def test_a_list_that_is_as_it_was_is_not_made_anew(aloop, folder):
    fill(folder.history, tries("evt_1", "evt_2", "evt_1"))
    async with following(folder) as (model, feed):
        await until(lambda: model.rowCount() == 2)
        feed.toggle_tries(1)
        await until(lambda: list(model.ids) == [1, 3, 2])
        resets, again = [], []
        model.modelReset.connect(lambda: resets.append(1))
        model.aged.connect(lambda: again.append(1))
        fill(folder.history, records(2))
        await until(lambda: model.rowCount() == 5 and len(again) >= 1)
        change(folder, lambda connection: marking.mark(connection, [2], MarkChange(note="x")))
        await until(lambda: column(model, "note")[2] == "x")
        assert resets == []


async def test_what_could_not_be_looked_at_again_is_so_later(aloop, folder, monkeypatch):
    """While a search is under way, which may have read what was before."""
    fill(folder.history, records(3))
    async with following(folder) as (model, feed):
        await until(lambda: model.rowCount() == 3)
        answers = []
        usual = feed.look_again

        async def busy():
            answers.append(await usual() if len(answers) > 2 else False)
            return answers[-1]

        monkeypatch.setattr(feed, "look_again", busy)
        feed.search(query_of("is:pinned"))
        change(folder, lambda connection: marking.mark(connection, [2], MarkChange(pinned=True)))
        await until(lambda: list(model.ids) == [2] and True in answers)
        assert answers[:3] == [False] * 3


@contextmanager
def elsewhere(folder):
    lock = FolderLock(folder.lock, "webhook-inspector listen")
    lock.acquire()
    yield
    lock.release()


def selected(one: Running):
    return list(one.window.view.selected_ids())


async def test_the_window_keeps_what_is_selected_and_looked_at(aloop, folder):
    fill(folder.history, records(400))
    with elsewhere(folder):
        async with running(folder, ready="elsewhere") as one:
            await until(lambda: one.rows() == 400)
            view, model = one.window.view, one.window.model
            view.select_id(10)
            view.verticalScrollBar().setValue(200)
            top = model.ids[view.verticalScrollBar().value()]
            delete(folder, [3, 4, 300])
            await until(lambda: one.rows() == 397)
            restore(folder)
            await until(lambda: one.rows() == 400)
            assert (selected(one), view.shown_id(), view.following) == ([10], 10, False)
            assert model.ids[view.verticalScrollBar().value()] == top
            delete(folder, [10])
            await until(lambda: one.rows() == 399)
            assert (selected(one), view.shown_id()) == ([], None)


async def test_the_details_show_new_marks_also_of_a_row_out_of_sight(aloop, folder):
    fill(folder.history, records(400))
    with elsewhere(folder):
        async with running(folder, ready="elsewhere") as one:
            await until(lambda: one.rows() == 400)
            view, told = one.window.view, []
            view.select_id(1)
            view.verticalScrollBar().setValue(200)
            detail = one.program._detail
            await until(lambda: view.shown_row() is not None and detail._loaded is not None)
            one.program._feed.differed.connect(told.extend)
            change(folder, lambda connection: marking.mark(connection, [1], MarkChange(note="why")))
            await until(lambda: told == [1])
            await until(lambda: detail._loaded is not None and detail._loaded.record.marks.note == "why")


async def test_rules_that_somebody_else_changes_are_known(aloop, folder):
    fill(folder.history, records(1))
    with elsewhere(folder):
        async with running(folder, ready="elsewhere") as one:
            await until(lambda: one.rows() == 1)
            save_endpoint(folder.settings, Endpoint("/stripe", "stripe"))
            await until(lambda: "/stripe" in one.program._endpoints.rules.paths())
            assert not one.program._endpoints.ours
