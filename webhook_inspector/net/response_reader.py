"""Reads one response off the wire: its head as raw bytes, the beginning of its body, and how much came in all."""

import re
from dataclasses import dataclass
from enum import Enum

from webhook_inspector.core.delivery import Response
from webhook_inspector.core.headers import Fields, parse_fields, values
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show

HEAD_LIMIT = 256 * 2**10
_LINE_LIMIT = 4096
"""Bytes of a line between chunks, extensions included."""

_STATUS_LINE = re.compile(rb"HTTP/(\d\.\d) ([1-9]\d\d)(?:[ \t][^\r\n]*)?\r?\n")
_HEAD_END = re.compile(rb"\n\r?\n")
_FIELD = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+[ \t]*:[^\x00]*|[ \t][^\x00]*")
_CHUNK_LINE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\n]*)?\r?\n")
_DIGITS = re.compile(rb"[0-9]{1,18}")
_TLS_ALERT = b"\x15\x03"


class Part(Enum):
    """What comes next."""

    HEAD = "head"
    BODY = "body"
    """As many bytes as are left of an announced length."""
    CHUNK_LINE = "chunk line"
    CHUNK = "chunk"
    CHUNK_END = "chunk end"
    TRAILERS = "trailers"
    TO_CLOSE = "to close"
    """All that comes until the other side closes."""
    END = "end"


@dataclass(frozen=True, slots=True)
class Keep:
    """How much of a body: its first `most` bytes are kept, and after `limit` no more is read."""

    most: int = 2**20
    limit: int = 64 * 2**20


class ResponseReader:
    """Fed with what comes, until it is `ended`. Lenient where the meaning is clear: bare line feeds, no reason phrase."""

    def __init__(self, method: bytes, origin: str, keep: Keep) -> None:
        self.begun = False
        """Whether any byte has come."""
        self.problem: Problem | None = None
        """Why there is no whole response."""
        self.part = Part.HEAD
        self._method = method
        self._origin = origin
        self._keep = keep
        self._buffer = bytearray()
        self._head = b""
        self._status = 0
        self._body = bytearray()
        self._size = 0
        self._announced = 0
        self._left = 0
        """Bytes still to come of the body or of the chunk."""
        self._keeps_alive = False
        self._steps = {
            Part.HEAD: self._take_head,
            Part.BODY: self._take_body,
            Part.CHUNK_LINE: self._take_chunk_line,
            Part.CHUNK: self._take_body,
            Part.CHUNK_END: self._take_chunk_end,
            Part.TRAILERS: self._take_trailers,
            Part.TO_CLOSE: self._take_all,
        }

    @property
    def ended(self) -> bool:
        return self.part is Part.END

    @property
    def reusable(self) -> bool:
        """Whether another request may follow on this connection: the end is certain, and nothing came after it."""
        return self.ended and self.problem is None and self._keeps_alive and not self._buffer

    def response(self) -> Response | None:
        """What came; None before the head was whole. Where there is a problem as well, the body is not whole."""
        if not self._head:
            return None
        return Response(self._status, self._head, bytes(self._body), self._size)

    def feed(self, piece: bytes) -> None:
        if not piece or self.ended:
            return
        self.begun = True
        self._buffer += piece
        while not self.ended and self._step():
            pass

    def hung_up(self, fault: Problem | None = None) -> None:
        """The other side closed the connection: the end of some responses, too early for others. `fault` where it broke off."""
        if self.ended:
            return
        if self.part is Part.HEAD:
            if self._buffer:
                self._stop("sending-closed-in-head", received=len(self._buffer))
            elif fault is None:
                self._stop("sending-closed")
            else:
                self.problem, self.part = fault, Part.END
        elif self.part is Part.BODY:
            self._stop("sending-cut", received=self._size, announced=self._announced)
        elif self.part is Part.TO_CLOSE and fault is None:
            self.part = Part.END
        elif self.part is Part.TO_CLOSE:
            self._stop("sending-broken-off", received=self._size)
        else:
            self._stop("sending-cut-chunks", received=self._size)

    def _step(self) -> bool:
        """Takes something from the front of the buffer; False where more must come first."""
        return self._steps[self.part]()

    def _take_head(self) -> bool:
        while self._buffer.startswith((b"\r", b"\n")):  # left over from an earlier answer of a careless server
            del self._buffer[:1]
        if not self._may_be_http():
            return False
        end = _HEAD_END.search(self._buffer, 0, HEAD_LIMIT)
        if end is None:
            if len(self._buffer) >= HEAD_LIMIT:
                self._stop("sending-head-too-long", limit=HEAD_LIMIT)
            return False
        head = bytes(self._buffer[: end.end()])
        del self._buffer[: end.end()]
        line = _STATUS_LINE.match(head)
        if line is None:
            self._stop("sending-not-http", start=show(head[:40]))
            return False
        wrong = _wrong_line(head, line.end())
        if wrong:
            self._stop("sending-head-line", line=wrong)
            return False
        status = int(line[2])
        if 100 <= status < 200 and status != 101:  # an interim response: the real one follows
            return True
        self._head, self._status = head, status
        self._frame(parse_fields(head[line.end() :]), line[1])
        return True

    def _may_be_http(self) -> bool:
        start = bytes(self._buffer[:5])
        if b"HTTP/".startswith(start):
            return True
        if start.startswith(_TLS_ALERT):
            self._stop("sending-speaks-tls")
        else:
            self._stop("sending-not-http", start=show(bytes(self._buffer[:40])))
        return False

    def _frame(self, fields: Fields, version: bytes) -> None:
        """Where the body ends (RFC 9112 section 6.3)."""
        codings = b",".join(values(fields, b"transfer-encoding")).lower().split(b",")
        lengths = {length.strip() for value in values(fields, b"content-length") for length in value.split(b",")}
        options = {option.strip() for value in values(fields, b"connection") for option in value.lower().split(b",")}
        self._keeps_alive = b"close" not in options and (version == b"1.1" or b"keep-alive" in options)
        if self._status in {101, 204, 304} or self._method in {b"HEAD", b"CONNECT"}:
            self._keeps_alive = self._keeps_alive and self._status != 101 and self._method != b"CONNECT"
            self.part = Part.END
        elif codings != [b""]:
            self._keeps_alive = self._keeps_alive and not lengths and version == b"1.1"
            self.part = Part.CHUNK_LINE if codings[-1].strip() == b"chunked" else Part.TO_CLOSE
        elif lengths:
            self._frame_by_length(lengths)
        else:
            self.part = Part.TO_CLOSE
        self._keeps_alive = self._keeps_alive and self.part is not Part.TO_CLOSE

    def _frame_by_length(self, lengths: set[bytes]) -> None:
        """The same length twice is one length; two lengths are none."""
        length = min(lengths)
        if len(lengths) > 1 or _DIGITS.fullmatch(length) is None:
            self._stop("sending-length", value=show(b", ".join(sorted(lengths))[:100]))
            return
        self._announced = self._left = int(length)
        self.part = Part.BODY if self._left else Part.END

    def _take_body(self) -> bool:
        take = min(self._left, len(self._buffer))
        self._left -= self._take(take)
        if self._left == 0 and not self.ended:
            self.part = Part.END if self.part is Part.BODY else Part.CHUNK_END
        return take > 0

    def _take_all(self) -> bool:
        return self._take(len(self._buffer)) > 0

    def _take(self, most: int) -> int:
        """Moves bytes from the buffer to the body; those over what is kept are only counted."""
        room = self._keep.most - len(self._body)
        if room > 0:
            self._body += memoryview(self._buffer)[: min(room, most)]
        del self._buffer[:most]
        self._size += most
        if self._size > self._keep.limit:
            self._stop("sending-body-too-long", limit=self._keep.limit)
        return most

    def _take_chunk_line(self) -> bool:
        line = self._line()
        if line is None:
            return False
        size = _CHUNK_LINE.fullmatch(line)
        if size is None:
            self._stop("sending-chunk", received=self._size)
            return False
        self._left = int(size[1], 16)
        self.part = Part.CHUNK if self._left else Part.TRAILERS
        return True

    def _take_chunk_end(self) -> bool:
        line = self._line()
        if line is not None and line not in (b"\r\n", b"\n"):
            self._stop("sending-chunk", received=self._size)
        elif line is not None:
            self.part = Part.CHUNK_LINE
        return line is not None

    def _take_trailers(self) -> bool:
        """Read over, up to their empty line."""
        line = self._line()
        if line in (b"\r\n", b"\n"):
            self.part = Part.END
        return line is not None

    def _line(self) -> bytes | None:
        """The next line with its end; None where it is not whole yet, or too long, which is a problem."""
        end = self._buffer.find(b"\n", 0, _LINE_LIMIT)
        if end < 0:
            if len(self._buffer) >= _LINE_LIMIT:
                self._stop("sending-chunk", received=self._size)
            return None
        line = bytes(self._buffer[: end + 1])
        del self._buffer[: end + 1]
        return line

    def _stop(self, code: str, **particulars: str | int) -> None:
        self.problem = Problem.of(code, origin=self._origin, **particulars)
        self.part = Part.END


def _wrong_line(head: bytes, start: int) -> int:
    """The number of the first line that is no header, counted from the status line, which is 1; 0 where all are."""
    for number, line in enumerate(head[start:].split(b"\n")[:-2], 2):
        if _FIELD.fullmatch(line) is None:
            return number
    return 0
