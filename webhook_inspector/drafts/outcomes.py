"""One run beside the run before: what is mended, what is newly broken, and in what two responses differ."""

from dataclasses import replace
from enum import StrEnum

from webhook_inspector.compare.change import Change, Kind, Place, Row, Section
from webhook_inspector.compare.comparison import PLAINLY, Comparison, Wanted, compare
from webhook_inspector.core.capture import Capture, Record
from webhook_inspector.core.delivery import Attempt, Response
from webhook_inspector.core.text import show


class Progress(StrEnum):
    FIRST_PASSED = "passed"
    FIRST_FAILED = "failed"
    FIXED = "fixed"
    REGRESSED = "regressed"
    STILL_FAILING = "still failing"
    STILL_PASSING = "still passing"


_PROGRESS = {
    (None, True): Progress.FIRST_PASSED,
    (None, False): Progress.FIRST_FAILED,
    (False, True): Progress.FIXED,
    (True, False): Progress.REGRESSED,
    (False, False): Progress.STILL_FAILING,
    (True, True): Progress.STILL_PASSING,
}


def progress(before: Attempt | None, after: Attempt) -> Progress:
    return _PROGRESS[None if before is None else before.succeeded, after.succeeded]


def compare_responses(before: Attempt, after: Attempt, wanted: Wanted = PLAINLY) -> Comparison | None:
    """Status, headers and body; None where either had no answer. For megabytes not for the window's thread.

    Its first section holds the status lines; the change of one is called `status`.
    """
    if before.response is None or after.response is None:
        return None
    found = compare(_record(before, before.response), _record(after, after.response), wanted)
    remarks = tuple(replace(one, code=_REMARKS.get(one.code, one.code)) for one in found.remarks)
    return replace(found, sections=(_status(before.response, after.response), *found.sections[1:]), remarks=remarks)


_REMARKS = {"compare-part": "response-part", "compare-lines": "response-lines"}
"""Remarks that speak of a capture, and what is said of a response instead."""


def _record(attempt: Attempt, response: Response) -> Record:
    """A response as what `compare` takes: headers and body are the same in both."""
    capture = Capture(
        received_ns=attempt.started_ns,
        peer=attempt.peer,
        scheme="http",
        head=response.head,
        body=response.body,
        body_size=max(response.body_size, len(response.body)),
    )
    return Record(capture, response.status, id=attempt.number)


def _status(before: Response, after: Response) -> Section:
    old, new = (show(one.head.partition(b"\n")[0].rstrip(b"\r")) for one in (before, after))
    changes = () if old == new else (Change(Place.STATUS, "status", old, new),)
    return Section(Place.STATUS, (Row(Kind.CHANGED if changes else Kind.SAME, old, new),), changes)
