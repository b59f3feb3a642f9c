import json

import pytest

from webhook_inspector.cli.deliveries import STATES
from webhook_inspector.cli.deliveries_lines import attempt_object, attempt_page, listed, objects
from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState, Response, Timings
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence

URL = "http://localhost:3000/hook"
REFUSED = Problem.of("sending-refused-here", origin="http://localhost:3000", port=3000)
WAITS = Delivery(URL, 10**18, 12, "My app", DeliveryState.WAITING, 3, 10**18 + 10**9, problem=REFUSED, id=5)
ATTEMPT = Attempt(
    10**18,
    "POST",
    URL,
    b"POST /hook HTTP/1.1\r\n\r\n",
    b"\xff",
    problem=REFUSED,
    timings=Timings(dns=0.001, total=0.002),
    id=7,
)


def test_a_delivery_that_waits_says_for_when_and_why() -> None:
    (line,) = listed([WAITS], {})
    assert f"capture 12  waiting    ---  {URL}  by My app  3 attempts  next at " in line
    assert line.endswith(f"  {sentence(REFUSED)}")


def test_objects() -> None:
    first, second = map(json.loads, objects([WAITS, WAITS], {}))
    assert first == second
    assert (first["state"], first["rule"], first["status"], first["attempts"]) == ("waiting", "My app", None, 3)
    assert "tries" not in first
    (with_tries,) = map(json.loads, objects([WAITS], {5: [ATTEMPT]}))
    assert with_tries["tries"][0]["problem"] == first["problem"]


def test_a_part_of_an_answer_is_told() -> None:
    answer = Response(200, b"HTTP/1.1 200 OK\r\n\r\n", b"abc", 5_000)
    lines = list(attempt_page(Attempt(1, "GET", URL, b"GET / HTTP/1.1\r\n\r\n", b"", answer)))
    assert lines[-1] == "  … the first 3 B of 4.9 KiB were kept"
    assert not any("were kept" in line for line in attempt_page(ATTEMPT))


def test_nothing_acts_on_a_terminal() -> None:
    odd = Attempt(
        1,
        "GET",
        URL,
        b"GET /\x1b[2J HTTP/1.1\r\nX: \x1b\r\n\r\n",
        b"\x1b[2J",
        Response(200, b"HTTP/1.1 200 \x1b\r\n\r\n", b"\x1b", 1),
    )
    assert "\x1b" not in "".join(attempt_page(odd)) + attempt_object(odd)
    assert "\x1b" not in "".join(listed([Delivery("http://x/\x1b", 1, rule="\x1b")], {}))


@pytest.mark.parametrize("state", DeliveryState)
def test_every_state_can_be_asked_for(state: DeliveryState) -> None:
    assert state.value in STATES
