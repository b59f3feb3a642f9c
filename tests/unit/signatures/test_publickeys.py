import base64
import json
from contextlib import suppress

import pytest
from cryptography.hazmat.primitives import serialization
from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import certificate, private, private_key, public_key
from webhook_inspector.signatures.algorithms import fits, made
from webhook_inspector.signatures.encodings import to_base64url
from webhook_inspector.signatures.publickeys import (
    PUBLIC_KINDS,
    UnusableKeyError,
    base64_secret,
    own_algorithm,
    signing_key,
    single_keys,
    verifying_key,
)
from webhook_inspector.signatures.scheme import Key

RAW = serialization.Encoding.Raw, serialization.PublicFormat.Raw
DER = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo


def b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def number(value: int) -> str:
    return to_base64url(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def ed25519_raw() -> bytes:
    return private("ed25519").public_key().public_bytes(*RAW)


def seed() -> bytes:
    return private("ed25519").private_bytes_raw()


def ed25519_forms() -> dict[str, Key]:
    raw = ed25519_raw()
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": to_base64url(raw)}
    return {
        "hex": Key("public_key", raw.hex()),
        "HEX": Key("public_key", raw.hex().upper()),
        "base64": Key("public_key", b64(raw)),
        "base64, blanks around it": Key("public_key", f" {b64(raw)}\n"),
        "whpk": Key("public_key", f"whpk_{b64(raw)}"),
        "DER": Key("public_key", b64(private("ed25519").public_key().public_bytes(*DER))),
        "PEM": public_key("ed25519"),
        "PEM in base64": Key("public_key", b64(public_key("ed25519").value.encode())),
        "private": private_key("ed25519"),
        "whsk, seed only": Key("private_key_pem", f"whsk_{b64(seed())}"),
        "whsk, with the public key": Key("private_key_pem", f"whsk_{b64(seed() + raw)}"),
        "JWK": Key("jwk", json.dumps(jwk)),
    }


@pytest.mark.parametrize("form", list(ed25519_forms()))
def test_forms_of_a_public_key(form) -> None:
    signature = made("ed25519", private("ed25519"), b"content")
    assert fits("ed25519", verifying_key(ed25519_forms()[form]), b"content", signature)


@pytest.mark.parametrize("form", ["private", "whsk, seed only", "whsk, with the public key"])
def test_forms_of_a_private_key(form) -> None:
    signature = made("ed25519", signing_key(ed25519_forms()[form]), b"content")
    assert fits("ed25519", verifying_key(public_key("ed25519")), b"content", signature)


@pytest.mark.parametrize(
    ("kind", "curve", "name"), [("p256", "P-256", "ecdsa-p256-sha256"), ("p521", "P-521", "ecdsa-p521-sha512")]
)
def test_jwk_of_a_curve(kind, curve, name) -> None:
    numbers = private(kind).public_key().public_numbers()
    size = (private(kind).key_size + 7) // 8
    x, y = (to_base64url(value.to_bytes(size, "big")) for value in (numbers.x, numbers.y))
    key = verifying_key(Key("jwk", json.dumps({"kty": "EC", "crv": curve, "x": x, "y": y})))
    assert fits(name, key, b"content", made(name, private(kind), b"content"))


def test_jwk_of_rsa_and_of_a_secret() -> None:
    numbers = private("rsa").public_key().public_numbers()
    key = verifying_key(Key("jwk", json.dumps({"kty": "RSA", "n": number(numbers.n), "e": number(numbers.e)})))
    assert fits("rsa-pss-sha256", key, b"x", made("rsa-pss-sha256", private("rsa"), b"x"))
    assert verifying_key(Key("jwk", json.dumps({"kty": "oct", "k": to_base64url(b"secret")}))) == b"secret"


def test_a_certificate_gives_its_key() -> None:
    key = verifying_key(certificate("sns.amazonaws.com"))
    assert fits("rsa-v1_5-sha1", key, b"x", made("rsa-v1_5-sha1", private("rsa"), b"x"))


def test_a_set_gives_each_of_its_keys() -> None:
    jwks = [{"kty": "oct", "k": "YQ", "kid": "one", "alg": "HS256"}, {"kty": "oct", "k": "Yg", "kid": "two"}, 7]
    keys = [Key("secret", "a", label="mine"), Key("jwk", json.dumps({"keys": jwks}))]
    found = list(single_keys(keys))
    assert [(label, key.id) for label, key in found] == [("mine", ""), ("key 2", "one"), ("key 2", "two")]
    assert own_algorithm(found[1][1]) == "hmac-sha256"
    assert own_algorithm(found[2][1]) == ""


def test_secrets() -> None:
    assert verifying_key(Key("secret", "é")) == "é".encode()
    assert verifying_key(Key("secret", " c2VjcmV0 "), base64_secret) == b"secret"
    for secret, read in (("", str.encode), ("#", base64_secret)):
        with pytest.raises(UnusableKeyError):
            verifying_key(Key("secret", secret), read)


def test_a_pem_key_is_no_secret() -> None:
    with pytest.raises(UnusableKeyError, match="PEM"):
        verifying_key(Key("secret", public_key("rsa").value))


@given(
    st.sampled_from(PUBLIC_KINDS),
    st.text(max_size=80)
    | st.binary(max_size=80).map(b64)
    | st.binary(max_size=80).map(lambda raw: f"-----BEGIN PUBLIC KEY-----\n{b64(raw)}\n-----END PUBLIC KEY-----")
    | st.binary(max_size=80).map(lambda raw: f"-----BEGIN CERTIFICATE-----\n{b64(raw)}\n-----END CERTIFICATE-----")
    | st.dictionaries(
        st.sampled_from(["kty", "crv", "x", "y", "n", "e", "k"]),
        st.sampled_from(["EC", "P-256", "RSA", "OKP", "Ed25519", "oct", "AQ", 7]),
    ).map(json.dumps),
)
def test_junk_is_an_unusable_key(kind, text) -> None:
    for _label, key in single_keys([Key(kind, text)]):
        for read in (verifying_key, signing_key):
            with suppress(UnusableKeyError):
                read(key)


def test_the_fault_of_a_key_does_not_tell_the_key() -> None:
    for key in (
        Key("private_key_pem", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"),
        Key("jwk", '"c2VjcmV0'),
    ):
        with pytest.raises(UnusableKeyError) as caught:
            signing_key(key)
        assert "c2VjcmV0" not in str(caught.value)


def test_an_encrypted_private_key_is_unusable() -> None:
    pem = private("ed25519").private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.BestAvailableEncryption(b"word")
    )
    with pytest.raises(UnusableKeyError):
        signing_key(Key("private_key_pem", pem.decode()))
