import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.net.head import Refusal, RequestHead, judge, judge_size, judge_start, valid_trailers
from webhook_inspector.net.limits import Limits

LIMITS = Limits(request_line=200, headers=1000, header_count=5)


def head(*lines: str, first: str = "POST /a HTTP/1.1", host: str | None = "Host: x") -> bytes:
    return "\r\n".join([first, *([host] if host else []), *lines, "", ""]).encode("latin-1")


def code(judged: object) -> str:
    assert isinstance(judged, Refusal), judged
    return f"{judged.status} {judged.problem.code}"


@pytest.mark.parametrize(
    ("raw", "length", "keep_alive"),
    [
        (head(), 0, True),
        (head("Content-Length: 5"), 5, True),
        (head("CONTENT-length:\t5  "), 5, True),
        (head("Transfer-Encoding: Chunked"), None, True),
        (head("Connection: close"), 0, False),
        (head("Connection: Upgrade, CLOSE"), 0, False),
        (head(first="GET / HTTP/1.0", host=None), 0, False),
        (head("Connection: keep-alive", first="GET / HTTP/1.0", host=None), 0, True),
        (head("X-Empty:", "X-Blank:   "), 0, True),
        (head("Upgrade: h2c", "Content-Length: 2"), 2, True),
        (head(first="brew /pot HTTP/1.1"), 0, True),
        (head(first="OPTIONS * HTTP/1.1"), 0, True),
        (head(first="GET http://other/%zz//../x HTTP/1.1"), 0, True),
        (head("X-Latin: caf\xe9", first="GET /caf\xe9?\xff HTTP/1.1"), 0, True),
    ],
)
def test_what_is_clear_is_taken(raw: bytes, length: int | None, keep_alive: bool) -> None:
    judged = judge(raw, LIMITS)
    assert isinstance(judged, RequestHead)
    assert (judged.length, judged.keep_alive) == (length, keep_alive)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (head("Content-Length: 5", "Transfer-Encoding: chunked"), "400 both-framings"),
        (head("Content-Length: 5", "Content-Length: 5"), "400 content-length-twice"),
        (head("Content-Length: 5, 5"), "400 content-length"),
        (head("Content-Length: +5"), "400 content-length"),
        (head("Content-Length: -1"), "400 content-length"),
        (head("Content-Length: 1_0"), "400 content-length"),
        (head("Content-Length:"), "400 content-length"),
        (head("Content-Length: 1" + "0" * 30), "400 content-length"),
        (head("Transfer-Encoding: xchunked"), "400 transfer-encoding"),
        (head("Transfer-Encoding: gzip, chunked"), "400 transfer-encoding"),
        (head("Transfer-Encoding: chunked", "Transfer-Encoding: chunked"), "400 transfer-encoding"),
        (head("Transfer-Encoding: chunked", first="POST / HTTP/1.0"), "400 transfer-encoding"),
        (head("Transfer-Encoding : chunked"), "400 header-name"),
        (head(": empty"), "400 header-name"),
        (head("no colon"), "400 header-name"),
        (head("X: a", " folded"), "400 folded-header"),
        (head("X: a\0b"), "400 header-value"),
        (head("X: a\rb"), "400 header-value"),
        (b"POST / HTTP/1.1\r\nHost: x\nA: b\r\n\r\n", "400 bare-line-feed"),
        (head(host=None), "400 host-missing"),
        (head("Host: y"), "400 host-twice"),
        (head("Expect: 200-ok"), "417 expectation"),
        (head(first="POST  / HTTP/1.1"), "400 request-line"),
        (head(first="POST /a b HTTP/1.1"), "400 request-line"),
        (head(first="POST /a"), "400 request-line"),
        (head(first="POST /\x7f HTTP/1.1"), "400 request-line"),
        (head(first="POST / HTTP/2.0"), "505 http-version"),
        (b"PRI * HTTP/2.0\r\n\r\n", "400 http2-preface"),
        (head(*[f"X-{n}: 1" for n in range(5)]), "431 headers-too-many"),
    ],
)
def test_what_is_in_doubt_is_refused(raw: bytes, expected: str) -> None:
    assert code(judge(raw, LIMITS)) == expected


def test_the_refusal_names_the_line() -> None:
    judged = judge(head("A: 1", "bad name: 2"), LIMITS)
    assert isinstance(judged, Refusal)
    assert dict(judged.problem.particulars) == {"line": 4}


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b"\x16\x03\x01\x02\x00", "400 tls-on-plain-port"),
        (b"\x00\x01", "400 not-http"),
        (b"GET / HTTP/1.1\n", "400 bare-line-feed"),
        (b"GET / HTTP/1.1\r\nHost: x\n\n", "400 bare-line-feed"),
        (b"GET / HTTP/1.1\r\nHost: x\n\r\n", "400 bare-line-feed"),
    ],
)
def test_what_can_never_become_a_request_is_refused_at_once(start: bytes, expected: str) -> None:
    assert code(judge_start(start)) == expected


@pytest.mark.parametrize("start", [b"G", b"GET / HT", b"GET / HTTP/1.1\r", b"GET / HTTP/1.1\r\n", b"P\r\nA: b\r\n"])
def test_what_may_become_a_request_is_waited_for(start: bytes) -> None:
    assert judge_start(start) is None


def test_sizes() -> None:
    assert judge_size(b"x" * 200, LIMITS) is None
    assert code(judge_size(b"x" * 201, LIMITS)) == "414 request-line-too-long"
    assert judge_size(b"GET / HTTP/1.1\r\n" + b"x" * 1000, LIMITS) is None
    assert code(judge_size(b"GET / HTTP/1.1\r\n" + b"x" * 1001, LIMITS)) == "431 headers-too-long"


@given(st.binary(max_size=300))
def test_junk_never_raises(junk: bytes) -> None:
    judge_start(junk)
    judge_size(junk, LIMITS)
    judge(junk + b"\r\n\r\n", LIMITS)
    judge(b"POST / HTTP/1.1\r\nHost: x\r\n" + junk + b"\r\n\r\n", LIMITS)
    valid_trailers(junk + b"\r\n")


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_a_request_that_is_taken_has_one_framing(name: bytes, value: bytes) -> None:
    raw = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n" + name + b":" + value + b"\r\n\r\n"
    judged = judge(raw, LIMITS)
    if isinstance(judged, RequestHead):
        assert judged.length == 3
        assert name.lower() not in (b"transfer-encoding", b"content-length")
