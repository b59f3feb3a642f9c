import pytest
from PySide6.QtCore import Qt

from webhook_inspector.ui.editor_pairs import Pair, pairs_of
from webhook_inspector.ui.editor_pairs_table import PairsTable


@pytest.fixture
def table(qtbot):
    made = PairsTable("Query")
    qtbot.addWidget(made)
    made.show_pairs(pairs_of("a=1&b=%41"))
    with qtbot.waitActive(made):
        made.show()
    return made


def test_only_what_was_touched_is_written_anew(table, qtbot):
    with qtbot.waitSignal(table.edited):
        table.table.item(0, 1).setText("2")
    assert table.pairs() == (Pair("a", "2"), Pair("b", "A", "b=%41"))
    with qtbot.assertNotEmitted(table.edited):
        table.table.item(0, 1).setText("2")


def test_rows_come_and_go(table, qtbot):
    table.add.click()
    assert table.pairs()[-1] == Pair("", "")
    assert table.table.currentRow() == 2
    table.table.setCurrentCell(0, 0)
    qtbot.keyClick(table.table, Qt.Key.Key_Delete)
    table.remove.click()
    assert [one.name for one in table.pairs()] == [""]


def test_the_same_again_leaves_the_cell_that_is_being_edited(table):
    item = table.table.item(0, 1)
    table.show_pairs([Pair("a", "1", "a=1"), Pair("b", "A")])
    assert table.table.item(0, 1) is item
    table.show_pairs([])
    assert table.table.rowCount() == 0


def test_it_has_a_name(table):
    assert table.table.accessibleName() == "Query"
