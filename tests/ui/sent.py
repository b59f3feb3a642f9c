"""Attempts as tests of the window need them."""

from webhook_inspector.core.delivery import Attempt, Response, Timings
from webhook_inspector.core.problem import Problem

HEAD = b"POST /hook HTTP/1.1\r\nHost: localhost:3000\r\nContent-Type: application/json\r\n\r\n"


def attempt(status: int = 200, seconds: float = 0.012, *, at: int = 1, body: bytes = b'{"ok":true}') -> Attempt:
    """With an answer of that status, or, where it is 0, a refused connection."""
    timings = Timings(total=seconds)
    url = "http://localhost:3000/hook"
    if not status:
        problem = Problem.of("sending-refused", origin="http://localhost:3000", host="localhost", port=3000)
        return Attempt(at, "POST", url, HEAD, b'{"hi":1}', None, problem, timings)
    head = b"HTTP/1.1 %d Word\r\nContent-Type: application/json\r\n\r\n" % status
    answer = Response(status, head, body, len(body))
    return Attempt(at, "POST", url, HEAD, b'{"hi":1}', answer, None, timings, "127.0.0.1:3000")
