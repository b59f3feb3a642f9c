from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from webhook_inspector.ui import theme
from webhook_inspector.ui.theme import DARK, LIGHT
from webhook_inspector.ui.tone_text import ToneText


def colour(text: ToneText) -> str:
    return text.palette().color(QPalette.ColorRole.Text).name()


def test_has_the_colour_of_its_tone_in_every_theme(qtbot: QtBot, qapp: QApplication):
    theme.apply(qapp, "light")
    text = ToneText("Verdict", "muted")
    qtbot.addWidget(text)
    qtbot.waitUntil(lambda: colour(text) == LIGHT.muted)
    text.say("No", "fail")
    assert colour(text) == LIGHT.fail
    text.say("Not at all")
    assert colour(text) == LIGHT.fail
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: colour(text) == DARK.fail)
    theme.apply(qapp, "light")
    qtbot.waitUntil(lambda: colour(text) == LIGHT.fail)


def test_is_hidden_while_there_is_nothing_to_say(qtbot: QtBot):
    text = ToneText("Verdict")
    qtbot.addWidget(text)
    assert text.isHidden()
    text.say("No")
    assert not text.isHidden()
    text.say("")
    assert text.isHidden()


def test_is_as_high_as_its_font_asks(qtbot: QtBot):
    text = ToneText("Verdict")
    qtbot.addWidget(text)
    text.say("No")
    small, font = text.height(), text.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    text.setFont(font)
    assert text.height() > small
