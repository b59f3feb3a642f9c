import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.capture import Head
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.head import reply_head, request_head, short


def head(
    address: str = "http://a/", fields: tuple[tuple[str, str], ...] = (), size: int = 0, version: str = ""
) -> bytes:
    return request_head("POST", address, fields, size, version)[1]


def test_a_request() -> None:
    fields = [("Content-Type", "text/plain"), ("X-A", ""), ("x-a", "é\t1 ")]
    assert request_head("POST", "https://a.example:8/b?c=1#d", fields, 3) == (
        "https",
        "POST /b?c=1 HTTP/1.1\r\nHost: a.example:8\r\nContent-Type: text/plain\r\nX-A: \r\nx-a: é\t1\r\n"
        "Content-Length: 3\r\n\r\n".encode(),
    )


@pytest.mark.parametrize(
    ("address", "scheme", "line", "host"),
    [
        ("http://a", "http", b"/", b"a"),
        ("HTTP://a?b", "http", b"/?b", b"a"),
        ("wss://a/b", "https", b"/b", b"a"),
        ("ws://[::1]:9/b", "http", b"/b", b"[::1]:9"),
        ("http://me:secret@a/b", "http", b"/b", b"a"),
        ("http://a/b c\r\nX: é%zz", "http", b"/b%20c%0D%0AX:%20%C3%A9%zz", b"a"),
        ("/b?c#d", "http", b"/b?c", None),
        ("*", "http", b"*", None),
    ],
)
def test_addresses(address: str, scheme: str, line: bytes, host: bytes | None) -> None:
    found, raw = request_head("GET", address, (), 0)
    parsed = Head.parse(raw)
    assert (found, parsed.target) == (scheme, line)
    assert parsed.fields == (((b"Host", host),) if host else ())


def test_a_host_that_is_named_stays() -> None:
    assert head(fields=(("host", "b"),)) == b"POST / HTTP/1.1\r\nhost: b\r\n\r\n"


@pytest.mark.parametrize(
    ("version", "written"), [("HTTP/1.0", b"HTTP/1.0"), ("h2", b"HTTP/1.1"), ("HTTP/2.0\r\nX: 1", b"HTTP/1.1")]
)
def test_versions(version: str, written: bytes) -> None:
    assert head(version=version).startswith(b"POST / " + written + b"\r\n")


def test_framing_is_that_of_the_body() -> None:
    fields = (
        ("Host", "a"),
        ("content-length", "9"),
        ("Transfer-Encoding", "chunked"),
        ("Content-Length", "7"),
        ("X", "1"),
    )
    assert Head.parse(head(fields=fields, size=2)).fields == ((b"Host", b"a"), (b"Content-Length", b"2"), (b"X", b"1"))
    assert Head.parse(head(fields=fields)).fields == ((b"Host", b"a"), (b"Content-Length", b"0"), (b"X", b"1"))


def test_pseudo_headers_of_http_2_are_no_headers() -> None:
    fields = ((":method", "GET"), (":authority", "b"), ("x", "1"))
    assert Head.parse(head(fields=fields)).fields == ((b"Host", b"a"), (b"x", b"1"))


@pytest.mark.parametrize(
    ("method", "address", "field", "reason"),
    [
        ("GET / HTTP/1.1\r\nX: 1\r\n", "/", ("A", ""), "“GET / HTTP/1.1\\r\\nX: 1\\r\\n” is no method"),
        ("", "/", ("A", ""), "“” is no method"),
        ("GET", "file:///etc/passwd", ("A", ""), "“file:///etc/passwd” is no http address"),
        ("GET", "http:///a", ("A", ""), "“http:///a” is no http address"),
        ("GET", "http://a\r\nX: 1/", ("A", ""), "the header Host holds a line break or another control character"),
        ("GET", "http://\ud800/", ("A", ""), "the header Host holds half a character (a lone surrogate)"),
        ("GET", "/\ud800", ("A", ""), "the address holds half a character (a lone surrogate)"),
        ("GET", "/", ("A\r\nB", ""), "“A\\r\\nB” is no header name"),
        ("GET", "/", ("A ", ""), "“A ” is no header name"),
        ("GET", "/", ("", "x"), "“” is no header name"),
        ("GET", "/", ("é", "x"), "“é” is no header name"),
        ("GET", "/", ("A", "1\nB: 2"), "the header A holds a line break or another control character"),
        ("GET", "/", ("A", "1\r"), "the header A holds a line break or another control character"),
        ("GET", "/", ("A", "\x00"), "the header A holds a line break or another control character"),
        ("GET", "/", ("A", "\ud800"), "the header A holds half a character (a lone surrogate)"),
    ],
)
def test_what_cannot_be_a_head_is_refused(method: str, address: str, field: tuple[str, str], reason: str) -> None:
    with pytest.raises(MisfitError) as raised:
        request_head(method, address, [field], 0)
    assert str(raised.value) == reason


TEXT = st.one_of(st.text(), st.sampled_from(["A", "a\r\nB: c", "\n", "x y", "http://a/\r\n\r\n"]))


@given(TEXT, TEXT.map("http://a/".__add__) | TEXT, st.lists(st.tuples(TEXT, TEXT), max_size=3), TEXT)
def test_nothing_adds_a_line(method: str, address: str, fields: list[tuple[str, str]], version: str) -> None:
    try:
        _, raw = request_head(method, address, fields, 0, version)
    except MisfitError:
        return
    lines = raw.split(b"\r\n")
    named = [name.lower() for name, _ in fields]
    assert len(lines) <= len(fields) + 3 + ("host" not in named)
    assert lines[-2:] == [b"", b""]
    assert not re.search(rb"[\r\n\x00]", raw.replace(b"\r\n", b""))
    assert all(b": " in line for line in lines[1:-2])


def test_a_reply() -> None:
    fields = [("Set-Cookie", "a=1\nb=2"), ("Content-Length", "9")]
    assert reply_head(201, "Created", fields, 2) == (
        b"HTTP/1.1 201 Created\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 2\r\n\r\n"
    )
    assert reply_head(200, "OK", fields[1:], None) == b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"
    with pytest.raises(MisfitError, match="the status text holds a line break"):
        reply_head(200, "OK\r\nX: 1", [], 0)


def test_a_strangers_text_in_a_sentence_is_short_and_does_not_act() -> None:
    assert short("a\n\u202e" + "x" * 200) == "“a\\n\\u202e" + "x" * 77 + "”"
