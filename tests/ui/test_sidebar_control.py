import asyncio
import sqlite3
import time
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.history import fill, judge, paid, records
from tests.ui.running import Running, running, until
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.endpoints import save_endpoint
from webhook_inspector.saved_filters import SavedFilter, load_filters, save_filter
from webhook_inspector.ui import sidebar_control
from webhook_inspector.ui.filter_dialog import FilterDialog
from webhook_inspector.ui.sidebar_control import Pace


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(sidebar_control, "PAUSE_SECONDS", 0.05)
    monkeypatch.setattr(sidebar_control, "FILTER_SECONDS", 0.05)


@pytest.fixture
def filled(folder):
    fill(folder.history, [*records(3, target="/stripe"), *records(2, target="/github")])
    judge(folder.history, {1: paid("evt_1")})
    save_endpoint(folder.settings, Endpoint("/stripe", "stripe"))
    save_filter(folder.settings, SavedFilter("Mine", "path:/github", "red", 1))
    return folder


def counted(one: Running) -> dict[str, int | None]:
    return {line.text: line.count for line in one.window.sidebar.lines() if line.can_be_picked}


def opened(one: Running) -> FilterDialog | None:
    return one.window.findChild(FilterDialog, "filter")


async def wide(one: Running) -> None:
    one.window.resize(1280, 700)
    await until(one.window.sidebar.isVisible)


async def test_counts_what_is_there_and_what_comes(aloop, filled):
    async with running(filled) as one:
        await wide(one)
        there = {"All": 5, "/stripe": 3, "/github/0": 1, "/github/1": 1, "Mine": 2}
        await until(lambda: there.items() <= counted(one).items())
        await one.post("/github/1")
        await one.post("/stripe/x")
        there = {"All": 7, "/stripe": 4, "/github/0": 1, "/github/1": 2, "Mine": 3}
        await until(lambda: there.items() <= counted(one).items())


async def test_what_is_deleted_is_not_counted(aloop, filled):
    async with running(filled) as one:
        await wide(one)
        await until(lambda: (counted(one).get("All"), counted(one).get("Mine"), one.rows()) == (5, 2, 5))
        one.window.view.select_id(5)
        one.window.actions_by_key["delete"].trigger()
        await until(lambda: (counted(one)["All"], counted(one)["Mine"]) == (4, 1))
        assert "/github/1" not in counted(one)
        await until(lambda: one.program._marking.toast.text() == "1 deleted")
        one.window.actions_by_key["undo"].trigger()
        await until(lambda: (counted(one)["All"], counted(one)["Mine"]) == (5, 2))


async def test_what_is_judged_anew_is_counted_anew(aloop, folder):
    fill(folder.history, records(1, target="/stripe"))
    async with running(folder) as one:
        await wide(one)
        await until(lambda: counted(one).get("All") == 1)
        assert "Stripe" not in counted(one)
        with closing(sqlite3.connect(folder.history)) as connection, connection:
            connection.execute("UPDATE captures SET provider = 'stripe', verdict = 'invalid'")
        one.program._feed.judged([1])
        await until(lambda: counted(one).get("Stripe") == 1)
        glyphs = {line.text: line.glyph for line in one.window.sidebar.lines()}
        assert glyphs["/stripe/0"] == "✗"


async def test_the_feed_tells_when_what_it_took_in_is_otherwise(aloop, filled):
    async with running(filled) as one:
        await until(lambda: one.rows() == 5)
        feed = one.program._feed
        await one.post("/new")
        one.window.pick_filter("path:/new")
        await until(lambda: one.rows() == 1)
        told = []
        feed.amended.connect(lambda: told.append(1))
        feed.judged([1])
        assert told == [1]
        told.clear()  # judging what was stored may tell it, too
        feed.dropped([6])
        assert told == [1]
        told.clear()
        one.window.pick_filter("path:/stripe")  # it was not deleted in the history: it is back
        await until(lambda: one.rows() == 3)
        assert told
        told.clear()
        await feed.reopen()
        assert told


async def test_while_it_is_hidden_nothing_is_counted(aloop, filled):
    async with running(filled) as one:
        await wide(one)
        await until(lambda: counted(one).get("All") == 5)
        control = one.program._sidebar
        one.window.actions_by_key["sidebar"].trigger()
        assert not one.window.sidebar.isVisible()
        await until(lambda: not control._counts.running and not control._counts.wait(time.monotonic()))
        control.amend()
        control._begin()  # as a timer does that was started before it was hidden
        await asyncio.sleep(0)
        assert not control._counts.running
        await one.post("/new")
        await until(lambda: one.rows() == 6)
        assert counted(one)["All"] == 5
        one.window.actions_by_key["sidebar"].trigger()
        await until(lambda: counted(one)["All"] == 6)


async def test_a_filter_is_saved_changed_and_removed(aloop, filled):
    async with running(filled) as one:
        await wide(one)
        save = one.window.actions_by_key["save-filter"]
        assert not save.isEnabled()
        one.window.pick_filter("path:/stripe")
        assert save.isEnabled()
        await until(lambda: one.rows() == 3)
        save.trigger()
        dialog = opened(one)
        assert dialog.text.text() == "path:/stripe"
        dialog.name.setText("Paid")
        dialog.accept()
        await until(lambda: counted(one).get("Paid") == 3)
        await until(lambda: opened(one) is None)
        one.window.sidebar.edit_wanted.emit("Paid")
        opened(one).name.setText("Paid by Stripe")
        opened(one).accept()
        await until(lambda: counted(one).get("Paid by Stripe") == 3)
        one.window.sidebar.remove_wanted.emit("Mine")
        await until(lambda: "Mine" not in counted(one))
        assert load_filters(filled.settings) == (SavedFilter("Paid by Stripe", "path:/stripe"),)


async def test_its_key_sets_the_filter(aloop, filled):
    async with running(filled) as one:
        await wide(one)
        await until(lambda: "Mine" in counted(one))
        one.window.activateWindow()
        await until(one.window.isActiveWindow)
        QTest.keyClick(one.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert one.window.search.text() == ""
        QTest.keyClick(one.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        await until(lambda: one.rows() == 2)
        assert one.window.search.text() == "path:/github"
        assert one.window.sidebar.marked() == ["Mine"]


async def test_a_wrong_file_is_said(aloop, folder):
    folder.settings.write_text("[[filters]]\nname = 1\n")
    async with running(folder) as one:
        await until(lambda: "filters" in one.banners)
        assert "name needs a text" in one.banners["filters"]


async def test_a_filter_that_moves_with_the_clock_is_counted_again(aloop, filled):
    save_filter(filled.settings, SavedFilter("Late", "since:10m"))
    async with running(filled) as one:
        await wide(one)
        await until(lambda: counted(one).get("Late") == 0)
        await one.post("/now")
        await until(lambda: counted(one)["Late"] == 1)
        await until(lambda: one.program._sidebar._finds.due)


def test_the_longer_it_takes_the_later_it_is_done_again():
    pace = Pace(1.0)
    assert pace.wait(100.0) == 0
    pace.due = True
    pace.begin(100.0)
    assert (pace.due, pace.running) == (False, True)
    pace.end(100.01)
    assert (pace.running, pace.wait(100.01)) == (False, pytest.approx(1.0))
    pace.begin(200.0)
    pace.end(200.5)
    assert pace.wait(200.5) == pytest.approx(10.0)
    assert pace.wait(211.0) == 0
