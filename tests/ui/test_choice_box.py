import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.choice_box import ChoiceBox

CHOICES = [("", "As the request tells"), ("github", "GitHub"), ("stripe", "Stripe"), ("mp", "Mercado Pago")]


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    made = ChoiceBox("Provider")
    qtbot.addWidget(made)
    made.fill(CHOICES)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_begins_with_the_first_and_says_nothing_about_it(qtbot: QtBot):
    made = ChoiceBox("Provider")
    qtbot.addWidget(made)
    said: list[str] = []
    made.chosen.connect(said.append)
    made.fill(CHOICES)
    assert (made.key(), said) == ("", [])


def test_says_the_key_of_what_is_chosen(box: ChoiceBox):
    said: list[str] = []
    box.chosen.connect(said.append)
    box.choose("stripe")
    assert said == ["stripe"]
    assert (box.key(), box.currentText()) == ("stripe", "Stripe")


def test_a_key_that_is_not_known_is_kept(box: ChoiceBox):
    box.choose("of-a-later-version")
    assert (box.key(), box.currentText()) == ("of-a-later-version", "of-a-later-version")


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window that pops up
def test_any_part_of_a_title_finds_it(qtbot: QtBot, box: ChoiceBox):
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), "PAG")
    completer = box.completer()
    assert [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())] == [
        "Mercado Pago"
    ]
    completer.popup().setCurrentIndex(completer.completionModel().index(0, 0))
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert box.key() == "mp"


def test_what_is_no_title_goes_again(qtbot: QtBot, box: ChoiceBox):
    box.choose("github")
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), "zzz")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert (box.key(), box.currentText(), box.count()) == ("github", "GitHub", 4)


def test_the_wheel_turns_only_what_was_entered(qtbot: QtBot, box: ChoiceBox):
    def turn() -> None:
        place = QPointF(5, 5)
        buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        down = QPoint(0, -120)
        event = QWheelEvent(
            place, box.mapToGlobal(place), down, down, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(box, event)

    box.setFocus()
    box.clearFocus()
    turn()
    assert box.key() == ""
    box.setFocus()
    turn()
    assert box.key() == "github"


def test_has_a_name(box: ChoiceBox):
    assert box.accessibleName() == box.lineEdit().accessibleName() == "Provider"
