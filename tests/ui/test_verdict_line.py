import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.judged import WRONG, examined, rules_of, signed_record
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.ui.verdict_line import VerdictLine


@pytest.fixture
def line(qtbot: QtBot) -> VerdictLine:
    made = VerdictLine()
    qtbot.addWidget(made)
    made.resize(600, 60)
    made.show()
    return made


def buttons(line: VerdictLine) -> dict[str, QPushButton]:
    return {button.text(): button for button in line.findChildren(QPushButton) if button.isVisible()}


def test_shows_the_verdict_and_how_it_was_found(line: VerdictLine):
    line.show_verdict(examined(rules=rules_of(WRONG)))
    assert line.headline.toPlainText() == "✗ Signature does not match"
    assert line.detail.toPlainText() == "Stripe · scheme stripe · endpoint /stripe"
    assert set(buttons(line)) == {"Check again", "Edit endpoint…"}


def test_asks_for_a_secret_where_there_is_none(line: VerdictLine):
    line.show_verdict(examined(signed_record(), NO_RULES))
    assert set(buttons(line)) == {"Check again", "Add secret…"}


def test_its_buttons_are_signals(line: VerdictLine, qtbot: QtBot):
    line.show_verdict(examined())
    with qtbot.waitSignal(line.checked_again):
        buttons(line)["Check again"].click()
    with qtbot.waitSignal(line.edited):
        buttons(line)["Edit endpoint…"].click()


def test_a_sentence_instead_of_a_verdict_has_no_buttons(line: VerdictLine):
    line.show_verdict(examined())
    line.say("There is no capture 7.", "fail")
    assert line.headline.toPlainText() == "There is no capture 7."
    assert line.detail.isHidden()
    assert not buttons(line)
