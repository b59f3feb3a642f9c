from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.key_pairs import private_key
from tests.shared_secrets import SECRETS
from webhook_inspector.core.key import Key
from webhook_inspector.drafts.other_key import other_key
from webhook_inspector.signatures.encodings import from_base64, from_hex
from webhook_inspector.signatures.keyed import KEY_FORMS, raw_keys


@pytest.mark.parametrize("form", SECRETS)
def test_it_has_the_same_form_and_other_bytes(form) -> None:
    value = SECRETS[form][0]
    other = other_key(Key("secret", value, id="k", label="live"))
    assert other is not None
    assert (other.kind, other.id, other.label, len(other.value)) == ("secret", "k", "", len(value))
    assert raw_keys(form, other.value) != raw_keys(form, value)
    assert len(raw_keys(form, other.value)[0]) == len(raw_keys(form, value)[0])


@pytest.mark.parametrize(
    ("value", "start"),
    [
        ("whsec_ypeBEsobvcr6wjGz", "whsec_"),
        ("user:password", "user:"),
        ("pdl_ntfset_01abc_x9y8z7", "pdl_ntfset_01abc_"),
    ],
)
def test_a_prefix_stays(value, start) -> None:
    other = other_key(Key("secret", value))
    assert other is not None
    assert other.value.startswith(start)
    assert other.value != value


def test_a_key_pair_and_nothing_have_no_other() -> None:
    assert other_key(private_key("ed25519")) is None
    assert other_key(Key("secret", "")) is None


@given(st.text(min_size=1, max_size=20))
def test_any_text_has_another(value) -> None:
    other = other_key(Key("token", value))
    assert other is not None
    assert other.value != value


@given(st.binary(min_size=1, max_size=40))
def test_hex_stays_hex_and_base64_stays_base64(raw) -> None:
    for text, read in ((raw.hex(), from_hex), (b64encode(raw).decode(), from_base64)):
        other = other_key(Key("secret", text))
        assert other is not None
        found = read(other.value.encode())
        assert len(text) < 9 or (found is not None and len(found) == len(raw) and found != raw)


def test_every_form_of_a_secret_is_heeded() -> None:
    for form in KEY_FORMS:
        value = SECRETS.get(form, ("name:secret-0123456789",))[0]
        other = other_key(Key("secret", value))
        assert other is not None
        assert raw_keys(form, other.value)[0] != raw_keys(form, value)[0]
