import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from webhook_inspector.core.verdict import Step
from webhook_inspector.ui import theme
from webhook_inspector.ui.digest_view import DigestView, SignatureText
from webhook_inspector.ui.parts import IconButton
from webhook_inspector.ui.theme import DARK, LIGHT, code_font

WRONG = Step("digest", False, "it does not fit", "9f2c1b04ab", "9f2c1a04ab")


@pytest.fixture
def view(qtbot: QtBot) -> DigestView:
    made = DigestView()
    qtbot.addWidget(made)
    made.resize(500, 80)
    made.show()
    return made


def marked(text: SignatureText) -> list[tuple[str, str]]:
    """Characters that are underlined and bold, with their colour."""
    found = []
    for place in range(len(text.toPlainText())):
        cursor = QTextCursor(text.document())
        cursor.setPosition(place + 1)
        look = cursor.charFormat()
        if look.fontUnderline() and look.fontWeight() >= 700:
            found.append((text.toPlainText()[place], look.foreground().color().name()))
    return found


def test_marks_the_first_difference_in_any_theme(view: DigestView, qtbot: QtBot, qapp: QApplication):
    theme.apply(qapp, "light")
    view.show_step(WRONG)
    assert view.expected.toPlainText() == "9f2c 1b04 ab"
    qtbot.waitUntil(lambda: marked(view.expected) == [("b", LIGHT.fail)])
    assert marked(view.found) == [("a", LIGHT.fail)]
    assert view.words.toPlainText() == "Difference from character 6."
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: marked(view.found) == [("a", DARK.fail)])


def test_forgets_the_mark_of_the_one_before(view: DigestView):
    view.show_step(WRONG)
    view.show_step(Step("digest", True, "it fits", WRONG.expected, WRONG.expected))
    assert marked(view.expected) == marked(view.found) == []
    assert view.words.isHidden()


def test_hides_the_side_that_is_not_known(view: DigestView):
    view.show_step(Step("digest", False, "it does not fit", found="9f2c1a04ab"))
    assert view.filled
    assert view.expected.isHidden()
    assert {label.text() for label in view.findChildren(QLabel) if label.isVisible()} == {"Received"}
    assert [button.text() for button in view.findChildren(IconButton) if button.isVisible()] == [
        "Copy received signature"
    ]
    view.show_step(None)
    assert not view.filled


def test_copies_without_the_blanks_between_groups(view: DigestView, qtbot: QtBot, qapp: QApplication):
    view.show_step(WRONG)
    for button, value in zip(view.findChildren(IconButton), (WRONG.expected, WRONG.found), strict=True):
        button.click()
        assert qapp.clipboard().text() == value
    qtbot.keyClick(view.expected, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == WRONG.expected
    view.found.selectAll()
    qtbot.keyClick(view.found, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == WRONG.found


def test_keeps_blanks_that_belong_to_it(view: DigestView, qtbot: QtBot, qapp: QApplication):
    view.show_step(Step("digest", False, "it does not fit", found="two words"))
    view.found.selectAll()
    qtbot.keyClick(view.found, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "two words"


def test_takes_the_code_font(view: DigestView):
    view.show_step(WRONG)
    view.set_code_font(code_font(21))
    assert view.expected.font().pointSizeF() == view.found.font().pointSizeF() == 21
