import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.core.capture import State
from webhook_inspector.core.draft import DraftField
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.drafts.address import address_of
from webhook_inspector.drafts.captured import draft_of, lacking, origin_form

TO = "http://localhost:3000"


def record_of(target: bytes, method: bytes = b"POST"):
    head = method + b" " + target + b" HTTP/1.1\r\nHost: hooks.example\r\nX-A: 1\r\nx-a: 2\r\n\r\n"
    return make_record(make_capture(head, b"\xff\x00"), number=7)


def sent_target(target: bytes, to: str = TO) -> bytes:
    draft = draft_of(record_of(target), to)
    assert address_of(draft.url).origin == address_of(to).origin
    return draft.target or address_of(draft.url).target.encode()


def test_everything_is_there_as_it_came() -> None:
    draft = draft_of(record_of(b"/a/../b//?x=%2f&y", b"PROPFIND"), TO)
    assert (draft.method, draft.url, draft.body) == ("PROPFIND", "http://localhost:3000/a/../b//?x=%2f&y", b"\xff\x00")
    assert draft.fields == (DraftField(b"Host", b"hooks.example"), DraftField(b"X-A", b"1"), DraftField(b"x-a", b"2"))
    assert draft.capture == 7


@pytest.mark.parametrize(
    ("target", "to", "expected"),
    [
        (b"/s?a=1", TO, b"/s?a=1"),
        (b"/s?a=1", TO + "/", b"/?a=1"),
        (b"/s?a=1", TO + "/in", b"/in?a=1"),
        (b"/s?a=1", TO + "/in?b=2", b"/in?b=2"),
        (b"/s?a=1", TO + "/in?", b"/in?"),
        (b"/s?a=1", TO + "?b=2", b"/s?b=2"),
        (b"/s?", TO + "/in", b"/in?"),
        (b"/s", TO + "/in", b"/in"),
        (b"http://hooks.example:81/s?a=1", TO, b"/s?a=1"),
        (b"http://hooks.example", TO, b"/"),
        (b"https://hooks.example?a=1", TO, b"/?a=1"),
        (b"http://hooks.example/s?a=1", TO + "/in", b"/in?a=1"),
        (b"*", TO, b"*"),
        (b"*", TO + "/in", b"/in"),
        (b"*", TO + "?b", b"/?b"),
        (b"example.com:443", TO, b"example.com:443"),
        (b"/\xff\xe9?\x80", TO, b"/\xff\xe9?\x80"),
        ("/é?ü".encode(), TO, "/é?ü".encode()),
        (b"/a#b", TO, b"/a#b"),
        ("/\u202e".encode(), TO, "/\u202e".encode()),
        (b"//evil.example/x", TO, b"//evil.example/x"),
        (b"/@evil.example/", TO, b"/@evil.example/"),
    ],
)
def test_the_target_is_kept_or_chosen(target, to, expected) -> None:
    assert sent_target(target, to) == expected


def test_what_an_address_can_show_is_in_the_address() -> None:
    assert draft_of(record_of("/é".encode()), TO).url == TO + "/é"
    assert draft_of(record_of(b"/\xff"), TO).target == b"/\xff"
    assert draft_of(record_of(b"/\xff"), TO).url == TO + "/\\xff"
    assert draft_of(record_of(b"/s"), TO).target == b""


@given(st.binary(max_size=20).filter(lambda raw: not set(raw) & set(b"\x00\r\n \t")))
def test_no_target_is_changed_and_none_chooses_the_host(raw) -> None:
    target = b"/" + raw
    assert sent_target(target) == target
    assert sent_target(b"http://x" + target) == target


@given(st.binary(max_size=20))
def test_only_an_absolute_form_is_cut(raw) -> None:
    if b"://" not in raw:
        assert origin_form(raw) == raw


def test_what_was_refused_is_no_draft() -> None:
    for capture in (make_capture(b"\x16\x03", state=State.REFUSED), make_capture(b"GET\r\n\r\n")):
        with pytest.raises(KnownError) as caught:
            draft_of(make_record(capture), TO)
        assert caught.value.problem.code == "draft-no-request"


def test_a_wrong_address_is_told() -> None:
    with pytest.raises(KnownError) as caught:
        draft_of(make_record(), "localhost")
    assert caught.value.problem.code == "draft-url-incomplete"


def test_what_is_lacking_is_told() -> None:
    assert lacking(make_record()) is None
    cut = make_record(make_capture(make_head(), b"abc", State.CUT, body_size=10))
    assert lacking(cut) == Problem.of("draft-body-part", shown=3, total=10)
    assert lacking(make_record(make_capture(body=b"abc", state=State.INCOMPLETE, body_size=3))) is not None
