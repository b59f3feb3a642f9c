import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.find_bar import FindBar

LINES = ["one needle", "no", "Needle needle"]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Place(QWidget):
    """A view with its bar, in a window that wants Ctrl+F and Esc for itself."""

    def __init__(self) -> None:
        super().__init__()
        self.view = BodyView()
        self.bar = FindBar(self.view)
        self.stolen: list[str] = []
        layout = QVBoxLayout(self)
        layout.addWidget(self.view)
        layout.addWidget(self.bar)
        for keys in ("Ctrl+F", "F3"):
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(lambda _checked=False, keys=keys: self.stolen.append(keys))
            self.addAction(action)

    @property
    def field(self) -> QLineEdit:
        found = self.bar.findChild(QLineEdit)
        assert isinstance(found, QLineEdit)
        return found


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    made = Place()
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitActive(made):
        made.show()
    made.view.show_lines(LINES)
    made.view.setFocus()
    return made


def look_for(qtbot: QtBot, place: Place, text: str) -> None:
    qtbot.keyClick(place.view, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(place.field, text)
    qtbot.keyClick(place.field, Qt.Key.Key_F3)


def test_is_hidden_until_it_is_asked_for(qtbot: QtBot, place: Place):
    assert not place.bar.isVisible()
    qtbot.keyClick(place.view, Qt.Key.Key_F, CONTROL)
    assert place.bar.isVisible()
    assert place.field.hasFocus()
    assert place.stolen == []


def test_typing_finds_after_a_pause(qtbot: QtBot, place: Place):
    place.bar.open()
    qtbot.keyClicks(place.field, "needle")
    qtbot.waitUntil(lambda: place.bar.words == "1 of 3")
    assert place.view.place() == (0, 4)


def test_goes_on_and_back_and_round(qtbot: QtBot, place: Place):
    look_for(qtbot, place, "needle")
    assert place.bar.words == "1 of 3"
    qtbot.keyClick(place.field, Qt.Key.Key_F3)
    assert (place.bar.words, place.view.place()) == ("2 of 3", (2, 0))
    qtbot.keyClick(place.field, Qt.Key.Key_Return)
    assert place.bar.words == "3 of 3"
    qtbot.keyClick(place.view, Qt.Key.Key_F3)
    assert place.bar.words == "1 of 3"
    qtbot.keyClick(place.field, Qt.Key.Key_F3, SHIFT)
    assert place.bar.words == "3 of 3"
    assert place.stolen == []


def test_the_buttons_do_what_the_keys_do(qtbot: QtBot, place: Place):
    look_for(qtbot, place, "needle")
    before, after, close = place.bar.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    after.click()
    assert place.bar.words == "2 of 3"
    before.click()
    assert place.bar.words == "1 of 3"
    close.click()
    assert not place.bar.isVisible()


def test_says_when_there_is_nothing(qtbot: QtBot, place: Place):
    look_for(qtbot, place, "absent")
    assert place.bar.words == "Nothing found"
    qtbot.keyClick(place.field, Qt.Key.Key_F3)
    assert place.bar.words == "Nothing found"


def test_escape_closes_and_leaves_the_place_selected(qtbot: QtBot, place: Place):
    look_for(qtbot, place, "needle")
    qtbot.keyClick(place.field, Qt.Key.Key_Escape)
    assert not place.bar.isVisible()
    assert place.view.hasFocus()
    assert place.view.textCursor().selectedText() == "needle"


def test_begins_with_what_is_selected(qtbot: QtBot, place: Place):
    place.view.selectAll()
    place.bar.open()
    assert place.field.text() == ""
    place.bar.close_bar()
    place.view.show_lines(["abc"])
    place.view.selectAll()
    place.bar.open()
    assert place.field.text() == "abc"


def test_another_text_is_searched_too(qtbot: QtBot, place: Place):
    look_for(qtbot, place, "needle")
    place.view.show_lines(["a needle"])
    assert place.bar.words == "1 of 1"


def test_every_control_has_a_name(place: Place):
    for widget in (
        place.field,
        *place.bar.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly),
    ):
        assert widget.accessibleName()


def test_looks_in_another_view(qtbot: QtBot, place: Place):
    look_for(qtbot, place, "needle")
    other = BodyView(place)
    other.show_lines(["a needle"])
    place.bar.look_in(other)
    assert place.bar.words == "1 of 1"
    place.view.show_lines(["needle needle"])
    assert place.bar.words == "1 of 1"
    place.bar.close_bar()
    assert other.textCursor().selectedText() == "needle"


def test_a_long_text_takes_several_turns_and_the_first_place_is_there_at_once(qtbot: QtBot, place: Place):
    place.view.show_lines(["needle", *["x" * 1000] * 30_000, "needle"])
    place.bar.open()
    place.bar._field.setText("needle")
    place.bar.go_on()
    assert place.bar.words == "1 of 1+"
    qtbot.waitUntil(lambda: place.bar.words == "1 of 2", timeout=20_000)
