import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.makers import make_record
from tests.ui.deliveries import LOCAL, REFUSED, STAGING, make_attempt, make_delivery, make_response
from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import KnownError
from webhook_inspector.ui.delivery_tree import STATE
from webhook_inspector.ui.pane_deliveries import DeliveriesPane
from webhook_inspector.ui.theme import code_font


class Desk:
    def __init__(self, qtbot: QtBot, *answers: int) -> None:
        self.shelf = Shelf(make_record(), make_record())
        self.shelf.sent = tuple(
            make_delivery(
                number,
                target=(LOCAL, STAGING)[number % 2],
                state=DeliveryState.DELIVERED if status == 200 else DeliveryState.FAILED,
            )
            for number, status in enumerate(answers, 1)
        )
        self.shelf.attempts = tuple(
            make_attempt(number, delivery=number, response=make_response(status))
            for number, status in enumerate(answers, 1)
        )
        self.bench = Bench(self.shelf)
        self.delivering = self.bench.tools.delivering
        self.pane = DeliveriesPane(self.bench.tools)
        qtbot.addWidget(self.pane)
        self.pane.resize(900, 300)
        self.pane.show()
        self.retried: list[object] = []
        self.stopped: list[object] = []
        self.delivering.retry_wanted.connect(self.retried.append)
        self.delivering.stop_wanted.connect(self.stopped.append)

    async def fill(self, number: int = 1) -> None:
        await self.pane.fill(self.shelf.loaded(number))

    @property
    def states(self) -> list[str]:
        tree = self.pane.tree
        return [tree.topLevelItem(place).text(STATE) for place in range(tree.topLevelItemCount())]


async def test_deliveries_and_the_attempt_that_is_chosen(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, 200, 500)
    desk.pane.set_code_font(code_font(9))
    await desk.fill()
    assert desk.states == ["✗ failed", "✓ delivered"]
    assert desk.pane.differing.text == "staging.example.com answered 200, localhost:3000 answered 500."
    await until(desk.pane.view.isVisible)
    assert desk.pane.view.summary.toPlainText().startswith("✗ 500")
    desk.pane.tree.setCurrentItem(desk.pane.tree.topLevelItem(1))
    await until(lambda: desk.pane.view.summary.toPlainText().startswith("✓ 200"))
    assert desk.pane.find_text()
    assert desk.pane.view.body.find_bar.isVisible()
    await desk.bench.close()


async def test_what_can_be_done_with_it(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication):
    desk = Desk(qtbot, 200, 500)
    await desk.fill()
    assert (desk.pane._retry.isEnabled(), desk.pane._stop.isEnabled()) == (True, False)
    desk.pane._retry.trigger()
    assert desk.retried == [[2]]
    desk.pane.tree.setCurrentItem(desk.pane.tree.topLevelItem(1))
    assert not desk.pane._retry.isEnabled()
    desk.pane._copy.trigger()
    assert qapp.clipboard().text() == STAGING
    desk.shelf.sent = (make_delivery(1, state=DeliveryState.WAITING), make_delivery(2, state=DeliveryState.WAITING))
    desk.delivering.changed.emit((1,))
    await until(lambda: desk.states == ["! waiting", "! waiting"])
    desk.pane.tree.selectAll()
    desk.pane._stop.trigger()
    assert sorted(desk.stopped[0]) == [1, 2]
    await desk.bench.close()


async def test_what_was_sent_by_hand_is_not_tried_again(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, 500)
    desk.shelf.sent = (make_delivery(1, state=DeliveryState.FAILED, rule=""),)
    await desk.fill()
    assert not desk.pane._retry.isEnabled()
    await desk.bench.close()


async def test_it_is_told_what_changes(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, 500)
    await desk.fill()
    await until(desk.pane.view.isVisible)
    desk.shelf.sent = (make_delivery(1, attempts=2),)
    desk.shelf.attempts = (*desk.shelf.attempts, make_attempt(2, place=2))
    desk.delivering.changed.emit((2,))
    desk.delivering.changed.emit((1,))
    await until(lambda: desk.states == ["✓ delivered"])
    await until(lambda: desk.pane.view.summary.toPlainText().startswith("✓ 200"))
    desk.shelf.sent = (make_delivery(1, attempts=2, state=DeliveryState.WAITING),)
    desk.delivering.set_rules([ForwardRule("app", (LOCAL,), attempts=7)], paused=False)
    await until(lambda: desk.states == ["! waiting, 2 of 7 made"])
    await desk.bench.close()


async def test_another_capture_has_its_own(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    desk = Desk(qtbot, 500)
    await desk.fill()
    await desk.fill(2)
    assert desk.pane.words.startswith("This capture was not sent on.")
    assert not desk.pane.find_text()
    desk.shelf.sent = (make_delivery(1, capture=2, state=DeliveryState.WAITING, attempts=0),)
    desk.shelf.attempts = ()
    desk.delivering.changed.emit((2,))
    await until(lambda: desk.states == ["! waiting"])
    assert desk.pane.words == ""
    assert desk.pane._attempt.currentWidget() is desk.pane._no_attempt
    await desk.bench.close()


async def test_a_history_that_cannot_be_read_is_told(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, monkeypatch):
    desk = Desk(qtbot, 500)
    loaded = desk.shelf.loaded()

    def refuse(_capture: int) -> None:
        raise KnownError(REFUSED)

    monkeypatch.setattr(desk.shelf, "deliveries_of", refuse)
    await desk.pane.fill(loaded)
    assert desk.pane.note.text.startswith("Is your app running on port 3000?")
    await desk.bench.close()


async def test_the_attempt_stands_where_there_is_room(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):

    desk = Desk(qtbot, 500)
    await desk.fill()
    assert desk.pane._split.orientation() is Qt.Orientation.Horizontal
    desk.pane.resize(500, 600)
    await until(lambda: desk.pane._split.orientation() is Qt.Orientation.Vertical)
    await desk.bench.close()
