import pytest

from tests.makers import make_signed
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.drafts.signing import Break, How
from webhook_inspector.ui.editor_signing import SigningChoice, told_of
from webhook_inspector.ui.editor_signing_form import SigningForm

RULES = Rules(
    (Endpoint("/stripe", "stripe"),), (Secret("/other", "app", "o" * 20), Secret("/stripe", "prod", "p" * 20))
)
TOLD = told_of(make_signed(), RULES)


@pytest.fixture
def form(qtbot):
    made = SigningForm()
    qtbot.addWidget(made)
    made.show_surroundings(TOLD, RULES)
    made.show()
    return made


def titles(box):
    return [box.itemText(place) for place in range(box.count())]


def test_it_begins_with_the_signature_as_it_is_and_the_secrets_of_the_endpoint(form):
    choice = form.choice()
    assert (choice.how, choice.scheme, choice.secret, choice.broken) == (How.KEEP, "", None, Break.NOTHING)
    assert titles(form.secret) == [
        "Those of the endpoint /stripe",
        "/stripe · prod (…pppp)",
        "/other · app (…oooo)",
        "Another one, not kept",
    ]
    assert form.scheme.currentText() == "Stripe"
    assert not form.secret.isEnabled()


def test_a_secret_that_was_chosen_stays_chosen(form, qtbot):
    form.how.setCurrentIndex(1)
    with qtbot.waitSignal(form.edited):
        form.secret.setCurrentIndex(2)
    form.show_surroundings(TOLD, RULES)
    assert form.choice().secret == ("/other", "app")
    form.show_surroundings(TOLD, Rules())
    assert form.choice().secret is None


def test_one_can_be_typed_and_is_forgotten(form, qtbot):
    form.how.setCurrentIndex(1)
    form.secret.setCurrentIndex(3)
    assert form.typed.isVisible()
    with qtbot.waitSignal(form.edited):
        form.typed.line.setText("typed")
    choice = form.choice()
    assert (choice.typed, choice.secret) == ("typed", None)
    form.forget()
    assert form.choice().typed == ""


def test_only_breaks_that_mean_something_are_offered_and_the_chosen_one_stays(form, qtbot):
    form.show_breaks((Break.NOTHING, Break.EXPIRED, Break.TAMPERED))
    with qtbot.waitSignal(form.edited):
        form.broken.setCurrentIndex(1)
    assert form.minutes.isEnabled()
    form.minutes.setValue(7)
    form.show_breaks((Break.NOTHING,))
    choice = form.choice()
    assert (choice.broken, choice.minutes) == (Break.EXPIRED, 7)
    assert form.broken.count() == 2


def test_another_scheme_can_be_chosen(form, qtbot):
    with qtbot.waitSignal(form.edited):
        form.scheme.choose("svix")
    form.show_surroundings(TOLD, RULES)
    assert form.choice() == SigningChoice(scheme="svix")


def test_everything_has_a_name(form):
    assert all(box.accessibleName() for box in (form.how, form.scheme, form.secret, form.broken, form.minutes))


def test_a_check_of_the_handler_can_be_asked_for(form, qtbot):
    with qtbot.waitSignal(form.check_wanted):
        form.check.click()
