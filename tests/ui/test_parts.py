import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.parts import ElidedLabel, Hint, IconButton, PlainLabel, StateLine
from webhook_inspector.ui.theme import apply

HOSTILE = "<img src='file:///etc/passwd'><b>x</b>"


def test_a_label_takes_nothing_for_html(qtbot: QtBot):
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_long_text_does_not_make_the_window_wide(qtbot: QtBot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("POST /" + "x" * 30_000)
    assert label.minimumSizeHint().width() == 0
    label.resize(200, 20)
    label.grab()
    assert len(label.toolTip()) < 2100


def test_the_tooltip_of_a_label_shows_html_as_text(qtbot: QtBot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText(HOSTILE)
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()


def test_a_hint_says_a_sentence(qtbot: QtBot):
    hint = Hint()
    qtbot.addWidget(hint)
    hint.say(HOSTILE)
    assert hint.text == HOSTILE
    label = hint.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_state_line_is_there_only_while_it_says_something(qtbot: QtBot):
    line = StateLine("warning")
    qtbot.addWidget(line)
    assert line.isHidden()
    line.say("Cut.")
    assert not line.isHidden()
    assert line.text == "Cut."
    line.say("")
    assert line.isHidden()


@pytest.mark.parametrize("worded", [True, False])
def test_a_button_has_a_name_and_follows_the_theme(qtbot: QtBot, qapp: QApplication, worded: bool):
    apply(qapp, "light")
    button = IconButton("copy", "Copy", worded=worded)
    qtbot.addWidget(button)
    button.show()
    assert button.accessibleName() == "Copy"
    light = button.icon().pixmap(32).toImage()
    apply(qapp, "dark")
    qtbot.waitUntil(lambda: button.icon().pixmap(32).toImage() != light)
    apply(qapp, "light")
    qtbot.waitUntil(lambda: button.icon().pixmap(32).toImage() == light)
