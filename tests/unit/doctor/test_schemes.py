from dataclasses import replace

import pytest

from tests.unit.doctor.cases import TEXT, code, diagnosis, elsewhere, first, patient_of, proven, signed, with_secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.doctor.finding import Action
from webhook_inspector.doctor.schemes import other_schemes


@pytest.mark.parametrize(
    ("signed_by", "verified_by", "title"),
    [
        ("github-sha1", "github", "GitHub, legacy SHA-1"),
        ("github", "github-sha1", "Meta: Facebook, Instagram, WhatsApp"),
        ("bitbucket", "github-sha1", "WebSub"),
        ("hubspot-v2", "hubspot-v1", "HubSpot v2"),
        ("stripe", "github", "Stripe"),
        ("slack", "stripe", "Slack"),
        ("shopify", "woocommerce", "Shopify"),
        ("telegram", "github", "Telegram Bot API"),
    ],
)
def test_another_scheme_fits(signed_by, verified_by, title) -> None:
    case = with_secret(replace(signed(signed_by), scheme=verified_by, settings={}), TEXT)
    assert case.verdict().status in {Status.INVALID, Status.UNSIGNED}
    assert proven(case) == ("doctor-scheme", {"scheme": title})
    remedy = first(case).remedy
    assert (remedy.action, remedy.source) == (Action.USE_SCHEME, "/in")


def test_the_scheme_that_the_request_looks_like_comes_first() -> None:
    case = replace(signed("meta"), scheme="github-sha1")
    assert first(case).remedy.value == case.detected.scheme


def test_an_unknown_scheme_is_found_by_the_endpoints_own_secrets() -> None:
    case = replace(signed("stripe"), scheme="", keys=(), settings={})
    assert case.verdict().status is Status.UNKNOWN_SCHEME
    assert code(case, elsewhere(TEXT, "/in")) == "doctor-scheme"
    assert diagnosis(case, elsewhere(TEXT, "/other")).findings == ()


def test_a_large_body_is_not_parsed_by_every_scheme() -> None:
    large = patient_of(replace(signed("github", b"x" * 100_000), scheme="stripe"))
    small = patient_of(replace(signed("github", b"x"), scheme="stripe"))
    assert {"adyen", "mailgun"} & {trial.case.scheme for trial in other_schemes(large)} == set()
    assert {"adyen", "mailgun"} <= {trial.case.scheme for trial in other_schemes(small)}
