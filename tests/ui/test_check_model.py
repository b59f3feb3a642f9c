from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.sent import attempt
from webhook_inspector.drafts.checking import Variant, report
from webhook_inspector.handler_check import Tried
from webhook_inspector.ui.check_model import COLUMNS, CheckModel


def test_rows_stand_in_the_order_in_which_people_read_them_and_fill_up(qtbot):
    model = CheckModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.begin([Variant.TAMPERED, Variant.VALID])
    assert [model.index(row, 1).data() for row in range(2)] == ["Valid", "Tampered"]
    assert model.index(0, 0).data() == "… waiting"
    assert model.tried_at(0) is None
    tried = Tried(Variant.TAMPERED, attempt(200))
    model.add(tried)
    assert model.tried_at(1) is tried
    assert model.index(1, 0).data() == "… answered"
    model.show_report(report("http://x", "stripe", [(Variant.VALID, attempt(200)), (Variant.TAMPERED, attempt(200))]))
    assert [model.index(row, 0).data() for row in range(2)] == ["✓ right", "✗ wrong"]
    assert "does not verify" in model.index(1, 5).data()
    fine, wrong = (model.index(row, 0).data(Qt.ItemDataRole.ForegroundRole) for row in range(2))
    assert fine.name() != wrong.name()
    assert model.tried_at(9) is None


def test_the_columns_have_titles(qtbot):
    model = CheckModel()
    titles = [model.headerData(section, Qt.Orientation.Horizontal) for section in range(model.columnCount())]
    assert titles == list(COLUMNS)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
