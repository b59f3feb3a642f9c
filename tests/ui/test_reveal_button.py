import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.ui import reveal_button
from webhook_inspector.ui.reveal_button import RevealButton


class Place(QWidget):
    """A scope with the button and a field, and a field outside."""

    def __init__(self) -> None:
        super().__init__()
        scope = QWidget()
        self.inside, self.outside = QLineEdit(), QLineEdit()
        self.button = RevealButton(scope)
        self.said: list[bool] = []
        self.button.revealed.connect(self.said.append)
        column = QVBoxLayout(scope)
        column.addWidget(self.inside)
        column.addWidget(self.button)
        both = QVBoxLayout(self)
        both.addWidget(scope)
        both.addWidget(self.outside)


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    made = Place()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.inside.setFocus()
    return made


def test_shows_and_hides(place: Place):
    place.button.click()
    assert place.button.text() == "Hid&e"
    place.button.click()
    assert place.said == [True, False]
    assert place.button.text() == "Revea&l"


def test_lets_go_after_a_while(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    assert reveal_button.REVEAL_MS == 10_000
    monkeypatch.setattr(reveal_button, "REVEAL_MS", 30)
    place = Place()
    qtbot.addWidget(place)
    place.show()
    place.button.click()
    assert place.said == [True]
    qtbot.waitUntil(lambda: place.said == [True, False])


def test_stays_while_the_keyboard_stays(place: Place):
    place.button.click()
    place.button.setFocus()
    place.inside.setFocus()
    assert place.said == [True]


def test_lets_go_when_the_keyboard_goes_elsewhere(place: Place):
    place.button.click()
    place.outside.setFocus()
    assert place.said == [True, False]
    place.inside.setFocus()
    place.outside.setFocus()
    assert place.said == [True, False]


def test_lets_go_when_another_window_comes_to_the_front(qtbot: QtBot, place: Place):
    place.button.click()
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
    assert place.said == [True, False]


def test_lets_go_when_it_is_hidden_or_has_nothing_to_show(place: Place):
    place.button.click()
    place.button.setEnabled(False)
    assert place.said == [True, False]
    place.button.setEnabled(True)
    place.button.click()
    place.hide()
    assert place.said == [True, False, True, False]


def test_lets_go_when_it_is_hidden_while_the_keyboard_is_elsewhere(place: Place):
    place.outside.setFocus()
    place.button.setChecked(True)
    place.button.hide()
    assert place.said == [True, False]


def test_its_width_stays(place: Place):
    width = place.button.sizeHint().width(), place.button.minimumWidth()
    place.button.click()
    assert place.button.minimumWidth() == width[1]
    font = place.button.font()
    font.setPointSize(3 * font.pointSize())
    place.button.setFont(font)
    assert place.button.minimumWidth() > width[1]
