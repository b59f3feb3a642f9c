"""The one path of a captured request: what it is and what we answer. Pure, and a matter of microseconds."""

from webhook_inspector.core.capture import Capture, Reply
from webhook_inspector.core.sentences import sentence

RETRY_AFTER_SECONDS = 5


def plan_reply(capture: Capture, refused: int | None = None) -> Reply:
    """What to answer: `refused` is the status of a request that was not taken, None for one that was.

    CONNECT is never answered with a 2xx, which would promise a tunnel (RFC 9110 section 9.3.6).
    """
    if refused == 503:
        return try_again()
    if refused is not None:
        words = sentence(capture.problem) if capture.problem else ""
        return Reply(
            refused, fields=((b"Content-Type", b"text/plain; charset=utf-8"),), body=words.encode(), close=True
        )
    if capture.head.startswith(b"CONNECT "):
        return Reply(405, fields=((b"Allow", b"GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),), close=True)
    return Reply()


def try_again() -> Reply:
    """For a request that could not be stored: its sender shall come again."""
    return Reply(503, fields=((b"Retry-After", b"%d" % RETRY_AFTER_SECONDS),))
