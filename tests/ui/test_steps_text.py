import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from webhook_inspector.core.verdict import Step
from webhook_inspector.ui import theme
from webhook_inspector.ui.steps_text import LIMIT, StepsText
from webhook_inspector.ui.theme import DARK, LIGHT, code_font

STEPS = (
    Step("header", True, "it is there"),
    Step("format", False, "it has 3 characters", "64", "3"),
    Step("digest", False, "it does not fit", "aa", "bb"),
)


@pytest.fixture
def text(qtbot: QtBot) -> StepsText:
    made = StepsText()
    qtbot.addWidget(made)
    made.resize(300, 20)
    made.show()
    return made


def colour_at(text: StepsText, words: str) -> str:
    cursor = text.document().find(words)
    return cursor.charFormat().foreground().color().name()


def test_tells_each_step_with_its_values(text: StepsText):
    text.show_steps(STEPS)
    assert text.toPlainText().splitlines() == [
        "✓\tit is there",
        "✗\tit has 3 characters",
        "expected\t64",
        "found\t3",
        "✗\tit does not fit",
    ]


def test_a_value_is_in_the_code_font(text: StepsText):
    text.show_steps(STEPS)
    text.set_code_font(code_font(19))
    assert text.document().find("64").charFormat().font().pointSizeF() == 19
    assert text.document().find("it is there").charFormat().font().pointSizeF() != 19


def test_its_glyphs_follow_the_theme(text: StepsText, qtbot: QtBot, qapp: QApplication):
    theme.apply(qapp, "light")
    text.show_steps(STEPS)
    qtbot.waitUntil(lambda: (colour_at(text, "✓"), colour_at(text, "✗")) == (LIGHT.ok, LIGHT.fail))
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: (colour_at(text, "✓"), colour_at(text, "✗")) == (DARK.ok, DARK.fail))


def test_is_as_high_as_its_text(text: StepsText, qtbot: QtBot):
    text.show_steps(STEPS[:1])
    one = text.height()
    text.show_steps(STEPS)
    assert text.height() > 3 * one
    text.show_steps([Step("header", True, "word " * 60)])
    wide = text.height()
    text.resize(120, text.height())
    assert text.height() > wide
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() == 0)


def test_nothing_of_a_stranger_acts(text: StepsText):
    text.show_steps([Step("key", False, "<b>x</b>\u202e\n", found="y" * 9000)])
    assert "<b>x</b>\\u202e\\n" in text.toPlainText()
    assert len(text.toPlainText()) < 2 * LIMIT


def test_copies_all_or_what_is_selected(text: StepsText, qtbot: QtBot, qapp: QApplication):
    text.show_steps(STEPS)
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == text.toPlainText()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    text.moveCursor(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "✓\tit is there"
    assert text.accessibleName() == "Steps"
