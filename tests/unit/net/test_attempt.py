import pytest

from webhook_inspector.core.delivery import Response, Timings
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.net.attempt import attempt_of, url_of, without_bodies
from webhook_inspector.net.sending import Sent

OUTGOING = Outgoing("http", "localhost", 3000, b"PUT /a?b HTTP/1.1\r\nHost: x\r\n\r\n", b"hello")


def test_holds_what_went_out_and_what_came_back():
    sent = Sent(
        b"as it went out", Response(201, b"HTTP/1.1 201\r\n\r\n", b"made", 4), None, Timings(total=2), "1.2.3.4:5"
    )
    attempt = attempt_of(OUTGOING, sent, 7, number=3)
    assert (attempt.method, attempt.url, attempt.sent_head, attempt.sent_body) == (
        "PUT",
        "http://localhost:3000/a?b",
        b"as it went out",
        b"hello",
    )
    assert (attempt.response, attempt.problem, attempt.timings.total) == (sent.response, None, 2)
    assert (attempt.peer, attempt.started_ns, attempt.number) == ("1.2.3.4:5", 7, 3)


def test_holds_why_nothing_came_back():
    problem = Problem.of("sending-host", host="x")
    attempt = attempt_of(OUTGOING, Sent(b"", problem=problem), 7)
    assert (attempt.response, attempt.problem, attempt.number) == (None, problem, 1)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (b"OPTIONS * HTTP/1.1", "http://h:80/"),
        (b"GET /\xff HTTP/1.1", r"http://h:80/\xff"),
        (b"GET  HTTP/1.1", "http://h:80/"),
    ],
)
def test_the_address_is_for_showing(line, shown):
    assert url_of(Outgoing("http", "h", 80, line + b"\r\n\r\n")) == shown


def test_bodies_are_left_out_for_those_who_are_told():
    sent = Sent(b"", Response(200, b"head", b"body", 4))
    told = without_bodies(attempt_of(OUTGOING, sent, 7))
    assert (told.sent_body, told.response) == (b"", Response(200, b"head", b"", 4))
    assert without_bodies(attempt_of(OUTGOING, Sent(b""), 7)).response is None
