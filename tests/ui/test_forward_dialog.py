import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.ui.forward_dialog import ForwardChange, ForwardsDialog

APP, STAGING = ForwardRule("app", ("http://a",)), ForwardRule("staging", ("http://b",))


class Desk:
    def __init__(self, qtbot):
        self.dialog = ForwardsDialog()
        qtbot.addWidget(self.dialog)
        self.saved, self.removed = [], []
        self.dialog.saved.connect(self.saved.append)
        self.dialog.removed.connect(self.removed.append)

    def open(self, *rules):
        self.dialog.show_rules(rules)
        self.dialog.open()

    @property
    def name(self):
        return self.dialog.form.name.text()

    def press(self, text, within=None):
        buttons = (within or self.dialog).findChildren(QPushButton)
        next(one for one in buttons if one.text().replace("&", "") == text and one.isVisible()).click()

    def enabled(self, text):
        return next(one for one in self.dialog.findChildren(QPushButton) if one.text() == text).isEnabled()

    def asked(self):
        return next(box for box in self.dialog.findChildren(QMessageBox) if box.isVisible())

    def answer(self, button):
        self.asked().button(button).click()


@pytest.fixture
def desk(qtbot):
    return Desk(qtbot)


def test_without_rules_it_says_what_they_are_for(desk):
    desk.open()
    assert desk.dialog._right.currentIndex() == 0
    assert desk.dialog._hint.text.startswith("Add a rule to send captures on")
    assert not desk.enabled("&Remove…")


def test_a_new_rule_is_saved(desk):
    desk.open(APP)
    desk.press("Add")
    assert not desk.enabled("&Save")
    desk.dialog.form.name.setText("staging")
    desk.dialog.form.targets.setPlainText("http://b")
    desk.press("Save")
    assert desk.saved == [ForwardChange("", STAGING)]
    assert not desk.dialog.form.isEnabled()
    desk.dialog.show_rules((APP, STAGING))
    assert desk.dialog._done.text == "Saved: staging"
    assert desk.dialog._side.list.currentRow() == 1
    assert desk.dialog.form.isEnabled()


def test_a_rule_is_renamed(desk):
    desk.open(APP, STAGING)
    desk.dialog.form.name.setText("live")
    desk.press("Save")
    assert desk.saved == [ForwardChange("app", ForwardRule("live", ("http://a",)))]


def test_what_could_not_be_saved_stays(desk):
    desk.open(APP)
    desk.dialog.form.name.setText("live")
    desk.press("Save")
    desk.dialog.tell_problem("The disk is full.")
    assert (desk.dialog._problem.text, desk.name) == ("The disk is full.", "live")
    assert desk.enabled("&Save")
    desk.dialog.form.name.setText("other")
    assert desk.dialog._problem.text == ""


def test_what_is_typed_stays_while_others_change_the_rules(desk):
    desk.open(APP)
    desk.dialog.form.filter.setText("sig:valid")
    desk.dialog.show_rules((APP, STAGING))
    assert desk.dialog.form.filter.text() == "sig:valid"
    assert desk.dialog._side.list.count() == 2
    desk.dialog.show_rules((STAGING,))
    assert desk.dialog.form.filter.text() == "sig:valid"
    assert desk.dialog._current == ""


def test_what_nobody_types_in_follows(desk):
    desk.open(APP)
    desk.dialog.show_rules((ForwardRule("app", ("http://other",)),))
    assert desk.dialog.form.targets.toPlainText() == "http://other"
    desk.dialog.show_rules((STAGING,))
    assert desk.name == "staging"


def test_leaving_asks_about_changes(desk):
    desk.open(APP, STAGING)
    desk.dialog.form.name.setText("live")
    desk.dialog._side.list.setCurrentRow(1)
    desk.answer(QMessageBox.StandardButton.Cancel)
    assert desk.name == "live"
    desk.dialog._side.list.setCurrentRow(1)
    desk.answer(QMessageBox.StandardButton.Discard)
    assert desk.name == "staging"
    desk.dialog.form.name.setText("other")
    desk.press("Close")
    desk.answer(QMessageBox.StandardButton.Save)
    assert desk.saved == [ForwardChange("staging", ForwardRule("other", ("http://b",)))]
    desk.dialog.show_rules((APP, ForwardRule("other", ("http://b",))))
    assert not desk.dialog.isVisible()


def test_a_rule_is_removed_after_a_question(desk):
    desk.open(APP, STAGING)
    desk.press("Remove…")
    assert desk.asked().text().startswith("Remove the rule app?")
    desk.answer(QMessageBox.StandardButton.Cancel)
    assert desk.removed == []
    desk.press("Remove…")
    desk.answer(QMessageBox.StandardButton.Yes)
    assert desk.removed == ["app"]
    desk.dialog.show_rules((STAGING,))
    assert desk.name == "staging"


def test_a_new_one_is_given_up_without_a_question(desk):
    desk.open(APP)
    desk.press("Add")
    desk.press("Remove…")
    assert (desk.name, desk.removed) == ("app", [])
