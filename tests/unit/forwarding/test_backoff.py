from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState, Response
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import Problem
from webhook_inspector.forwarding.backoff import LONGEST_WAIT, SECOND, Pauses, outcome_of, put_off

URL = "http://localhost:3000/"
RULE = ForwardRule("app", (URL,), attempts=5, age=1000)
NOW = 1_764_000_000 * SECOND
DELIVERY = Delivery(URL, NOW - 10 * SECOND, 1, "app", id=4, next_ns=3)
PAUSES = Pauses()


def answered(status: int, headers: bytes = b"", number: int = 1) -> Attempt:
    response = Response(status, b"HTTP/1.1 %d X\r\n%s\r\n" % (status, headers))
    return Attempt(NOW, "POST", URL, b"", b"", response, number=number)


def after(attempt: Attempt, chance: float = 1.0, delivery: Delivery = DELIVERY, rule: ForwardRule = RULE):
    return outcome_of(delivery, attempt, rule, PAUSES, now_ns=NOW, chance=chance)


def test_pauses_double_from_a_second_to_an_hour():
    found = [PAUSES.after(number, 1.0) for number in range(1, 20)]
    assert found[:4] == [1, 2, 4, 8]
    assert found[-1] == 3600
    assert all(later in (2 * earlier, 3600) for earlier, later in pairwise(found))


@given(st.integers(1, 10**9), st.floats(0, 1))
def test_chance_takes_any_part_of_a_pause(attempts: int, chance: float):
    assert 0 <= PAUSES.after(attempts, chance) <= 3600
    assert PAUSES.after(attempts, 0) == 0
    assert PAUSES.after(attempts, chance) == pytest.approx(chance * PAUSES.after(attempts, 1.0))


@pytest.mark.parametrize("status", [200, 201, 204, 299])
def test_2xx_is_delivered(status: int):
    found = after(answered(status, number=3))
    assert found.delivery == replace(DELIVERY, state=DeliveryState.DELIVERED, attempts=3, status=status, next_ns=0)


@pytest.mark.parametrize("status", [300, 302, 400, 404, 408, 429, 500, 503, 599, 199])
def test_other_answers_are_tried_again(status: int):
    found = after(answered(status, number=2), chance=0.5).delivery
    assert (found.state, found.attempts, found.status) == (DeliveryState.WAITING, 2, status)
    assert found.next_ns == NOW + SECOND


def test_a_failure_is_tried_again_and_says_why():
    problem = Problem.of("send-refused")
    found = after(Attempt(NOW, "POST", URL, b"", b"", problem=problem)).delivery
    assert (found.state, found.problem, found.status) == (DeliveryState.WAITING, problem, 0)
    assert after(answered(200), delivery=found).delivery.problem is None


def test_gone_is_given_up_at_once():
    assert after(answered(410)).delivery.state is DeliveryState.FAILED


def test_it_is_given_up_after_the_rules_attempts():
    assert after(answered(500, number=4)).delivery.state is DeliveryState.WAITING
    assert after(answered(500, number=5)).delivery.state is DeliveryState.FAILED
    assert after(answered(200, number=9)).delivery.state is DeliveryState.DELIVERED


def test_it_is_given_up_when_the_next_attempt_would_be_too_late():
    old = replace(DELIVERY, created_ns=NOW - 999 * SECOND)
    assert after(answered(500), delivery=old).delivery.state is DeliveryState.WAITING
    assert after(answered(500, number=2), delivery=old).delivery.state is DeliveryState.FAILED
    assert after(answered(200), delivery=old).delivery.state is DeliveryState.DELIVERED


@pytest.mark.parametrize(
    ("status", "value", "seconds"),
    [
        (429, b"7", 7),
        (503, b"  7 ", 7),
        (503, b"0", 0),
        (503, b"99999999999999999999", LONGEST_WAIT),
        (503, b"Mon, 24 Nov 2025 16:01:40 GMT", 100),
        (503, b"Mon, 24 Nov 2025 15:00:00 GMT", 0),
        (503, b"Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_WAIT),
        (503, b"Mon, 24 Nov 2025 13:01:40 -0300", 100),
        (503, b"-5", 0),
        (503, b"1.5", 0),
        (503, b"soon", 0),
        (503, b"\xb2", 0),
        (500, b"7", 0),
        (200, b"7", 0),
    ],
)
def test_what_a_target_asks_for(status: int, value: bytes, seconds: int):
    attempt = answered(status, b"Retry-After: " + value + b"\r\n")
    assert put_off(attempt.response, NOW) == seconds * SECOND


@given(st.binary())
def test_junk_never_raises(value: bytes):
    assert 0 <= put_off(Response(429, b"HTTP/1.1 429 X\r\nRetry-After: " + value), NOW) <= LONGEST_WAIT * SECOND


def test_retry_after_holds_for_the_target_and_the_delivery():
    found = after(answered(429, b"retry-after: 20\r\n"), chance=0.0)
    assert found.held_ns == found.delivery.next_ns == NOW + 20 * SECOND
    longer = after(answered(429, b"retry-after: 1\r\n", number=4), chance=1.0)
    assert (longer.held_ns, longer.delivery.next_ns) == (NOW + SECOND, NOW + 8 * SECOND)
    assert after(answered(500)).held_ns == 0
