import json

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester

from webhook_inspector.bodies.jsontree import scan
from webhook_inspector.ui.json_tree_model import NAME, VALUE, JsonTreeModel
from webhook_inspector.ui.theme import DARK, LIGHT, palette_of

TEXT = '{"a":1.10,"list":["x",true,null],"\\u0062":"\u202e","e":{}}'


def model_of(text: str) -> JsonTreeModel:
    model = JsonTreeModel()
    model.look(palette_of(LIGHT), QFont())
    model.show(scan(text))
    return model


@pytest.mark.parametrize("text", [TEXT, "", "[", json.dumps([[1, 2]] * 2_500), "[" * 400])
def test_qt_finds_nothing_wrong_with_it(text: str):
    model = model_of(text)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(scan(TEXT))
    assert tester.model() is model


def rows(model: JsonTreeModel, parent: QModelIndex) -> list[tuple[str, str]]:
    return [
        (str(model.index(row, NAME, parent).data()), str(model.index(row, VALUE, parent).data()))
        for row in range(model.rowCount(parent))
    ]


def test_values_stand_as_they_came_and_nothing_in_them_acts():
    model = model_of(TEXT)
    top = model.index(0, 0)
    assert rows(model, QModelIndex()) == [("$", "{ 4 }")]
    assert rows(model, top) == [("a", "1.10"), ("list", "[ 3 ]"), ("\\u0062", '"\\u202e"'), ("e", "{ 0 }")]
    assert rows(model, model.index(1, 0, top)) == [("0", '"x"'), ("1", "true"), ("2", "null")]


def test_long_values_are_cut_in_a_cell():
    model = model_of(json.dumps(["y" * 5000]))
    index = model.index(0, VALUE, model.index(0, 0))
    assert len(index.data()) == 300
    assert len(index.data(Qt.ItemDataRole.ToolTipRole)) < 2100


def test_colours_tell_the_type():
    model = model_of(TEXT)
    top = model.index(0, 0)

    def colour(row: int, parent: QModelIndex) -> str:
        return str(model.index(row, VALUE, parent).data(Qt.ItemDataRole.ForegroundRole).name())

    inner = model.index(1, 0, top)
    assert [colour(0, top), colour(0, inner), colour(1, inner)] == [
        LIGHT.tokens["number"],
        LIGHT.tokens["string"],
        LIGHT.tokens["keyword"],
    ]
    model.look(palette_of(DARK), QFont())
    assert colour(0, top) == DARK.tokens["number"]


def test_headings():
    model = model_of("")
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(2)] == ["Name", "Value"]
