"""What was sent, and what came of it, as the attempt that is kept."""

from dataclasses import replace

from webhook_inspector.core.capture import Head
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.text import show
from webhook_inspector.net.sending import Sent


def attempt_of(outgoing: Outgoing, sent: Sent, started_ns: int, number: int = 1) -> Attempt:
    return Attempt(
        started_ns=started_ns,
        method=Head.parse(outgoing.head).method,
        url=url_of(outgoing),
        sent_head=sent.head,
        sent_body=outgoing.body,
        response=sent.response,
        problem=sent.problem,
        timings=sent.timings,
        peer=sent.peer,
        number=number,
    )


def url_of(outgoing: Outgoing) -> str:
    """Where it goes, for showing; a target that is no path, `*` say, tells nothing of that."""
    target = show(Head.parse(outgoing.head).target)
    return outgoing.origin + (target if target.startswith("/") else "/")


def without_bodies(attempt: Attempt) -> Attempt:
    """For whoever is told of it."""
    response = attempt.response and replace(attempt.response, body=b"")
    return replace(attempt, sent_body=b"", response=response)
