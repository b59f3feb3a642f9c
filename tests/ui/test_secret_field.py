import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.reveal_button import RevealButton
from webhook_inspector.ui.secret_field import SecretField

PEM = "-----BEGIN PUBLIC KEY-----\n" + "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n" * 25 + "-----END PUBLIC KEY-----\n"
SECRET = "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y"


@pytest.fixture
def field(qtbot: QtBot) -> SecretField:
    made = SecretField()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def paste(qtbot: QtBot, field: SecretField, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(field.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def button(field: SecretField) -> RevealButton:
    return field.findChild(RevealButton)


def below(field: SecretField) -> str:
    return " ".join(label.text() for label in field.findChildren(QLabel) if label.isVisible())


def said_aloud(field: SecretField) -> str:
    face = QAccessible.queryAccessibleInterface(field.line)
    return " ".join(
        face.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    )


def test_what_is_typed_is_hidden_from_eyes_and_ears(qtbot: QtBot, field: SecretField):
    qtbot.keyClicks(field.line, SECRET)
    assert field.value() == SECRET
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    assert SECRET not in field.line.displayText()
    assert SECRET not in said_aloud(field)
    assert field.line.toolTip() == ""


def test_a_text_of_several_lines_can_be_pasted(qtbot: QtBot, field: SecretField):
    paste(qtbot, field, PEM)
    assert field.value() == PEM.strip("\n")
    assert below(field) == "PEM, 27 lines"
    field.forget()
    assert below(field) == ""


@pytest.mark.parametrize("text", [SECRET + "\n", "\r\n" + SECRET + "\r\n"])
def test_the_end_of_a_copied_line_is_not_part_of_it(qtbot: QtBot, field: SecretField, text: str):
    paste(qtbot, field, text)
    assert field.value() == SECRET


def test_blanks_stay_for_others_to_judge(qtbot: QtBot, field: SecretField):
    paste(qtbot, field, f" {SECRET} ")
    assert field.value() == f" {SECRET} "


def test_line_ends_of_windows_become_plain_ones(qtbot: QtBot, field: SecretField):
    paste(qtbot, field, PEM.replace("\n", "\r\n"))
    assert field.value() == PEM.strip("\n")


def test_is_shown_on_purpose_only(qtbot: QtBot, field: SecretField):
    qtbot.keyClicks(field.line, SECRET)
    button(field).click()
    assert field.line.displayText() == SECRET
    assert field.line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    button(field).click()
    assert SECRET not in field.line.displayText()


@pytest.mark.parametrize("revealed", [True, False])
def test_nothing_can_be_brought_back(qtbot: QtBot, field: SecretField, revealed: bool):
    qtbot.keyClicks(field.line, SECRET)
    if revealed:
        button(field).click()
        qtbot.keyClicks(field.line, "more")
    field.forget()
    assert not field.line.isUndoAvailable()
    field.line.setEchoMode(QLineEdit.EchoMode.Normal)  # hidden, Qt undoes nothing
    field.line.undo()
    field.line.redo()
    assert field.line.text() == ""
    assert not button(field).isChecked()


def test_what_was_replaced_before_cannot_be_undone_into_sight(qtbot: QtBot, field: SecretField):
    qtbot.keyClicks(field.line, "the first secret")
    field.line.selectAll()
    qtbot.keyClicks(field.line, SECRET)
    button(field).click()
    field.line.undo()
    assert field.line.text() == SECRET


def test_says_when_it_changes(qtbot: QtBot, field: SecretField):
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.line, "x")


def test_every_control_has_a_name(field: SecretField):
    assert field.line.accessibleName() == "Secret"
    assert button(field).text()
