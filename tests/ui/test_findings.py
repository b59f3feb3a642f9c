import pytest
from pytestqt.qtbot import QtBot

from tests.ui.judged import WRONG, examined, make_diagnosis, make_finding, rules_of, signed_record
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.doctor.finding import Action, Remedy
from webhook_inspector.ui.findings import Findings

USE = Remedy(Action.USE_SECRET, source="/old", label="test")


@pytest.fixture
def findings(qtbot: QtBot) -> Findings:
    made = Findings()
    qtbot.addWidget(made)
    return made


def invalid():
    return examined(rules=rules_of(WRONG))


def test_is_hidden_until_there_is_something_to_say(findings: Findings):
    assert findings.isHidden()
    findings.look()
    assert not findings.isHidden()
    assert findings.words.toPlainText() == "Looking for the reason…"
    findings.clear()
    assert findings.isHidden()


def test_shows_a_card_for_each_finding(findings: Findings, qtbot: QtBot):
    findings.look()
    findings.show_diagnosis(make_diagnosis(make_finding(USE), make_finding()), invalid())
    assert len(findings.cards) == 2
    assert findings.words.isHidden()
    assert findings.expander.isHidden()
    with qtbot.waitSignal(findings.applied) as applied:
        findings.cards[0].button.click()
    assert applied.args == [USE]
    findings.clear()
    assert findings.cards == []


def test_tells_what_was_tried_where_nothing_explains_it(findings: Findings):
    findings.show()
    findings.show_diagnosis(make_diagnosis(), invalid())
    assert findings.words.toPlainText() == "Nothing that was tried explains it."
    assert findings.expander.text() == "What was tried (2)"
    assert findings.tried.isHidden()
    findings.expander.click()
    assert findings.tried.isVisible()
    assert len(findings.tried.toPlainText().splitlines()) == 2
    findings.expander.click()
    assert findings.tried.isHidden()


def test_tells_that_the_time_was_up(findings: Findings):
    findings.show_diagnosis(make_diagnosis(complete=False), invalid())
    assert "before everything was tried" in findings.words.toPlainText()


def test_says_nothing_of_a_verdict_that_explains_itself(findings: Findings):
    findings.look()
    findings.show_diagnosis(make_diagnosis(), examined(signed_record(), NO_RULES))
    assert findings.isHidden()
