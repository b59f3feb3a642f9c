import json
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from webhook_inspector.bodies.jsontree import DEEPEST, scan
from webhook_inspector.ui.json_tree_view import JsonTreeView
from webhook_inspector.ui.matches import gathered
from webhook_inspector.ui.theme import code_font


@pytest.fixture
def view(qtbot: QtBot) -> JsonTreeView:
    made = JsonTreeView()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.set_code_font(code_font(10))
    made.show()
    return made


def test_a_small_tree_is_open_and_a_large_one_is_not(view: JsonTreeView):
    view.show_tree(scan('{"a":{"b":[1]}}'))
    assert view.isExpanded(view._model.index_of(3))
    view.show_tree(scan(json.dumps([[1] * 30] * 30)))
    assert view.isExpanded(view._model.index_of(1))
    assert not view.isExpanded(view._model.index_of(2))


def test_goes_to_a_path(view: JsonTreeView):
    view.show_tree(scan(json.dumps({"a": [{"b": "é\n"}] * 1500})))
    assert view.go_to(("a", 1234, "b"))
    assert view.steps() == ("a", 1234, "b")
    assert view.value_text() == "é\n"
    assert view.visualRect(view.currentIndex()).isValid()
    assert not view.go_to(("a", 1500))
    view.show_tree(scan(""))
    assert not view.go_to(("a",))


def test_paths_begin_in_the_line_that_is_looked_at(view: JsonTreeView):
    view.show_tree(scan('{"a":1}\n{"a":2}', by_line=True))
    view.mark(gathered(view.places("2")), 0)
    assert view.value_text() == "2"
    assert view.go_to(("a",))
    assert view.value_text() == "2"


def test_copies_the_value(view: JsonTreeView, qtbot: QtBot, qapp: QApplication):
    view.show_tree(scan('{"a":"x\\ty","b":1.10,"c":[1, 2]}'))
    copied = []
    for name in "abc":
        view.go_to((name,))
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        copied.append(qapp.clipboard().text())
    assert copied == ["x\ty", "1.10", "[1, 2]"]


def test_opens_what_is_in_a_value(view: JsonTreeView):
    view.show_tree(scan(json.dumps([[[1] * 5] * 20] * 30)))
    view.go_to((3,))
    view.open_below()
    assert view.isExpanded(view._model.index_of(view.tree.find((3, 19))))
    assert not view.isExpanded(view._model.index_of(view.tree.find((4,))))


def test_a_million_members_and_200_000_levels_stop_nothing(view: JsonTreeView):
    million, deep = scan(json.dumps([0] * 1_000_000)), scan("[" * 200_000)
    began = time.perf_counter()
    view.show_tree(million)
    view.grab()
    assert view.go_to((999_999,))
    view.grab()
    assert time.perf_counter() - began < 1  # takes some 30 ms; the machine may be busy
    began = time.perf_counter()
    view.show_tree(deep)
    assert view.go_to((0,) * (DEEPEST - 1))
    view.expandAll()
    view.grab()
    assert time.perf_counter() - began < 3


def test_a_search_goes_into_what_is_closed(view: JsonTreeView):
    view.show_tree(scan(json.dumps([[["needle"]]] * 100)))
    found = gathered(view.places("needle"))
    assert len(found) == 100
    view.mark(found, 50)
    assert view.steps() == (50, 0, 0)
    assert found.next_after(*view.place()) == 51
    assert list(view.places("")) == []


def test_the_key_that_opens_all_opens_what_fits(view: JsonTreeView, qtbot: QtBot):
    view.show_tree(scan(json.dumps([[[0] * 10] * 100] * 1000)))
    began = time.perf_counter()
    qtbot.keyClick(view, Qt.Key.Key_Asterisk)
    assert time.perf_counter() - began < 2
    assert view.isExpanded(view._model.index_of(1))
