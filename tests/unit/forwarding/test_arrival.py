from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import RECEIVED_NS, make_capture, make_head
from webhook_inspector.core.capture import Capture, State
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.verdict import Status
from webhook_inspector.forwarding.arrival import LATER, Watched, concerned, holding
from webhook_inspector.search.fields import FIELDS

RULE = ForwardRule("app", ("http://localhost:3000",))
VALID = Judgement(status=Status.VALID)


def to(target: str, *, body: bytes = b"", state: State = State.COMPLETE, **headers: str) -> Capture:
    fields = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return make_capture(make_head(target=target, headers=fields), body, state)


def watched(*filters: str, endpoint: str = "/a") -> tuple[Watched, ...]:
    return tuple(Watched.of(replace(RULE, name=text, endpoint=endpoint, filter=text)) for text in filters)


def held(capture: Capture, *filters: str, judgement: Judgement | None = NOT_JUDGED) -> str | None:
    rule = holding(watched(*filters), capture, lambda: judgement, RECEIVED_NS)
    return None if rule is None else rule.name


@pytest.mark.parametrize(
    ("capture", "is_concerned"),
    [
        (to("/a"), True),
        (to("/a/b?c"), True),
        (to("/ab"), False),
        (to("/a", state=State.CUT), False),
        (to("/a", Webhook_Inspector_Hop="x, me"), False),
        (to("/a", Webhook_Inspector_Hop="x"), True),
        (make_capture(b"CONNECT /a HTTP/1.1\r\n\r\n"), False),
        (make_capture(b"junk", state=State.REFUSED), False),
    ],
)
def test_whom_it_concerns_at_a_glance(capture: Capture, *, is_concerned: bool) -> None:
    assert concerned(watched(""), capture, "me") is is_concerned
    assert not concerned((), capture, "me")


def test_the_first_rule_that_holds_it() -> None:
    capture = to("/a", body=b"two words")
    assert held(capture, "three", "words", "two") == "words"
    assert held(capture, "three", "") == ""
    assert held(capture, "three") is None
    assert held(to("/b"), "") is None


def test_a_filter_may_ask_for_the_verdict() -> None:
    assert held(to("/a"), "sig:valid", judgement=VALID) == "sig:valid"
    assert held(to("/a"), "sig:valid") is None
    assert held(to("/a"), "-sig:valid") == "-sig:valid"
    assert held(to("/a"), "-sig:valid", judgement=None) is None
    assert held(to("/a"), "-sig:valid", "", judgement=None) == ""


def test_the_verdict_is_asked_for_once_and_only_by_a_filter() -> None:
    asked = []

    def judge() -> Judgement:
        asked.append(1)
        return VALID

    holding(watched("x1", "x2"), to("/a"), judge, RECEIVED_NS)
    assert asked == [1]
    holding(watched("", "x2"), to("/a"), judge, RECEIVED_NS)
    assert asked == [1]


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("", ""),
        ("sig:valid event:a method:POST /x/ body.a=1 has:body is:live since:1h", ""),
        ("a OR (b -status:5xx)", "status"),
        ("tag:x", "tag"),
        ("has:query,retries", "has:retries"),
        ("-is:pinned", "is:pinned"),
        ("forward:failed", "forward"),
    ],
)
def test_what_nobody_knows_yet(text: str, later: str) -> None:
    assert watched(text)[0].later() == later


def test_the_fields_are_those_of_the_language() -> None:
    for name, values in LATER.items():
        assert values is None or values <= set(FIELDS[name].values)


@given(st.binary(), st.binary())
def test_junk_is_held_or_not(head: bytes, body: bytes) -> None:
    capture = make_capture(head, body)
    concerned(watched("", endpoint="/"), capture, "me")
    holding(watched("a", "sig:valid", "body.x=1", endpoint="/"), capture, lambda: NOT_JUDGED, RECEIVED_NS)
