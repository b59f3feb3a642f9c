import pytest
from hypothesis import given, settings

from tests.key_pairs import junk_requests, make_request
from tests.shared_secrets import vectors
from webhook_inspector.signatures.detect import RULES, detect
from webhook_inspector.signatures.detection import Confidence
from webhook_inspector.signatures.detection_events import EVENT_RULES
from webhook_inspector.signatures.registry import SCHEMES

WITHOUT_SIGNATURE = {
    "missing_signature_header",
    "missing_token",
    "truncated_signature",
    "wrong_signature",
    "malformed_signature_header",
}
"""Reasons of vectors whose signature is not there in its own form."""

FREE = {"generic-hmac", "static-header-token", "query-token"}
"""The user chooses the header or parameter of these: nothing in the request tells them."""

SAME_FROM_OUTSIDE = {
    "mailerlite": "mailersend",
    "intercom": "github-sha1",
    "pagarme-v4": "github-sha1",
    "standard-webhooks-raw-key": "standard-webhooks",
}
"""Schemes that look like another: the other is found, and names this one among `others`."""


def test_each_vector_is_found_or_known_to_be_ambiguous() -> None:
    for vector in vectors():
        if vector.reason in WITHOUT_SIGNATURE or vector.scheme in FREE:
            continue
        found = detect(vector.request)
        assert found is not None, vector.id
        if found.scheme != vector.scheme:
            assert found.scheme == SAME_FROM_OUTSIDE[vector.scheme], vector.id
            assert vector.scheme in found.others, vector.id
            assert found.confidence is not Confidence.CERTAIN, vector.id


def test_the_provider_is_right_or_left_open() -> None:
    for vector in vectors():
        found = detect(vector.request)
        if found and found.scheme == vector.scheme and vector.provider not in ("generic", vector.scheme):
            assert found.provider in ("", vector.provider), vector.id
            if found.provider == "":
                assert vector.scheme in {"svix", "standard-webhooks", "standard-webhooks-v1a"}, vector.id


def test_the_user_s_own_headers_are_not_guessed() -> None:
    for vector in vectors():
        if vector.scheme in FREE and vector.valid:
            assert detect(vector.request) is None, vector.id


def test_every_rule_names_a_scheme_that_exists() -> None:
    for rule in (*RULES, *EVENT_RULES):
        assert rule.scheme in SCHEMES or rule.provider == "azure-event-grid"
        assert set(rule.others) <= set(SCHEMES)
        assert rule.header == rule.header.lower()
    assert set(SCHEMES) - {rule.scheme for rule in RULES} == {"mailerlite", "standard-webhooks-raw-key"}


def test_an_event_header_tells_the_sender_of_an_unsigned_request() -> None:
    found = detect(make_request(fields=((b"X-GitHub-Event", b"push"),)))
    assert found is not None
    assert (found.scheme, found.provider, found.confidence) == ("github", "github", Confidence.LIKELY)
    assert detect(make_request(fields=())) is None


def test_an_event_header_names_the_sender_of_a_shared_scheme() -> None:
    found = detect(make_request(fields=((b"authorization", b"Basic eDp5"), (b"X-Event-Key", b"repo:push"))))
    assert found is not None
    assert (found.scheme, found.provider) == ("basic-auth", "bitbucket")


def test_a_signature_goes_before_a_password() -> None:
    found = detect(make_request(fields=((b"Authorization", b"Basic eDp5"), (b"x-docusign-signature-2", b"x"))))
    assert found is not None
    assert found.scheme == "docusign"


@settings(max_examples=300)
@given(junk_requests(*sorted({rule.header.encode() for rule in (*RULES, *EVENT_RULES) if rule.header})))
def test_junk_never_raises(sent) -> None:
    found = detect(sent)
    assert found is None or found.scheme in SCHEMES or found.provider == "azure-event-grid"


@pytest.mark.parametrize("name", [b"Stripe-Signature", b"STRIPE-SIGNATURE", b"stripe-signature"])
def test_names_have_no_case(name) -> None:
    found = detect(make_request(fields=((name, b"t=1,v1=x"),)))
    assert found is not None
    assert (found.scheme, found.provider, found.confidence) == ("stripe", "stripe", Confidence.CERTAIN)
