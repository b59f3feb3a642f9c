import base64
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
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.rfc9421 import ALGORITHMS, SCHEMES
from webhook_inspector.signatures.scheme import Key

(RFC,) = SCHEMES
KINDS = {
    "ed25519": "ed25519",
    "ecdsa-p256-sha256": "p256",
    "ecdsa-p384-sha384": "p384",
    "rsa-pss-sha512": "rsa",
    "rsa-v1_5-sha256": "rsa",
}
INPUT, SIGNATURE = b"Signature-Input", b"Signature"


def keys(algorithm: str, number: int = 1):
    if algorithm == "hmac-sha256":
        secret = Key("secret", base64.b64encode(b"rfc9421-secret%d" % number).decode(), "key-1", algorithm)
        return secret, secret
    kind = KINDS[algorithm]
    return tuple(replace(make(kind, number, "key-1"), alg=algorithm) for make in (private_key, public_key))


def signed(algorithm: str = "ed25519", body: bytes = b"{}", **settings):
    return RFC.sign(make_request(body), [keys(algorithm)[0]], settings, NOW)


KEY = keys("ed25519")[1]


@given(st.sampled_from(ALGORITHMS), BODIES, PLACES)
def test_what_is_signed_is_valid_until_a_byte_changes(algorithm, body, place) -> None:
    sent, key = signed(algorithm, body), keys(algorithm)[1]
    assert status(RFC, sent, key, settings={"tolerance_seconds": 300}) is Status.VALID
    assert status(RFC, with_body(sent, body + b"!"), key) is Status.INVALID
    assert status(RFC, sent, keys(algorithm, 2)[1]) is Status.INVALID
    assert status(RFC, replace(sent, url=sent.url + "x"), key) is Status.INVALID
    assert status(RFC, replace(sent, method="PUT"), key) is Status.INVALID
    for name in (INPUT, SIGNATURE, *([b"Content-Digest"] if body else [])):
        other = with_header(sent, name, changed(header(sent, name), place))
        assert status(RFC, other, key) is Status.INVALID, name


def test_what_is_missing() -> None:
    assert status(RFC, make_request(), KEY) is Status.UNSIGNED
    for name in (INPUT, SIGNATURE):
        fields = tuple(field for field in signed().fields if field[0] != name)
        assert status(RFC, make_request(b"{}", fields), KEY) is Status.UNSIGNED
    assert status(RFC, signed()) is Status.NO_SECRET
    other = Key("public_key_pem", KEY.value, "key-2")
    assert status(RFC, signed(), other) is Status.INVALID


def test_times() -> None:
    sent, limit = signed(), {"tolerance_seconds": 300}
    assert status(RFC, sent, KEY, settings=limit, now=NOW + 301) is Status.EXPIRED
    assert status(RFC, sent, KEY, settings=limit, now=NOW - 301) is Status.EXPIRED
    assert status(RFC, sent, KEY, now=NOW + 10_000) is Status.VALID
    old = make_request(b"{}", ((INPUT, b'a=("@method" "content-digest");created=1;expires=2'),))
    ends = RFC.sign(old, [keys("ed25519")[0]], {}, NOW)
    assert status(RFC, ends, KEY, now=NOW + 300) is Status.VALID
    assert status(RFC, ends, KEY, now=NOW + 301) is Status.EXPIRED


@pytest.mark.parametrize(
    "text",
    [
        b"x",
        b'sig1=("@method"',
        b"sig1=1",
        b'sig2=("@method");created=1',
        b'sig1=("x-none");created=1',
        b'sig1=("@method");created="now"',
        b'sig1=("@method");created=?1',
        b'sig1=("@method");keyid=1',
        b'sig1=("@method");alg="none"',
        b'sig1=("@method");alg=1',
        b"\xff",
    ],
)
def test_inputs_that_are_refused(text) -> None:
    assert status(RFC, with_header(signed(), INPUT, text), KEY) is Status.INVALID


def test_the_body_must_be_covered_unless_a_setting_says_otherwise() -> None:
    method = {"required_headers": ("@method",)}
    sent = RFC.sign(make_request(b"{}"), [keys("ed25519")[0]], method, NOW)
    assert b"content-digest" not in header(sent, INPUT)
    assert status(RFC, sent, KEY) is Status.INVALID
    assert status(RFC, sent, KEY, settings=method) is Status.VALID
    assert status(RFC, signed(), KEY, settings={"required_headers": ("@method", "date")}) is Status.INVALID
    wrong = with_header(sent, b"Content-Digest", b"sha-256=:AAAA:")
    assert status(RFC, wrong, KEY, settings=method) is Status.INVALID


def test_signing_again_adds_what_must_be_covered() -> None:
    old = make_request(b"{}", ((INPUT, b'a=("@method")'), (b"Date", b"today")))
    again = RFC.sign(old, [keys("ed25519")[0]], {"required_headers": ("date", "content-digest")}, NOW)
    assert header(again, INPUT).startswith(b'a=("@method" "date" "content-digest");')
    assert status(RFC, RFC.sign(old, [keys("ed25519")[0]], {}, NOW), KEY) is Status.VALID


def test_an_unnamed_algorithm_is_that_of_the_key() -> None:
    for algorithm in ALGORITHMS:
        sent, key = signed(algorithm), keys(algorithm)[1]
        bare = with_header(sent, INPUT, header(sent, INPUT).replace(f';alg="{algorithm}"'.encode(), b""))
        assert status(RFC, bare, key) is Status.INVALID, "the parameters are signed"
    other = replace(KEY, alg="rsa-pss-sha512")
    assert status(RFC, signed(), other) is Status.INVALID


def test_the_algorithm_cannot_be_turned_into_a_secret_one() -> None:
    pem = public_key("ed25519", key_id="key-1")
    forged = RFC.sign(
        make_request(b"{}"), [Key("secret", base64.b64encode(pem.value.encode()).decode(), "key-1")], {}, NOW
    )
    assert status(RFC, forged, pem) is Status.INVALID


def test_of_several_signatures_any_may_fit() -> None:
    sent = signed()
    more = b'old=("@method");created=1;keyid="other", '
    both = with_header(sent, INPUT, more + header(sent, INPUT))
    both = with_header(both, SIGNATURE, b"old=:AAAA:, " + header(sent, SIGNATURE))
    assert status(RFC, both, KEY) is Status.VALID
    apart = replace(sent, fields=((INPUT, more[:-2]), (SIGNATURE, b"old=:AAAA:"), *sent.fields))
    assert status(RFC, apart, KEY) is Status.VALID


def test_signing_again_keeps_label_components_and_parameters() -> None:
    old = make_request(
        b"new", ((INPUT, b'me=("@path" "content-digest");created=1;nonce="n";tag="t"'), (SIGNATURE, b"me=:AA==:"))
    )
    again = RFC.sign(old, [keys("ed25519")[0]], {}, NOW)
    text = header(again, INPUT).decode()
    assert text == f'me=("@path" "content-digest");created={int(NOW)};nonce="n";tag="t";alg="ed25519";keyid="key-1"'
    found = verdict(RFC, again, KEY)
    assert found.status is Status.VALID
    assert found.signed_content.startswith(b'"@path": /hook\n"content-digest": sha-256=:')


def test_what_cannot_be_signed() -> None:
    with pytest.raises(KnownError):
        RFC.sign(make_request(fields=((INPUT, b'a=("x-none")'),)), [keys("ed25519")[0]], {}, NOW)
    with pytest.raises(KnownError):
        RFC.sign(make_request(), [public_key("ed25519")], {}, NOW)


@given(junk_requests(INPUT, SIGNATURE, b"Content-Digest"))
def test_junk(sent) -> None:
    survives_junk(RFC, sent, keys("hmac-sha256")[0])
