import pytest
from PySide6.QtCore import Qt

from webhook_inspector.ui.search_field import REST_MS, SearchField


@pytest.fixture
def field(qtbot):
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def said(field):
    said = []
    field.changed.connect(said.append)
    return said


def test_searches_when_the_typing_rests(field, said, qtbot):
    qtbot.keyClicks(field._edit, "invoice")
    assert said == []
    qtbot.waitUntil(lambda: said == ["invoice"], timeout=REST_MS * 10)


def test_enter_searches_at_once_and_leaves(field, said, qtbot):
    qtbot.keyClicks(field._edit, "a")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field._edit, Qt.Key.Key_Return)
    assert said == ["a"]
    qtbot.wait(REST_MS * 2)
    assert said == ["a"]


def test_clear_searches_for_everything_at_once(field, said, qtbot):
    qtbot.keyClicks(field._edit, "a")
    qtbot.waitUntil(lambda: said == ["a"])
    field.clear()
    assert said == ["a", ""]


def test_what_has_not_changed_is_not_searched_again(field, said, qtbot):
    field.clear()
    qtbot.keyClicks(field._edit, "a")
    qtbot.keyClick(field._edit, Qt.Key.Key_Backspace)
    qtbot.wait(REST_MS * 2)
    assert said == []


def test_only_a_search_that_takes_long_says_that_it_runs(field, qtbot):
    field.show_searching(True)
    field.show_searching(False)
    qtbot.wait(300)
    assert not field._busy.isVisible()
    field.show_searching(True)
    qtbot.waitUntil(field._busy.isVisible)
    field.show_searching(True)
    field.show_searching(False)
    assert not field._busy.isVisible()
