from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.headers import first, named_by_connection, parse_fields, values

BLOCK = b"Host: x\r\nX-A:  one \r\nx-a: two\r\nEmpty:\r\nX-Raw: caf\xe9\r\n\r\n"


def test_order_case_and_duplicates_are_kept() -> None:
    assert parse_fields(BLOCK) == (
        (b"Host", b"x"),
        (b"X-A", b"one"),
        (b"x-a", b"two"),
        (b"Empty", b""),
        (b"X-Raw", b"caf\xe9"),
    )


def test_looking_up() -> None:
    fields = parse_fields(BLOCK)
    assert values(fields, b"X-a") == [b"one", b"two"]
    assert first(fields, b"EMPTY") == b""
    assert first(fields, b"missing") is None


def test_what_is_malformed_is_still_shown() -> None:
    assert parse_fields(b"no colon\r\nA: b\n folded\r\n") == ((b"no colon", b""), (b"A", b"b folded"))


def test_connection_names_headers_in_any_case_and_over_several_lines() -> None:
    fields = ((b"Connection", b"close, X-One"), (b"connection", b"x-two"), (b"X-One", b"1"))
    assert named_by_connection(fields) == {b"close", b"x-one", b"x-two"}


@given(st.binary(max_size=200))
def test_junk_never_raises(junk: bytes) -> None:
    parse_fields(junk)
