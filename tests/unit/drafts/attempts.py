"""Attempts as a sender makes them."""

from webhook_inspector.core.delivery import Attempt, Response, Timings
from webhook_inspector.core.problem import Problem


def attempt(status: int = 200, seconds: float = 0.1, problem: Problem | None = None, **rest) -> Attempt:
    head = f"HTTP/1.1 {status} Words\r\nContent-Type: application/json\r\n\r\n".encode()
    body = rest.pop("body", b"{}")
    response = None if problem else Response(status, rest.pop("head", head), body, len(body))
    return Attempt(1, "POST", "http://localhost/", b"", b"", response, problem, Timings(total=seconds), **rest)
