from tests.makers import make_capture, make_head
from webhook_inspector.core.capture import State
from webhook_inspector.core.problem import Problem
from webhook_inspector.receive import plan_reply, try_again


def test_the_default_is_an_empty_200() -> None:
    reply = plan_reply(make_capture())
    assert (reply.status, reply.body, reply.close) == (200, b"", False)


def test_connect_is_never_promised_a_tunnel() -> None:
    reply = plan_reply(make_capture(make_head(method="CONNECT", target="x:443")))
    assert (reply.status, reply.close) == (405, True)


def test_a_refusal_says_why_in_plain_text() -> None:
    capture = make_capture(state=State.REFUSED, problem=Problem.of("tls-on-plain-port"))
    reply = plan_reply(capture, 400)
    assert (reply.status, reply.close) == (400, True)
    assert reply.fields == ((b"Content-Type", b"text/plain; charset=utf-8"),)
    assert b"http://" in reply.body


def test_what_cannot_be_taken_now_shall_come_again() -> None:
    assert plan_reply(make_capture(), 503) == try_again()
    assert try_again().fields == ((b"Retry-After", b"5"),)
