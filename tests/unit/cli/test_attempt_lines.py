import json
from dataclasses import replace

import pytest

from webhook_inspector.cli.attempt_lines import _AFTER, attempt_json, attempt_line
from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState, Response, Timings
from webhook_inspector.core.problem import Problem

URL = "http://localhost:3000/hook"
DELIVERY = Delivery(URL, 1, 12, "app", DeliveryState.DELIVERED, 1, id=5)
ATTEMPT = Attempt(1, "POST", URL, b"", b"", Response(200, b""), timings=Timings(total=0.0341))
REFUSED = Problem.of("sending-refused-here", origin="http://localhost:3000", port=3000)


def test_what_arrived() -> None:
    assert attempt_line(DELIVERY, ATTEMPT) == f"→ 12  200  {URL}  34 ms  delivered"
    assert json.loads(attempt_json(DELIVERY, ATTEMPT)) == {
        "event": "attempted",
        "capture": 12,
        "delivery": 5,
        "attempt": 1,
        "rule": "app",
        "url": URL,
        "state": "delivered",
        "status": 200,
        "problem": None,
        "milliseconds": 34.1,
    }


def test_what_did_not_arrive_says_why_and_how_often() -> None:
    failed = replace(ATTEMPT, response=None, problem=REFUSED, number=3)
    waiting = replace(DELIVERY, state=DeliveryState.WAITING)
    words = "Is your app running on port 3000? Nothing listens at http://localhost:3000."
    assert attempt_line(waiting, failed) == f"→ 12  ---  {URL}  34 ms  will be tried again (3 attempts)  {words}"
    found = json.loads(attempt_json(waiting, failed))
    assert (found["status"], found["problem"], found["attempt"]) == (None, words, 3)


@pytest.mark.parametrize("state", DeliveryState)
def test_every_state_has_its_words(state: DeliveryState) -> None:
    assert _AFTER[state] in attempt_line(replace(DELIVERY, state=state), ATTEMPT)


def test_nothing_that_was_sent_acts_on_a_terminal() -> None:
    odd = replace(ATTEMPT, url=URL + "\x1b[2J")
    assert "\x1b" not in attempt_line(DELIVERY, odd) + attempt_json(DELIVERY, odd)
