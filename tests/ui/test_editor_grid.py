import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QTableWidgetItem

from webhook_inspector.ui.editor_grid import EditGrid


@pytest.fixture
def grid(qtbot):
    made = EditGrid(("A", "B"))
    qtbot.addWidget(made)
    made.setRowCount(1)
    made.setItem(0, 1, QTableWidgetItem("old"))
    made.setCurrentCell(0, 1)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_return_edits_and_ends_that_without_a_warning(grid, qtbot):
    assert [grid.horizontalHeaderItem(place).text() for place in (0, 1)] == ["A", "B"]
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    line = grid.viewport().findChild(QLineEdit)
    assert line is not None
    line.setText("new")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: grid.item(0, 1).text() == "new")


def test_delete_asks_for_the_row_to_go(grid, qtbot):
    with qtbot.waitSignal(grid.remove_wanted):
        qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert grid.rowCount() == 1


def test_rows_are_as_high_as_the_font(grid):
    before = grid.verticalHeader().defaultSectionSize()
    font = QFont(grid.font())
    font.setPointSizeF(2 * font.pointSizeF())
    grid.set_code_font(font)
    assert grid.verticalHeader().defaultSectionSize() > before
