import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.value_text import MOST_LINES, ValueText


@pytest.fixture
def value(qtbot: QtBot) -> ValueText:
    made = ValueText("Target")
    qtbot.addWidget(made)
    made.resize(200, 20)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_is_as_high_as_its_text(value: ValueText):
    value.show_value("short")
    one = value.height()
    value.show_value("\n".join("abc"))
    assert one * 2 < value.height() < one * 4


def test_wraps_a_text_without_blanks(value: ValueText):
    value.show_value("short")
    one = value.height()
    value.show_value("x" * 100)
    assert value.height() > one
    narrow = value.height()
    value.resize(2000, value.height())
    assert value.height() < narrow


def test_does_not_grow_without_end(value: ValueText):
    value.show_value("\n".join("x" * 500))
    assert value.height() <= (MOST_LINES + 1) * value.fontMetrics().lineSpacing()


def test_shows_html_as_text(value: ValueText):
    value.show_value("<b>x</b>")
    assert value.toPlainText() == "<b>x</b>"


def test_copies_all_or_what_is_selected(value: ValueText, qtbot: QtBot, qapp: QApplication):
    value.show_value("abc def")
    qtbot.keyClick(value, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "abc def"
    for _ in range(3):
        qtbot.keyClick(value, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(value, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "abc"


def test_cannot_be_changed(value: ValueText, qtbot: QtBot):
    value.show_value("abc")
    qtbot.keyClicks(value, "xyz")
    assert value.toPlainText() == "abc"


def test_the_next_key_leaves_it(value: ValueText):
    assert value.tabChangesFocus()
    assert value.accessibleName() == "Target"
