"""One request and its reply: the bytes of the reply, and its place in the order of its connection."""

import time
from collections.abc import Callable
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus

from webhook_inspector.core.capture import Capture, Reply
from webhook_inspector.net.head import RequestHead

_FRAMING = {b"content-length", b"transfer-encoding", b"connection", b"date"}


class Exchange:
    """A capture that waits for its reply. `answer` must be called exactly once, on the loop's thread."""

    __slots__ = ("_flush", "_keep_alive", "_method", "_version", "capture", "close", "gone", "refused", "reply", "size")

    def __init__(
        self,
        capture: Capture,
        *,
        request: RequestHead | None,
        refused: int | None,
        gone: bool,
        flush: Callable[["Exchange"], None],
    ) -> None:
        self.capture = capture
        self.refused = refused
        """The status that must be answered because the request was not taken, or None."""
        self.gone = gone
        """Whether the sender has left, so that no reply can reach it."""
        self._method = request.method if request else b""
        self._version = request.version if request else b"1.1"
        self._keep_alive = request is not None and request.keep_alive and refused is None
        self.size = len(capture.body)
        """Bytes that it holds of the listener's memory until it is answered."""
        self.close = not self._keep_alive
        self.reply: bytes | None = None
        """The bytes to send, once they are known."""
        self._flush = flush

    def render(self, reply: Reply) -> bytes:
        """The reply as it will go out: status line, headers, body. HEAD, 1xx, 204 and 304 get no body (RFC 9110)."""
        keep_alive = self._keep_alive and not reply.close
        if not reply.fields and not reply.body and self._method != b"HEAD" and 200 <= reply.status != 204:
            return _plain(reply.status, keep_alive, self._version, int(time.time()))
        lines = [_status_line(reply.status)]
        lines += [name + b": " + value for name, value in reply.fields if name.lower() not in _FRAMING]
        bodiless = reply.status < 200 or reply.status in (204, 304)
        if not bodiless:
            lines.append(b"Content-Length: %d" % len(reply.body))
        lines += _closing(keep_alive, self._version, int(time.time()))
        body = b"" if bodiless or self._method == b"HEAD" else reply.body
        return b"\r\n".join([*lines, b"", body])

    def answer(self, sent: bytes, *, close: bool) -> None:
        """Hands over the bytes; they go out when every earlier request of the connection has its reply."""
        self.reply = sent
        self.close = self.close or close
        self._flush(self)


def _status_line(status: int) -> bytes:
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = ""
    return f"HTTP/1.1 {status} {phrase}".encode("ascii")


@lru_cache(16)
def _plain(status: int, keep_alive: bool, version: bytes, second: int) -> bytes:  # noqa: FBT001 (a cache key)
    lines = [_status_line(status), b"Content-Length: 0", *_closing(keep_alive, version, second), b"", b""]
    return b"\r\n".join(lines)


def _closing(keep_alive: bool, version: bytes, second: int) -> list[bytes]:  # noqa: FBT001 (private)
    lines = [b"Date: " + formatdate(second, usegmt=True).encode("ascii")]
    if not keep_alive:
        lines.append(b"Connection: close")
    elif version == b"1.0":
        lines.append(b"Connection: keep-alive")
    return lines
