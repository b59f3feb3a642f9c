from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.deliveries import LOCAL, REFUSED, SECOND, make_attempt, make_delivery, make_response
from webhook_inspector.core.delivery import DeliveryState, Timings
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.delivery_words import (
    STATES,
    attempts_text,
    clock_text,
    host_text,
    next_text,
    origin_text,
    outcome_text,
    reason_text,
    state_text,
    summary_text,
    target_text,
    timings_text,
    took_text,
)

RULE = ForwardRule("app", (LOCAL,), attempts=5)
WAITING = make_delivery(state=DeliveryState.WAITING, attempts=3, next_ns=100 * SECOND)


def test_states_have_a_glyph_and_a_word():
    assert set(STATES) == set(DeliveryState)
    assert state_text(WAITING, RULE) == "! waiting, 3 of 5 made"
    assert state_text(WAITING, None) == "! waiting"
    assert state_text(make_delivery(state=DeliveryState.FAILED, attempts=5), RULE) == "✗ failed after 5"
    assert state_text(make_delivery(state=DeliveryState.FAILED), None) == "✗ failed"
    assert state_text(make_delivery(), RULE) == "✓ delivered"
    assert state_text(make_delivery(state=DeliveryState.STOPPED), RULE) == "– stopped"


def test_by_what_it_was_sent():
    assert origin_text(make_delivery(rule="My \x1bapp")) == "by rule My \\x1bapp"
    assert origin_text(make_delivery(rule="")) == "sent by hand"


def test_outcomes():
    assert outcome_text(make_attempt()) == "✓ 200"
    assert outcome_text(make_attempt(response=make_response(502))) == "✗ 502"
    assert outcome_text(make_attempt(problem=REFUSED)) == "✗ refused"
    cut = Problem.of("sending-cut", origin="x", received=1, announced=2)
    assert outcome_text(make_attempt(response=make_response(), problem=cut)) == "✗ hung up"
    assert outcome_text(replace(make_attempt(), response=None)) == "✗ failed"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sending-slow-answer", "timeout"),
        ("sending-name-unknown", "unknown host"),
        ("sending-tls-expired", "TLS"),
        ("sending-address-private", "not sent"),
        ("forward-no-secret", "failed"),
    ],
)
def test_a_word_for_each_kind_of_failure(code, words):
    assert reason_text(Problem.of(code)) == words


def test_of_many_attempts_the_latest_are_shown():
    attempts = [make_attempt(number, response=make_response(500 + number)) for number in range(8)]
    assert attempts_text(attempts[:2]) == "✗ 500  ✗ 501"
    assert attempts_text(attempts) == "…  ✗ 502  ✗ 503  ✗ 504  ✗ 505  ✗ 506  ✗ 507"
    assert attempts_text([]) == ""


@pytest.mark.parametrize(
    ("rule", "paused", "now", "words"),
    [
        (RULE, False, 59, "in 00:41"),
        (RULE, False, 99.5, "in 00:01"),
        (RULE, False, 100, "now"),
        (RULE, False, 200, "now"),
        (RULE, True, 59, "forwarding is paused"),
        (replace(RULE, paused=True), False, 59, "the rule is paused"),
        (None, False, 59, "the rule is gone"),
    ],
)
def test_when_the_next_attempt_is_due(rule, paused, now, words):
    assert next_text(WAITING, rule, paused=paused, now_ns=int(now * SECOND)) == words


def test_what_has_ended_has_no_next_attempt():
    assert next_text(make_delivery(), RULE, paused=True, now_ns=0) == ""


def test_times():
    assert [clock_text(seconds) for seconds in (1, 61, 3599, 3600, 90_061)] == [
        "00:01",
        "01:01",
        "59:59",
        "1:00:00",
        "25:01:01",
    ]
    assert [took_text(seconds) for seconds in (0.0003, 0.084, 0.9994, 3.14)] == ["0.3 ms", "84 ms", "999 ms", "3.1 s"]


def test_only_the_phases_that_there_were():
    assert timings_text(make_attempt()) == "name 0.3 ms, connection 0.2 ms, first byte 80 ms, all 84 ms"
    assert timings_text(replace(make_attempt(), timings=Timings())) == "all 0.0 ms"


def test_an_attempt_in_a_line():
    words = summary_text(make_attempt(place=3))
    assert words.startswith("✓ 200 · 84 ms · 11 bytes · Attempt 3 · ")
    assert words.endswith(" · to 127.0.0.1:3000")
    assert "bytes" not in summary_text(make_attempt(problem=REFUSED))


@given(st.text())
def test_any_target_has_its_words(target):
    assert "\n" not in host_text(target)
    assert len(target_text(target).splitlines()) <= 1


def test_a_host_never_shows_who_signs_in():
    assert host_text("https://user:secret@example.com:8443/x?y") == "example.com:8443"
