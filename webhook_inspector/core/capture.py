"""One received request, exactly as it came, and what we answered."""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from webhook_inspector.core.delivery import NO_DELIVERIES, Deliveries
from webhook_inspector.core.headers import Fields, first, parse_fields
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.marks import NO_MARKS, Marks
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show


class State(StrEnum):
    """How much of the request there is."""

    COMPLETE = "complete"
    CUT = "cut"
    """The body was over the limit: its first part is kept, the sender got 413."""
    INCOMPLETE = "incomplete"
    """The sender stopped in the middle of the body."""
    REFUSED = "refused"
    """Not a request that can be understood; `head` holds the bytes that came."""


@dataclass(frozen=True, slots=True)
class Head:
    """A request line and its header fields, read from the bytes of `Capture.head`."""

    method: str
    target: bytes
    """As on the wire: percent-encoding, `//`, absolute form and bytes beyond ASCII untouched."""
    version: str
    fields: Fields

    @classmethod
    def parse(cls, head: bytes) -> "Head":
        """Reads leniently, for showing; a refused request may lack any part."""
        line, _, block = head.partition(b"\n")
        method, target, version = split_request_line(line)
        return cls(show(method), target, show(version), parse_fields(block))


def split_request_line(line: bytes) -> tuple[bytes, bytes, bytes]:
    """Method, target and version of a request line; what is missing is empty."""
    method, _, rest = line.rstrip(b"\r\n").partition(b" ")
    target, _, version = rest.rpartition(b" ")
    return (method, target, version) if version.startswith(b"HTTP/") else (method, rest, b"")


@dataclass(frozen=True, slots=True)
class Capture:
    """One received request. Bytes are the truth; everything else is read from them."""

    received_ns: int
    """When the head was complete: UTC, nanoseconds since 1970."""
    peer: str
    """Address of the sender, `127.0.0.1:54321` or `[::1]:54321`."""
    scheme: str
    """`http` or `https`, as the listener spoke it."""
    head: bytes
    """Request line, header block and the empty line that ends them, byte for byte."""
    body: bytes
    """After the transfer coding (chunks) is taken off; a content coding (gzip, br …) is left on."""
    state: State = State.COMPLETE
    problem: Problem | None = None
    """Why `state` is not complete, or None."""
    body_size: int = 0
    """Bytes of the whole body: received, or announced where `state` is cut or incomplete."""
    trailers: bytes = b""
    """The trailer block of a chunked body, byte for byte."""

    def parsed(self) -> Head:
        return Head.parse(self.head)

    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Reply:
    """What we answer: status 100–999 and a body; framing headers are added where it is sent."""

    status: int = 200
    fields: Fields = ()
    body: bytes = b""
    close: bool = False
    """Whether the connection ends after it."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the history keeps of one capture: the request and the bytes of the reply as sent."""

    capture: Capture
    status: int
    """Of the reply; 0 where the sender had gone."""
    reply: bytes = b""
    """Status line, headers and body of the reply, byte for byte; empty where none was sent."""
    id: int = 0
    """Position in the history, from 1; 0 before it is stored."""
    judgement: Judgement | None = None
    """None: it is yet to be judged."""
    marks: Marks = NO_MARKS

    def with_id(self, number: int) -> "Record":
        return Record(self.capture, self.status, self.reply, number, self.judgement, self.marks)


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of one capture: no bytes of head or body, so that a thousand are cheap."""

    id: int
    received_ns: int
    endpoint: str
    method: str
    target: str
    """For showing and searching: bytes beyond UTF-8 written as `\\xNN`; the truth is in `Capture.head`."""
    content_type: str
    peer: str
    host: str
    status: int
    body_size: int
    state: State
    problem: Problem | None
    judgement: Judgement = NOT_JUDGED
    first: int = 0
    """The id of the first capture of the same delivery, which its sender tried before; 0 where this is the first."""
    tries: int = 1
    """Captures of its delivery when the row was read, where this is the first. They are counted up to `store.rows.TRIES`."""
    marks: Marks = NO_MARKS
    deliveries: Deliveries = NO_DELIVERIES
    """Of it, when the row was read, the first `store.rows.TRIES`."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list shows of a head."""

    endpoint: str
    method: str
    target: str
    content_type: str
    host: str


_SHOWN = re.compile(rb"(?im)^(host|content-type):[ \t]*([^\r\n]*?)[ \t]*\r?$")
_USUAL = 4096
"""Bytes of a head that may be remembered: in a flood, senders repeat their heads."""


def listed_of(head: bytes) -> Listed:
    """It runs several times for every capture, so it reads only the two headers that a list shows."""
    return _remembered(head) if len(head) <= _USUAL else _listed_of(head)


def _listed_of(head: bytes) -> Listed:
    line, _, block = head.partition(b"\n")
    method, target, _ = split_request_line(line)
    shown = show(target)
    fields = _SHOWN.findall(block)
    return Listed(
        endpoint=path_of(shown),
        method=show(method),
        target=shown,
        content_type=show(first(fields, b"content-type") or b""),
        host=show(first(fields, b"host") or b""),
    )


_remembered = lru_cache(maxsize=256)(_listed_of)


def row_of(record: Record) -> Row:
    """The list's view of a record."""
    capture = record.capture
    listed = listed_of(capture.head)
    return Row(
        id=record.id,
        received_ns=capture.received_ns,
        endpoint=listed.endpoint,
        method=listed.method,
        target=listed.target,
        content_type=listed.content_type,
        peer=capture.peer,
        host=listed.host,
        status=record.status,
        body_size=capture.body_size,
        state=capture.state,
        problem=capture.problem,
        judgement=record.judgement or NOT_JUDGED,
        marks=record.marks,
    )


def path_of_capture(capture: Capture) -> str:
    """The path that a capture was sent to, as `Row.endpoint` has it."""
    return listed_of(capture.head).endpoint


def path_of(target: str) -> str:
    """The path of a request target, without query and without scheme and authority: `/stripe`, `*`, `example.com:443`."""
    path = target.partition("?")[0].partition("#")[0]
    scheme, mark, rest = path.partition("://")
    if mark and scheme.isalpha():
        return "/" + rest.partition("/")[2]
    return path
