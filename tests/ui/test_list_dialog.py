from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.form_rows import FormRows
from webhook_inspector.ui.list_dialog import ListDialog, ListWords
from webhook_inspector.ui.list_form import ListForm
from webhook_inspector.ui.named_list import NEW, Entry, ListSide, NamedList

Button = QMessageBox.StandardButton
WORDS = ListWords(
    title="Letters",
    hint="Add a letter.",
    save="&Save",
    close="&Close",
    saved="Saved: {}".format,
    unsaved="Save {}?".format,
    removing="Remove {}?".format,
    remove="Away",
)


@dataclass(frozen=True, slots=True)
class Renamed:
    before: str
    name: str


class NameForm(ListForm):
    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        FormRows(self._inside).put(0, "&Name", self.name)
        self._hold()
        self.name.textChanged.connect(self._changed)

    def complete(self) -> bool:
        return bool(self.name.text()) and self.name.text() not in self._others

    def enter(self) -> None:
        self.name.setFocus()

    def _look(self) -> None:
        pass


class NamesDialog(ListDialog[NameForm, Renamed]):
    def __init__(self) -> None:
        side = ListSide(NamedList("Letters", "new"), title="&Letters", add="&Add", remove="&Remove")
        super().__init__(side, NameForm(), WORDS, 20)
        self.names: tuple[str, ...] = ()
        self._show_form(None)

    def show_names(self, *names: str) -> None:
        known, self.names = names == self.names, names
        self._follow(known=known)

    def _entries(self) -> list[Entry]:
        return [Entry(name, name.upper()) for name in self.names]

    def _fill_form(self, key: str | None, proposed: str) -> None:
        self.form.set_others(self._others())
        self.form.name.setText(key or proposed)

    def _change(self) -> Renamed:
        return Renamed(self._current or "", self.form.name.text())

    def _held(self) -> str:
        return self.form.name.text()

    def _kept_as(self, change: Renamed) -> str | None:
        return change.name if change.name in self.names else None

    def _typed_name(self) -> str:
        return self.form.name.text() or "new"

    def _look(self) -> None:
        self._save.setEnabled(self._pending is None and self._dirty() and self.form.complete())


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.dialog = NamesDialog()
        qtbot.addWidget(self.dialog)
        self.saved: list[Renamed] = []
        self.removed: list[str] = []
        self.dialog.saved.connect(self.saved.append)
        self.dialog.removed.connect(self.removed.append)
        self.dialog.open()

    @property
    def name(self) -> str:
        return self.dialog.form.name.text()

    @property
    def question(self) -> QMessageBox | None:
        return next((box for box in self.dialog.findChildren(QMessageBox) if box.isVisible()), None)

    def type_name(self, name: str) -> None:
        self.dialog.form.name.setText(name)

    def answer(self, button: Button) -> None:
        self.question.button(button).click()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_empty_it_says_what_to_do(desk: Desk):
    assert desk.dialog.windowTitle() == "Letters"
    assert desk.dialog._right.currentWidget() is desk.dialog._hint
    assert desk.dialog._hint.text == "Add a letter."
    desk.dialog.show_names("a", "b")
    assert desk.dialog._right.currentWidget() is desk.dialog.form
    assert desk.name == "a"


def test_what_is_saved_is_said_and_shown(desk: Desk):
    desk.dialog.show_names("a", "b")
    desk.type_name("c")
    desk.dialog._save.click()
    assert desk.saved == [Renamed("a", "c")]
    assert not desk.dialog.form.isEnabled()
    desk.dialog.show_names("b", "c")
    assert desk.dialog._done.text == "Saved: c"
    assert desk.dialog._side.list.currentRow() == 1
    assert desk.dialog.form.isEnabled()
    desk.type_name("d")
    assert desk.dialog._done.text == ""


def test_a_problem_is_told_and_what_is_typed_stays(desk: Desk):
    desk.dialog.show_names("a")
    desk.type_name("b")
    desk.dialog._save.click()
    desk.dialog.tell_problem("No.")
    assert (desk.dialog._problem.text, desk.name) == ("No.", "b")
    assert desk.dialog._save.isEnabled()
    desk.dialog.show_names("a", "c")
    assert desk.name == "b"
    assert desk.dialog._side.list.count() == 2


def test_what_is_removed_elsewhere_while_it_is_typed_is_a_new_one(desk: Desk):
    desk.dialog.show_names("a")
    desk.type_name("b")
    desk.dialog.show_names("c")
    assert (desk.name, desk.dialog._current) == ("b", NEW)


def test_what_is_not_typed_in_follows(desk: Desk):
    desk.dialog.show_names("a", "b")
    desk.dialog.show_names("b")
    assert desk.name == "b"
    desk.dialog.show_names()
    assert desk.dialog._current is None


def test_unsaved_changes_ask_first(desk: Desk):
    desk.dialog.show_names("a", "b")
    desk.type_name("c")
    desk.dialog._side.list.setCurrentRow(1)
    assert desk.question.text() == "Save a?"
    assert desk.question.textFormat() == Qt.TextFormat.PlainText
    desk.answer(Button.Cancel)
    assert (desk.name, desk.dialog._side.list.currentRow()) == ("c", 0)
    desk.dialog._side.list.setCurrentRow(1)
    desk.answer(Button.Discard)
    assert (desk.name, desk.saved) == ("b", [])
    desk.type_name("")
    desk.dialog.close()
    assert not desk.question.button(Button.Save).isEnabled()
    desk.answer(Button.Cancel)
    desk.type_name("d")
    desk.dialog.close()
    desk.answer(Button.Save)
    assert desk.dialog.isVisible()
    desk.dialog.show_names("a", "d")
    assert not desk.dialog.isVisible()


def test_while_it_saves_it_may_be_closed_but_nothing_else(desk: Desk):
    desk.dialog.show_names("a", "b")
    desk.type_name("c")
    desk.dialog._save.click()
    desk.dialog._side.list.setCurrentRow(1)
    assert desk.name == "c"
    desk.dialog.close()
    assert desk.question is None
    assert not desk.dialog.isVisible()


def test_removing_asks(desk: Desk):
    desk.dialog.show_names("a", "b")
    desk.dialog._side.remove.click()
    assert desk.question.text() == "Remove a?"
    assert desk.question.button(Button.Yes).text() == "Away"
    desk.answer(Button.Cancel)
    assert desk.removed == []
    desk.dialog._side.remove.click()
    desk.answer(Button.Yes)
    assert desk.removed == ["a"]
    desk.dialog.show_names("b")
    assert desk.name == "b"


def test_a_new_one_is_called_what_is_typed_and_given_up_without_a_question(desk: Desk):
    desk.dialog.show_names("a")
    desk.dialog._side.add.click()
    assert desk.dialog.form.name.hasFocus()
    desk.type_name("\u202e" + "x" * 500)
    desk.dialog.close()
    assert desk.question.text().startswith("Save \\u202exx")
    assert len(desk.question.text()) < 80
    desk.answer(Button.Cancel)
    desk.dialog._side.remove.click()
    assert (desk.name, desk.removed, desk.question) == ("a", [], None)


def test_closed_it_holds_nothing(desk: Desk):
    desk.dialog.show_names("a")
    desk.dialog._close.click()
    assert (desk.name, desk.dialog._begun) == ("", "")
