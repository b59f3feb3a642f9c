import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from tests.ui.sent import attempt
from webhook_inspector.drafts.checking import Variant, report
from webhook_inspector.handler_check import Tried
from webhook_inspector.ui.check_table import CheckTable

ANSWERS = [(Variant.VALID, attempt(200)), (Variant.TAMPERED, attempt(200))]


@pytest.fixture
def table(qtbot):
    table = CheckTable()
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    table.rows.begin([variant for variant, _ in ANSWERS])
    return table


def test_the_current_row_is_told_also_when_its_answer_comes(table):
    picked = []
    table.picked.connect(picked.append)
    tried = Tried(*ANSWERS[0])
    table.rows.add(tried)
    assert picked == [tried]
    table.selectRow(1)
    assert picked[-1] is None
    assert table.current() is None


def test_rows_are_as_high_as_their_sentences(table, qtbot):
    table.rows.show_report(report("http://x", "stripe", ANSWERS))
    low = table.rowHeight(1)
    table.resize(520, 300)
    qtbot.waitUntil(lambda: table.rowHeight(1) > low)
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance("✗ wrong")


def test_copies_the_whole_row(table, qtbot):
    table.rows.add(Tried(*ANSWERS[0]))
    QTest.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text().startswith("… answered\tValid\tsigned as it should be\t2xx")
    assert table.accessibleName() == "Answers of the handler"
