from dataclasses import replace

from tests.ui.sent import attempt
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.checking import Finding, Outcome, Variant
from webhook_inspector.handler_check import Tried
from webhook_inspector.ui.check_words import ACCEPTED, OUTCOMES, VARIANTS, answered, expected, told, verdict
from webhook_inspector.ui.texts import problem_text


def test_every_variant_and_outcome_has_words():
    assert set(VARIANTS) == set(Variant)
    assert set(OUTCOMES) == set(Outcome)
    assert len({glyph for glyph, _tone, _word in OUTCOMES.values()}) == len(Outcome)


def test_what_is_expected():
    assert [expected(one)[:3] for one in Variant] == ["2xx", "4xx", "4xx", "4xx", "4xx", "2xx"]
    assert {Variant.VALID, Variant.DUPLICATE} == ACCEPTED


def test_what_was_answered():
    assert answered(None) == ""
    assert answered(Tried(Variant.VALID, attempt(401, 0.0123))) == "401 · 12 ms"
    assert answered(Tried(Variant.VALID, attempt(0, 0.002))) == "no answer · 2 ms"


def test_a_verdict_is_glyph_and_word_and_its_sentence_harmless():
    finding = Finding(Variant.VALID, Outcome.OPEN, Problem.of("check-no-answer", reason="a\x1b[31m"), 0)
    assert verdict(finding) == "! open"
    assert "\x1b" not in told(finding, None)


def test_the_reason_of_no_answer_is_told_in_the_words_of_the_window():
    finding = Finding(Variant.VALID, Outcome.WRONG, Problem.of("check-no-answer", reason="in English"), 0)
    refused = replace(attempt(0, 0.1), problem=Problem.of("sending-host", host="x y"))
    text = told(finding, Tried(Variant.VALID, refused))
    assert "in English" not in text
    assert problem_text(refused.problem) in text
