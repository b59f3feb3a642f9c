import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from webhook_inspector.ui.sidebar import Sidebar
from webhook_inspector.ui.sidebar_line import Kind, Line

LINES = (
    Line(Kind.TITLE, "Endpoints"),
    Line(Kind.FILTER, "All", count=1234),
    Line(Kind.FILTER, "<b>/a", "endpoint:/a", "✗", "fail", 5, "The newest: Signature does not match"),
    Line(Kind.TITLE, "Saved filters"),
    Line(Kind.SAVED, "Mine", "sig:invalid", "★", "red", 3),
)


@pytest.fixture
def sidebar(qtbot):
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.resize(220, 300)
    sidebar.show_lines(LINES)
    with qtbot.waitExposed(sidebar):
        sidebar.show()
    return sidebar


@pytest.fixture
def picked(sidebar):
    picked = []
    sidebar.picked.connect(picked.append)
    sidebar.picked.connect(sidebar.mark)
    return picked


def spot(sidebar, row):
    return sidebar.visualRect(sidebar.model().index(row, 0)).center()


def click(qtbot, sidebar, row):
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=spot(sidebar, row))


def test_a_second_click_takes_the_filter_away(sidebar, picked, qtbot):
    assert sidebar.marked() == ["All"]
    click(qtbot, sidebar, 2)
    assert sidebar.marked() == ["<b>/a"]
    click(qtbot, sidebar, 4)
    click(qtbot, sidebar, 4)
    assert picked == ["endpoint:/a", "sig:invalid", ""]
    assert sidebar.marked() == ["All"]
    click(qtbot, sidebar, 0)
    assert picked[3:] == []


def test_by_the_keyboard(sidebar, picked, qtbot):
    sidebar.setFocus()
    sidebar.setCurrentIndex(sidebar.model().index(1, 0))
    assert picked == []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(sidebar, key)
    assert picked == ["endpoint:/a", "sig:invalid"]


def test_the_keyboard_comes_to_the_line_of_the_filter(sidebar):
    sidebar.mark("sig:invalid")
    sidebar.enter()
    assert sidebar.currentIndex().row() == 4
    sidebar.mark("nothing like it")
    sidebar.enter()
    assert sidebar.currentIndex().row() == 4
    assert sidebar.marked() == []


def test_other_counts_leave_everything_where_it_is(sidebar, qtbot):
    sidebar.setCurrentIndex(sidebar.model().index(2, 0))
    sidebar.mark("endpoint:/a")
    resets = []
    sidebar.model().modelReset.connect(lambda: resets.append(1))
    sidebar.show_lines([*LINES[:2], Line(Kind.FILTER, "<b>/a", "endpoint:/a", count=6), *LINES[3:]])
    assert resets == []
    assert sidebar.lines()[2].count == 6
    sidebar.show_lines([*LINES[:2], Line(Kind.FILTER, "/0", "endpoint:/0"), *LINES[2:]])
    assert resets == [1]
    assert sidebar.currentIndex().row() == 3
    assert sidebar.marked() == ["<b>/a"]


def test_what_is_said_of_a_line(sidebar):
    index = sidebar.model().index(2, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "<b>/a, 5, The newest: Signature does not match"
    assert "&lt;b&gt;/a" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert sidebar.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "All, 1,234"
    assert sidebar.accessibleName() == "Endpoints, providers and saved filters"


def right_click(sidebar, row):
    at = spot(sidebar, row)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, sidebar.viewport().mapToGlobal(QPoint(at)))
    QApplication.sendEvent(sidebar.viewport(), event)
    return sidebar.menu.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu that pops up
def test_only_saved_filters_have_a_menu(sidebar):
    said = []
    sidebar.edit_wanted.connect(lambda name: said.append(("edit", name)))
    sidebar.remove_wanted.connect(lambda name: said.append(("remove", name)))
    assert [right_click(sidebar, row) for row in range(4)] == [False] * 4
    assert right_click(sidebar, 4)
    for action in sidebar.menu.actions():
        action.trigger()
    sidebar.menu.hide()
    assert said == [("edit", "Mine"), ("remove", "Mine")]
