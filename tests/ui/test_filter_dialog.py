import pytest
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from webhook_inspector.saved_filters import SavedFilter
from webhook_inspector.ui.filter_dialog import NAME_LIMIT, FilterDialog

OTHERS = (SavedFilter("Failed", "sig:invalid", "red", 1),)


@pytest.fixture
def make(qtbot):
    def make(before=SavedFilter("", "sig:valid")):  # noqa: B008 (frozen)
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = FilterDialog(parent, before, OTHERS)
        dialog.parent_kept = parent
        dialog.all_given = []
        dialog.given.connect(dialog.all_given.append)
        dialog.open()
        return dialog

    return make


def button(dialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)


def test_a_name_is_all_that_is_missing(make):
    dialog = make()
    assert not button(dialog).isEnabled()
    dialog.name.setText(" Fine ")
    button(dialog).click()
    assert dialog.all_given == [SavedFilter("Fine", "sig:valid")]


def test_what_cannot_be_kept_is_said(make):
    dialog = make()
    dialog.name.setText("Failed")
    assert dialog._name_problem.text == "There is a filter of this name already."
    assert not button(dialog).isEnabled()
    dialog.name.setText("x" * 99)
    assert len(dialog.name.text()) == NAME_LIMIT
    assert button(dialog).isEnabled()
    dialog.text.setText("size:x")
    assert dialog._text_problem.text.startswith("size: needs")
    assert not button(dialog).isEnabled()
    dialog.text.setText(" ")
    assert dialog._text_problem.text == ""
    assert not button(dialog).isEnabled()


def test_colour_and_key_are_as_before(make):
    before = SavedFilter("Big", "size:>1mb", "blue", 2)
    dialog = make(before)
    assert dialog.saved() == before
    assert dialog.key.itemText(1) == "Alt+1 (now of Failed)"
    assert dialog.key.itemText(2) == "Alt+2"
    dialog.colour.setCurrentIndex(0)
    dialog.key.setCurrentIndex(1)
    assert dialog.saved() == SavedFilter("Big", "size:>1mb", "", 1)
    dialog.reject()
    assert dialog.all_given == []
