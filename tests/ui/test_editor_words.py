import pytest

from webhook_inspector.core.delivery import Attempt, Response, Timings
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.fates import Fate, Line
from webhook_inspector.drafts.outcomes import Progress
from webhook_inspector.drafts.signing import Break, How
from webhook_inspector.ui.editor_words import (
    BREAKS,
    HOWS,
    body_text,
    fate_text,
    milliseconds,
    outcome_text,
    progress_text,
    timing_lines,
    waiting_text,
    why_text,
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (Line(b"A", b"1", Fate.KEPT, True), "as it is"),
        (Line(b"Host", b"h:1", Fate.RECOMPUTED, True), "⟳ will be recomputed: h:1"),
        (Line(b"S", b"t=1", Fate.SIGNED, True), "⟳ will be replaced: t=1"),
        (Line(b"S", b"t=1", Fate.ADDED, True), "+ added: t=1"),
        (Line(b"S", b"t=1", Fate.BROKEN, False), "! broken on purpose"),
        (Line(b"A", b"1", Fate.UNTICKED, False), "– not sent"),
        (
            Line(b"TE", b"1", Fate.REMOVED, False, Problem.of("line-hop")),
            "– removed: It belongs to the connection on which it came.",
        ),
    ],
)
def test_what_becomes_of_a_header(line, words):
    assert fate_text(line) == words


def test_why_it_does():
    assert (
        why_text(Line(b"Host", b"", Fate.RECOMPUTED, True, Problem.of("line-host"))) == "It is the host of the address."
    )
    assert why_text(Line(b"A", b"", Fate.KEPT, True)) == ""
    assert body_text(Fate.KEPT) == ""
    assert body_text(Fate.BROKEN)


def test_every_choice_has_its_words():
    assert set(HOWS) == set(How)
    assert set(BREAKS) == set(Break)
    assert len({progress_text(one) for one in Progress}) == len(Progress)


def test_times_are_short():
    assert milliseconds(0.0842) == "84 ms"
    assert milliseconds(2.13) == "2.1 s"
    assert waiting_text(2.13) == "Waiting 2.1 s…"
    lines = timing_lines(Timings(connect=0.002, first_byte=0.08, total=0.09))
    assert lines == [("Connecting", "2 ms"), ("Waiting for the first byte", "80 ms"), ("Altogether", "90 ms")]


def test_an_outcome_in_one_line():
    attempt = Attempt(0, "POST", "http://a/", b"", b"", timings=Timings(total=0.084))
    assert outcome_text(attempt) == "No response · 84 ms"
    response = Response(200, b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 312)
    answered = Attempt(0, "POST", "http://a/", b"", b"", response, timings=Timings(total=0.084))
    assert outcome_text(answered) == "200 OK · 84 ms · 312 bytes"
