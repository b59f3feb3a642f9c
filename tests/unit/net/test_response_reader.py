from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.problem import Problem
from webhook_inspector.net.response_reader import HEAD_LIMIT, Keep, Part, ResponseReader

ORIGIN = "http://localhost:3000"
KEEP = Keep()


def read(raw: bytes, *, method: bytes = b"POST", close: bool = False, keep: Keep = KEEP) -> ResponseReader:
    reader = ResponseReader(method, ORIGIN, keep)
    reader.feed(raw)
    if close:
        reader.hung_up()
    return reader


def body_of(reader: ResponseReader) -> bytes:
    response = reader.response()
    assert response is not None
    return response.body


def code_of(reader: ResponseReader) -> str:
    assert reader.problem is not None
    return reader.problem.code


def test_the_head_is_kept_as_it_came() -> None:
    head = (
        b"HTTP/1.1  200 fine\r\n".replace(b"  ", b" ") + b"x-A:  1 \r\nX-a:2\r\nx-a: \xff\r\nContent-Length: 3\r\n\r\n"
    )
    reader = read(head + b"abc")
    response = reader.response()
    assert response is not None
    assert (response.status, response.head, response.body, response.body_size) == (200, head, b"abc", 3)
    assert reader.ended
    assert reader.reusable


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("raw", "body", "reusable"),
    [
        (b"HTTP/1.1 204 No Content\r\n\r\n", b"", True),
        (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 100\r\n\r\n", b"", True),
        (b"HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", b"", True),
        (b"HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", b"hi", True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: Close\r\n\r\nhi", b"hi", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\nContent-Length: 2\r\n\r\nhi", b"hi", True),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi", b"hi", False),
        (b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi", b"hi", True),
        (CHUNKED + b"2\r\nhi\r\n3;x=y\r\nyou\r\n0\r\n\r\n", b"hiyou", True),
        (CHUNKED + b"2 \nhi\n0\nTrailer: 1\n\n", b"hi", True),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n1\r\n\x1f\r\n0\r\n\r\n", b"\x1f", True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", b"a", False),
        (
            b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 1\r\n\r\nx",
            b"x",
            True,
        ),
        (b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", b"", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi!", b"hi", False),
        (b"\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", b"hi", True),
        (b"HTTP/1.1 200 OK\r\nX-Folded: a\r\n b\r\nContent-Length: 1\r\n\r\nx", b"x", True),
    ],
)
def test_where_a_response_ends(raw: bytes, body: bytes, *, reusable: bool) -> None:
    reader = read(raw)
    assert (reader.problem, reader.ended) == (None, True)
    assert body_of(reader) == body
    assert reader.reusable is reusable


@pytest.mark.parametrize("coding", [b"", b"Transfer-Encoding: gzip\r\n"])
def test_without_a_length_it_ends_when_the_connection_does(coding: bytes) -> None:
    reader = read(b"HTTP/1.1 200 OK\r\n" + coding + b"\r\nall of it")
    assert not reader.ended
    reader.hung_up()
    assert (reader.problem, reader.ended, reader.reusable) == (None, True, False)
    assert body_of(reader) == b"all of it"


def test_where_such_a_connection_breaks_off_it_has_no_end() -> None:
    reader = read(b"HTTP/1.1 200 OK\r\n\r\nall of")
    reader.hung_up(Problem.of("sending-reset", origin=ORIGIN, reason="gone"))
    assert code_of(reader) == "sending-broken-off"
    assert body_of(reader) == b"all of"


@pytest.mark.parametrize("method", [b"HEAD", b"CONNECT"])
def test_some_methods_have_no_body_in_their_answer(method: bytes) -> None:
    reader = read(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", method=method)
    assert (reader.problem, reader.ended, reader.reusable) == (None, True, method == b"HEAD")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"SSH-2.0-OpenSSH_9\r\n", "sending-not-http"),
        (b"HTTP/2 200\r\n\r\n", "sending-not-http"),
        (b"HTTP/1.1 020 x\r\n\r\n", "sending-not-http"),
        (b"\x15\x03\x01\x00\x02\x02\x46", "sending-speaks-tls"),
        (b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n", "sending-head-line"),
        (b"HTTP/1.1 200 OK\r\nx: \x00\r\n\r\n", "sending-head-line"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "sending-length"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", "sending-length"),
        (CHUNKED + b"xyz\r\n", "sending-chunk"),
        (CHUNKED + b"1\r\nab\r\n", "sending-chunk"),
        (CHUNKED + b"1" * 5000, "sending-chunk"),
        (CHUNKED + b"f" * 30 + b"\r\n", "sending-chunk"),
        (b"HTTP/1.1 200 OK\r\nx: " + b"y" * HEAD_LIMIT, "sending-head-too-long"),
    ],
)
def test_what_is_no_response(raw: bytes, code: str) -> None:
    reader = read(raw)
    assert code_of(reader) == code
    assert reader.ended
    assert not reader.reusable


@pytest.mark.parametrize(
    ("raw", "code", "received"),
    [
        (b"", "sending-closed", None),
        (b"HTTP/1.1 200", "sending-closed-in-head", 12),
        (b"HTTP/1.1 100 Continue\r\n\r\n", "sending-closed", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi", "sending-cut", 2),
        (CHUNKED + b"5\r\nhi", "sending-cut-chunks", 2),
        (CHUNKED + b"2\r\nhi\r\n0\r\n", "sending-cut-chunks", 2),
    ],
)
def test_what_ends_too_early(raw: bytes, code: str, received: int | None) -> None:
    reader = read(raw, close=True)
    assert code_of(reader) == code
    assert reader.problem
    assert dict(reader.problem.particulars).get("received") == received


def test_only_the_beginning_of_a_body_is_kept() -> None:
    reader = read(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n123456789", keep=Keep(most=4, limit=9))
    response = reader.response()
    assert response is not None
    assert (response.body, response.body_size, reader.problem) == (b"1234", 9, None)


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n", CHUNKED + b"fff\r\n"]
)
def test_an_endless_body_is_left(head: bytes) -> None:
    reader = read(head + b"x" * 11, keep=Keep(most=4, limit=10))
    assert code_of(reader) == "sending-body-too-long"
    assert (reader.ended, body_of(reader)) == (True, b"xxxx")


bodies = st.binary(max_size=40)


@st.composite
def responses(draw: st.DrawFn) -> bytes:
    parts = draw(st.lists(bodies, max_size=4))
    head = b"HTTP/1.1 %d x\r\nx: %d\r\n" % (draw(st.integers(200, 203)), draw(st.integers(0, 9)))
    if draw(st.booleans()):
        chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts if part)
        return head + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"
    whole = b"".join(parts)
    return head + b"Content-Length: %d\r\n\r\n" % len(whole) + whole


@given(responses(), st.lists(st.integers(0, 300), max_size=8))
def test_pieces_make_no_difference(raw: bytes, cuts: list[int]) -> None:
    whole = read(raw)
    assert (whole.problem, whole.ended) == (None, True)
    reader = ResponseReader(b"POST", ORIGIN, Keep())
    for start, end in pairwise([0, *sorted(min(cut, len(raw)) for cut in cuts), len(raw)]):
        reader.feed(raw[start:end])
    assert (reader.response(), reader.problem, reader.reusable) == (whole.response(), None, True)


@given(
    st.one_of(
        st.binary(max_size=200),
        st.binary(max_size=80).map(CHUNKED.__add__),
        st.binary(max_size=80).map(b"HTTP/1.1 200 OK\r\n".__add__),
        st.binary(max_size=80).map(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n".__add__),
    ),
    st.binary(max_size=5),
)
def test_junk_never_raises_and_always_ends(raw: bytes, more: bytes) -> None:
    reader = read(raw)
    reader.feed(more)
    reader.hung_up()
    assert reader.part is Part.END
    assert reader.begun is bool(raw or more)
    assert reader.response() is not None or reader.problem is not None
