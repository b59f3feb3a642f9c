import io

import pytest

from webhook_inspector.core.capture import Record, State
from webhook_inspector.formats import http_by_hand
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.http_by_hand import read_by_hand
from webhook_inspector.formats.lines import Lines


def one(content: bytes) -> tuple[Record, Lines]:
    lines = Lines(io.BytesIO(content))
    return read_by_hand(lines, lines.take(), 7), lines


@pytest.mark.parametrize(
    ("content", "head", "body"),
    [
        (b"GET http://a/b", b"GET /b HTTP/1.1\r\nHost: a\r\n\r\n", b""),
        (b"http://a/b\n", b"GET /b HTTP/1.1\r\nHost: a\r\n\r\n", b""),
        (b"POST /b HTTP/1.0\r\nHost: a\r\n\r\n\r\n", b"POST /b HTTP/1.0\r\nHost: a\r\n\r\n", b""),
        (
            b"POST  http://a/b  HTTP/1.1 \nX: 1\n# no header\n// nor this\nx:2\n\none\r\n\ntwo\n\n\n### next\n",
            b"POST /b HTTP/1.1\r\nHost: a\r\nX: 1\r\nx: 2\r\nContent-Length: 9\r\n\r\n",
            b"one\r\n\ntwo",
        ),
        (
            b"POST http://{{host}}/b\n\n{{x}}",
            b"POST /b HTTP/1.1\r\nHost: {{host}}\r\nContent-Length: 5\r\n\r\n",
            b"{{x}}",
        ),
        (b"POST http://a/b\nX: 1\n### next", b"POST /b HTTP/1.1\r\nHost: a\r\nX: 1\r\n\r\n", b""),
        (b"POST http://a/b\n\n\xff\x00\n", b"POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n", b"\xff\x00"),
        (b"POST http://a/b\n\n<a/>\n", b"POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n", b"<a/>"),
    ],
)
def test_layouts(content: bytes, head: bytes, body: bytes) -> None:
    record, _ = one(content)
    assert record.capture.head == head
    assert record.capture.body == body


def test_defaults() -> None:
    record, _ = one(b"POST https://a/b\n\nhi")
    capture = record.capture
    assert (capture.received_ns, capture.scheme, capture.peer, capture.body_size) == (7, "https", "", 2)
    assert (capture.state, capture.problem, record.status, record.reply) == (State.COMPLETE, None, 0, b"")


@pytest.mark.parametrize(
    "content", [b"GET http://a/\n\nx\n### next\n", b"GET http://a/\nX: 1\n### next\n", b"GET http://a/\n### next\n"]
)
def test_the_next_section_is_left(content: bytes) -> None:
    _, lines = one(content)
    assert lines.take() == b"### next\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a b c d", "its first line is not METHOD URL"),
        (b"hello", "“hello” is no http address"),
        (b"GET {{base}}/x", "“{{base}}/x” is no http address"),
        (b"\xff", "not UTF-8 text"),
        (b"GET /\nX: \xff\n", "not UTF-8 text"),
        (b"GET /\nhello\n", "a line among its headers has no colon: “hello”"),
        (b"GET /\nX Y: 1\n", "“X Y” is no header name"),
        (b"GET /\nX: 1\r2\n", "the header X holds a line break or another control character"),
        (b"GET /\n\n< ./body.json\n", "its body is in another file, which is not read"),
        (b"GET /\n\n<@ /etc/passwd", "its body is in another file, which is not read"),
    ],
)
def test_what_does_not_fit(content: bytes, reason: str) -> None:
    with pytest.raises(MisfitError) as raised:
        one(content)
    assert str(raised.value) == reason


def test_a_body_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_by_hand, "RAW_LIMIT", 4)
    assert one(b"GET /\n\na\nb\n")[0].capture.body == b"a\nb"
    with pytest.raises(MisfitError, match="more than 4 bytes"):
        one(b"GET /\n\na\nb\nc")
