import pytest

from tests.makers import make_capture, make_signed
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.drafts.signing import Break, How
from webhook_inspector.ui.editor_signing import NOTHING_TOLD, SigningChoice, secrets_offered, signing_of, told_of

PROD, OLD = Secret("/stripe", "prod", "whsec_prod"), Secret("/stripe", "old", "whsec_old")
OTHER = Secret("/other", "app", "whsec_other")
RULES = Rules((Endpoint("/stripe", "stripe", settings={"tolerance_seconds": 60}),), (OTHER, PROD, OLD))
TOLD = told_of(make_signed(), RULES)


def values(signing):
    return [key.value for key in signing.keys]


def test_a_capture_tells_scheme_settings_and_endpoint():
    assert (TOLD.scheme, TOLD.endpoint, TOLD.settings["tolerance_seconds"]) == ("stripe", "/stripe", 60)
    assert told_of(make_capture(), NO_RULES).scheme == ""


def test_the_secrets_of_its_endpoint_sign_unless_one_is_chosen():
    assert values(signing_of(SigningChoice(How.NEW), TOLD, RULES, 0)) == ["whsec_prod", "whsec_old"]
    assert values(signing_of(SigningChoice(secret=("/stripe", "old")), TOLD, RULES, 0)) == ["whsec_old"]
    assert values(signing_of(SigningChoice(secret=("/other", "app")), TOLD, RULES, 0)) == ["whsec_other"]
    assert values(signing_of(SigningChoice(secret=("/other", "gone")), TOLD, RULES, 0)) == []
    assert values(signing_of(SigningChoice(typed="mine"), TOLD, RULES, 0)) == ["mine"]


def test_another_scheme_has_its_own_settings():
    signing = signing_of(SigningChoice(How.NEW, "svix", broken=Break.EXPIRED, minutes=7), TOLD, RULES, 0)
    assert (signing.scheme, signing.broken, signing.minutes) == ("svix", Break.EXPIRED, 7)
    assert signing.settings["tolerance_seconds"] == 300
    assert signing_of(SigningChoice(), NOTHING_TOLD, RULES, 0).keys == ()


def test_a_private_key_is_taken_as_one_to_sign_with():
    pem = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
    (key,) = signing_of(SigningChoice(How.NEW, "discord", typed=pem), NOTHING_TOLD, NO_RULES, 0).keys
    assert key.kind == "private_key_pem"


def test_those_of_its_own_endpoint_are_offered_first():
    assert secrets_offered(TOLD, RULES) == (PROD, OLD, OTHER)


@pytest.mark.parametrize(
    "shown", [repr(SigningChoice(typed="whsec_typed")), repr(signing_of(SigningChoice(), TOLD, RULES, 0))]
)
def test_no_repr_shows_a_secret(shown):
    assert "whsec" not in shown
