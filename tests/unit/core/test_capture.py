import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.core.capture import Head, Row, State, _listed_of, listed_of, path_of, row_of


def test_a_head_is_read() -> None:
    head = Head.parse(b"POST /a%20b?\xff HTTP/1.1\r\nHost: x\r\n\r\n")
    assert (head.method, head.target, head.version) == ("POST", b"/a%20b?\xff", "HTTP/1.1")
    assert head.fields == ((b"Host", b"x"),)


def test_a_head_without_a_version_and_junk() -> None:
    assert Head.parse(b"POST /a").target == b"/a"
    assert Head.parse(b"").method == ""
    assert Head.parse(b"\x16\x03\x01").method == r"\x16\x03\x01"


@given(st.binary(max_size=200))
def test_junk_never_raises(junk: bytes) -> None:
    Head.parse(junk)
    row_of(make_record(make_capture(head=junk)))


def test_a_row_is_read_from_a_record() -> None:
    record = make_record(make_capture(head=make_head(target="/stripe?x=1"), body_size=99, state=State.CUT), number=7)
    row = row_of(record)
    assert row == Row(
        id=7,
        received_ns=record.capture.received_ns,
        endpoint="/stripe",
        method="POST",
        target="/stripe?x=1",
        content_type="application/json",
        peer="127.0.0.1:50000",
        host="127.0.0.1:8787",
        status=200,
        body_size=99,
        state=State.CUT,
        problem=None,
    )


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/a/b?c#d", "/a/b"),
        ("/", "/"),
        ("//a", "//a"),
        ("*", "*"),
        ("http://host:1/a?b", "/a"),
        ("http://host", "/"),
        ("example.com:443", "example.com:443"),
        ("/a?u=http://x/y", "/a"),
        ("", ""),
    ],
)
def test_paths(target: str, path: str) -> None:
    assert path_of(target) == path


def test_the_digest_is_of_the_body() -> None:
    assert make_capture(body=b"").sha256().startswith("e3b0c44298fc1c14")


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_a_head_that_is_remembered_tells_the_same(one: bytes, other: bytes) -> None:
    for head in (one, other, one, one + b"x" * 5000):
        assert listed_of(head) == _listed_of(head)
