"""A pasted text as a draft: a curl command, or a request as `.http` files have it."""

import io

from webhook_inspector.core.draft import Draft
from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import show
from webhook_inspector.drafts.captured import draft_of
from webhook_inspector.formats import http
from webhook_inspector.formats.curl_command import draft_of_command, is_command

_NAME = ".http"
"""What a sentence about the text calls it, as there is no file."""


def draft_of_text(text: str) -> Draft:
    """The first request of the text. Raises KnownError that says what stands in the way."""
    return draft_of_command(text) if is_command(text) else draft_of_http(text)


def draft_of_http(text: str) -> Draft:
    """Of several requests the first."""
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    record = next(http.load(stream, _NAME, lambda: 0), None)
    if record is None:
        raise KnownError(Problem.of("pasted-no-request"))
    host = first(record.capture.parsed().fields, b"host")
    if not host:
        raise KnownError(Problem.of("pasted-no-host"))
    return draft_of(record, f"{record.capture.scheme}://{show(host)}")
