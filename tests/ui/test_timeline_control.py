import asyncio
import sqlite3
import time
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.makers import make_capture, make_head, make_record
from tests.ui.history import fill, paid
from tests.ui.running import Running, running, until
from webhook_inspector.core.arrivals import Tally
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.span import has_span
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui import timeline_control
from webhook_inspector.ui.chip import Chip

SECOND = 10**9
AT = 1_600_000_000 * SECOND


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(timeline_control, "PAUSE_SECONDS", 0.05)


def came(seconds: int, path: str, status: Status):
    capture = make_capture(head=make_head(target=path), body=b"zebra", received_ns=AT + seconds * SECOND)
    return make_record(capture, judgement=paid(f"evt_{seconds}", status))


@pytest.fixture
def filled(folder):
    """A minute of a failure every ten seconds and a good one in between."""
    fill(folder.history, [came(n, "/a", Status.INVALID if n % 10 == 0 else Status.VALID) for n in range(0, 60, 5)])
    return folder


def shown(one: Running) -> Tally:
    arrivals = one.window.timeline.arrivals
    return arrivals.of(arrivals.stretches)


async def high(one: Running) -> None:
    one.window.resize(1280, 800)
    await until(one.window.timeline.isVisible)


async def test_counts_what_is_there_and_what_comes(aloop, filled):
    async with running(filled) as one:
        await high(one)
        await until(lambda: shown(one) == Tally(6, 6, 0))
        await one.post("/new")
        await until(lambda: shown(one) == Tally(6, 6, 1))


async def test_counts_what_the_filter_finds(aloop, filled):
    async with running(filled) as one:
        await high(one)
        one.window.pick_filter("sig:invalid")
        await until(lambda: shown(one) == Tally(0, 6, 0))
        one.window.pick_filter("zebra sig:valid")
        await until(lambda: shown(one) == Tally(6, 0, 0))
        one.window.pick_filter("nothing-has-this")
        await until(lambda: shown(one) == Tally())
        one.window.clear_search()
        await until(lambda: shown(one) == Tally(6, 6, 0))


async def test_what_a_search_has_found_is_not_searched_again(aloop, filled, monkeypatch):
    known = []
    arrivals = Reader.arrivals

    def watched(self, query, *, after=0, **more):
        if not after and not query.is_empty:
            known.append(more["known"])
        return arrivals(self, query, after=after, **more)

    monkeypatch.setattr(Reader, "arrivals", watched)
    async with running(filled) as one:
        await high(one)
        one.window.pick_filter("zebra")
        await until(lambda: known and shown(one) == Tally(6, 6, 0))
        assert (len(known[-1].ids), known[-1].last) == (12, 12)


async def test_what_is_otherwise_is_counted_anew(aloop, filled):
    async with running(filled) as one:
        await high(one)
        await until(lambda: shown(one) == Tally(6, 6, 0))
        with closing(sqlite3.connect(filled.history)) as connection, connection:
            connection.execute("UPDATE captures SET verdict = 'no secret' WHERE id = 1")
        one.program._feed.judged([1])
        await until(lambda: shown(one) == Tally(6, 5, 1))
        with closing(sqlite3.connect(filled.history)) as connection, connection:
            connection.execute("UPDATE captures SET deleted_ns = 1 WHERE id = 2")
        one.program._feed.dropped([2])
        await until(lambda: shown(one) == Tally(5, 5, 1))


async def test_while_it_is_hidden_nothing_is_counted(aloop, filled):
    async with running(filled) as one:
        await high(one)
        await until(lambda: shown(one) == Tally(6, 6, 0))
        control = one.program._timeline
        one.window.actions_by_key["timeline"].trigger()
        assert not one.window.timeline.isVisible()
        await until(lambda: not control._pace.running and not control._pace.wait(time.monotonic()))
        control.amend()
        control._begin()  # as a timer does that was started before it was hidden
        await asyncio.sleep(0)
        assert not control._pace.running
        await one.post("/new")
        await until(lambda: one.rows() == 13)
        assert shown(one) == Tally(6, 6, 0)
        one.window.actions_by_key["timeline"].trigger()
        await until(lambda: shown(one) == Tally(6, 6, 1))


async def test_a_chosen_span_narrows_the_filter_and_esc_widens_it_again(aloop, filled):
    async with running(filled) as one:
        await high(one)
        window, timeline = one.window, one.window.timeline
        window.pick_filter("path:/a since:2020-01-01")
        await until(lambda: shown(one) == Tally(6, 6, 0))
        timeline.setFocus()
        QTest.keyClick(timeline, Qt.Key.Key_Left)  # the newest, of second 55
        for _ in range(10):
            QTest.keyClick(timeline, Qt.Key.Key_Left)
        for _ in range(20):
            QTest.keyClick(timeline, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        chosen, width = timeline.chosen, timeline.arrivals.width
        inside = timeline.arrivals.of(chosen)
        assert 0 < inside.total < 12
        QTest.keyClick(timeline, Qt.Key.Key_Return)
        await until(lambda: one.rows() == inside.total and shown(one) == inside)
        parts = window.search.text().split()
        assert [part.partition(":")[0] for part in parts] == ["path", "since", "before"]
        assert width <= SECOND
        QTest.keyClick(timeline, Qt.Key.Key_Escape)
        await until(lambda: shown(one) == Tally(6, 6, 0))
        assert window.search.text() == "path:/a"


async def test_a_span_up_to_the_newest_goes_on_while_it_is_followed(aloop, filled):
    async with running(filled) as one:
        await high(one)
        window, timeline = one.window, one.window.timeline
        await until(lambda: shown(one) == Tally(6, 6, 0))
        QTest.keyClick(timeline, Qt.Key.Key_Left)
        QTest.keyClick(timeline, Qt.Key.Key_Return)
        assert "before:" not in window.search.text()
        await until(lambda: shown(one) == Tally(1, 0, 0))
        await one.post("/new")
        await until(lambda: shown(one) == Tally(1, 0, 1) and one.rows() == 2)
        window.clear_search()
        window.actions_by_key["follow"].setChecked(False)
        await until(lambda: shown(one) == Tally(6, 6, 1))
        QTest.keyClick(timeline, Qt.Key.Key_Left)
        QTest.keyClick(timeline, Qt.Key.Key_Return)
        assert "before:" in window.search.text()
        assert has_span(window.search.text())


async def test_parts_that_are_off_stay_off(aloop, filled):
    async with running(filled) as one:
        await high(one)
        window, timeline = one.window, one.window.timeline
        window.pick_filter("path:/a sig:invalid")
        await until(lambda: shown(one) == Tally(0, 6, 0) and one.rows() == 6)
        window.search.chips.findChildren(Chip)[1].click()
        await until(lambda: shown(one) == Tally(6, 6, 0) and one.rows() == 12)
        QTest.keyClick(timeline, Qt.Key.Key_Left)
        QTest.keyClick(timeline, Qt.Key.Key_Return)
        await until(lambda: shown(one) == Tally(1, 0, 0))
        assert window.search.text().startswith("path:/a sig:invalid since:")
        assert window.search.chips.off == {1}


async def test_an_empty_history_has_no_timeline(aloop, folder):
    async with running(folder) as one:
        one.window.resize(1280, 800)
        assert not one.window.timeline.isVisible()
        await one.post("/first")
        await until(one.window.timeline.isVisible)
        await until(lambda: shown(one) == Tally(0, 0, 1))
