import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import private
from webhook_inspector.signatures.algorithms import (
    ALGORITHMS,
    ECDSA,
    ED25519,
    HMAC,
    JOSE,
    RSA,
    RSA_PSS,
    fits,
    keyed_digest,
    made,
    suits,
)

ROOT = Path(__file__).parents[3]
CURVES = {"secp256r1": "p256", "secp384r1": "p384", "secp521r1": "p521"}
NAMES = st.sampled_from(sorted(ALGORITHMS))


def keys(name: str, number: int = 1) -> tuple[object, object]:
    """What signs and what verifies."""
    algorithm = ALGORITHMS[name]
    if algorithm.family == HMAC:
        return b"secret%d" % number, b"secret%d" % number
    kinds = {RSA: "rsa", RSA_PSS: "rsa", ED25519: "ed25519", ECDSA: CURVES.get(algorithm.curve, "")}
    key = private(kinds[algorithm.family], number)
    return key, key.public_key()


@given(NAMES, st.binary(max_size=100), st.integers(0, 1000), st.integers(1, 255))
def test_a_signature_fits_its_content_and_key_only(name, content, place, flip) -> None:
    signing, verifying = keys(name)
    signature = made(name, signing, content)
    assert fits(name, verifying, content, signature)
    assert not fits(name, verifying, content + b"!", signature)
    assert not fits(name, keys(name, 2)[1], content, signature)
    broken = bytearray(signature)
    broken[place % len(broken)] ^= flip
    assert not fits(name, verifying, content, bytes(broken))
    assert not fits(name, verifying, content, signature[:-1])


@given(NAMES, st.binary(max_size=300))
def test_junk_is_no_signature(name, signature) -> None:
    assert not fits(name, keys(name)[1], b"content", signature)


@pytest.mark.parametrize("name", sorted(ALGORITHMS))
def test_only_keys_of_the_kind_suit(name) -> None:
    assert all(suits(name, key) for key in keys(name))
    family = ALGORITHMS[name].family
    for other, algorithm in ALGORITHMS.items():
        same = family == algorithm.family or {family, algorithm.family} == {RSA, RSA_PSS}
        if not same or ALGORITHMS[name].curve != algorithm.curve:
            assert not any(suits(name, key) for key in keys(other))
    assert not suits(name, "text")


def test_a_public_key_does_not_sign_and_a_private_one_does_not_verify() -> None:
    signing, verifying = keys("ed25519")
    with pytest.raises(ValueError, match="not a private one"):
        made("ed25519", verifying, b"")
    assert not fits("ed25519", signing, b"", made("ed25519", signing, b""))


def test_ecdsa_forms_are_not_exchanged() -> None:
    signing, verifying = keys("ecdsa-p256-sha256")
    assert len(made("ecdsa-p256-sha256", signing, b"x")) == 64
    assert not fits("ecdsa-p256-sha256", verifying, b"x", made("ecdsa-p256-sha256-der", signing, b"x"))
    assert not fits("ecdsa-p256-sha256-der", verifying, b"x", made("ecdsa-p256-sha256", signing, b"x"))


def test_known_hmac() -> None:
    """RFC 4231, test case 2."""
    digest = keyed_digest("hmac-sha256", b"Jefe", b"what do ya want for nothing?")
    assert digest.hex() == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"


def test_jose_names_are_all_known_and_none_is_not() -> None:
    assert set(JOSE.values()) <= set(ALGORITHMS)
    assert not {"none", "None", "NONE"} & set(JOSE)


def test_cryptography_is_imported_only_when_a_public_key_is_used() -> None:
    """It costs start-up time, and most webhooks are signed by HMAC."""
    modules = "certificates, cavage, ecdsa, ed25519, json_token, jws_detached, jwt, rfc9421, rsa"
    check = (
        f"import sys; from webhook_inspector.signatures import {modules}; "
        "from webhook_inspector.signatures.algorithms import fits, made, suits; "
        "key = b'secret'; assert suits('hmac-sha256', key); assert fits('hmac-sha256', key, b'', made('hmac-sha256', key, b'')); "
        "print('cryptography' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "False\n"
