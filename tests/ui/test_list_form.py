import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.form_rows import FormRows
from webhook_inspector.ui.list_form import ListForm


class OneField(ListForm):
    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.below = QCheckBox("below")
        self.fault = ""
        FormRows(self._inside).put(0, "&Name", self.name)
        self._hold((self.below,))
        self.name.textChanged.connect(self._changed)

    def _look(self) -> None:
        self.fault = "taken" if self.name.text() in self._others else ""


@pytest.fixture
def form(qtbot: QtBot) -> OneField:
    made = OneField()
    qtbot.addWidget(made)
    made.show()
    return made


def test_whoever_hears_of_a_change_sees_what_is_wrong_with_it(form: OneField):
    heard: list[str] = []
    form.changed.connect(lambda: heard.append(form.fault))
    form.set_others(("a",))
    form.name.setText("a")
    form.name.setText("b")
    assert heard == ["taken", ""]


def test_other_names_are_looked_at_at_once_and_change_nothing(form: OneField):
    heard: list[str] = []
    form.name.setText("a")
    form.changed.connect(lambda: heard.append(form.fault))
    form.set_others(("a",))
    assert (form.fault, heard) == ("taken", [])


def test_only_its_height_is_scrolled(qtbot: QtBot, form: OneField):
    form.resize(form.minimumSizeHint())
    assert form.horizontalScrollBar().maximum() == 0
    form.name.setMinimumWidth(form.width() + 100)
    qtbot.waitUntil(lambda: form.minimumSizeHint().width() > form.name.minimumWidth())


def test_what_stands_below_the_rows_is_below_them(form: OneField):
    assert form.below.isVisible()
    assert (
        form.below.mapTo(form, form.below.rect().topLeft()).y() > form.name.mapTo(form, form.name.rect().center()).y()
    )
