import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.key_pairs import (
    NOW,
    PLACES,
    changed,
    junk_requests,
    make_request,
    scheme_called,
    status,
    survives_junk,
    verdict,
    with_body,
)
from tests.shared_secrets import fact, secret, valid_vector
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.in_body import SCHEMES

MAILGUN, BRAINTREE, DROPBOX = (scheme_called(name, SCHEMES) for name in ("mailgun", "braintree", "dropbox-sign"))
KEY = secret()
FORM = ((b"Content-Type", b"application/x-www-form-urlencoded"),)
MULTIPART = ((b"Content-Type", b"multipart/form-data; boundary=XX"),)
JSON_BODY = (
    b'{ "n": 1.50, "signature": {"token": "t", "timestamp": 1, "signature": ""}, "event-data": {"x": "\\u00e9"} }'
)
FORM_BODY = b"subject=Ol%c3%a1&timestamp=1&token=t&signature=x&z=+"
BRAINTREE_BODY = b"bt_signature=pk%7Cold&bt_payload=PGE%2BPC9hPg%3D%3D%0A&x=1"
EVENT = b'{"event": {"event_time": "1", "event_type": "sent", "event_hash": ""}, "n": 1.0}'
PARTS = b'--XX\r\nContent-Disposition: form-data; name="file"; filename="json"\r\n\r\nx\r\n--XX\r\nContent-Disposition: form-data; name="json"\r\nContent-Type: application/json\r\n\r\n'
DROPBOX_BODY = PARTS + EVENT + b"\r\n--XX--\r\n"
EACH = pytest.mark.parametrize(
    ("scheme", "request_"),
    [
        (MAILGUN, make_request(JSON_BODY)),
        (MAILGUN, make_request(FORM_BODY, FORM)),
        (BRAINTREE, make_request(BRAINTREE_BODY, FORM)),
        (DROPBOX, make_request(DROPBOX_BODY, MULTIPART)),
    ],
    ids=["mailgun json", "mailgun form", "braintree", "dropbox-sign"],
)


@EACH
def test_what_is_signed_is_valid_for_its_key_only(scheme, request_) -> None:
    sent = scheme.sign(request_, [KEY], {}, NOW)
    assert status(scheme, sent, KEY) is Status.VALID
    assert status(scheme, sent, secret(number=2)) is Status.INVALID
    assert sent.fields == request_.fields
    assert scheme.sign(sent, [KEY], {}, NOW) == sent


@EACH
@given(PLACES)
def test_a_changed_character_of_the_signature_fails(scheme, request_, place) -> None:
    sent = scheme.sign(request_, [KEY], {}, NOW)
    other = scheme.sign(request_, [secret(number=2)], {}, NOW)
    start = next(at for at in range(len(sent.body)) if sent.body[at] != other.body[at])
    length = 40 if scheme is BRAINTREE else 64
    spot = start + place % (length - 8)  # the first characters of both signatures may be equal
    damaged = sent.body[:spot] + changed(sent.body[spot : spot + 1], 0) + sent.body[spot + 1 :]
    assert status(scheme, with_body(sent, damaged), KEY) is Status.INVALID


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_junk(scheme) -> None:
    pieces = [JSON_BODY, FORM_BODY, BRAINTREE_BODY, DROPBOX_BODY]

    @settings(max_examples=80)
    @given(junk_requests(b"Content-Type"), st.sampled_from(pieces), PLACES, st.binary(max_size=3))
    def survives(sent, body, place, bit) -> None:
        survives_junk(scheme, sent, KEY)
        place %= len(body)
        survives_junk(scheme, replace(sent, body=body[:place] + bit + body[place + 1 :]), KEY)

    survives()


def test_signing_touches_the_signature_only() -> None:
    sent = MAILGUN.sign(make_request(JSON_BODY), [KEY], {}, NOW)
    found = json.loads(sent.body)["signature"]
    expected = JSON_BODY.replace(b'"timestamp": 1', b'"timestamp": "1767315000"')
    assert sent.body == expected.replace(b'"signature": ""', f'"signature": "{found["signature"]}"'.encode())
    sent = DROPBOX.sign(make_request(DROPBOX_BODY, MULTIPART), [KEY], {}, NOW)
    assert sent.body.startswith(PARTS + b'{"event": {"event_time": "1767315000", ')
    assert sent.body.endswith(b'"n": 1.0}\r\n--XX--\r\n')


def test_the_event_is_not_covered_and_people_are_told() -> None:
    sent = MAILGUN.sign(make_request(JSON_BODY), [KEY], {}, NOW)
    found = verdict(MAILGUN, with_body(sent, sent.body.replace(b"1.50", b"2.50")), KEY)
    assert found.status is Status.VALID
    assert "the event is not" in fact(found, "content").fact
    late = {"tolerance_seconds": 10}
    assert status(MAILGUN, sent, KEY, settings=late, now=NOW + 11) is Status.EXPIRED


@pytest.mark.parametrize("body", [b"", b"[]", b'{"signature": null}', b'{"signature": {"signature": null}}', b"\xff"])
def test_a_body_without_signature(body) -> None:
    for scheme in SCHEMES:
        assert status(scheme, make_request(body), KEY) is Status.UNSIGNED
        with pytest.raises(KnownError):
            scheme.sign(make_request(body), [KEY], {}, NOW)


def test_what_is_signed_must_be_there() -> None:
    assert (
        "token"
        in fact(verdict(MAILGUN, make_request(b'{"signature":{"signature":"x","timestamp":"1"}}'), KEY), "content").fact
    )
    assert (
        "timestamp"
        in fact(verdict(MAILGUN, make_request(b'{"signature":{"signature":"x","token":"1"}}'), KEY), "content").fact
    )
    assert "bt_payload" in fact(verdict(BRAINTREE, make_request(b"bt_signature=a%7Cb", FORM), KEY), "content").fact
    part = PARTS + b'{"event":{"event_hash":"x","event_time":"1"}}\r\n--XX--'
    assert "event_type" in fact(verdict(DROPBOX, make_request(part, MULTIPART), KEY), "content").fact


def test_braintree_signs_under_a_public_key() -> None:
    told = {"public_key_id": "mine"}
    sent = BRAINTREE.sign(make_request(BRAINTREE_BODY, FORM), [KEY], told, NOW)
    assert status(BRAINTREE, sent, KEY, settings=told) is Status.VALID
    found = verdict(BRAINTREE, sent, KEY, settings={"public_key_id": "other"})
    assert (found.status, fact(found, "key").found) == (Status.INVALID, "mine")
    vector = valid_vector("braintree")
    odd = replace(vector.request, body=vector.request.body.replace(b"bt_payload=PG", b"bt_payload=%21PG"))
    assert status(BRAINTREE, odd, *vector.keys, settings=vector.settings) is Status.INVALID
