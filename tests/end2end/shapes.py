"""The shapes of requests that senders, proxies and attackers produce, each with what must become of it."""

import gzip
import zlib
from dataclasses import dataclass

import brotli

HOST = b"Host: inspector.test\r\n"


@dataclass(frozen=True, slots=True)
class Shape:
    """`pieces` are sent one after the other; the rest says what must come of it."""

    name: str
    pieces: tuple[bytes, ...]
    statuses: tuple[int, ...] = (200,)
    """Status of each answer, in order."""
    head: bytes | None = None
    """What must be kept as the head, byte for byte; None: it must not be kept as a request."""
    body: bytes = b""
    trailers: bytes = b""
    problem: str = ""
    """Begins the sentence of the row of a request that was not taken."""
    half_close: bool = True
    """Whether the sender says that it has sent everything."""


def keep(name: str, head: bytes, body: bytes = b"", wire: bytes | None = None, **more: object) -> Shape:
    """A request that must be kept; `wire` is the body as it is sent where that differs (chunks)."""
    return Shape(name, (head, body if wire is None else wire), head=head, body=body, **more)  # type: ignore[arg-type]


def refuse(name: str, sent: bytes, status: int, problem: str, **more: object) -> Shape:
    return Shape(name, (sent,), statuses=(status,), problem=problem, half_close=False, **more)  # type: ignore[arg-type]


def head(start: bytes, *lines: bytes, host: bytes = HOST) -> bytes:
    return start + b" HTTP/1.1\r\n" + host + b"".join(line + b"\r\n" for line in lines) + b"\r\n"


def sized(start: bytes, body: bytes, *lines: bytes) -> tuple[bytes, bytes]:
    return head(start, *lines, b"Content-Length: %d" % len(body)), body


def chunks(*pieces: bytes, extension: bytes = b"", trailers: bytes = b"") -> bytes:
    return b"".join(b"%x%s\r\n%s\r\n" % (len(p), extension, p) for p in pieces) + b"0\r\n" + trailers + b"\r\n"


CHUNKED = b"Transfer-Encoding: chunked"
JSON = b'{"id":"evt_1","type":"invoice.paid","amount":1.10,"amount":12345678901234567890.123}'

KEPT = (
    keep("duplicate headers in mixed case", head(b"GET /h1", b"X-A: 1", b"x-a: 2", b"X-a: 1", b"X-A:", b"x-A: 5")),
    keep("odd case", head(b"PoSt /h2", b"cOnTeNt-TyPe: TEXT/plain", b"content-length: 0")),
    keep("blanks around values", head(b"GET /h3", b"X-A:1", b"X-B:    2   ", b"X-C:\t3\t", b"X-D: a  b")),
    keep("empty values", head(b"GET /h4", b"X-A:", b"X-B: ", b"X-C:")),
    keep("a long header", head(b"GET /h5", b"X-Jwt: " + b"j" * 16_000)),
    keep("many headers", head(b"GET /h6", *[b"X-%d: %d" % (n, n) for n in range(150)])),
    keep("header values beyond ASCII", head(b"GET /h7", b"X-Latin: caf\xe9", "X-Utf: ação ✓".encode())),
    keep("underscores and odd names", head(b"GET /h8", b"X_Under: 1", b"!#$%&'*+-.^_`|~: 2")),
    keep("percent-encoded target", head(b"GET /t1%2F%00%ff%zz?a=%20&b=+&&c")),
    keep("double slashes and dots", head(b"GET //t2/../../etc/passwd//?x=//")),
    keep("asterisk", head(b"OPTIONS *", b"X-T: t3")),
    keep("absolute form", head(b"GET http://other.example:99/t4?x=http://y/")),
    keep("UTF-8 in the target", head("GET /t5/ação?ü=✓".encode())),
    keep("Latin-1 in the target", head(b"GET /t6/a\xe7\xe3o?\xff\xfe")),
    keep("a long target", head(b"GET /t7?" + b"x" * 16_000)),
    keep("question marks and fragments", head(b"GET /t8?a?b#c?d")),
    keep("HTTP/1.0 without Host", b"POST /v1 HTTP/1.0\r\nContent-Length: 3\r\n\r\n", b"old"),
    keep("an unknown method", head(b"FOO /m1")),
    keep("a lower-case method", head(b"post /m2")),
    keep("PURGE", head(b"PURGE /m3")),
    keep("TRACE is not echoed", head(b"TRACE /m4", b"X-Secret: do-not-echo")),
    keep("HEAD", head(b"HEAD /m5")),
    keep("CONNECT gets no tunnel", head(b"CONNECT m6.example:443"), statuses=(405,)),
    keep("no body", head(b"POST /b1")),
    keep("0 bytes", *sized(b"POST /b2", b"")),
    keep("JSON", *sized(b"POST /b3", JSON, b"Content-Type: application/json")),
    keep("NUL bytes", *sized(b"POST /b4", b"\0a\0\0b\0", b"Content-Type: text/plain")),
    keep("not UTF-8", *sized(b"POST /b5", bytes(range(256)), b"Content-Type: application/json")),
    keep("line ends of all kinds", *sized(b"POST /b6", b"\r\n\n\r\r\n\r\n", b"Content-Type: text/plain")),
    keep("gzip stays compressed", *sized(b"POST /b7", gzip.compress(JSON, mtime=0), b"Content-Encoding: gzip")),
    keep("br stays compressed", *sized(b"POST /b8", brotli.compress(JSON), b"Content-Encoding: br")),
    keep("deflate stays compressed", *sized(b"POST /b9", zlib.compress(JSON), b"Content-Encoding: deflate")),
    keep("gzip declared, not sent", *sized(b"POST /b10", JSON, b"Content-Encoding: gzip")),
    keep("cut gzip", *sized(b"POST /b11", gzip.compress(JSON, mtime=0)[:-9], b"Content-Encoding: gzip")),
    keep("unknown coding", *sized(b"POST /b12", JSON, b"Content-Encoding: klingon")),
    keep("5 MB", *sized(b"POST /b13", bytes(range(256)) * 20_000)),
    keep("a body that looks like a request", *sized(b"POST /b14", head(b"GET /never") * 2)),
    keep("form", *sized(b"POST /b15", b"a=1&b=%20&b=2&=&c", b"Content-Type: application/x-www-form-urlencoded")),
    keep("chunked", head(b"POST /c1", CHUNKED), b"abcdef", chunks(b"abc", b"def")),
    keep("chunk extensions", head(b"POST /c2", CHUNKED), b"abc", chunks(b"abc", extension=b' ;a="x;y" ;b')),
    keep(
        "trailers",
        head(b"POST /c3", CHUNKED, b"Trailer: X-Sum"),
        b"abc",
        chunks(b"abc", trailers=b"X-Sum: 1\r\nx-sum:  2 \r\n"),
        trailers=b"X-Sum: 1\r\nx-sum:  2 \r\n\r\n",
    ),
    keep("one byte a chunk", head(b"POST /c4", CHUNKED), b"z" * 500, chunks(*[b"z"] * 500)),
    keep("chunked and empty", head(b"POST /c5", b"transfer-encoding: CHUNKED"), b"", chunks()),
    keep(
        "chunked gzip",
        head(b"POST /c6", CHUNKED, b"Content-Encoding: gzip"),
        gzip.compress(JSON, mtime=0),
        chunks(gzip.compress(JSON, mtime=0)),
    ),
    keep(
        "h2c upgrade is taken as HTTP/1.1",
        *sized(
            b"POST /u1",
            b"abc",
            b"Connection: Upgrade, HTTP2-Settings",
            b"Upgrade: h2c",
            b"HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
        ),
    ),
    keep(
        "a websocket handshake gets no upgrade",
        head(b"GET /u2", b"Connection: Upgrade", b"Upgrade: websocket", b"Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA=="),
    ),
    keep("expect 100-continue with the body at once", *sized(b"POST /e1", b"abc", b"Expect: 100-continue")),
    Shape("blank lines before the request", (b"\r\n\r\n" + head(b"GET /l1"),), head=head(b"GET /l1")),
    Shape(
        "byte by byte",
        tuple(bytes([b]) for b in head(b"GET /s1", b"X-Slow: yes")),
        head=head(b"GET /s1", b"X-Slow: yes"),
    ),
)

REFUSED = (
    refuse(
        "both framing headers",
        head(b"POST /r1", b"Content-Length: 4", CHUNKED) + b"0\r\n\r\n" + head(b"GET /smuggled"),
        400,
        "The request has both Content-Length",
    ),
    refuse(
        "two Content-Lengths",
        head(b"POST /r2", b"Content-Length: 4", b"Content-Length: 5") + b"abcde",
        400,
        "The request has more than one Content-Length",
    ),
    refuse(
        "two equal Content-Lengths",
        head(b"POST /r3", b"Content-Length: 3", b"Content-Length: 3") + b"abc",
        400,
        "The request has more than one Content-Length",
    ),
    refuse("Content-Length +5", head(b"POST /r4", b"Content-Length: +5") + b"abcde", 400, "Malformed Content-Length"),
    refuse("Content-Length 1_0", head(b"POST /r5", b"Content-Length: 1_0") + b"abcde", 400, "Malformed Content-Length"),
    refuse("Content-Length -1", head(b"POST /r6", b"Content-Length: -1"), 400, "Malformed Content-Length"),
    refuse(
        "Content-Length 10^30", head(b"POST /r7", b"Content-Length: 1" + b"0" * 30), 400, "Malformed Content-Length"
    ),
    refuse(
        "xchunked",
        head(b"POST /r8", b"Transfer-Encoding: xchunked") + chunks(b"abc"),
        400,
        "Transfer-Encoding xchunked",
    ),
    refuse("blank before the colon", head(b"POST /r9", b"Content-Length : 3") + b"abc", 400, "Malformed head: line 3"),
    refuse("endless chunk size", head(b"POST /r10", CHUNKED) + b"ffffffffffffffff\r\nabc", 400, "Malformed chunk"),
    refuse(
        "line feed in a chunk extension",
        head(b"POST /r11", CHUNKED) + b"3;a\nb\r\nabc\r\n0\r\n\r\n",
        400,
        "Malformed chunk",
    ),
    refuse("bare line feeds", b"GET /r12 HTTP/1.1\nHost: x\n\n", 400, "Malformed head: line 1"),
    refuse("folded header", head(b"GET /r13", b"X-A: 1", b"  folded"), 400, "Malformed head: line 4 is folded"),
    refuse("NUL in a header", head(b"GET /r14", b"X-A: a\0b"), 400, "Malformed head: line 3 holds a control"),
    refuse("CR in a header", head(b"GET /r15", b"X-A: a\rb"), 400, "Malformed head: line 3"),
    refuse("header of 100 KB", head(b"GET /r16", b"X-A: " + b"x" * 100_000), 431, "The header block is longer"),
    refuse("header of 1 MB", head(b"GET /r17", b"X-A: " + b"x" * 1_000_000), 431, "The header block is longer"),
    refuse("10,000 headers", head(b"GET /r18", *[b"X: 1"] * 10_000), 431, "The"),
    refuse("target of 1 MB", head(b"GET /r19" + b"x" * 1_000_000), 414, "The request line is longer"),
    refuse("two Hosts", head(b"GET /r20", b"Host: other"), 400, "The request has more than one Host"),
    refuse("HTTP/1.1 without Host", b"GET /r21 HTTP/1.1\r\nX: 1\r\n\r\n", 400, "An HTTP/1.1 request needs a Host"),
    refuse("HTTP/3.7", b"GET /r22 HTTP/3.7\r\nHost: x\r\n\r\n", 505, "The sender asked for HTTP/3.7"),
    refuse("TLS hello", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x5a" * 500, 400, "TLS on a plain port"),
    refuse("HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0", 400, "The sender spoke HTTP/2"),
    refuse("noise", b"\x00\x01\x02\x03", 400, "These bytes are not an HTTP request"),
    refuse("a blank in the target", b"GET /r26 b HTTP/1.1\r\nHost: x\r\n\r\n", 400, "Malformed request line"),
    refuse("expect something else", head(b"GET /r27", b"Expect: the-unexpected"), 417, "The expectation"),
    refuse(
        "300 MB announced after expect",
        head(b"POST /r28", b"Expect: 100-continue", b"Content-Length: 314572800"),
        413,
        "Cut: 314572800 bytes announced",
    ),
    Shape(
        "Content-Length too large",
        (head(b"POST /i1", b"Content-Length: 30") + b"abc",),
        (400,),
        problem="The sender hung up after 3 of 30",
    ),
    Shape(
        "hang-up inside chunks",
        (head(b"POST /i2", CHUNKED) + b"9\r\nabc",),
        (400,),
        problem="The sender hung up inside a chunked body",
    ),
    Shape(
        "hang-up inside the head",
        (b"POST /i3 HTTP/1.1\r\nHost: x\r\nX-Half",),
        (400,),
        problem="The sender hung up inside the head",
    ),
    Shape(
        "Content-Length too small",
        (head(b"POST /i4", b"Content-Length: 3") + b"abc}{",),
        (200, 400),
        head=head(b"POST /i4", b"Content-Length: 3"),
        body=b"abc",
    ),
)
