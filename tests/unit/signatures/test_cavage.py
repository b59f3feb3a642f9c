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
from webhook_inspector.signatures.cavage import ALGORITHMS, SCHEMES
from webhook_inspector.signatures.scheme import Key

(CAVAGE,) = SCHEMES
AUTHORIZATION, SIGNATURE = b"Authorization", b"Signature"
KINDS = {"rsa": "rsa", "ecdsa": "p256", "ed25519": "ed25519"}
REQUIRED = {"required_headers": ("(request-target)", "host", "date", "digest")}


def keys(algorithm: str, number: int = 1):
    kind = KINDS.get(algorithm.partition("-")[0])
    if kind is None:
        return (Key("secret", f"cavage{number}", "k1"),) * 2
    return private_key(kind, number, "k1"), public_key(kind, number, "k1")


def signed(
    algorithm: str = "ed25519",
    body: bytes = b"{}",
    parameters: str = "",
    headers: str = "(request-target) host date digest",
):
    old = f'Signature keyId="k0",algorithm="{algorithm}",headers="{headers}"{parameters}'
    sent = make_request(body, ((b"Host", b"hooks.example.com"), (AUTHORIZATION, old.encode()), (b"Digest", b"")))
    return CAVAGE.sign(sent, [keys(algorithm)[0]], {}, NOW)


KEY = keys("ed25519")[1]


@given(st.sampled_from(sorted(ALGORITHMS)), BODIES.filter(bool), PLACES)
def test_what_is_signed_is_valid_until_a_byte_changes(algorithm, body, place) -> None:
    sent, key = signed(algorithm, body), keys(algorithm)[1]
    assert f'algorithm="{algorithm}"'.encode() in header(sent, AUTHORIZATION)
    assert status(CAVAGE, sent, key, settings=REQUIRED) is Status.VALID
    assert status(CAVAGE, with_body(sent, body + b"!"), key) is Status.INVALID
    assert status(CAVAGE, sent, keys(algorithm, 2)[1]) is Status.INVALID
    assert status(CAVAGE, replace(sent, url=sent.url + "x"), key) is Status.INVALID
    assert status(CAVAGE, replace(sent, method="PUT"), key) is Status.INVALID
    for name in (b"Host", b"Date", b"Digest"):
        other = with_header(sent, name, changed(header(sent, name), place))
        assert status(CAVAGE, other, key) is Status.INVALID, name
    start, _, rest = header(sent, AUTHORIZATION).partition(b'signature="')
    text, _, end = rest.partition(b'"')
    broken = start + b'signature="' + changed(text, place) + b'"' + end
    assert status(CAVAGE, with_header(sent, AUTHORIZATION, broken), key) is Status.INVALID


def test_without_an_old_signature() -> None:
    sent = CAVAGE.sign(make_request(), [keys("rsa")[0]], {}, NOW)
    assert header(sent, AUTHORIZATION).startswith(b'Signature keyId="k1",algorithm="rsa-sha256"')
    assert status(CAVAGE, sent, keys("rsa")[1], settings=REQUIRED | {"tolerance_seconds": 5}) is Status.VALID


def test_the_signature_header_does_as_well() -> None:
    text = header(signed(), AUTHORIZATION)[10:]
    fields = tuple(field for field in signed().fields if field[0] != AUTHORIZATION)
    moved = make_request(b"{}", (*fields, (SIGNATURE, text)))
    assert status(CAVAGE, moved, KEY) is Status.VALID
    again = CAVAGE.sign(moved, [keys("ed25519")[0]], {}, NOW + 1)
    assert [name for name, _ in again.fields].count(SIGNATURE) == 1
    assert status(CAVAGE, with_header(again, AUTHORIZATION, b"Bearer x"), KEY) is Status.VALID


def test_what_is_missing() -> None:
    assert status(CAVAGE, make_request(), KEY) is Status.UNSIGNED
    assert status(CAVAGE, make_request(fields=((AUTHORIZATION, b"Bearer x"),)), KEY) is Status.UNSIGNED
    assert status(CAVAGE, signed()) is Status.NO_SECRET
    assert status(CAVAGE, signed(), replace(KEY, id="k2")) is Status.INVALID
    no_date = tuple(field for field in signed().fields if field[0] != b"Date")
    assert status(CAVAGE, make_request(b"{}", no_date), KEY) is Status.INVALID


@pytest.mark.parametrize(
    "text",
    [b"x", b'keyId="k1"', b'keyId="k1",signature="#"', b'keyId="k1",signature="', b'keyId="k1",keyId="k1",signature="AA=="',
     b'signature="AA=="', b'keyId="k1",algorithm="none",signature="AA=="', b'keyId="k1",headers="",signature="AA=="',
     b'keyId="k1",headers="' + b"host " * 101 + b'",signature="AA=="', b"\xff"],
)  # fmt: skip
def test_parameters_that_are_refused(text) -> None:
    found = verdict(CAVAGE, with_header(signed(), AUTHORIZATION, b"Signature " + text), KEY)
    assert found.status is Status.INVALID
    assert found.steps[-1].name == "format"


@pytest.mark.parametrize("name", ["x-none", "(created)"])
def test_a_part_that_is_signed_and_missing(name) -> None:
    value = f'Signature keyId="k1",headers="host {name}",signature="AA=="'.encode()
    found = verdict(CAVAGE, with_header(signed(), AUTHORIZATION, value), KEY)
    assert (found.status, found.steps[-1].name, found.steps[-1].expected) == (Status.INVALID, "content", name)


def test_times() -> None:
    limit = {"tolerance_seconds": 300}
    assert status(CAVAGE, signed(), KEY, settings=limit, now=NOW + 300) is Status.VALID
    assert status(CAVAGE, signed(), KEY, settings=limit, now=NOW + 301) is Status.EXPIRED
    created = signed(parameters=",created=1,expires=2", headers="(created) (expires) host")
    assert status(CAVAGE, created, KEY, settings=limit, now=NOW + 300) is Status.VALID
    assert status(CAVAGE, created, KEY, now=NOW + 301) is Status.EXPIRED
    assert status(CAVAGE, signed(headers="host"), KEY, settings=limit) is Status.EXPIRED
    assert status(CAVAGE, signed(headers="host"), KEY) is Status.VALID


def test_a_date_that_is_none() -> None:
    sent = CAVAGE.sign(make_request(), [keys("hmac")[0]], {}, NOW)
    for text in (b"yesterday", b"", b"\xff", b"Sat, 99 Jan 2026 08:13:20 GMT"):
        other = with_header(sent, b"Date", text)
        assert status(CAVAGE, other, keys("hmac")[1], settings={"tolerance_seconds": 300}) is Status.INVALID


def test_headers_that_must_be_signed() -> None:
    assert status(CAVAGE, signed(headers="host date"), KEY, settings=REQUIRED) is Status.INVALID
    assert status(CAVAGE, signed(headers="host date"), KEY) is Status.VALID
    wrong = with_header(signed(headers="host date"), b"Digest", b"SHA-256=AAAA")
    assert status(CAVAGE, wrong, KEY) is Status.INVALID


def test_signing_again_adds_what_must_be_signed() -> None:
    again = CAVAGE.sign(signed(headers="host"), [keys("ed25519")[0]], REQUIRED, NOW)
    assert b'headers="host (request-target) date digest"' in header(again, AUTHORIZATION)
    assert status(CAVAGE, again, KEY, settings=REQUIRED) is Status.VALID


def test_another_authorization_stays() -> None:
    sent = CAVAGE.sign(make_request(fields=((AUTHORIZATION, b"Bearer x"),)), [keys("ed25519")[0]], {}, NOW)
    assert header(sent, AUTHORIZATION) == b"Bearer x"
    assert status(CAVAGE, sent, KEY) is Status.VALID


def test_the_hidden_algorithm_is_that_of_the_key() -> None:
    for algorithm in ("rsa-sha256", "hmac-sha256", "ecdsa-sha256", "ed25519"):
        sent = signed(algorithm)
        for text in (b'algorithm="hs2019"', b'x="y"'):
            named = header(sent, AUTHORIZATION).replace(f'algorithm="{algorithm}"'.encode(), text)
            assert status(CAVAGE, with_header(sent, AUTHORIZATION, named), keys(algorithm)[1]) is Status.VALID
    pem = public_key("rsa", key_id="k1")
    forged = CAVAGE.sign(make_request(), [Key("secret", pem.value.strip("-"), "k1")], {}, NOW)
    assert status(CAVAGE, forged, pem) is Status.INVALID


def test_quotes_in_a_key_id() -> None:
    key = Key("secret", "x", 'a"b\\c')
    sent = CAVAGE.sign(make_request(), [key], {}, NOW)
    assert status(CAVAGE, sent, key) is Status.VALID


def test_a_host_header_is_not_needed() -> None:
    sent = CAVAGE.sign(make_request(fields=()), [keys("hmac")[0]], {}, NOW)
    assert b"host: hooks.example.com\n" in verdict(CAVAGE, sent, keys("hmac")[1]).signed_content


def test_what_cannot_be_signed() -> None:
    with pytest.raises(KnownError):
        CAVAGE.sign(make_request(), [public_key("rsa")], {}, NOW)
    with pytest.raises(KnownError):
        signed(headers="x-none")


@given(junk_requests(AUTHORIZATION, SIGNATURE, b"Date", b"Digest"))
def test_junk(sent) -> None:
    survives_junk(CAVAGE, sent, keys("hmac")[0])


def test_not_too_many_headers() -> None:
    with pytest.raises(KnownError):
        signed(headers=" ".join(f"x-{number}" for number in range(101)))
    many = b'keyId="k1",signature="AA==",headers="' + b"host " * 101 + b'"'
    found = verdict(CAVAGE, with_header(signed(), AUTHORIZATION, b"Signature " + many), KEY)
    assert "more than 100" in found.steps[-1].fact
