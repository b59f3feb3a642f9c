from datetime import date

from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.doctor.finding import Action, Remedy
from webhook_inspector.doctor.remedies import NO_CHANGE, Change, change_of

RULES = Rules(
    (Endpoint("/stripe", "stripe", settings={"tolerance_seconds": 5}),),
    (
        Secret("/stripe", "prod", ' "whsec_a"'),
        Secret("/test", "prod", "whsec_b", date(2020, 1, 1)),
        Secret("/test", "new", "whsec_c"),
    ),
)


def test_a_secret_of_another_endpoint_is_copied_under_a_free_label() -> None:
    remedy = Remedy(Action.USE_SECRET, source="/test", label="new")
    assert change_of(remedy, "/stripe", RULES) == Change(secret=Secret("/stripe", "new", "whsec_c"))
    remedy = Remedy(Action.USE_SECRET, source="/test", label="prod")
    assert change_of(remedy, "/stripe", RULES) == Change(secret=Secret("/stripe", "prod 2", "whsec_b"))


def test_an_expired_secret_of_the_endpoint_counts_again() -> None:
    remedy = Remedy(Action.USE_SECRET, source="/test", label="prod")
    assert change_of(remedy, "/test", RULES) == Change(secret=Secret("/test", "prod", "whsec_b"))


def test_a_secret_is_corrected_in_its_place() -> None:
    remedy = Remedy(Action.CORRECT_SECRET, source="/stripe", label="prod", value="whsec_a")
    assert change_of(remedy, "/stripe", RULES) == Change(secret=Secret("/stripe", "prod", "whsec_a"))


def test_a_setting_is_added_to_the_others_in_its_own_type() -> None:
    remedy = Remedy(Action.SET, name="signed_url", value="https://x")
    settings = {"tolerance_seconds": 5, "signed_url": "https://x"}
    assert change_of(remedy, "/stripe", RULES) == Change(Endpoint("/stripe", "stripe", settings=settings))
    remedy = Remedy(Action.SET, name="tolerance_seconds", value="900")
    assert change_of(remedy, "/new", RULES) == Change(Endpoint("/new", settings={"tolerance_seconds": 900}))


def test_another_scheme_can_be_used() -> None:
    change = change_of(Remedy(Action.USE_SCHEME, value="github"), "/stripe", RULES)
    assert change.endpoint is not None
    assert (change.endpoint.scheme, change.endpoint.settings) == ("github", {"tolerance_seconds": 5})


def test_nothing_is_changed_where_the_rules_have_changed_meanwhile() -> None:
    assert change_of(Remedy(Action.USE_SECRET, source="/gone", label="x"), "/stripe", RULES) == NO_CHANGE
    assert change_of(Remedy(Action.CORRECT_SECRET, label="gone", value="x"), "/stripe", RULES) == NO_CHANGE
    assert change_of(Remedy(Action.SET, name="tolerance_seconds", value="soon"), "/stripe", RULES) == NO_CHANGE
