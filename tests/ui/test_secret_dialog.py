from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.core.secret import Secret
from webhook_inspector.ui.secret_dialog import SecretDialog

SECRET = "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y"
OTHER = "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5z"


class Asked:
    def __init__(self, qtbot: QtBot, scheme: str = "stripe", taken=(), before: Secret | None = None) -> None:
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.dialog = SecretDialog(self.parent, scheme, taken, before)
        self.given: list[Secret] = []
        self.dialog.given.connect(self.given.append)
        self.dialog.open()

    @property
    def ok(self):
        return self.dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)

    def type(self, text: str) -> None:
        self.dialog._field.line.setText(text)

    @property
    def remark(self) -> str:
        return self.dialog._remark.text

    @property
    def label(self) -> QLineEdit:
        return self.dialog._label


def test_a_new_secret(qtbot: QtBot):
    asked = Asked(qtbot, taken=("1", "live"))
    assert not asked.ok.isEnabled()
    assert asked.label.text() == "2"
    asked.type(SECRET)
    asked.label.setText(" test ")
    asked.dialog.findChild(QCheckBox).setChecked(True)
    asked.dialog.findChild(QDateEdit).setDate(QDate(2026, 12, 31))
    asked.dialog._key_id.setText(" kid-1 ")
    asked.ok.click()
    assert asked.given == [Secret("", "test", SECRET, date(2026, 12, 31), "kid-1")]
    assert asked.given[0].value == SECRET


def test_a_secret_ends_only_if_it_is_said(qtbot: QtBot):
    asked = Asked(qtbot)
    assert not asked.dialog.findChild(QDateEdit).isEnabled()
    asked.type(SECRET)
    asked.ok.click()
    assert asked.given[0].expires is None


def test_what_is_edited_stays_hidden_and_unchanged_unless_another_is_typed(qtbot: QtBot):
    before = Secret("/stripe", "live", SECRET, date(2026, 1, 31), "kid")
    asked = Asked(qtbot, taken=("test",), before=before)
    assert asked.dialog._field.value() == ""
    assert asked.dialog._field.line.placeholderText() == "unchanged: …fE5y"
    asked.ok.click()
    assert asked.given == [before]
    again = Asked(qtbot, before=before)
    again.type(OTHER)
    again.dialog.findChild(QCheckBox).setChecked(False)
    again.ok.click()
    assert again.given == [Secret("/stripe", "live", OTHER, None, "kid")]


@pytest.mark.parametrize(("scheme", "warned"), [("stripe", True), ("generic-hmac", False)])
def test_a_remark_warns_and_does_not_forbid(qtbot: QtBot, scheme: str, warned: bool):
    asked = Asked(qtbot, scheme)
    asked.type("sk_live_51HAbCdEfGhIjKlMn")
    assert bool(asked.remark) is warned
    assert "51HAb" not in asked.remark
    assert asked.ok.isEnabled()
    asked.type("")
    assert asked.remark == ""


def test_one_that_is_kept_already_is_remarked_on_too(qtbot: QtBot):
    asked = Asked(qtbot, before=Secret("/stripe", "live", "sk_live_51HAbCdEfGhIjKlMn"))
    assert asked.remark
    asked.type(SECRET)
    assert asked.remark == ""


@pytest.mark.parametrize(("label", "problem"), [("", True), ("  ", True), ("live", True), ("Live", False)])
def test_a_label_is_needed_once(qtbot: QtBot, label: str, problem: bool):
    asked = Asked(qtbot, taken=("live",))
    asked.type(SECRET)
    asked.label.setText(label)
    assert bool(asked.dialog._label_problem.text) is problem
    assert asked.ok.isEnabled() is not problem


def test_nothing_is_left_in_the_field(qtbot: QtBot):
    asked = Asked(qtbot)
    asked.type(SECRET)
    asked.dialog.reject()
    assert asked.given == []
    assert asked.dialog._field.line.text() == ""
    assert not asked.dialog._field.line.isUndoAvailable()


def test_grows_with_what_is_said(qtbot: QtBot):
    asked = Asked(qtbot, taken=("live",))
    before = asked.dialog.height()
    asked.label.setText("live")
    asked.type("sk_live_51HAbCdEfGhIjKlMn")
    qtbot.waitUntil(lambda: asked.dialog.height() > before)
    label = asked.dialog._remark._label
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


def test_every_field_has_a_name(qtbot: QtBot):
    asked = Asked(qtbot)
    for widget in (asked.label, asked.dialog._key_id, asked.dialog._day, asked.dialog._field.line):
        assert widget.accessibleName()
