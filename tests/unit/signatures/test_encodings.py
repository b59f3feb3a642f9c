from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.signatures.encodings import (
    from_base64,
    from_base64url,
    from_hex,
    to_base64,
    to_base64url,
    to_hex,
)


@given(st.binary(max_size=80))
def test_round_trips(raw) -> None:
    assert from_base64(to_base64(raw).encode()) == raw
    assert from_base64(to_base64(raw).rstrip("=").encode()) == raw
    assert from_base64url(to_base64url(raw).encode()) == raw
    assert from_hex(to_hex(raw).encode()) == raw
    assert from_hex(to_hex(raw).upper().encode()) == raw


@given(st.binary(max_size=20) | st.text("ABab01+/-_= ", max_size=12).map(str.encode))
def test_one_text_for_each_value(text) -> None:
    for read, write in ((from_base64, to_base64), (from_base64url, to_base64url)):
        raw = read(text)
        assert raw is None or write(raw).rstrip("=").encode() == text.rstrip(b"=")


def test_what_is_not_base64() -> None:
    for text in (b"A", b"AB", b"AAA=A", b"AA=", b"AA===", b"A A=", b"AA==\n", b"AAAA=", b"\xff\xff", "é".encode()):
        assert from_base64(text) is None, text


def test_the_alphabets_are_kept_apart() -> None:
    raw = b"\xfb\xff\xfe"
    assert from_base64(b"+//+") == from_base64url(b"-__-") == raw
    assert from_base64(b"-__-") is None
    assert from_base64url(b"+//+") is None
    assert from_base64url(b"AA==") is None


def test_what_is_not_hex() -> None:
    for text in (b"0", b"0g", b"00 11", b"\xff\xff"):
        assert from_hex(text) is None
