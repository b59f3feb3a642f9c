import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.contents import MOST_BODY, body_values, header_values, query_values

FORM = "application/x-www-form-urlencoded; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a", ["x"]),
        ("A", []),
        ("b.c", ["1.10"]),
        ("list.0", ["p"]),
        ("list.9", []),
        ("list.*", ["p", "q", "true", "null"]),
        ("list", ["p", "q", "true", "null"]),
        ("items.sku", ["s", "t"]),
        ("items.*.sku", ["s", "t"]),
        ("items.1.sku", ["t"]),
        ("b.*", ["1.10"]),
        ("big", ["12345678901234567890123"]),
        ("twice", ["2"]),
        ("b", []),
        ("a.b", []),
    ],
)
def test_json(path: str, expected: list[str]) -> None:
    body = b"""\xef\xbb\xbf{"a":"x","b":{"c":1.10},"list":["p",["q"],true,null],"items":[{"sku":"s"},[{"sku":"t"}]],
        "big":12345678901234567890123,"twice":1,"twice":2}"""
    assert list(body_values(body, "", path.split("."))) == expected


def test_a_list_at_the_top_is_walked_through() -> None:
    assert list(body_values(b'[{"event":"open"},{"event":"click"}]', "", ("event",))) == ["open", "click"]


def test_forms() -> None:
    body = b"a.b=1+2&A.b=%C3%A9&c&=x&\xff=y"
    assert list(body_values(body, FORM, ("a", "b"))) == ["1 2", "é"]
    assert list(body_values(body, FORM, ("c",))) == [""]
    assert list(body_values(body, "text/plain", ("c",))) == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 200_000, b"\xff", b'{"a":1} x', b'{"a":"' + b"x" * MOST_BODY + b'"}']
)
def test_what_has_no_values(body: bytes) -> None:
    assert list(body_values(body, "application/json", ("a",))) == []


def test_deep_lists_are_no_recursion() -> None:
    assert list(body_values(b"[" * 500 + b'{"a":1}' + b"]" * 500, "", ("a",))) == ["1"]


def test_headers_and_parameters() -> None:
    head = b"POST /a?x=1&X=%C3%A9&y=a+b#x=3 HTTP/1.1\r\nX-A: 1\r\nx-a: \xff\r\n  z\r\n\r\n"
    assert list(header_values(head, "x-A")) == ["1", "\ufffd z"]
    assert list(query_values(head, "x")) == ["1", "é"]
    assert list(query_values(head, "y")) == ["a b"]
    assert list(query_values(b"", "y")) == list(header_values(b"\0", "y")) == []


@given(st.binary(max_size=60), st.text(max_size=4), st.sampled_from([FORM, "application/json"]))
def test_junk_never_raises(raw: bytes, name: str, content_type: str) -> None:
    for found in (header_values(raw, name), query_values(raw, name), body_values(raw, content_type, (name,))):
        assert all(isinstance(one, str) for one in found)
