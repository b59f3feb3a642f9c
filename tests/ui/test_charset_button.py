from pytestqt.qtbot import QtBot

from webhook_inspector.bodies.kind import kind_of
from webhook_inspector.ui.charset_button import CharsetButton


def test_says_what_it_is_and_offers_others(qtbot: QtBot):
    button = CharsetButton()
    qtbot.addWidget(button)
    button.say(kind_of(b"{}", "application/json"))
    assert (button.text(), button.toolTip()) == ("JSON · UTF-8", "By its declared content type.")
    assert button.charset == ""
    with qtbot.waitSignal(button.chosen):
        button._actions.actions()[1].trigger()
    assert button.charset == "utf-8"
    button.say(kind_of(b"{}", "application/json"))
    assert button.toolTip() == "Read as you have chosen."


def test_choosing_for_the_user_says_nothing(qtbot: QtBot):
    button = CharsetButton()
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.chosen):
        button.choose("gb18030")
    assert button.charset == "gb18030"
    assert [action.text() for action in button._actions.actions()][1:4] == ["UTF-8", "LATIN-1", "WINDOWS-1252"]
