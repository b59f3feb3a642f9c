from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.makers import make_capture, make_record
from tests.unit.forwarding.stage import RULE, a_record
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.verdict import Status
from webhook_inspector.forwarding import choice as module
from webhook_inspector.forwarding.choice import Choice, choose
from webhook_inspector.store.deliveries import begin_import, end_import
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader

VALID = Judgement(Meaning("stripe", "invoice.paid", "evt_1"), Status.VALID, "stripe")
Look = Callable[..., Choice]


@pytest.fixture
def look(path: Path):
    """What a rule chooses of some captures."""

    def look_at(records: list[Record], rule: ForwardRule = RULE, after: int = 0) -> Choice:
        with closing(History(path, on_notice=print)) as history:
            history.open()
            history.write(records)
        with closing(Reader(path)) as reader:
            return choose(reader, rule, after, "me", 0)

    return look_at


def test_everything_above_the_mark(look: Look):
    records = [a_record(b"1"), a_record(b"2"), a_record(b"3")]
    assert look(records, after=1) == Choice((2, 3), 3, more=False)


def test_nothing_new(look: Look):
    assert look([a_record(b"1")], after=1) == Choice((), 1, more=False)


def test_no_more_than_a_step(look: Look, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "STEP", 2)
    assert look([a_record(b"1"), a_record(b"2"), a_record(b"3")]) == Choice((1, 2), 2, more=True)


@pytest.mark.parametrize("state", [State.CUT, State.INCOMPLETE, State.REFUSED])
def test_what_is_not_whole_is_passed_over(look: Look, state: State):
    records = [make_record(make_capture(state=state), judgement=NOT_JUDGED), a_record(b"2")]
    assert look(records) == Choice((2,), 2, more=False)


def test_by_endpoint(look: Look):
    paths = ("/stripe", "/stripe/", "/stripe/test?x", "/stripes", "/", "http://host/stripe")
    found = look([a_record(b"", path) for path in paths], replace(RULE, endpoint="/stripe"))
    assert (found.captures, found.reached) == ((1, 2, 3, 6), 6)


@pytest.mark.parametrize(
    ("filter_text", "chosen"),
    [
        ("sig:valid", (1,)),
        ("NOT sig:valid", (2, 3)),
        ("needle", (2,)),
        ("sig:valid OR needle", (1, 2)),
        ("-needle", (1, 3)),
        ("/ne+dle/", (2,)),
        ("header.x-kind:b", (3,)),
        ("event:invoice.paid path:/hook", (1,)),
        ("size:>1000", ()),
    ],
)
def test_by_filter(look: Look, filter_text: str, chosen: tuple[int, ...]):
    records = [replace(a_record(b"1"), judgement=VALID), a_record(b"a needle"), a_record(b"3", x_kind="b")]
    assert look(records, replace(RULE, filter=filter_text)) == Choice(chosen, 3, more=False)


def test_a_filter_waits_for_what_is_not_judged_and_no_filter_does_not(look: Look):
    records = [a_record(b"1"), replace(a_record(b"2"), judgement=None), a_record(b"3")]
    found = look(records, replace(RULE, filter="method:post"))
    assert found == Choice((1,), 1, more=False, unjudged=True)


def test_without_a_filter_nobody_waits_for_verdicts(look: Look):
    assert look([replace(a_record(b"1"), judgement=None)]) == Choice((1,), 1, more=False)


def test_loops_are_named_and_passed_over(look: Look):
    hops = ("me", "a,me", "1,2,3,4,5", "x")
    found = look([a_record(b"", webhook_inspector_hop=hop) for hop in hops])
    assert found.captures == (4,)
    assert [fault.code for fault in found.faults] == ["forward-loop", "forward-hops"]


def test_what_was_imported_is_passed_over(look: Look, path: Path):
    look([a_record(b"1")])
    with closing(History(path, on_notice=print)) as history:
        history.open()
        history.change(lambda connection: begin_import(connection, 1) or 1)
        history.write([a_record(b"2"), a_record(b"3")])
        history.change(lambda connection: end_import(connection) or 1)
    assert look([a_record(b"4")]) == Choice((1, 4), 4, more=False)
