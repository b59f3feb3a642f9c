"""A request that was sent as one line, for people or for programs, and many of them in a few numbers."""

import json
from collections.abc import Iterator, Sequence

from webhook_inspector.cli.rows import size_text
from webhook_inspector.core.delivery import Attempt, Response
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.headers import first, parse_fields
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import show, visible
from webhook_inspector.drafts.latency import tally
from webhook_inspector.drafts.outcomes import Progress
from webhook_inspector.formats.members import bytes_member
from webhook_inspector.net.attempt import url_of
from webhook_inspector.net.redirect import redirected
from webhook_inspector.resend import Outcome

_TOLD = {Progress.FIXED, Progress.REGRESSED, Progress.STILL_FAILING}
"""What of the run before is worth a word: that all goes well is not."""


def sent_line(outgoing: Outgoing, outcome: Outcome, progress: Progress | None) -> str:
    """`→ 12  500  34 ms  1.2 KiB  http://localhost:3000/stripe  regressed  attempt 7`: the id of the capture comes first."""
    attempt = outcome.attempt
    capture = f"{outcome.delivery.capture}  " if outcome.delivery.capture else ""
    parts = [f"→ {capture}{'---' if attempt.response is None else attempt.response.status}"]
    parts.append(f"{attempt.timings.total * 1000:.0f} ms")
    if attempt.response is not None:
        parts.append(size_text(attempt.response.body_size))
    parts.append(visible(attempt.url))
    parts += [str(progress)] if progress in _TOLD else []
    parts += [f"attempt {attempt.id}"] if attempt.id else []
    parts += _remarks(outgoing, attempt)
    return "  ".join(parts)


def sent_json(outcome: Outcome, progress: Progress | None) -> str:
    """One JSON object, with the whole answer as far as it was kept."""
    attempt = outcome.attempt
    answer = {} if attempt.response is None else _answer(attempt.response)
    return json.dumps(
        {
            "event": "sent",
            "capture": outcome.delivery.capture or None,
            "attempt": attempt.id or None,
            "method": attempt.method,
            "url": attempt.url,
            "status": attempt.response.status if attempt.response else None,
            "problem": None if attempt.problem is None else _words(attempt.problem),
            "milliseconds": round(attempt.timings.total * 1000, 1),
            "progress": None if progress is None else progress.value,
            **answer,
        }
    )


def dry_json(capture: int, outgoing: Outgoing) -> str:
    """What would be sent, as one JSON object."""
    head, body = bytes_member("head", outgoing.head), bytes_member("body", outgoing.body)
    return json.dumps({"event": "dry_run", "capture": capture or None, "url": url_of(outgoing), **head, **body})


def tally_lines(attempts: Sequence[Attempt]) -> Iterator[str]:
    """`20 sent, 18 accepted, 2 failed (500 × 2); 3 ms at least, 8 ms in the middle, 20 ms at 95 %, 31 ms at most`."""
    found = tally(attempts)
    words = f"{found.count:,} sent, {found.succeeded:,} accepted"
    if found.failed:
        # A kind of failure is a status or, where there was no answer, the code of its problem.
        kinds = ", ".join(
            f"{kind if kind.isdecimal() else 'no answer'} × {count:,}" for kind, count in found.failures[:5]
        )
        words += f", {found.failed:,} failed ({kinds})"
    if found.latency is not None:
        low, middle, high, most = (
            f"{seconds * 1000:.0f} ms"
            for seconds in (found.latency.least, found.latency.median, found.latency.p95, found.latency.most)
        )
        words += f"; {low} at least, {middle} in the middle, {high} at 95 %, {most} at most"
    yield words


def _remarks(outgoing: Outgoing, attempt: Attempt) -> Iterator[str]:
    if attempt.problem is not None:
        yield _words(attempt.problem)
    elif attempt.response is not None and attempt.response.status // 100 == 3:
        yield from _redirect(outgoing, attempt.response)


def _redirect(outgoing: Outgoing, response: Response) -> Iterator[str]:
    """Where it leads: nothing follows it."""
    location = first(parse_fields(response.head.partition(b"\n")[2]), b"location")
    if location:
        found = redirected(outgoing, response)
        yield _words(found) if isinstance(found, Problem) else f"not followed to {visible(url_of(found))}"


def _answer(response: Response) -> dict[str, object]:
    fields = parse_fields(response.head.partition(b"\n")[2])
    headers = [[show(name), show(value)] for name, value in fields]
    return {"size": response.body_size, "headers": headers, **bytes_member("body", response.body)}


def _words(problem: Problem) -> str:
    return visible(sentence(problem))
