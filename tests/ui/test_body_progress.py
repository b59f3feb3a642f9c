from pytestqt.qtbot import QtBot

from webhook_inspector.ui.body_progress import BodyProgress


def test_says_how_far_it_is_and_can_be_cancelled(qtbot: QtBot):
    line = BodyProgress()
    qtbot.addWidget(line)
    assert line.words == ""
    line.say(0.409)
    assert line.words == "Formatting… 40 %"
    with qtbot.waitSignal(line.cancelled):
        line._cancel.click()
    line.hide()
    assert line.words == ""
