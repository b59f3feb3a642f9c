import base64
from random import Random

import pytest

from webhook_inspector.signatures.algorithms import fits, made
from webhook_inspector.signatures.key_pairs import RSA_BITS, new_private_key, public_half
from webhook_inspector.signatures.publickeys import signing_key, verifying_key
from webhook_inspector.signatures.scheme import Key

PAIRS = [
    ("ed25519", "ed25519", "hex"),
    ("ed25519", "ed25519", "base64"),
    ("ed25519", "ed25519", "pem"),
    ("ecdsa", "ecdsa-p256-sha256-der", "der"),
    ("ecdsa", "ecdsa-p256-sha256", "pem"),
    ("rsa", "rsa-v1_5-sha256", "pem"),
]


@pytest.mark.parametrize(("kind", "algorithm", "form"), PAIRS)
def test_what_the_private_half_signs_the_public_one_verifies(kind, algorithm, form):
    private = new_private_key(kind, Random(1))
    signature = made(algorithm, signing_key(Key("private_key_pem", private)), b"content")
    public = verifying_key(Key("public_key", public_half(private, form)))
    assert fits(algorithm, public, b"content", signature)
    assert not fits(algorithm, public, b"other", signature)


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa"])
def test_small_keys_come_of_the_given_chance_alone(kind):
    assert new_private_key(kind, Random(1)) == new_private_key(kind, Random(1)) != new_private_key(kind, Random(2))


def test_keys_for_rsa_are_made_by_the_system():
    first, second = (signing_key(Key("private_key_pem", new_private_key("rsa", Random(1)))) for _ in range(2))
    assert first.key_size == RSA_BITS
    assert first.private_numbers() != second.private_numbers()


def test_bare_bytes_are_those_of_the_key():
    private = new_private_key("ed25519", Random(1))
    assert bytes.fromhex(public_half(private, "hex")) == base64.b64decode(public_half(private, "base64"))
    assert public_half(private, "pem").startswith("-----BEGIN PUBLIC KEY-----")
