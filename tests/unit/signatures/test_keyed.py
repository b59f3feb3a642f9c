import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.signatures.keyed import (
    ENCODINGS,
    HASHES,
    KEY_FORMS,
    Method,
    key_fault,
    raw_keys,
    shape_of,
    shape_words,
    signature_text,
)


@pytest.mark.parametrize("name", HASHES)
@pytest.mark.parametrize("encoding", ENCODINGS)
@given(st.binary(max_size=100), st.binary(max_size=100))
def test_each_signature_has_the_shape_of_its_construction(name, encoding, key, content) -> None:
    for glue in (None, b"-"):
        method = Method(name, encoding, glue=glue)
        text = signature_text(method, key, content)
        assert shape_of(method).fullmatch(text)
        assert not shape_of(method).fullmatch(text[:-1])
        assert shape_words(method).startswith(f"{len(text)} ")


def test_constructions() -> None:
    assert signature_text(Method(), b"k", b"c") == hmac.new(b"k", b"c", hashlib.sha256).hexdigest().encode()
    assert signature_text(Method(glue=b"-"), b"k", b"c") == hashlib.sha256(b"k-c").hexdigest().encode()
    assert (str(Method("sha1")), str(Method(glue=b""))) == ("HMAC-SHA1", "SHA256")
    assert shape_words(Method(encoding="base64")) == "44 characters of base64"


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        ("text", "é", ("é".encode(),)),
        ("hex", "0aFF", (b"\x0a\xff",)),
        ("hex", "0a f", ()),
        ("base64", "YWI=", (b"ab",)),
        ("base64", "YWI", (b"ab",)),
        ("base64", "Y W", ()),
        ("whsec", "whsec_YWI=", (b"ab",)),
        ("whsec", "YWJj", (b"abc", b"YWJj")),
        ("whsec", "polar_x!", (b"polar_x!",)),
        ("whsec", "whsec_!", ()),
        ("nfkd", "ﬁ", (b"fi",)),
        ("html", "a&amp;b", (b"a&b",)),
        ("sha1", "x", (bytes.fromhex("11f6ad8ec52a2984abaafd7c3b516503785c2072"),)),
        ("after colon", "app.key:part", (b"part",)),
        ("after colon", "part", (b"part",)),
    ],
)
def test_key_forms(form, value, expected) -> None:
    assert KEY_FORMS[form](value) == expected


@pytest.mark.parametrize("form", KEY_FORMS)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=30))
def test_no_text_makes_a_key_form_raise(form, value) -> None:
    assert all(isinstance(raw, bytes) for raw in KEY_FORMS[form](value))
    assert all(raw_keys(form, value))


@pytest.mark.parametrize(
    ("form", "value"),
    [
        *((form, "") for form in KEY_FORMS),
        ("whsec", "whsec_"),
        ("base64", "="),
        ("base64", "===="),
        ("after colon", "app.key:"),
    ],
)
def test_an_empty_key_is_none(form, value) -> None:
    """Anybody can sign with it."""
    assert raw_keys(form, value) == ()


@pytest.mark.parametrize(
    ("form", "value", "words"),
    [
        ("text", "", "is empty"),
        ("whsec", "whsec_", "is empty"),
        ("after colon", "app.key:", "is empty"),
        ("hex", "xy", "is not hex"),
        ("base64", "=", "is not base64"),
        ("whsec", "whsec_!", "is not base64 after whsec_"),
    ],
)
def test_what_is_wrong_with_a_key(form, value, words) -> None:
    assert raw_keys(form, value) == ()
    assert key_fault(form, value) == words
