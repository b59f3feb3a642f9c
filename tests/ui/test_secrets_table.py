from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.core.secret import Secret
from webhook_inspector.ui.secret_dialog import SecretDialog
from webhook_inspector.ui.secrets_table import SecretsTable

LIVE = Secret("/stripe", "live", "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y")
OLD = Secret("/stripe", "old", "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5z", date(2020, 1, 31))


class Place(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.table, self.outside = SecretsTable(), QLineEdit()
        self.changes = 0
        self.table.changed.connect(self.count)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(self.outside)

    def count(self) -> None:
        self.changes += 1

    @property
    def shown(self) -> QPlainTextEdit:
        return self.table.findChild(QPlainTextEdit)

    def rows(self) -> list[list[str]]:
        tree = self.table.tree
        items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
        return [[item.text(column) for column in range(tree.columnCount())] for item in items]

    def dialog(self) -> SecretDialog:
        return next(one for one in self.table.findChildren(SecretDialog) if one.isVisible())


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    made = Place()
    qtbot.addWidget(made)
    made.table.show_secrets((LIVE, OLD))
    made.table.set_scheme("stripe")
    with qtbot.waitActive(made):
        made.show()
    made.table.tree.setFocus()
    return made


def everything_said(widget: QWidget) -> str:
    """All that screen readers and tooltips could tell of a widget and its children."""
    words: list[str] = []

    def walk(face) -> None:
        kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
        words.extend(face.text(kind) for kind in kinds)
        for at in range(face.childCount()):
            child = face.child(at)
            if child is not None:
                walk(child)

    walk(QAccessible.queryAccessibleInterface(widget))
    words.extend(one.toolTip() for one in widget.findChildren(QWidget))
    return " ".join(words)


def test_the_rows_say_what_may_be_said(place: Place):
    assert place.rows() == [["live", "…fE5y", "never", ""], ["old", "…fE5z", "1/31/20, expired", ""]]
    assert place.table.tree.isColumnHidden(3)
    place.table.show_secrets((Secret("/x", "1", "abc", None, "kid"),))
    assert not place.table.tree.isColumnHidden(3)
    assert place.rows() == [["1", "…", "never", "kid"]]


def test_a_hidden_secret_is_told_nowhere(place: Place):
    assert LIVE.value not in everything_said(place)
    place.table._reveal.click()
    assert place.shown.toPlainText() == LIVE.value
    assert place.shown.isVisible()
    place.table._reveal.click()
    assert LIVE.value not in everything_said(place)
    assert not place.shown.isVisible()


def test_what_was_revealed_cannot_be_brought_back(place: Place):
    place.table._reveal.click()
    place.table._reveal.click()
    assert not place.shown.isUndoRedoEnabled()
    place.shown.undo()
    assert place.shown.toPlainText() == ""


def test_another_row_another_focus_and_other_secrets_hide_it(qtbot: QtBot, place: Place):
    for act in (
        lambda: qtbot.keyClick(place.table.tree, Qt.Key.Key_Down),
        place.outside.setFocus,
        lambda: place.table.show_secrets((OLD,)),
    ):
        place.table.tree.setFocus()
        place.table._reveal.click()
        assert place.shown.toPlainText()
        act()
        assert place.shown.toPlainText() == ""
        assert not place.table._reveal.isChecked()


def test_the_second_is_revealed_when_it_is_selected(qtbot: QtBot, place: Place):
    qtbot.keyClick(place.table.tree, Qt.Key.Key_Down)
    place.table._reveal.click()
    assert place.shown.toPlainText() == OLD.value


def test_a_secret_is_added_at_the_end(place: Place):
    place.table._add.click()
    dialog = place.dialog()
    assert dialog._label.text() == "1"
    dialog._field.line.setText("whsec_AAAAAAAAAAAAAAAAAAAAAAAA")
    dialog.accept()
    assert [one.label for one in place.table.secrets()] == ["live", "old", "1"]
    assert place.changes == 1
    assert place.table.tree.currentItem().text(0) == "1"


@pytest.mark.parametrize("way", ["button", "Enter", "double click"])
def test_a_secret_is_edited_in_its_place(qtbot: QtBot, place: Place, way: str):
    tree = place.table.tree
    if way == "button":
        place.table._edit.click()
    elif way == "Enter":
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    else:
        tree.itemDoubleClicked.emit(tree.currentItem(), 0)
    dialog = place.dialog()
    assert dialog._taken == ("old",)
    dialog._label.setText("test")
    dialog.accept()
    assert [(one.label, one.value) for one in place.table.secrets()] == [("test", LIVE.value), ("old", OLD.value)]
    assert place.changes == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_secrets_are_removed_until_none_is_left(qtbot: QtBot, place: Place, key: Qt.Key):
    qtbot.keyClick(place.table.tree, key)
    assert place.table.secrets() == (OLD,)
    qtbot.keyClick(place.table.tree, key)
    assert place.table.secrets() == ()
    assert place.changes == 2
    assert place.table._add.hasFocus()
    for button in (place.table._edit, place.table._remove, place.table._reveal):
        assert not button.isEnabled()
    place.table._remove_current()
    place.table._edit_current()
    assert place.changes == 2


def test_a_cancelled_dialog_changes_nothing(place: Place):
    place.table._edit.click()
    place.dialog().reject()
    assert place.table.secrets() == (LIVE, OLD)
    assert place.changes == 0


def test_labels_from_a_file_written_by_hand_do_no_harm(place: Place):
    place.table.show_secrets((Secret("/x", "a\u202e\n" + "b" * 10_000, "abc"),))
    assert place.rows()[0][0].startswith("a\\u202e\\nb")
    assert len(place.rows()[0][0]) <= 300
