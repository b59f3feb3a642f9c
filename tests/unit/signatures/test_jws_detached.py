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
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.algorithms import keyed_digest
from webhook_inspector.signatures.encodings import to_base64url
from webhook_inspector.signatures.jose import compact, encoded
from webhook_inspector.signatures.jws_detached import SCHEMES
from webhook_inspector.signatures.scheme import Key

(JWS,) = SCHEMES
NAME = b"X-JWS-Signature"
SECRET = Key("secret", "detached-secret-0123456789abcdef")
KINDS = {
    "HS256": None,
    "RS256": "rsa",
    "PS256": "rsa",
    "ES256": "p256",
    "ES384": "p384",
    "ES512": "p521",
    "EdDSA": "ed25519",
}


def keys(alg: str, number: int = 1):
    kind = KINDS[alg]
    if kind is None:
        return (Key("secret", f"{SECRET.value}{number}"),) * 2
    return private_key(kind, number), public_key(kind, number)


def settings(alg: str):
    return {"algorithms": (alg,)}


@given(st.sampled_from(sorted(KINDS)), BODIES, PLACES)
def test_what_is_signed_is_valid_until_a_byte_changes(alg, body, place) -> None:
    sent = JWS.sign(make_request(body), [keys(alg)[0]], settings(alg), NOW)
    assert status(JWS, sent, keys(alg)[1], settings=settings(alg)) is Status.VALID
    assert status(JWS, with_body(sent, body + b"!"), keys(alg)[1], settings=settings(alg)) is Status.INVALID
    assert status(JWS, sent, keys(alg, 2)[1], settings=settings(alg)) is Status.INVALID
    other = with_header(sent, NAME, changed(header(sent, NAME), place))
    assert status(JWS, other, keys(alg)[1], settings=settings(alg)) is Status.INVALID


def by_hand(head: dict[str, object], content: bytes, middle: bytes = b""):
    protected = encoded(head)
    signature = to_base64url(keyed_digest("hmac-sha256", SECRET.value.encode(), protected + b"." + content)).encode()
    return make_request(b"body", ((NAME, protected + b"." + middle + b"." + signature),))


IN_BASE64 = to_base64url(b"body").encode()


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (by_hand({"alg": "HS256"}, IN_BASE64), Status.VALID),
        (by_hand({"alg": "HS256", "b64": True}, IN_BASE64), Status.VALID),
        (by_hand({"alg": "HS256", "b64": False, "crit": ["b64"]}, b"body"), Status.VALID),
        (by_hand({"alg": "HS256", "b64": False, "crit": ["b64"]}, IN_BASE64), Status.INVALID),
        (by_hand({"alg": "HS256", "b64": False}, b"body"), Status.INVALID),
        (by_hand({"alg": "HS256", "b64": 0, "crit": ["b64"]}, b"body"), Status.INVALID),
        (by_hand({"alg": "HS256", "crit": ["exp"]}, IN_BASE64), Status.INVALID),
        (by_hand({"alg": "HS256"}, IN_BASE64, IN_BASE64), Status.INVALID),
        (by_hand({"alg": "none"}, IN_BASE64), Status.INVALID),
        (by_hand({"alg": "RS256"}, IN_BASE64), Status.INVALID),
        (by_hand({"alg": "HS256", "kid": "k1"}, IN_BASE64), Status.VALID),
    ],
)
def test_headers(sent, expected) -> None:
    assert status(JWS, sent, SECRET) is expected


def test_only_the_allowed_algorithms() -> None:
    sent = JWS.sign(make_request(), [SECRET], {}, NOW)
    assert status(JWS, sent, SECRET, settings={"algorithms": ("HS256", "ES256")}) is Status.VALID
    assert status(JWS, sent, SECRET, settings={"algorithms": ("ES256",)}) is Status.INVALID
    assert status(JWS, sent, SECRET, settings={"algorithms": ("none",)}) is Status.INVALID
    with pytest.raises(KnownError):
        JWS.sign(make_request(), [SECRET], {"algorithms": ("none",)}, NOW)


def test_the_header_of_the_setting() -> None:
    mine = {"header": "X-Mine"}
    sent = JWS.sign(make_request(), [SECRET], mine, NOW)
    assert status(JWS, sent, SECRET, settings=mine) is Status.VALID
    assert status(JWS, sent, SECRET) is Status.UNSIGNED


def test_signing_again_keeps_the_members_of_the_header() -> None:
    old = by_hand({"alg": "HS256", "typ": "x", "b64": False, "crit": ["b64"]}, b"body")
    again = JWS.sign(with_body(old, b"new"), [SECRET], {}, NOW)
    token = compact(header(again, NAME))
    assert not isinstance(token, str)
    assert token.header == {"alg": "HS256", "typ": "x", "b64": False, "crit": ["b64"]}
    found = verdict(JWS, again, SECRET)
    assert found.status is Status.VALID
    assert found.signed_content.endswith(b".new")


@given(junk_requests(NAME))
def test_junk(sent) -> None:
    survives_junk(JWS, sent, SECRET)
