"""Deliveries and attempts for the terminal: as lines for people, or as JSON objects."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from webhook_inspector.bodies.pretty import render
from webhook_inspector.cli.rows import local_time, size_text
from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState, Timings
from webhook_inspector.core.headers import first, parse_fields
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import show, visible
from webhook_inspector.formats.members import bytes_member
from webhook_inspector.formats.moment import rfc3339

_PHASES = (("name", "dns"), ("connection", "connect"), ("TLS", "tls"), ("first byte", "first_byte"), ("all", "total"))
"""What each of the timings is called, with its field."""

Attempts = Mapping[int, Sequence[Attempt]]
"""By the id of their delivery."""


def listed(deliveries: Sequence[Delivery], attempts: Attempts) -> Iterator[str]:
    """`5  2026-11-24 09:09:10.123  capture 12  delivered  200  http://localhost:3000/stripe  by app`, and its attempts under it."""
    for one in deliveries:
        yield "  ".join(filter(None, _cells(one)))
        yield from (f"    {_attempt_line(attempt)}" for attempt in attempts.get(one.id, ()))
    if not deliveries:
        yield "Nothing was sent. Send something: webhook-inspector resend latest --to http://localhost:3000"


def objects(deliveries: Sequence[Delivery], attempts: Attempts) -> Iterator[str]:
    for one in deliveries:
        found = _object(one)
        if one.id in attempts:
            found["tries"] = [_outcome(attempt) for attempt in attempts[one.id]]
        yield json.dumps(found)


def attempt_page(attempt: Attempt) -> Iterator[str]:
    """All that went out and all that came back."""
    yield f"Attempt {attempt.id}: {visible(attempt.method)} {visible(attempt.url)}"
    yield f"  Started   {local_time(attempt.started_ns)}, {rfc3339(attempt.started_ns)}"
    if attempt.peer:
        yield f"  To        {attempt.peer}"
    yield f"  Took      {_took(attempt.timings)}"
    if attempt.problem is not None:
        yield f"  Problem   {_words(attempt.problem)}"
    yield from ("", "Sent")
    yield from _message(attempt.sent_head, attempt.sent_body, whole=True)
    if attempt.response is not None:
        kept = len(attempt.response.body)
        yield from ("", "Answered")
        yield from _message(attempt.response.head, attempt.response.body, whole=kept >= attempt.response.body_size)
        if kept < attempt.response.body_size:
            yield f"  … the first {size_text(kept)} of {size_text(attempt.response.body_size)} were kept"


def attempt_object(attempt: Attempt) -> str:
    sent = {**bytes_member("sent_head", attempt.sent_head), **bytes_member("sent_body", attempt.sent_body)}
    answered: dict[str, Any] = {}
    if attempt.response is not None:
        answered = {**bytes_member("head", attempt.response.head), **bytes_member("body", attempt.response.body)}
    seconds = {name: getattr(attempt.timings, field) for name, field in _PHASES}
    return json.dumps({**_outcome(attempt), "method": attempt.method, "seconds": seconds, **sent, **answered})


def _cells(one: Delivery) -> tuple[str, ...]:
    waits = one.state is DeliveryState.WAITING and one.next_ns
    return (
        f"{one.id:>5}",
        local_time(one.created_ns),
        f"capture {one.capture}" if one.capture else "",
        f"{one.state.value:<9}",
        str(one.status) if one.status else "---",
        visible(one.target),
        f"by {visible(one.rule)}" if one.rule else "",
        f"{one.attempts} attempts" if one.attempts > 1 else "",
        f"next at {local_time(one.next_ns)}" if waits else "",
        _words(one.problem) if one.problem else "",
    )


def _object(one: Delivery) -> dict[str, Any]:
    return {
        "id": one.id,
        "created_at": rfc3339(one.created_ns),
        "capture": one.capture or None,
        "rule": one.rule or None,
        "target": one.target,
        "state": one.state.value,
        "attempts": one.attempts,
        "next_at": rfc3339(one.next_ns) if one.next_ns else None,
        "status": one.status or None,
        "problem": _words(one.problem) if one.problem else None,
    }


def _attempt_line(attempt: Attempt) -> str:
    response = attempt.response
    outcome = "---" if response is None else f"{response.status}"
    parts = [f"attempt {attempt.id}", local_time(attempt.started_ns), outcome, f"{attempt.timings.total * 1000:.0f} ms"]
    parts += [size_text(response.body_size)] if response is not None else []
    parts += [_words(attempt.problem)] if attempt.problem is not None else []
    return "  ".join(parts)


def _outcome(attempt: Attempt) -> dict[str, Any]:
    response = attempt.response
    return {
        "attempt": attempt.id,
        "number": attempt.number,
        "started_at": rfc3339(attempt.started_ns),
        "url": attempt.url,
        "peer": attempt.peer or None,
        "status": response.status if response else None,
        "size": response.body_size if response else None,
        "problem": _words(attempt.problem) if attempt.problem else None,
        "milliseconds": round(attempt.timings.total * 1000, 1),
    }


def _took(timings: Timings) -> str:
    found = ((name, getattr(timings, field)) for name, field in _PHASES)
    return ", ".join(f"{name} {seconds * 1000:.1f} ms" for name, seconds in found if seconds is not None)


def _message(head: bytes, body: bytes, *, whole: bool) -> Iterator[str]:
    lines = (line.removesuffix(b"\r") for line in head.split(b"\n"))
    yield from (f"  {show(line)}" for line in lines if line)
    if body:
        fields = parse_fields(head.partition(b"\n")[2])
        kinds = (show(first(fields, name) or b"") for name in (b"content-type", b"content-encoding"))
        rendered = render(body, *kinds, pretty=True, whole=whole)
        yield ""
        yield from (f"  {line}" for line in (*(f"({note})" for note in rendered.notes), *rendered.lines))


def _words(problem: Problem) -> str:
    return visible(sentence(problem))
