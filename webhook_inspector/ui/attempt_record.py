"""One attempt in place of a capture: the panes of captures show its request, or its response, with the views that they have."""

from webhook_inspector.core.capture import Capture, Record
from webhook_inspector.core.delivery import Attempt


def record_of(attempt: Attempt, *, response: bool) -> Record | None:
    """The request as it was sent, or the response; None where there was none."""
    answer = attempt.response
    if response and answer is None:
        return None
    head, body = (answer.head, answer.body) if response and answer else (attempt.sent_head, attempt.sent_body)
    capture = Capture(attempt.started_ns, attempt.peer, "http", head, body, body_size=len(body))
    return Record(capture, 0, id=attempt.id)
