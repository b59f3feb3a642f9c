import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import (
    BODIES,
    NOW,
    PLACES,
    changed,
    header,
    junk_requests,
    make_request,
    private_key,
    public_key,
    status,
    survives_junk,
    verdict,
    with_body,
    with_header,
)
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.algorithms import keyed_digest
from webhook_inspector.signatures.encodings import to_base64url
from webhook_inspector.signatures.jose import encoded, json_object
from webhook_inspector.signatures.json_token import Recipe, scheme_of
from webhook_inspector.signatures.scheme import Key

SECRET = Key("secret", "a-secret-of-some-length-0123456789")
RECIPE = Recipe(
    "sample",
    "Sample",
    "X-Token",
    ("HS256", "HS512", "RS256"),
    lambda sent, _settings: {"body": (sent.body.decode("latin-1"),)},
    "its claims bind the body",
    prefix="Bearer ",
    query="token",
    required=("exp",),
    times=(("iat", 0), ("exp", 60)),
    leeway=5,
)
SAMPLE = scheme_of(RECIPE)


def signed(body: bytes = b"body", key: Key = SECRET, **members: bytes):
    return SAMPLE.sign(make_request(body), [key], {}, NOW)


def token(head: dict[str, object], claims: dict[str, object], secret: bytes = SECRET.value.encode()):
    content = encoded(head) + b"." + encoded(claims)
    signature = to_base64url(keyed_digest("hmac-sha256", secret, content)).encode()
    return make_request(b"body", ((b"X-Token", b"Bearer " + content + b"." + signature),))


GOOD = {"body": "body", "exp": int(NOW) + 60}


@given(BODIES, PLACES)
def test_what_is_signed_is_valid_until_a_byte_changes(body, place) -> None:
    sent = signed(body)
    assert status(SAMPLE, sent, SECRET) is Status.VALID
    assert status(SAMPLE, with_body(sent, body + b"!"), SECRET) is Status.INVALID
    assert status(SAMPLE, sent, Key("secret", SECRET.value + "x")) is Status.INVALID
    text = header(sent, b"X-Token")[7:]
    assert status(SAMPLE, with_header(sent, b"X-Token", b"Bearer " + changed(text, place)), SECRET) is Status.INVALID


def test_a_token_by_hand() -> None:
    assert status(SAMPLE, token({"alg": "HS256"}, GOOD), SECRET) is Status.VALID


@pytest.mark.parametrize("head", [{"alg": "none"}, {"alg": "HS384"}, {}, {"alg": 1}, {"alg": "HS256", "crit": ["x"]}])
def test_headers_that_are_refused(head) -> None:
    assert status(SAMPLE, token(head, GOOD), SECRET) is Status.INVALID


def test_none_without_a_signature() -> None:
    text = b"Bearer " + encoded({"alg": "none"}) + b"." + encoded(GOOD) + b"."
    assert status(SAMPLE, make_request(b"body", ((b"X-Token", text),)), SECRET) is Status.INVALID


def test_a_public_key_does_not_serve_as_a_secret() -> None:
    key = public_key("rsa")
    forged = token({"alg": "HS256"}, GOOD, key.value.encode())
    assert status(SAMPLE, forged, key) is Status.INVALID
    assert status(SAMPLE, forged, Key("secret", key.value)) is Status.INVALID
    assert status(SAMPLE, signed(key=private_key("rsa")), key) is Status.VALID


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"exp": int(NOW) - 4}, Status.VALID),
        ({"exp": int(NOW) - 5}, Status.EXPIRED),
        ({"nbf": int(NOW) + 5}, Status.VALID),
        ({"nbf": int(NOW) + 6}, Status.EXPIRED),
        ({"iat": int(NOW) + 6}, Status.EXPIRED),
        ({"exp": "soon"}, Status.INVALID),
        ({"body": "other"}, Status.INVALID),
        ({"body": "other", "exp": 1}, Status.INVALID),
    ],
)
def test_claims(claims, expected) -> None:
    assert status(SAMPLE, token({"alg": "HS256"}, GOOD | claims), SECRET) is expected


def test_missing_claims() -> None:
    for name in GOOD:
        claims = {key: value for key, value in GOOD.items() if key != name}
        assert status(SAMPLE, token({"alg": "HS256"}, claims), SECRET) is Status.INVALID, name


def test_age_by_the_setting() -> None:
    assert status(SAMPLE, signed(), SECRET, settings={"tolerance_seconds": 30}, now=NOW + 30) is Status.VALID
    assert status(SAMPLE, signed(), SECRET, settings={"tolerance_seconds": 30}, now=NOW + 31) is Status.EXPIRED


def test_the_key_id() -> None:
    sent = signed(key=replace(SECRET, id="a"))
    assert status(SAMPLE, sent, replace(SECRET, id="a")) is Status.VALID
    assert status(SAMPLE, sent, replace(SECRET, id="b")) is Status.INVALID
    assert verdict(SAMPLE, sent, Key("secret", "x", "b"), replace(SECRET, id="a", label="mine")).key_label == "mine"


def test_where_the_token_is_looked_for() -> None:
    text = header(signed(), b"X-Token")[7:]
    plain = make_request(b"body")
    in_query = replace(plain, url=f"https://example.com/?token={text.decode()}&x=1")
    assert status(SAMPLE, in_query, SECRET) is Status.VALID
    assert status(SAMPLE, with_header(plain, b"x-token", b"bearer  " + text), SECRET) is Status.VALID
    assert status(SAMPLE, with_header(plain, b"X-Token", text), SECRET) is Status.UNSIGNED
    assert status(SAMPLE, plain, SECRET) is Status.UNSIGNED
    assert status(SAMPLE, with_header(plain, b"X-Token", b"Bearer x"), SECRET) is Status.INVALID
    assert status(SAMPLE, signed()) is Status.NO_SECRET


def test_signing_again_keeps_other_claims_and_the_algorithm() -> None:
    old = token({"alg": "HS512"}, {"jti": "j", "iss": "me", "nbf": 1, "body": "old"})
    again = SAMPLE.sign(old, [SECRET], {}, NOW)
    head, claims, _ = header(again, b"X-Token")[7:].split(b".")
    assert json_object(b64(head)) == {"alg": "HS512", "typ": "JWT"}
    assert json_object(b64(claims)) == {"iss": "me", "jti": "j", "body": "body", "iat": int(NOW), "exp": int(NOW) + 60}
    assert status(SAMPLE, again, SECRET) is Status.VALID


def b64(text: bytes) -> bytes:
    from webhook_inspector.signatures.encodings import from_base64url

    found = from_base64url(text)
    assert found is not None
    return found


def test_the_verdict_shows_what_was_expected() -> None:
    found = verdict(SAMPLE, signed(), Key("secret", "wrong"))
    assert found.steps[-1].found == header(signed(), b"X-Token").rpartition(b".")[2].decode()
    assert found.steps[-1].expected not in {"", found.steps[-1].found}
    assert "wrong" not in json.dumps([step.fact for step in found.steps])


@given(junk_requests(b"X-Token", b"Authorization"))
def test_junk(sent) -> None:
    survives_junk(SAMPLE, sent, SECRET)


@given(st.binary(max_size=40))
def test_junk_claims(raw) -> None:
    text = b"Bearer " + encoded({"alg": "HS256"}) + b"." + to_base64url(raw).encode() + b".AA"
    assert status(SAMPLE, make_request(fields=((b"X-Token", text),)), SECRET) is Status.INVALID
