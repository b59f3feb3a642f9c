"""Deliveries and attempts for tests of the window."""

from tests.makers import RECEIVED_NS
from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState, Response, Timings
from webhook_inspector.core.problem import Problem

LOCAL = "http://localhost:3000/hook"
STAGING = "https://staging.example.com/hook"
REFUSED = Problem.of("sending-refused-here", port=3000, origin="http://localhost:3000")
SECOND = 10**9


def make_response(
    status: int = 200, body: bytes = b'{"ok":true}', kind: str = "application/json", size: int = 0
) -> Response:
    head = b"HTTP/1.1 %d X\r\nContent-Type: %b\r\n\r\n" % (status, kind.encode())
    return Response(status, head, body, size or len(body))


def make_attempt(
    number: int = 1,
    *,
    delivery: int = 1,
    place: int = 1,
    response: Response | None = None,
    problem: Problem | None = None,
    url: str = LOCAL,
) -> Attempt:
    """One that has a response of 200 where nothing else is said."""
    answer = make_response() if response is None and problem is None else response
    return Attempt(
        started_ns=RECEIVED_NS + number * SECOND,
        method="POST",
        url=url,
        sent_head=b"POST /hook HTTP/1.1\r\nHost: localhost:3000\r\nContent-Type: application/json\r\n\r\n",
        sent_body=b'{"hi":1}',
        response=answer,
        problem=problem,
        timings=Timings(0.0003, 0.0002, None, 0.08, 0.084),
        peer="127.0.0.1:3000",
        number=place,
        id=number,
        delivery=delivery,
    )


def make_delivery(
    number: int = 1,
    *,
    state: DeliveryState = DeliveryState.DELIVERED,
    target: str = LOCAL,
    rule: str = "app",
    capture: int = 1,
    attempts: int = 1,
    next_ns: int = 0,
) -> Delivery:
    return Delivery(target, RECEIVED_NS, capture, rule, state, attempts, next_ns, id=number)
