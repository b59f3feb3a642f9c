import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.compared import compared
from webhook_inspector.ui.compare_model import GLYPH, LEFT, RIGHT, CompareModel
from webhook_inspector.ui.compare_rows import lay_out


@pytest.fixture
def model(qapp):
    model = CompareModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def show(model, *, side_by_side=True, folded=False):
    layout = lay_out(compared(), side_by_side=side_by_side, folded=folded)
    model.show_layout(layout, ("1 · a", "2 · b"), side_by_side=side_by_side)
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_side_by_side(model):
    rows = show(model)
    assert rows[0] == ["", "Request line", ""]
    assert ["≠", "X: 1", "X: 2"] in rows
    assert ["+", "", '  "e": null'] in rows
    assert ["−", '    "x": 1', ""] in rows
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in (GLYPH, LEFT, RIGHT)]
    assert titles == [None, "1 · a", "2 · b"]


def test_inline(model):
    rows = show(model, side_by_side=False)
    assert ["−", "X: 1"] in rows
    assert ["+", "X: 2"] in rows
    assert model.headerData(LEFT, Qt.Orientation.Horizontal) == "1 · a → 2 · b"


def test_folded(model):
    assert [text for _, text, _ in show(model, folded=True) if text.startswith("…")] == ["… 6 lines that are the same"]


def test_glyphs_are_read_aloud(model):
    rows = show(model)
    spoken = {
        rows[row][GLYPH]: model.index(row, GLYPH).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(len(rows))
        if rows[row][GLYPH]
    }
    assert spoken == {"≠": "changed", "+": "added", "−": "removed"}


def test_a_side_without_a_line_is_told_from_an_empty_one(model):
    rows = show(model)
    added = rows.index(["+", "", '  "e": null'])
    assert model.text_at(added, LEFT) is None
    assert model.text_at(added, RIGHT) == '  "e": null'
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
