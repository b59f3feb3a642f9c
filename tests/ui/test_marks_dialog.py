import pytest
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from webhook_inspector.core.marks import NO_MARKS, MarkChange, Marks
from webhook_inspector.ui.marks_dialog import MarksDialog

ONE = Marks(pinned=True, colour="red", tags=("refund", "slow"), note="why")


@pytest.fixture
def ask(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(*before: Marks, first: str = "note") -> MarksDialog:
        dialog = MarksDialog(parent, before, first)
        dialog.show()
        return dialog

    return make


def ok(dialog: MarksDialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def test_what_is_there_is_shown_and_nothing_changes_by_itself(ask):
    dialog = ask(ONE)
    assert (dialog.note.toPlainText(), dialog.tags.text()) == ("why", "refund slow")
    assert (dialog.colour.currentData(), dialog.colour.currentText()) == ("red", "● red")
    assert dialog.change() == MarkChange()
    assert ask(NO_MARKS).change() == MarkChange()


def test_what_is_changed_is_given(ask):
    dialog, given = ask(ONE), []
    dialog.given.connect(given.append)
    dialog.note.setPlainText("")
    dialog.tags.setText("slow Later, #slow")
    dialog.colour.setCurrentIndex(dialog.colour.findData(""))
    ok(dialog).click()
    assert given == [MarkChange(colour="", note="", add=("later",), remove=("refund",))]
    assert given[0].of(ONE) == Marks(pinned=True, tags=("later", "slow"))


def test_cancelling_gives_nothing(ask):
    dialog, given = ask(ONE), []
    dialog.given.connect(given.append)
    dialog.tags.setText("x")
    dialog.reject()
    assert given == []


def test_many_keep_what_they_do_not_share(ask):
    dialog = ask(ONE, Marks(colour="blue", tags=("slow",), note="else"))
    assert (dialog.note.toPlainText(), dialog.tags.text(), dialog.colour.currentData()) == ("", "slow", None)
    assert "different notes" in dialog.note.placeholderText()
    assert dialog.change() == MarkChange()
    dialog.tags.setText("")
    dialog.colour.setCurrentIndex(dialog.colour.findData("green"))
    assert dialog.change() == MarkChange(colour="green", remove=("slow",))


def test_what_is_no_tag_is_said_at_once(ask):
    dialog = ask(NO_MARKS, first="tags")
    dialog.tags.setText("fine (junk)")
    assert not ok(dialog).isEnabled()
    dialog.tags.setText("fine")
    assert ok(dialog).isEnabled()


def test_every_field_has_a_name(ask):
    dialog = ask(NO_MARKS)
    assert all(field.accessibleName() for field in (dialog.note, dialog.tags, dialog.colour))
