import gzip

from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.doctor.body_forms import (
    CHARSETS,
    ENDS,
    claims_coding,
    codings,
    decompressed,
    other_charsets,
    other_ends,
    other_pairs,
)
from webhook_inspector.signatures.scheme import Request

FORM = b"application/x-www-form-urlencoded"


def request(body: bytes, **headers: bytes) -> Request:
    return Request("POST", "/", tuple((name.replace("_", "-").encode(), text) for name, text in headers.items()), body)


@given(
    st.binary(),
    st.sampled_from([b"gzip", b"deflate", b"br", b"", b",", b"identity"]),
    st.sampled_from([FORM, b"text/plain"]),
)
def test_no_bytes_make_it_raise(body, coding, media) -> None:
    made = request(body, content_encoding=coding, content_type=media)
    for forms in (other_ends, other_charsets, decompressed, other_pairs):
        assert all(name in SENTENCES and isinstance(text, bytes) for name, text in forms(made))
    claims_coding(made)


def test_the_last_coding_is_undone() -> None:
    assert codings(request(b"", content_encoding=b"br , GZip, identity")) == [b"br", b"gzip"]
    packed = gzip.compress(b"hello")
    assert list(decompressed(request(packed, content_encoding=b"br,gzip"))) == [("doctor-body-compressed", b"hello")]
    assert list(decompressed(request(packed[:-3], content_encoding=b"gzip"))) == []
    assert list(decompressed(request(packed))) == []


def test_a_bomb_is_not_unpacked() -> None:
    assert list(decompressed(request(gzip.compress(bytes(9 * 2**20)), content_encoding=b"gzip"))) == []


def test_only_a_plain_body_with_a_coding_is_odd() -> None:
    assert claims_coding(request(b"{}", content_encoding=b"gzip")) == "gzip"
    assert claims_coding(request(b"{}", content_encoding=b"zstd")) == "zstd"
    assert claims_coding(request(gzip.compress(b"{}"), content_encoding=b"gzip")) == ""
    assert claims_coding(request(b"", content_encoding=b"gzip")) == ""
    assert claims_coding(request(b"{}", content_encoding=b"br")) == ""
    assert claims_coding(request(b"{}")) == ""


def test_plain_text_has_no_other_charset() -> None:
    assert list(other_charsets(request(b"plain"))) == []


def test_a_large_form_is_not_written_anew() -> None:
    large = b"a=b+" * 100_000
    assert len(list(other_pairs(request(large, content_type=FORM)))) == 2
    assert list(other_pairs(request(b"{" + large))) == []


def test_every_code_has_its_sentence() -> None:
    assert {row[0] for row in (*ENDS, *CHARSETS)} <= set(SENTENCES)
