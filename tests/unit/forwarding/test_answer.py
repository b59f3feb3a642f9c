import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_head
from webhook_inspector.core.delivery import Response
from webhook_inspector.core.headers import parse_fields, values
from webhook_inspector.forwarding.answer import handed_through, is_answer

POST, HEAD = make_head(), make_head("HEAD")
NOW = 784_111_777
DATE = b"Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"


def through(head: bytes, body: bytes = b"", request: bytes = POST, *, status: int = 200, close: bool = False) -> bytes:
    return handed_through(Response(status, head, body, len(body)), request, close=close, now=NOW)


def test_headers_keep_their_order_case_and_duplicates() -> None:
    head = (
        b"HTTP/1.1 201 Made it\r\nX-B: 2\r\nset-cookie: a=1\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n"
        b"Set-Cookie: b=2; Path=/\r\nDate: Tue, 24 Nov 2026 14:00:00 GMT\r\nx-a:1\r\n\r\n"
    )
    assert through(head, b"\x1f\x8b\x00", status=201) == (
        b"HTTP/1.1 201 Made it\r\nX-B: 2\r\nset-cookie: a=1\r\nContent-Encoding: gzip\r\nSet-Cookie: b=2; Path=/\r\n"
        b"Date: Tue, 24 Nov 2026 14:00:00 GMT\r\nx-a: 1\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x00"
    )


def test_what_belongs_to_the_other_connection_stays_there() -> None:
    head = (
        b"HTTP/1.0 200\r\nConnection: keep-alive, X-Own\r\nKeep-Alive: timeout=5\r\nX-Own: 1\r\nTransfer-Encoding: chunked\r\n"
        b"Trailer: X\r\nUpgrade: h2c\r\nProxy-Authenticate: Basic\r\nX-Kept: 1\r\n\r\n"
    )
    assert through(head, b"abc") == b"HTTP/1.1 200 \r\nX-Kept: 1\r\nContent-Length: 3\r\n" + DATE + b"\r\nabc"


@pytest.mark.parametrize("line", [b"Transfer-Encoding : chunked", b"Content-Length : 50", b"Content-Length\t: 50"])
def test_framing_that_hides_behind_a_blank_is_not_handed_on(line: bytes) -> None:
    got = through(b"HTTP/1.1 200 OK\r\n" + line + b"\r\nX-A : 1\r\n\r\n", b"abc")
    assert got == b"HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 3\r\n" + DATE + b"\r\nabc"


def test_a_value_is_one_line() -> None:
    got = through(b"HTTP/1.1 200 O\rK\r\nX-A: 1\rX-B: 2\r\nX-C: 3\r\n 4\r\n\r\n")
    assert got == b"HTTP/1.1 200 O K\r\nX-A: 1 X-B: 2\r\nX-C: 3 4\r\nContent-Length: 0\r\n" + DATE + b"\r\n"


@pytest.mark.parametrize("status", [204, 304])
def test_answers_without_a_body_have_no_length(status: int) -> None:
    head = b"HTTP/1.1 %d X\r\nETag: x\r\nContent-Length: 9\r\n\r\n" % status
    assert through(head, status=status) == b"HTTP/1.1 %d X\r\nETag: x\r\n" % status + DATE + b"\r\n"


@pytest.mark.parametrize(
    ("told", "length"),
    [
        (b"Content-Length: 120\r\n", b"Content-Length: 120\r\n"),
        (b"Content-Length: 1\r\nContent-Length: 2\r\n", b""),
        (b"Content-Length: -1\r\n", b""),
        (b"Transfer-Encoding: chunked\r\n", b""),
    ],
)
def test_the_answer_to_a_head_tells_the_length_that_its_target_told(told: bytes, length: bytes) -> None:
    got = through(b"HTTP/1.1 200 OK\r\n" + told + b"\r\n", request=HEAD)
    assert got == b"HTTP/1.1 200 OK\r\n" + length + DATE + b"\r\n"


def test_the_connection_of_the_sender_is_its_own() -> None:
    head, old = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", make_head(version="HTTP/1.0")
    assert values(parse_fields(through(head)), b"connection") == []
    assert values(parse_fields(through(head, close=True)), b"connection") == [b"close"]
    assert values(parse_fields(through(head, request=old)), b"connection") == [b"keep-alive"]
    assert values(parse_fields(through(head, request=old, close=True)), b"connection") == [b"close"]


def test_nobody_switches_protocols() -> None:
    assert not is_answer(Response(101, b""))
    assert is_answer(Response(200, b""))
    assert is_answer(Response(599, b""))


@given(st.binary(), st.binary(), st.sampled_from([200, 204, 304, 500]), st.sampled_from([POST, HEAD]))
def test_whatever_comes_one_answer_goes_out(block: bytes, body: bytes, status: int, request: bytes) -> None:
    got = through(b"HTTP/1.1 200 OK\r\n" + block, body, request, status=status)
    head, mark, sent = got.partition(b"\r\n\r\n")
    assert mark
    assert b"\r" not in head.replace(b"\r\n", b"")
    lengths = values(parse_fields(head), b"content-length")
    assert values(parse_fields(head), b"transfer-encoding") == []
    if request == HEAD or status in {204, 304}:
        assert sent == b""
    else:
        assert sent == body
        assert lengths == [b"%d" % len(body)]
