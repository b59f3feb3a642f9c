import asyncio

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shelf import until
from tests.ui.test_pane_body import Stand, record_of
from webhook_inspector.bodies.choose import View

ALL = ["Copy", "", "Copy value", "Copy JSON path", "Copy path for Python", "Copy path for jq", "", "Go to path…"]


async def menu_of(stand: Stand, view: View, line: int = 0):
    await stand.fill()
    if view is not stand.pane.bar.view:
        stand.choose(view)
        await stand.shown(view)
    content = stand.pane.content
    assert content is not None
    widget = stand.pane._shown
    point = QPoint(60, 12 + line * widget.fontMetrics().height())
    return stand.pane._menu.made(widget, point, content)


@pytest.mark.parametrize(
    ("body", "content_type", "view", "titles"),
    [
        (b'{"a":1}', "application/json", View.PRETTY, ALL),
        (b'{"a":1}', "application/json", View.TREE, [*ALL[2:6], "", "Open what is in it", "Close all", *ALL[6:]]),
        (b'{"a":1}', "application/json", View.RAW, ["Copy", "", "Go to path…"]),
        (b"text", "text/plain", View.HEX, ["Copy"]),
        (b"a=b&c=d", "application/x-www-form-urlencoded", View.FORM, ["Copy"]),
    ],
)
async def test_what_is_offered(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, body, content_type, view, titles):
    stand = Stand(qtbot, record_of(body, content_type))
    menu = await menu_of(stand, view)
    assert [action.text() for action in menu.actions()] == titles
    await stand.bench.close()


async def test_copies_the_path_and_the_value_of_a_line(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication
):
    stand = Stand(qtbot, record_of(b'{"a":["x","y\\n"]}'))
    menu = await menu_of(stand, View.PRETTY, line=3)
    actions = {action.text(): action for action in menu.actions()}
    actions["Copy value"].trigger()
    assert qapp.clipboard().text() == "y\n"
    for title, path in (("Copy JSON path", "$.a[1]"), ("Copy path for Python", '["a"][1]')):
        actions[title].trigger()
        await until(lambda path=path: qapp.clipboard().text() == path)
    assert stand.bench.told == ["Copied."] * 3
    await stand.bench.close()


async def test_copies_the_path_of_a_value_in_the_tree(
    aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication
):
    stand = Stand(qtbot, record_of(b'{"a":["x","y"]}'))
    menu = await menu_of(stand, View.TREE)
    stand.pane.views.tree.go_to(("a", 1))
    next(action for action in menu.actions() if action.text() == "Copy path for jq").trigger()
    assert qapp.clipboard().text() == ".a[1]"
    await stand.bench.close()


@pytest.mark.qt_log_ignore("does not support")
async def test_the_view_opens_its_menu(aloop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication):
    stand = Stand(qtbot, record_of(b"text", "text/plain"))
    await stand.fill()
    stand.pane.view.customContextMenuRequested.emit(QPoint(5, 5))
    menu = qapp.activePopupWidget()
    assert menu is not None
    menu.close()
    await stand.bench.close()
