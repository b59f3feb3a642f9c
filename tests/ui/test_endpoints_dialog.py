import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.ui.endpoint_change import EndpointChange
from webhook_inspector.ui.endpoints_dialog import EndpointsDialog
from webhook_inspector.ui.named_list import NEW
from webhook_inspector.ui.secret_dialog import SecretDialog

BASE = "http://127.0.0.1:8787"
LIVE = Secret("/stripe", "live", "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y")
RULES = Rules((Endpoint("/stripe", "stripe"), Endpoint("/github")), (LIVE,))
Button = QMessageBox.StandardButton


class Edited:
    def __init__(self, qtbot: QtBot, rules: Rules = RULES) -> None:
        self.dialog = EndpointsDialog()
        qtbot.addWidget(self.dialog)
        self.saved: list[EndpointChange] = []
        self.removed: list[str] = []
        self.dialog.saved.connect(self.saved.append)
        self.dialog.removed.connect(self.removed.append)
        self.show(rules)
        with qtbot.waitActive(self.dialog):
            self.dialog.open()
        self.form = self.dialog.form

    def show(self, rules: Rules) -> None:
        self.dialog.show_rules(rules, "", BASE)

    @property
    def path(self) -> str:
        return self.form.endpoint().path

    @property
    def question(self) -> QMessageBox | None:
        return next((one for one in self.dialog.findChildren(QMessageBox) if one.isVisible()), None)

    def answer(self, button: Button) -> None:
        self.question.button(button).click()

    def type_path(self, path: str) -> None:
        self.form._path.setText(path)


@pytest.fixture
def edited(qtbot: QtBot) -> Edited:
    return Edited(qtbot)


def after(change: EndpointChange, rules: Rules = RULES) -> Rules:
    """The rules with that change, as the engine would have them."""
    gone = {change.before, change.endpoint.path}
    endpoints = [one for one in rules.endpoints if one.path not in gone]
    secrets = [one for one in rules.secrets if one.endpoint not in gone]
    return Rules((*endpoints, change.endpoint), (*secrets, *change.secrets))


def test_without_endpoints_it_says_what_to_do(qtbot: QtBot):
    edited = Edited(qtbot, NO_RULES)
    assert edited.dialog._right.currentWidget() is edited.dialog._hint
    assert edited.dialog._side.add.hasFocus()
    assert not edited.dialog._save.isEnabled()
    assert not edited.dialog._side.remove.isEnabled()


def test_begins_with_the_first_and_goes_to_any(edited: Edited):
    assert edited.path == "/github"
    edited.dialog.edit("/stripe")
    assert edited.path == "/stripe"
    assert edited.form.secrets() == (LIVE,)
    edited.dialog._side.list.picked.emit("/github")
    assert edited.path == "/github"
    assert not edited.dialog._save.isEnabled()


def test_a_path_that_is_not_there_begins_a_new_endpoint(edited: Edited):
    edited.dialog.edit("/new/")
    assert (edited.path, edited.dialog._current) == ("/new", NEW)
    assert edited.dialog._save.isEnabled()
    assert edited.form._path.hasFocus()
    edited.dialog._save.click()
    assert edited.saved == [EndpointChange(None, Endpoint("/new"), ())]


def test_secrets_without_an_endpoint_can_be_edited(qtbot: QtBot):
    edited = Edited(qtbot, Rules((), (LIVE,)))
    assert edited.path == "/stripe"
    edited.form._scheme.choose("stripe")
    edited.dialog._save.click()
    assert edited.saved == [EndpointChange("/stripe", Endpoint("/stripe", "stripe"), (LIVE,))]


def test_a_change_names_the_path_before_and_takes_the_secrets_along(edited: Edited):
    edited.dialog.edit("/stripe")
    edited.type_path("/payments")
    edited.dialog._save.click()
    moved = Secret("/payments", LIVE.label, LIVE.value)
    assert edited.saved == [EndpointChange("/stripe", Endpoint("/payments", "stripe"), (moved,))]
    assert not edited.form.isEnabled()
    assert not edited.dialog._save.isEnabled()
    assert not edited.dialog._side.list.isEnabled()
    edited.show(after(edited.saved[0]))
    assert edited.dialog._done.text == "Saved: /payments"
    assert edited.form.isEnabled()
    assert edited.path == "/payments"
    assert not edited.dialog._save.isEnabled()
    edited.type_path("/x")
    assert edited.dialog._done.text == ""


def test_what_cannot_be_cannot_be_saved(edited: Edited):
    edited.type_path("/stripe")
    assert not edited.dialog._save.isEnabled()
    edited.type_path("/stripes")
    assert edited.dialog._save.isEnabled()
    edited.type_path("/github")
    assert not edited.dialog._save.isEnabled()


def test_a_fault_is_told_and_the_form_stays(edited: Edited):
    edited.type_path("/other")
    edited.dialog._save.click()
    edited.dialog.tell_problem("The keyring is locked.")
    assert edited.dialog._problem.text == "The keyring is locked."
    assert edited.path == "/other"
    assert edited.form.isEnabled()
    assert edited.dialog._save.isEnabled()
    edited.show(RULES)
    assert edited.path == "/other"
    edited.dialog._save.click()
    assert len(edited.saved) == 2


def test_what_is_being_typed_outlasts_changes_from_elsewhere(edited: Edited):
    edited.type_path("/other")
    edited.show(Rules((*RULES.endpoints, Endpoint("/third")), RULES.secrets))
    assert edited.path == "/other"
    assert edited.dialog._side.list.count() == 3
    edited.type_path("/third")
    assert not edited.dialog._save.isEnabled()
    edited.type_path("/other")
    edited.show(NO_RULES)
    assert (edited.path, edited.dialog._current) == ("/other", NEW)


def test_what_is_not_being_typed_follows_changes_from_elsewhere(edited: Edited):
    edited.dialog.edit("/stripe")
    edited.show(Rules((Endpoint("/stripe", "github"), Endpoint("/a")), ()))
    assert edited.form.endpoint() == Endpoint("/stripe", "github")
    edited.show(Rules((Endpoint("/a"),)))
    assert edited.path == "/a"


@pytest.mark.parametrize("way", ["close", "Esc", "another", "add", "edit"])
def test_unsaved_changes_ask_first(qtbot: QtBot, edited: Edited, way: str):
    edited.type_path("/other")
    ways = {
        "close": edited.dialog.close,
        "Esc": lambda: qtbot.keyClick(edited.dialog, Qt.Key.Key_Escape),
        "another": lambda: edited.dialog._side.list.setCurrentRow(1),
        "add": edited.dialog._side.add.click,
        "edit": lambda: edited.dialog.edit("/stripe"),
    }
    ways[way]()
    assert "/github" in edited.question.text()
    edited.answer(Button.Cancel)
    assert edited.path == "/other"
    assert edited.dialog.isVisible()
    ways[way]()
    edited.answer(Button.Discard)
    assert edited.dialog.isVisible() is (way not in ("close", "Esc"))
    assert edited.path == {"another": "/stripe", "edit": "/stripe"}.get(way, "/")
    assert edited.saved == []


def test_saved_first_it_goes_on_when_that_is_done(edited: Edited):
    edited.type_path("/other")
    edited.dialog.close()
    edited.answer(Button.Save)
    assert edited.dialog.isVisible()
    edited.show(after(edited.saved[0]))
    assert not edited.dialog.isVisible()


def test_saved_first_it_stays_when_that_fails(edited: Edited):
    edited.type_path("/other")
    edited.dialog.edit("/stripe")
    edited.answer(Button.Save)
    edited.dialog.tell_problem("No.")
    assert edited.path == "/other"
    edited.dialog._save.click()
    edited.show(after(edited.saved[1]))
    assert edited.path == "/other"


def test_what_cannot_be_saved_can_only_be_discarded(edited: Edited):
    edited.type_path("/a b")
    edited.dialog.close()
    assert not edited.question.button(Button.Save).isEnabled()
    edited.answer(Button.Discard)


def test_unchanged_it_closes_without_asking(edited: Edited):
    edited.dialog._close.click()
    assert edited.question is None
    assert not edited.dialog.isVisible()


def test_while_it_saves_it_may_be_closed_but_nothing_else(edited: Edited):
    edited.type_path("/other")
    edited.dialog._save.click()
    edited.dialog.edit("/stripe")
    assert edited.path == "/other"
    edited.dialog.close()
    assert edited.question is None
    assert not edited.dialog.isVisible()


def test_removing_asks_and_says_the_path(edited: Edited):
    edited.dialog.edit("/stripe")
    edited.type_path("/half-typed")
    edited.dialog._side.remove.click()
    assert "/stripe" in edited.question.text()
    edited.answer(Button.Cancel)
    assert edited.removed == []
    edited.dialog._side.remove.click()
    edited.answer(Button.Yes)
    assert edited.removed == ["/stripe"]
    edited.show(Rules((Endpoint("/github"),)))
    assert edited.path == "/github"
    assert edited.dialog._side.list.count() == 1


def test_a_new_one_is_given_up_without_a_word(edited: Edited):
    edited.dialog._side.add.click()
    edited.type_path("/n")
    edited.dialog._side.remove.click()
    assert (edited.path, edited.removed) == ("/github", [])


def test_a_removal_that_fails_changes_nothing(edited: Edited):
    edited.dialog._side.remove.click()
    edited.answer(Button.Yes)
    edited.dialog.tell_problem("The file cannot be written.")
    assert edited.path == "/github"
    assert edited.dialog._problem.text


def test_a_hostile_path_is_shown_as_text(qtbot: QtBot):
    edited = Edited(qtbot, Rules((Endpoint("/<b>" + "x" * 500),)))
    edited.dialog._side.remove.click()
    assert edited.question.textFormat() == Qt.TextFormat.PlainText
    assert len(edited.question.text()) < 200


def test_no_secret_is_told_anywhere(edited: Edited, caplog):
    with caplog.at_level(logging.DEBUG):
        edited.dialog.edit("/stripe")
        edited.form._scheme.choose("github")
        edited.dialog._save.click()
    assert LIVE.value not in repr(edited.saved)
    assert LIVE.value not in caplog.text
    for widget in edited.dialog.findChildren(QWidget):
        said = (widget.toolTip(), widget.whatsThis(), widget.accessibleName(), widget.accessibleDescription())
        assert LIVE.value not in " ".join(said)


def test_closed_it_holds_no_secret(edited: Edited):
    edited.dialog.edit("/stripe")
    edited.dialog.close()
    assert edited.form.secrets() == ()
    assert edited.dialog._begun.secrets == ()


def test_the_whole_of_it_can_be_done_from_the_keyboard(qtbot: QtBot, edited: Edited):
    reached, widget = set(), edited.dialog._side.list
    for _ in range(300):
        reached.add(widget)
        widget = widget.nextInFocusChain()
    edited.dialog.edit("/stripe")
    for one in (
        edited.dialog._side.add,
        edited.dialog._side.remove,
        edited.dialog._close,
        edited.form._path,
        edited.form._url,
    ):
        assert one in reached
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(edited.form._path, Qt.Key.Key_End)
    qtbot.keyClicks(edited.form._path, "2")
    qtbot.keyClick(edited.form._path, Qt.Key.Key_Return)
    assert [one.endpoint.path for one in edited.saved] == ["/stripe2"]


def test_it_becomes_wide_enough_for_what_is_chosen(qtbot: QtBot, edited: Edited):
    edited.dialog.resize(edited.dialog.minimumSizeHint())
    wider = edited.form.width() + 100
    edited.form._scheme.choose("svix")
    edited.form._settings.fields()[0].setMinimumWidth(wider)
    qtbot.waitUntil(lambda: edited.form.width() > wider)
    assert edited.form.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("revealed", [True, False])
def test_every_letter_of_the_keyboard_leads_to_one_place(edited: Edited, revealed: bool):
    edited.dialog.edit("/stripe")
    edited.form._secrets._reveal.setChecked(revealed)
    edited.form._secrets._edit.click()
    secret = edited.form.findChild(SecretDialog)
    for window in (edited.dialog, secret):
        widgets = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
        texts = [one.text() for one in widgets if one.window() is window]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) > 3
        assert len(letters) == len(set(letters))
