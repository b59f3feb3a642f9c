from asyncio import AbstractEventLoop

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.makers import make_capture, make_head, make_record
from tests.ui.shelf import Bench, Shelf
from webhook_inspector.core.capture import Record
from webhook_inspector.ui.pane_headers import HeadersPane
from webhook_inspector.ui.theme import code_font

LONG = "eyJ" * 2000
HEADERS = (("Host", "h"), ("X-Dup", "1"), ("x-dup", "2"), ("X-Html", "<img src=x>"), ("Authorization", LONG))


async def filled(qtbot: QtBot, record: Record) -> HeadersPane:
    shelf = Shelf(record)
    bench = Bench(shelf)
    pane = HeadersPane(bench.tools)
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show()
    await pane.fill(shelf.loaded())
    await bench.close()
    return pane


@pytest.fixture
def record() -> Record:
    return make_record(make_capture(head=make_head(headers=HEADERS)), reply=b"HTTP/1.1 200 OK\r\nDate: now\r\n\r\n")


def rows(pane: HeadersPane) -> list[tuple[str, str]]:
    return [(item.text(0), item.text(1)) for item in pane.tree.items()]


async def test_shows_every_field_once(aloop: AbstractEventLoop, qtbot: QtBot, record: Record):
    pane = await filled(qtbot, record)
    assert [name for name, _ in rows(pane)] == ["Host", "X-Dup", "x-dup", "X-Html", "Authorization", "Date"]
    tops = [pane.tree.topLevelItem(index).text(0) for index in range(pane.tree.topLevelItemCount())]
    assert tops == ["The request (5)", "We answered (1)"]


async def test_a_cell_is_short_and_the_whole_value_is_below(aloop: AbstractEventLoop, qtbot: QtBot, record: Record):
    pane = await filled(qtbot, record)
    item = pane.tree.items()[4]
    assert len(item.text(1)) == 300
    assert not pane.value.isVisible()
    pane.tree.setCurrentItem(item)
    assert pane.value.isVisible()
    assert pane.value.toPlainText() == LONG
    pane.tree.setCurrentItem(pane.tree.items()[0])
    assert not pane.value.isVisible()


async def test_tooltips_show_html_as_text(aloop: AbstractEventLoop, qtbot: QtBot, record: Record):
    pane = await filled(qtbot, record)
    assert "<img" not in pane.tree.items()[3].toolTip(1)
    assert rows(pane)[3][1] == "<img src=x>"


async def test_copies_what_is_selected(aloop: AbstractEventLoop, qtbot: QtBot, qapp: QApplication, record: Record):
    pane = await filled(qtbot, record)
    pane.tree.items()[2].setSelected(True)
    pane.tree.items()[1].setSelected(True)
    qtbot.keyClick(pane.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "X-Dup: 1\nx-dup: 2"
    value, every = pane.findChildren(QToolButton)
    value.click()
    assert qapp.clipboard().text() == "1\n2"
    every.click()
    assert qapp.clipboard().text().split("\n")[0] == "Host: h"
    assert len(qapp.clipboard().text().split("\n")) == 5


async def test_is_filled_anew(aloop: AbstractEventLoop, qtbot: QtBot, record: Record):
    pane = await filled(qtbot, record)
    await pane.fill(Shelf(make_record(make_capture(head=b"junk"), reply=b"")).loaded())
    assert rows(pane) == []
    assert not pane.value.isVisible()


async def test_values_are_shown_in_the_code_font(aloop: AbstractEventLoop, qtbot: QtBot, record: Record):
    pane = await filled(qtbot, record)
    pane.set_code_font(code_font(17))
    assert pane.tree.items()[0].font(1).pointSizeF() == 17
    assert pane.tree.accessibleName() == "Headers"
    assert pane.value.accessibleName() == "Whole value"
