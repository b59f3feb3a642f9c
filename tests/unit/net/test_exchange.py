import pytest

from tests.makers import make_capture
from webhook_inspector.core.capture import Reply
from webhook_inspector.net.exchange import Exchange
from webhook_inspector.net.head import RequestHead


def exchange(method: bytes = b"POST", version: bytes = b"1.1", keep_alive: bool = True) -> Exchange:
    request = RequestHead(method, version, 0, keep_alive, expects_continue=False)
    return Exchange(make_capture(), request=request, refused=None, gone=False, flush=lambda _: None)


def parts(sent: bytes) -> tuple[bytes, dict[bytes, bytes], bytes]:
    head, _, body = sent.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    fields = dict(line.split(b": ", 1) for line in lines)
    assert b"Date" in fields
    return first, fields, body


def test_the_default_reply() -> None:
    first, fields, body = parts(exchange().render(Reply()))
    assert (first, fields[b"Content-Length"], body) == (b"HTTP/1.1 200 OK", b"0", b"")
    assert b"Connection" not in fields


def test_a_body_gets_its_length_and_framing_headers_cannot_be_forged() -> None:
    reply = Reply(
        201, fields=((b"X-A", b"1"), (b"content-length", b"99"), (b"Transfer-Encoding", b"chunked")), body=b"hi"
    )
    first, fields, body = parts(exchange().render(reply))
    assert (first, body) == (b"HTTP/1.1 201 Created", b"hi")
    assert fields[b"Content-Length"] == b"2"
    assert fields[b"X-A"] == b"1"
    assert b"Transfer-Encoding" not in fields


@pytest.mark.parametrize("status", [204, 304])
def test_some_statuses_have_no_body(status: int) -> None:
    _, fields, body = parts(exchange().render(Reply(status, body=b"hi")))
    assert body == b""
    assert b"Content-Length" not in fields


def test_head_has_the_length_but_not_the_body() -> None:
    _, fields, body = parts(exchange(method=b"HEAD").render(Reply(body=b"hello")))
    assert (fields[b"Content-Length"], body) == (b"5", b"")


def test_connection_header() -> None:
    assert parts(exchange(keep_alive=False).render(Reply()))[1][b"Connection"] == b"close"
    assert parts(exchange().render(Reply(close=True)))[1][b"Connection"] == b"close"
    assert parts(exchange(version=b"1.0").render(Reply()))[1][b"Connection"] == b"keep-alive"


def test_a_status_without_a_name() -> None:
    assert parts(exchange().render(Reply(599)))[0] == b"HTTP/1.1 599 "
