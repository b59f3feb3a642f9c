from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.ui.text_pane import TextPane
from webhook_inspector.ui.theme import code_font


def test_shows_its_text_or_a_sentence(qtbot: QtBot):
    pane = TextPane(QWidget())
    qtbot.addWidget(pane)
    pane.show()
    assert pane.view.isVisible()
    pane.say_instead("Nothing here.")
    assert not pane.view.isVisible()
    assert pane.words == "Nothing here."
    pane.say_instead("")
    assert pane.view.isVisible()
    assert pane.words == ""


def test_the_search_belongs_to_its_text(qtbot: QtBot):
    pane = TextPane(QWidget())
    qtbot.addWidget(pane)
    pane.show()
    pane.view.show_lines(["needle"])
    pane.view.selectAll()
    pane.find_bar.open()
    assert pane.find_bar.words == "1 of 1"


def test_takes_the_code_font(qtbot: QtBot):
    pane = TextPane(QWidget())
    qtbot.addWidget(pane)
    pane.set_code_font(code_font(19))
    assert pane.view.font().pointSizeF() == 19


def test_another_widget_takes_the_place_of_the_text(qtbot: QtBot):
    pane = TextPane(QWidget())
    qtbot.addWidget(pane)
    pane.show()
    other = QLabel("other")
    pane.find_bar.open()
    pane.show_view(other, None)
    assert other.isVisible()
    assert not pane.find_bar.isVisible()
    pane.say_instead("words")
    pane.show_view(pane.view, pane.view)
    assert pane.words == "words"
    pane.say_instead("")
    assert pane.view.isVisible()
