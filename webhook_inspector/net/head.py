"""Judges a request head, strictly: what is ambiguous is refused, never guessed (RFC 9112; request smuggling lives on guesses)."""

import re
from dataclasses import dataclass

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show
from webhook_inspector.net.limits import Limits

_TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
# Any byte but controls and the blank: bytes beyond ASCII are kept as they come.
_REQUEST_LINE = re.compile(rb"(" + _TOKEN + rb") ([^\x00-\x20\x7f]+) HTTP/(\d\.\d)\r\n")
_VALUE = rb"[^\x00-\x08\x0a-\x1f\x7f]*"
_BLOCK = re.compile(rb"(?:" + _TOKEN + rb":" + _VALUE + rb"\r\n)*")
_LINE = re.compile(_TOKEN + rb":" + _VALUE)
_NAME = re.compile(_TOKEN + rb":")
_FRAMING = re.compile(rb"(?im)^(host|content-length|transfer-encoding|connection|expect):[ \t]*([^\r]*?)[ \t]*\r$")
_DIGITS = re.compile(rb"[0-9]{1,18}")
_BARE_END = re.compile(rb"[^\r]\n\r?\n|^[^\n]*[^\r\n]\n")
"""A head that ends, or whose first line ends, in line feeds alone would never end for us."""
_HTTP2_PREFACE = b"PRI * HTTP/2.0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class RequestHead:
    """A head that can be trusted: it says without doubt where the body ends."""

    method: bytes
    version: bytes
    """`1.0` or `1.1`."""
    length: int | None
    """Bytes of the body, or None where it comes in chunks."""
    keep_alive: bool
    expects_continue: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request cannot be taken, and the status that says so to its sender."""

    status: int
    problem: Problem


def refuse(status: int, code: str, **particulars: str | int) -> Refusal:
    return Refusal(status, Problem.of(code, **particulars))


def judge_start(start: bytes | bytearray) -> Refusal | None:
    """A first look at bytes whose head is not complete yet: what can never become a request is refused at once."""
    if start[:2] == b"\x16\x03":
        return refuse(400, "tls-on-plain-port")
    if re.match(_TOKEN, start) is None:
        return refuse(400, "not-http")
    bare = _BARE_END.search(start)
    if bare is not None:
        return refuse(400, "bare-line-feed", line=start.count(b"\n", 0, bare.start()) + 1)
    return None


def judge_size(start: bytes | bytearray, limits: Limits) -> Refusal | None:
    """Whether a head, complete or not, is already too long."""
    line_end = start.find(b"\n")
    line_length = line_end + 1 if line_end >= 0 else len(start)
    if line_length > limits.request_line:
        return refuse(414, "request-line-too-long", limit=limits.request_line)
    if len(start) - line_length > limits.headers:
        return refuse(431, "headers-too-long", limit=limits.headers)
    return None


def judge(head: bytes, limits: Limits) -> RequestHead | Refusal:
    """A complete head, with the empty line that ends it, as a request to take or to refuse."""
    if head == _HTTP2_PREFACE:
        return refuse(400, "http2-preface")
    line = _REQUEST_LINE.match(head)
    if line is None:
        return _wrong_request_line(head)
    method, _, version = line.groups()
    if version not in (b"1.0", b"1.1"):
        return refuse(505, "http-version", version="HTTP/" + version.decode("ascii"))
    block_end = len(head) - 2
    if _BLOCK.fullmatch(head, line.end(), block_end) is None:
        return _wrong_header(head[line.end() : block_end])
    if head.count(b"\n", line.end(), block_end) > limits.header_count:
        return refuse(431, "headers-too-many", limit=limits.header_count)
    return _framed(method, version, head, line.end() - 2)


def valid_trailers(block: bytes) -> bool:
    """Whether the block after the last chunk, with its empty line, is well formed."""
    return _BLOCK.fullmatch(block, 0, len(block) - 2) is not None


def _framed(method: bytes, version: bytes, head: bytes, start: int) -> RequestHead | Refusal:
    found: dict[bytes, list[bytes]] = {}
    for name, value in _FRAMING.findall(head, start):
        found.setdefault(name.lower(), []).append(value)
    hosts = found.get(b"host", [])
    if len(hosts) > 1:
        return refuse(400, "host-twice")
    if not hosts and version == b"1.1":
        return refuse(400, "host-missing")
    length = _length(version, found.get(b"content-length", []), found.get(b"transfer-encoding", []))
    if isinstance(length, Refusal):
        return length
    expectation = b",".join(found.get(b"expect", [])).lower()
    if expectation not in (b"", b"100-continue"):
        return refuse(417, "expectation", value=show(expectation))
    keep_alive = _keeps_alive(version, found.get(b"connection", []))
    return RequestHead(method, version, length, keep_alive, bool(expectation) and version == b"1.1")


def _keeps_alive(version: bytes, connection: list[bytes]) -> bool:
    """Whether the sender lets the connection stay open (RFC 9112 section 9.3)."""
    if not connection:
        return version == b"1.1"
    options = {option.strip() for option in b",".join(connection).lower().split(b",")}
    return b"close" not in options and (version == b"1.1" or b"keep-alive" in options)


def _length(version: bytes, lengths: list[bytes], codings: list[bytes]) -> int | Refusal | None:
    """The length of the body (RFC 9112 section 6.3), None for chunks, or why it is in doubt."""
    if codings:
        if lengths:
            return refuse(400, "both-framings")
        coding = b", ".join(codings)
        if coding.lower() != b"chunked" or version == b"1.0":
            return refuse(400, "transfer-encoding", value=show(coding))
        return None
    if len(lengths) > 1:
        return refuse(400, "content-length-twice")
    if not lengths:
        return 0
    if _DIGITS.fullmatch(lengths[0]) is None:
        return refuse(400, "content-length", value=show(lengths[0][:100]))
    return int(lengths[0])


def _wrong_request_line(head: bytes) -> Refusal:
    line = head.partition(b"\n")[0]
    if not line.endswith(b"\r"):
        return refuse(400, "bare-line-feed", line=1)
    return refuse(400, "request-line")


def _wrong_header(block: bytes) -> Refusal:
    """Which line of a block that is not well formed is at fault. The request line is line 1."""
    for number, line in enumerate(block.split(b"\n")[:-1], 2):
        if not line.endswith(b"\r"):
            return refuse(400, "bare-line-feed", line=number)
        text = line[:-1]
        if text[:1] in (b" ", b"\t"):
            return refuse(400, "folded-header", line=number)
        if _NAME.match(text) is None:
            return refuse(400, "header-name", line=number)
        if _LINE.fullmatch(text) is None:
            return refuse(400, "header-value", line=number)
    return refuse(400, "not-http")
