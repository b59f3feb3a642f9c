import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.key_pairs import (
    NOW,
    PLACES,
    changed,
    header,
    junk_requests,
    make_request,
    scheme_called,
    status,
    survives_junk,
    verdict,
    with_body,
    with_header,
)
from tests.shared_secrets import fact, secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.form_bound import SCHEMES
from webhook_inspector.signatures.pairs import read_pairs

TWILIO, MANDRILL = (scheme_called(name, SCHEMES) for name in ("twilio", "mandrill"))
KEY = secret()
FORM = ((b"Content-Type", b"application/x-www-form-urlencoded"),)
JSON = ((b"Content-Type", b"application/json"),)
NAMES = {"twilio": b"X-Twilio-Signature", "mandrill": b"X-Mandrill-Signature"}
ALL = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)


def form(body: bytes = b"b=2&a=1&a=0&e=", url: str = "https://e.com/hook?x=1"):
    return make_request(body, FORM, url)


@ALL
@given(st.lists(st.tuples(st.text("abc", min_size=1, max_size=2), st.text("xyz%2B+", max_size=3)), max_size=4), PLACES)
def test_what_is_signed_is_valid_until_a_byte_changes(scheme, pairs, place) -> None:
    body = "&".join(f"{name}={value}" for name, value in pairs).encode()
    sent = scheme.sign(form(body), [KEY], {}, NOW)
    assert status(scheme, sent, KEY) is Status.VALID
    assert status(scheme, with_body(sent, body + b"&z=9"), KEY) is Status.INVALID
    assert status(scheme, replace(sent, url="https://e.com/hook?x=2"), KEY) is Status.INVALID
    assert status(scheme, sent, secret(number=2)) is Status.INVALID
    name = NAMES[scheme.name]
    assert status(scheme, with_header(sent, name, changed(header(sent, name), place)), KEY) is Status.INVALID
    assert status(scheme, form(body), KEY) is Status.UNSIGNED


@ALL
def test_junk(scheme) -> None:
    @settings(max_examples=60)
    @given(junk_requests(*NAMES.values(), b"Content-Type", b"X-Twilio-Webhooks-Signature-Settings"))
    def survives(sent) -> None:
        survives_junk(scheme, sent, KEY)

    survives()


def test_the_fields_are_sorted_and_run_together() -> None:
    sent = TWILIO.sign(form(), [KEY], {}, NOW)
    assert verdict(TWILIO, sent, KEY).signed_content == b"https://e.com/hook?x=1a0a1b2e"
    assert verdict(TWILIO, with_body(sent, b"a=1&b=2&e=&a=0&a=0"), KEY).status is Status.VALID
    sent = MANDRILL.sign(form(), [KEY], {}, NOW)
    assert verdict(MANDRILL, sent, KEY).signed_content == b"https://e.com/hook?x=1a1a0b2e"


@pytest.mark.parametrize(
    ("signed", "received"),
    [
        ("https://e.com/a", "https://e.com:443/a"),
        ("https://e.com:443/a", "https://e.com/a"),
        ("http://e.com:80/a", "http://e.com/a"),
        ("https://e.com/a", "https://e.com:8443/a"),
        ("https://[::1]/a", "https://[::1]:443/a"),
    ],
)
def test_twilio_with_and_without_port(signed, received) -> None:
    sent = TWILIO.sign(form(url=signed), [KEY], {}, NOW)
    assert status(TWILIO, replace(sent, url=received), KEY) is Status.VALID
    assert status(TWILIO, replace(sent, url=received.replace("/a", "/b")), KEY) is Status.INVALID


def test_twilio_covers_other_bodies_by_their_hash_in_the_url() -> None:
    sent = TWILIO.sign(make_request(b'{"a":1}', JSON, "https://e.com/j?x=1&bodySHA256=old#f"), [KEY], {}, NOW)
    assert sent.url == f"https://e.com/j?x=1&bodySHA256={hashlib.sha256(sent.body).hexdigest()}#f"
    assert status(TWILIO, sent, KEY) is Status.VALID
    changed_body = verdict(TWILIO, with_body(sent, b'{"a":2}'), KEY)
    assert changed_body.status is Status.INVALID
    assert any("not the SHA-256" in step.fact for step in changed_body.steps)
    got = TWILIO.sign(make_request(b"", JSON, "https://e.com/j?x=1", "GET"), [KEY], {}, NOW)
    assert (got.url, status(TWILIO, got, KEY)) == ("https://e.com/j?x=1", Status.VALID)
    assert "the body is not" in fact(verdict(TWILIO, with_body(got, b"more"), KEY), "content").fact


def test_twilio_by_sha_256_where_the_request_says_so() -> None:
    told = with_header(form(), b"X-Twilio-Webhooks-Signature-Settings", b"key=k,algorithm=HMAC_SHA256")
    sent = TWILIO.sign(told, [KEY], {}, NOW)
    assert len(header(sent, b"X-Twilio-Signature")) == 44
    assert status(TWILIO, sent, KEY) is Status.VALID


def test_the_url_of_the_settings_goes_first() -> None:
    told = {"signed_url": "https://public/hook"}
    sent = MANDRILL.sign(form(), [KEY], told, NOW)
    assert status(MANDRILL, replace(sent, url="http://10.0.0.1/"), KEY, settings=told) is Status.VALID
    assert read_pairs(sent.body) == read_pairs(form().body)
