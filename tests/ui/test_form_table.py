import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from webhook_inspector.bodies.form import form_fields
from webhook_inspector.ui.form_table import FormTable
from webhook_inspector.ui.matches import gathered
from webhook_inspector.ui.theme import code_font


@pytest.fixture
def table(qtbot: QtBot) -> FormTable:
    made = FormTable()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.set_code_font(code_font(10))
    made.show()
    made.show_fields(form_fields("a=b+c&flag&long=" + "x" * 5000))
    return made


def test_name_value_and_both_as_they_came(table: FormTable):
    model = table.model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert cells == [["a", "b c", "a=b+c"], ["flag", "", "flag"]]
    assert len(model.index(2, 1).data()) == 300
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)] == [
        "Name",
        "Value",
        "As it came",
    ]
    assert tester.model() is model


def test_copies_all_of_a_cell(table: FormTable, qtbot: QtBot, qapp: QApplication):
    table.setCurrentIndex(table.model().index(2, 1))
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "x" * 5000


def test_is_searched(table: FormTable):
    found = gathered(table.places("FLAG"))
    assert found.places == ((1, 0, 1), (1, 2, 3))
    table.mark(found, 1)
    assert table.place() == (1, 2)
    assert list(table.places("")) == []


def test_nothing(table: FormTable):
    table.show_fields(())
    assert table.value_text() == ""
    assert table.place() == (0, -1)
