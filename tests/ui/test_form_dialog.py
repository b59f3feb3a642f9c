import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.form_dialog import FormDialog
from webhook_inspector.ui.form_rows import FormRows

Button = QDialogButtonBox.StandardButton


class WordDialog(FormDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Button.Save)
        self.word = QLineEdit("fine")
        fields = QWidget()
        FormRows(fields).put(0, "&Word", self.word)
        self._hold(fields)
        self.word.textChanged.connect(lambda text: self._allow(bool(text)))

    def _filled_in(self) -> str:
        return self.word.text()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, parent: QWidget) -> WordDialog:
    made = WordDialog(parent)
    with qtbot.waitActive(made):
        made.open()
    return made


@pytest.fixture
def given(dialog: WordDialog) -> list[str]:
    found: list[str] = []
    dialog.given.connect(lambda word: found.append(f"{word}, closed: {not dialog.isVisible()}"))
    return found


def button(dialog: WordDialog, which: Button):
    return dialog.findChild(QDialogButtonBox).button(which)


def test_what_was_filled_in_is_given_when_it_is_closed(dialog: WordDialog, given: list[str]):
    dialog.word.setText("other")
    button(dialog, Button.Save).click()
    assert given == ["other, closed: True"]


@pytest.mark.parametrize("way", ["cancel", "Esc"])
def test_cancelled_it_gives_nothing(qtbot: QtBot, dialog: WordDialog, given: list[str], way: str):
    ways = {"cancel": button(dialog, Button.Cancel).click, "Esc": lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape)}
    ways[way]()
    assert not dialog.isVisible()
    assert given == []


def test_what_is_not_allowed_cannot_be_taken(qtbot: QtBot, dialog: WordDialog, given: list[str]):
    dialog.word.clear()
    assert not button(dialog, Button.Save).isEnabled()
    qtbot.keyClick(dialog.word, Qt.Key.Key_Return)
    assert given == []
    qtbot.keyClicks(dialog.word, "x")
    qtbot.keyClick(dialog.word, Qt.Key.Key_Return)
    assert given == ["x, closed: True"]


def test_the_keyboard_reaches_the_fields_before_the_buttons(dialog: WordDialog):
    reached, widget = [], dialog.nextInFocusChain()
    while widget is not dialog:
        reached.append(widget)
        widget = widget.nextInFocusChain()
    assert reached.index(dialog.word) < reached.index(button(dialog, Button.Save))
