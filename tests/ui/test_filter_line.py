import pytest
from PySide6.QtGui import QTextDocument

from webhook_inspector.ui.filter_line import LONGEST, FilterLine
from webhook_inspector.ui.theme import DARK, LIGHT, palette_of


@pytest.fixture
def line(qtbot):
    line = FilterLine()
    qtbot.addWidget(line)
    return line


def seen(line):
    document = QTextDocument()
    document.setHtml(line.text())
    return document.toPlainText()


def marked(line):
    """What is underlined."""
    document = QTextDocument()
    document.setHtml(line.text())
    found, place = [], document.begin().begin()
    while not place.atEnd():
        if place.fragment().charFormat().fontUnderline():
            found.append(place.fragment().text())
        place += 1
    return found


def test_nothing_to_say_takes_no_room(line):
    assert line.isHidden()
    line.say("Captures of stripe")
    assert not line.isHidden()
    line.say("")
    assert line.isHidden()


def test_html_is_shown_as_it_is(line):
    line.say('with “<b>x</b> <img src="http://x/">”')
    assert seen(line) == line.words == 'with “<b>x</b> <img src="http://x/">”'
    line.complain("<i>wrong</i>", "a <u>b</u>", 2, 5)
    assert seen(line) == "✗ <i>wrong</i>    a <u>b</u>"
    assert marked(line) == ["<u>"]


def test_the_place_of_a_fault_is_marked(line):
    line.complain("size: needs a size", "a  size:>>1 b", 8, 11)
    assert seen(line) == "✗ size: needs a size    a  size:>>1 b"
    assert marked(line) == [">>1"]
    assert line.words == "size: needs a size"


def test_what_is_missing_has_a_place_too(line):
    line.complain("A value is missing", "sig:", 4, 4)
    assert marked(line) == ["\xa0"]


def test_of_a_long_filter_what_is_around_the_place_is_shown(line):
    line.complain("wrong", "x" * 500 + "size:y " + "z" * 500, 505, 506)
    assert marked(line) == ["y"]
    assert len(seen(line)) < 100
    assert seen(line).count("…") == 2


def test_control_characters_do_not_act(line):
    line.complain("wrong\u202e", "a\u202eb\nc", 2, 3)
    assert seen(line) == "✗ wrong\\u202e    a\\u202eb\\nc"


def test_a_filter_in_many_words_is_cut(line):
    line.say("x" * 5000)
    assert len(seen(line)) == LONGEST


def test_it_never_makes_the_window_wider(line):
    line.say("x" * 200)
    assert line.minimumWidth() == 1


def test_it_follows_the_theme(line):
    line.setPalette(palette_of(LIGHT))
    line.complain("wrong", "a", 0, 1)
    assert LIGHT.fail in line.text()
    line.setPalette(palette_of(DARK))
    assert DARK.fail in line.text()
    assert LIGHT.fail not in line.text()
