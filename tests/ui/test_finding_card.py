from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.judged import RIGHT, WRONG, examined, make_finding, rules_of
from webhook_inspector.core.verdict import Status
from webhook_inspector.doctor.finding import Action, Remedy
from webhook_inspector.ui import theme
from webhook_inspector.ui.finding_card import Card, FindingCard
from webhook_inspector.ui.theme import DARK, LIGHT

USE = Remedy(Action.USE_SECRET, source="/old", label="test")


def card_of(qtbot: QtBot, remedy: Remedy | None = None, status: Status = Status.VALID) -> FindingCard:
    card = FindingCard(make_finding(remedy, status), examined(rules=rules_of(WRONG)))
    qtbot.addWidget(card)
    card.show()
    return card


def test_says_the_reason_and_what_proves_it(qtbot: QtBot):
    card = card_of(qtbot, USE)
    assert card.text.toPlainText() == "There is no capture 7."
    assert card.below.toPlainText().startswith("With this change the signature is valid")
    assert card.button.text() == "Use secret “test” for /stripe"


def test_does_once_what_its_button_says(qtbot: QtBot):
    card = card_of(qtbot, USE)
    with qtbot.waitSignal(card.applied) as applied:
        card.button.click()
    assert applied.args == [USE]
    assert not card.button.isEnabled()


def test_without_proof_and_remedy_it_is_a_sentence(qtbot: QtBot):
    card = card_of(qtbot, status=Status.INVALID)
    assert card.button.isHidden()
    assert card.below.isHidden()


def test_shows_what_a_setting_becomes_and_never_a_secret(qtbot: QtBot):
    setting = card_of(qtbot, Remedy(Action.SET, name="signed_url", value="https://x/?a=<b>"))
    assert setting.button.toolTip() == "<span>signed_url = https://x/?a=&lt;b&gt;</span>"
    secret = card_of(qtbot, Remedy(Action.CORRECT_SECRET, label="prod", value=RIGHT))
    shown = (secret.button.toolTip(), secret.button.text(), secret.text.toPlainText(), secret.below.toPlainText())
    assert not [text for text in shown if RIGHT in text]


def test_its_ground_follows_the_theme(qtbot: QtBot, qapp: QApplication):
    theme.apply(qapp, "light")
    card = Card()
    qtbot.addWidget(card)
    assert card.palette().window().color().name() == LIGHT.note_wash
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: card.palette().window().color().name() == DARK.note_wash)
    assert card.backgroundRole() is QPalette.ColorRole.Window


def test_says_something_else(qtbot: QtBot):
    card = Card()
    qtbot.addWidget(card)
    card.say("One.", "More.", "Do")
    card.button.click()
    card.say("Two.", button="Do again")
    assert card.text.toPlainText() == "Two."
    assert card.below.isHidden()
    assert card.button.isEnabled()
    card.say("Three.")
    assert card.button.isHidden()
