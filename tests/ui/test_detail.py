import asyncio
from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.makers import make_capture, make_head, make_record
from tests.ui.judged import Rulebook
from tests.ui.shelf import Shelf, until
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.delivery import Delivery
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.core.verdict import Status
from webhook_inspector.ui.detail import LARGEST, PATIENCE_MS, SMALLEST, DetailTabs, Guest
from webhook_inspector.ui.loaded import Reads
from webhook_inspector.ui.pane_body import BodyPane
from webhook_inspector.ui.pane_overview import OverviewPane

T = TypeVar("T")

ONE = make_record(make_capture(head=make_head(target="/one"), body=b'{"one":1}'))
TWO = make_record(make_capture(head=make_head(target="/two"), body=b'{"two":2}'))
CUT = make_record(
    make_capture(state=State.CUT, problem=Problem.of("body-too-long", announced=9, limit=8, kept=8), body_size=9)
)


class SlowShelf(Shelf):
    """Waits before it answers, as long as `gate` is closed."""

    def __init__(self, *records: Record) -> None:
        super().__init__(*records)
        self.gate = asyncio.Event()
        self.gate.set()

    async def read(self, question: Callable[[Reads], T]) -> T:
        await self.gate.wait()
        return await super().read(question)


class Desk:
    """The tabs over a shelf."""

    def __init__(self, qtbot: QtBot, shelf: Shelf) -> None:
        self.tasks = Tasks()
        self.detail = DetailTabs(shelf, self.tasks, Rulebook())
        qtbot.addWidget(self.detail)
        self.detail.resize(800, 500)
        self.detail.show()

    @property
    def heading(self) -> str:
        return self.detail._heading.text()

    @property
    def words(self) -> str:
        """What stands in place of the pane."""
        return self.detail._page.words

    async def settled(self, number: int, heading: str) -> None:
        self.detail.show_capture(number)
        await until(lambda: self.heading.startswith(heading))

    async def close(self) -> None:
        self.detail.close_down()
        await self.tasks.stop()


@pytest.fixture
def shelf() -> SlowShelf:
    return SlowShelf(ONE, TWO, CUT)


async def test_asks_to_select_a_capture(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    for index in range(5):
        desk.detail.tabs.setCurrentIndex(index)
        assert desk.words == "Select a capture to see it."
    await desk.close()


async def test_shows_a_capture_and_goes_back(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one · ")
    assert desk.words == ""
    pane = desk.detail._page.pane
    assert isinstance(pane, OverviewPane)
    assert pane.value("path") == "/one"
    desk.detail.show_capture(None)
    assert desk.words == "Select a capture to see it."
    assert desk.heading == ""
    await desk.close()


async def test_only_the_tab_that_is_looked_at_is_made(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one")
    assert [page.pane is not None for page in desk.detail._pages] == [True] + [False] * 5
    questions = shelf.questions
    desk.detail.tabs.setCurrentIndex(2)
    await until(lambda: desk.detail._page.filled_with)
    assert [page.pane is not None for page in desk.detail._pages] == [True, False, True, False, False, False]
    assert shelf.questions == questions
    await desk.close()


async def test_every_tab_shows_the_chosen_capture(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    for number, path in ((1, "/one"), (2, "/two"), (1, "/one")):
        desk.detail.tabs.setCurrentIndex(0)
        await desk.settled(number, f"POST {path}")
        for index in (1, 2, 3):
            desk.detail.tabs.setCurrentIndex(index)
            await until(lambda: desk.detail._page.filled_with)
            filled = desk.detail._page.filled_with
            assert filled
            assert filled.record.id == number
            assert desk.words == ""
    body = desk.detail._pages[2].pane
    assert isinstance(body, BodyPane)
    assert body.view.toPlainText() == '{\n  "one": 1\n}'
    await desk.close()


async def test_what_is_shown_stays_until_the_next_is_there(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one")
    shelf.gate.clear()
    desk.detail.show_capture(2)
    await asyncio.sleep(PATIENCE_MS / 1000 / 3)
    assert desk.heading.startswith("POST /one")
    assert desk.words == ""
    await until(lambda: desk.words == "Loading…")
    assert desk.heading == ""
    shelf.gate.set()
    await until(lambda: desk.heading.startswith("POST /two"))
    assert desk.words == ""
    await desk.close()


async def test_of_many_choices_only_the_last_is_shown(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    shelf.gate.clear()
    for number in (1, 2, 1, 2, 1):
        desk.detail.show_capture(number)
        await asyncio.sleep(0)
    shelf.gate.set()
    await until(lambda: desk.heading)
    await asyncio.sleep(0.05)
    assert desk.heading.startswith("POST /one")
    assert shelf.questions == 1
    await desk.close()


async def test_another_tab_is_blank_until_it_is_filled(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one")
    desk.detail.tabs.setCurrentIndex(1)
    await until(lambda: desk.detail._page.filled_with)
    await desk.settled(2, "POST /two")
    desk.detail.tabs.setCurrentIndex(0)
    page = desk.detail._page
    assert page.currentWidget() is not page.pane
    await until(lambda: page.currentWidget() is page.pane)
    assert page.pane.value("path") == "/two"
    await desk.close()


async def test_says_why_a_capture_is_not_whole(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    await desk.settled(3, "POST /stripe")
    assert desk.detail._state.isVisible()
    assert desk.detail._state.text == "Cut: 9 bytes announced, the limit is 8. The first 8 are kept."
    await desk.settled(1, "POST /one")
    assert not desk.detail._state.isVisible()
    await desk.close()


async def test_a_capture_that_is_gone(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    desk.detail.show_capture(77)
    await until(lambda: desk.words == "There is no capture 77.")
    await asyncio.sleep(PATIENCE_MS / 1000 * 1.2)
    assert desk.words == "There is no capture 77."
    await desk.close()


async def test_a_history_that_cannot_be_read(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    class Broken(Shelf):
        async def read(self, question: Callable[[Reads], T]) -> T:
            raise KnownError(Problem.of("no-history", path="/x/<b>history.db"))

    desk = Desk(qtbot, Broken())
    desk.detail.show_capture(1)
    await until(lambda: desk.words.startswith("There is no history in /x/<b>history.db"))
    await desk.close()


async def test_find_opens_the_search_in_the_text(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one")
    desk.detail.find_text()
    await until(lambda: desk.detail._page.filled_with)
    assert desk.detail.tabs.currentIndex() == 2
    desk.detail.find_text()
    assert desk.detail._page.pane.find_bar.isVisible()
    desk.detail.tabs.setCurrentIndex(5)
    await until(lambda: desk.detail._page.filled_with)
    desk.detail.find_text()
    assert desk.detail.tabs.currentIndex() == 5
    assert desk.detail._page.pane.find_bar.isVisible()
    await desk.close()


async def test_the_views_of_bodies_are_kept_as_texts(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    desk.detail.recall_views(["json=tree", "nonsense", "json=nothing"])
    assert desk.detail.views() == ["json=tree"]
    await desk.close()


async def test_zoom(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    usual = desk.detail.code_points
    await desk.settled(1, "POST /one")
    desk.detail.zoom(3)
    desk.detail.tabs.setCurrentIndex(2)
    await until(lambda: desk.detail._page.filled_with)
    body = desk.detail._page.pane
    assert isinstance(body, BodyPane)
    assert body.view.font().pointSizeF() == usual + 3
    desk.detail.zoom(-100)
    assert body.view.font().pointSizeF() == SMALLEST
    desk.detail.zoom(100)
    assert body.view.font().pointSizeF() == LARGEST
    desk.detail.zoom(0)
    assert body.view.font().pointSizeF() == usual
    await desk.close()


def name_of(thing: QObject) -> str:
    interface = QAccessible.queryAccessibleInterface(thing)
    return interface.text(QAccessible.Text.Name) if interface else ""


async def test_the_names_that_others_rely_on(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    tabs = desk.detail.tabs
    titles = ["Overview", "Headers", "Body", "Signature", "Deliveries", "Raw"]
    assert [tabs.tabText(index) for index in range(tabs.count())] == titles
    assert name_of(tabs) == "Capture details"
    await desk.settled(1, "POST /one")
    tabs.setCurrentIndex(2)
    await until(lambda: desk.detail._page.filled_with)
    assert name_of(desk.detail._page.pane.view) == "Body"
    await desk.close()


async def test_everything_that_takes_the_focus_has_a_name(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one")
    for index in range(5):
        desk.detail.tabs.setCurrentIndex(index)
        await until(lambda: desk.detail._page.filled_with)
        nameless = [
            widget
            for widget in desk.detail.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not name_of(widget)
        ]
        assert nameless == []
    await desk.close()


async def test_no_label_takes_html(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    await desk.settled(3, "POST /stripe")
    for index in range(5):
        desk.detail.tabs.setCurrentIndex(index)
        await until(lambda: desk.detail._page.filled_with)
    labels = [label for label in desk.detail.findChildren(QLabel) if label.pixmap().isNull()]
    assert len(labels) > 10
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    await desk.close()


async def test_the_tab_key_goes_through_everything(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    desk.detail.activateWindow()
    desk.detail.tabs.setCurrentIndex(2)
    await desk.settled(1, "POST /one")
    desk.detail.tabs.tabBar().setFocus()
    seen = []
    for _ in range(12):
        widget = qapp.focusWidget()
        assert widget is not None
        seen.append(name_of(widget))
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert seen[:8] == ["Body", "Pretty", "Wrap lines", "Copy body", "Save body", "Read the body as", "Body", "Body"]
    await desk.close()


async def test_close_down_ends_everything(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    shelf.gate.clear()
    desk.detail.show_capture(1)
    await asyncio.sleep(0)
    await desk.close()
    shelf.gate.set()
    await asyncio.sleep(0.02)
    assert desk.heading == ""


async def test_the_tab_says_how_many_deliveries_there_are(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one")
    shelf.sent = (Delivery("http://localhost:3000", 5, 1, id=1), Delivery("http://localhost:3001", 5, 1, id=2))
    heard: list[object] = []
    desk.detail.tools.delivering.changed.connect(heard.append)
    desk.detail.delivered([1, 2])
    await until(lambda: desk.detail.tabs.tabText(4) == "Deliveries 2")
    assert heard == [(1, 2)]
    await desk.settled(2, "POST /two")
    assert desk.detail.tabs.tabText(4) == "Deliveries"
    desk.detail.delivered([1])
    await desk.settled(1, "POST /one")
    assert desk.detail.tabs.tabText(4) == "Deliveries 2"
    await desk.close()


async def test_what_a_pane_did_is_told(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf):
    desk = Desk(qtbot, shelf)
    told: list[str] = []
    desk.detail.told.connect(told.append)
    desk.detail.tabs.setCurrentIndex(5)
    await desk.settled(1, "POST /one")
    desk.detail._page.pane.copy()
    await until(lambda: told)
    assert told == ["Request copied."]
    await desk.close()


VALID = Judgement(Meaning("stripe", "invoice.paid"), Status.VALID, "stripe", "prod")


def overview(desk: Desk) -> OverviewPane:
    pane = desk.detail._pages[0].pane
    assert isinstance(pane, OverviewPane)
    return pane


async def test_a_new_judgement_is_shown_in_the_overview(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one")
    assert overview(desk).value("signature") == ""
    shelf.judge(1, VALID)
    desk.detail.judged((2, 1))
    await until(lambda: overview(desk).value("signature") == "✓ valid · stripe · prod")
    assert overview(desk).value("event") == "Stripe · invoice.paid"
    assert desk.heading.startswith("POST /one")
    await desk.close()


async def test_a_judgement_of_another_capture_asks_nothing(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    desk.detail.judged((1, 2))  # nothing is shown
    await desk.settled(1, "POST /one")
    questions = shelf.questions
    desk.detail.judged((2, 3))
    await asyncio.sleep(0.02)
    assert shelf.questions == questions
    await desk.close()


async def test_what_is_being_read_stays_where_it_is_when_it_is_judged(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    desk.detail.tabs.setCurrentIndex(2)
    await desk.settled(1, "POST /one")
    body = desk.detail._page.pane
    assert isinstance(body, BodyPane)
    body.view.selectAll()
    questions = shelf.questions
    shelf.judge(1, VALID)
    desk.detail.judged((1,))
    await until(lambda: shelf.questions > questions)
    await asyncio.sleep(0.05)
    assert body.view.textCursor().hasSelection()
    desk.detail.tabs.setCurrentIndex(0)
    await until(lambda: desk.detail._page.filled_with)
    assert overview(desk).value("signature") == "✓ valid · stripe · prod"
    await desk.close()


async def test_a_judgement_while_the_capture_is_read_is_shown(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    usual = shelf.read
    gate = asyncio.Event()

    async def stale(question: Callable[[Reads], T]) -> T:
        found = await usual(question)  # before the judgement
        await gate.wait()
        return found

    shelf.read = stale
    desk.detail.show_capture(1)
    await asyncio.sleep(0.01)
    shelf.judge(1, VALID)
    desk.detail.judged((1,))
    gate.set()
    await until(lambda: desk.heading)
    await until(lambda: overview(desk).value("signature") == "✓ valid · stripe · prod")
    await desk.close()


async def test_a_judgement_while_a_tab_is_filled_leaves_it_filled(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one")
    desk.detail.tabs.setCurrentIndex(2)
    await asyncio.sleep(0)
    desk.detail.judged((1,))
    await until(lambda: desk.detail._page.filled_with)
    await asyncio.sleep(PATIENCE_MS / 1000 * 1.3)
    assert desk.words == ""
    assert desk.heading.startswith("POST /one")
    await desk.close()


async def test_what_is_shown_stays_when_its_judgement_cannot_be_read(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk = Desk(qtbot, shelf)
    await desk.settled(1, "POST /one")

    async def broken(_question: Callable[[Reads], T]) -> T:
        raise KnownError(Problem.of("store-busy"))

    shelf.read = broken
    desk.detail.judged((1,))
    await asyncio.sleep(0.02)
    assert desk.words == ""
    assert overview(desk).value("path") == "/one"
    await desk.close()


async def test_a_guest_is_a_tab_beside_those_of_the_capture(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, shelf: SlowShelf
):
    desk, guest = Desk(qtbot, shelf), Guest()
    await desk.settled(1, "POST /one")
    tabs = desk.detail.tabs
    count = tabs.count()
    desk.detail.add_guest(guest, "Draft")
    assert tabs.currentWidget() is guest
    assert not desk.detail._top.isVisible()
    desk.detail.name_guest(guest, "Draft •")
    assert tabs.tabText(count) == "Draft •"
    desk.detail.show_capture(2)
    desk.detail.judged([2])
    desk.detail.find_text()
    desk.detail.zoom(1)
    assert tabs.currentWidget() is guest
    tabs.setCurrentIndex(0)
    await until(lambda: desk.heading.startswith("POST /two"))
    assert desk.detail._top.isVisible()
    desk.detail.remove_guest(guest)
    desk.detail.remove_guest(guest)
    desk.detail.name_guest(guest, "gone")
    assert tabs.count() == count
    assert not desk.detail.has_guests
    guest.deleteLater()
    await desk.close()
