import pytest

from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import KnownError
from webhook_inspector.drafts.signing import How
from webhook_inspector.drafts.signing_keys import can_sign, key_to_sign, signing_of
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.scheme import Request

PRIVATE = "-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----"
PUBLIC = "-----BEGIN PUBLIC KEY-----\nMC4=\n-----END PUBLIC KEY-----"
REQUEST = Request("POST", "http://x/stripe", (), b"{}")


def case(scheme, *keys):
    return Case(REQUEST, scheme, keys, 1.0, {"tolerance_seconds": 9}, "/stripe")


def test_a_secret_signs_as_it_verifies():
    key = Key("secret", "whsec_x", label="prod")
    signing = signing_of(case("stripe", key))
    assert (signing.how, signing.scheme, signing.keys) == (How.NEW, "stripe", (key,))
    assert signing.settings == {"tolerance_seconds": 9}


def test_of_a_key_pair_only_the_private_half_signs():
    assert not can_sign(Key("public_key_pem", PUBLIC), "discord")
    assert not can_sign(Key("public_key", "ab" * 32), "discord")
    assert not can_sign(Key("jwk", '{"kty":"OKP","x":"a"}'), "discord")
    assert can_sign(Key("jwk", '{"kty":"OKP","x":"a","d":"b"}'), "discord")
    signing = signing_of(case("discord", Key("public_key_pem", PUBLIC), Key("public_key_pem", PRIVATE, label="mine")))
    assert [(key.kind, key.label) for key in signing.keys] == [("private_key_pem", "mine")]


def test_a_private_key_is_one_only_where_the_scheme_takes_one():
    key = Key("secret", PRIVATE)
    assert key_to_sign(key, "stripe") is key
    assert key_to_sign(key, "no such scheme") is key


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (case(""), "signing-no-scheme"),
        (case("stripe"), "signing-no-secret"),
        (case("discord", Key("public_key_pem", PUBLIC)), "signing-no-secret"),
    ],
)
def test_without_scheme_or_secret_it_says_of_which_endpoint(asked, code):
    with pytest.raises(KnownError) as caught:
        signing_of(asked)
    assert caught.value.problem.code == code
    assert dict(caught.value.problem.particulars)["path"] == "/stripe"
