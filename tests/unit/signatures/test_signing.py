import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import private_key, public_key
from webhook_inspector.core.headers import first, values
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.signatures.algorithms import fits
from webhook_inspector.signatures.publickeys import verifying_key
from webhook_inspector.signatures.scheme import Key
from webhook_inspector.signatures.signing import cannot_sign, signer, with_field, without_field

NAMES = st.sampled_from([b"A", b"a", b"B"])
FIELDS = st.lists(st.tuples(NAMES, st.binary(max_size=3)), max_size=6).map(tuple)


def test_the_first_key_that_can_sign() -> None:
    keys = [Key("public_key", "#"), public_key("ed25519"), private_key("rsa"), private_key("ed25519", 2, "mine")]
    found = signer("x", keys, ("ed25519",))
    assert (found.algorithm, found.key_id) == ("ed25519", "mine")
    assert fits("ed25519", verifying_key(public_key("ed25519", 2)), b"content", found.sign(b"content"))


def test_the_order_of_algorithms_decides() -> None:
    assert signer("x", [private_key("rsa")], ("rsa-pss-sha512", "rsa-v1_5-sha256")).algorithm == "rsa-pss-sha512"
    key = Key("private_key_pem", private_key("rsa").value, alg="RS256")
    assert signer("x", [key], ("rsa-pss-sha512", "rsa-v1_5-sha256")).algorithm == "rsa-v1_5-sha256"


@pytest.mark.parametrize("keys", [[], [public_key("ed25519")], [private_key("rsa")], [Key("secret", "x")]])
def test_without_such_a_key(keys) -> None:
    with pytest.raises(KnownError) as caught:
        signer("x", keys, ("ed25519",))
    assert caught.value.problem.code == "cannot-sign"


def test_the_sentence() -> None:
    said = sentence(cannot_sign("paypal", "there is no key").problem)
    assert "paypal" in said
    assert said.endswith("there is no key")


@given(FIELDS, st.binary(max_size=3))
def test_a_field_is_put_in_place(fields, value) -> None:
    found = with_field(fields, b"a", value)
    assert values(found, b"a") == [value]
    assert values(found, b"b") == values(fields, b"b")
    assert without_field(found, b"A") == without_field(fields, b"a")
    if first(fields, b"a") is not None:
        assert [name.lower() for name, _ in found].index(b"a") == [name.lower() for name, _ in fields].index(b"a")


def test_an_rsa_key_too_short_for_the_hash() -> None:
    pem = rsa.generate_private_key(65537, 1024).private_bytes(  # noqa: S505 (too short on purpose)
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    found = signer("x", [Key("private_key_pem", pem.decode())], ("rsa-pss-sha512",))
    with pytest.raises(KnownError) as caught:
        found.sign(b"content")
    assert caught.value.problem.code == "cannot-sign"
