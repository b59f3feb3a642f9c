import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest

from tests.ui.compared import compared
from webhook_inspector.ui.compare_rows import Layout, lay_out
from webhook_inspector.ui.compare_table import CompareTable
from webhook_inspector.ui.theme import code_font


@pytest.fixture
def table(qtbot):
    table = CompareTable()
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    return table


def show(table, comparison=None, *, side_by_side=True):
    layout = lay_out(comparison or compared(), side_by_side=side_by_side, folded=False)
    table.show_layout(layout, ("1", "2"), side_by_side=side_by_side)


def test_goes_from_difference_to_difference_and_round(table):
    show(table)
    assert table.place() == (1, 3)
    places = []
    for by in (1, 1, 1, -1, -1):
        table.step(by)
        places.append(table.place()[0])
    assert places == [2, 3, 1, 3, 2]


def test_between_differences_the_nearest_is_next(table):
    show(table)
    table.view.setCurrentIndex(table.model.index(table.model.layout.stops[1] - 1, 0))
    assert table.place() == (1, 3)
    table.step(-1)
    assert table.place() == (1, 3)
    assert table.view.currentIndex().row() == table.model.layout.stops[0]


def test_without_differences_nothing_moves(table):
    table.show_layout(Layout(), ("1", "2"), side_by_side=True)
    table.step(1)
    assert table.place() == (0, 0)
    assert table.pattern() == ""


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_a_right_click_offers_to_ignore(table, qtbot):
    show(table)
    table.step(1)
    table.view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    actions = table._menu.actions()
    assert [action.text() for action in actions] == ["Ignore $.id", "Copy"]
    with qtbot.waitSignal(table.ignore_wanted) as asked:
        actions[0].trigger()
    assert asked.args == ["$.id"]
    table._menu.close()


def test_the_key_for_copying_takes_the_selected_rows(table, qtbot):
    show(table)
    with qtbot.waitSignal(table.copy_wanted) as asked:
        QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["− X: 1\n+ X: 2"]
    assert '+   "e": null' in table.text()


def test_both_sides_scroll_sideways_as_one(table):
    show(table)
    assert not table._sideways.isVisible()
    show(table, compared(b'{"a":"' + b"x" * 500 + b'"}'))
    assert table._sideways.isVisible()
    table._sideways.setValue(100)
    assert table.delegate.offset == 100


def test_rows_are_as_high_as_the_font_wants(table):
    show(table)
    small = table.view.rowHeight(0)
    table.set_code_font(code_font(30))
    assert table.view.rowHeight(0) > small


def test_half_a_million_rows_are_no_trouble(table):
    body = b"[" + b"1," * 200_000 + b"1]"
    show(table, compared(body, body))
    assert table.model.rowCount() > 200_000
    table.step(1)
    assert table.place()[0] == 1
