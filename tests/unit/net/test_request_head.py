import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.net.request_head import header_lines, leaves_no_doubt, request_line, with_request_line

HEAD = b"POST /a?b HTTP/1.1\r\nHost: x\r\nA: 1\r\n 2\r\na:3\r\n\r\n"


def test_a_request_line_is_read_and_changed() -> None:
    assert request_line(HEAD) == (b"POST", b"/a?b", b"HTTP/1.1")
    assert with_request_line(HEAD, b"GET", b"/c") == HEAD.replace(b"POST /a?b", b"GET /c")


def test_a_target_may_hold_any_bytes() -> None:
    assert request_line(b"GET /\xff a HTTP/1.1\r\n\r\n") == (b"GET", b"/\xff a", b"HTTP/1.1")


def test_what_is_no_request_line_stays() -> None:
    assert request_line(b"hello\r\n\r\n") == (b"", b"", b"")
    assert with_request_line(b"hello\r\n\r\n", b"GET", b"/") == b"hello\r\n\r\n"


def test_lines_are_kept_as_they_are() -> None:
    assert header_lines(HEAD) == [(b"host", b"Host: x\r\n"), (b"a", b"A: 1\r\n 2\r\n"), (b"a", b"a:3\r\n")]


@given(st.binary())
def test_junk_never_raises(head: bytes) -> None:
    request_line(head)
    header_lines(head)
    leaves_no_doubt(head, b"")


def head(*lines: bytes, version: bytes = b"1.1") -> bytes:
    return b"".join([b"POST / HTTP/" + version + b"\r\n", *(line + b"\r\n" for line in (b"Host: x", *lines)), b"\r\n"])


@pytest.mark.parametrize(
    ("sent", "body", "certain"),
    [
        (head(b"Content-Length: 3"), b"abc", True),
        (head(), b"", True),
        (head(b"Content-Length: 0"), b"", True),
        (head(), b"abc", False),
        (head(b"Content-Length: 2"), b"abc", False),
        (head(b"Content-Length: 03"), b"abc", False),
        (head(b"Content-Length: 3", b"content-length: 3"), b"abc", False),
        (head(b"Content-Length: 3", b"Transfer-Encoding: chunked"), b"abc", False),
        (head(b"Transfer-Encoding: chunked"), b"0\r\n\r\n", False),
        (head(b"Content-Length: 3", b"Connection: x, Close"), b"abc", False),
        (head(b"Content-Length: 3", version=b"1.0"), b"abc", False),
        (head(b"Upgrade: h2c"), b"", False),
        (head() + b"GET / HTTP/1.1\r\n\r\n", b"", False),
        (head()[:-2], b"", False),
        (b"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", b"", False),
    ],
)
def test_whether_a_request_ends_where_we_think(sent: bytes, body: bytes, *, certain: bool) -> None:
    assert leaves_no_doubt(sent, body) is certain
