"""An attempt at a delivery as one line, for people or for programs."""

import json

from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible

_AFTER = {
    DeliveryState.WAITING: "will be tried again",
    DeliveryState.DELIVERED: "delivered",
    DeliveryState.FAILED: "given up",
    DeliveryState.STOPPED: "stopped",
}


def attempt_line(delivery: Delivery, attempt: Attempt) -> str:
    """`→ 12  200  http://localhost:3000/stripe  34 ms  delivered`: the id of the capture comes first."""
    outcome = "---" if attempt.response is None else str(attempt.response.status)
    took = f"{attempt.timings.total * 1000:.0f} ms"
    after = _AFTER[delivery.state]
    if attempt.number > 1:
        after += f" ({attempt.number} attempts)"
    why = "" if attempt.problem is None else f"  {_words(attempt.problem)}"
    return f"→ {delivery.capture}  {outcome}  {visible(attempt.url)}  {took}  {after}{why}"


def attempt_json(delivery: Delivery, attempt: Attempt) -> str:
    """One JSON object, whose `event` tells it from a capture."""
    return json.dumps(
        {
            "event": "attempted",
            "capture": delivery.capture,
            "delivery": delivery.id,
            "attempt": attempt.number,
            "rule": delivery.rule,
            "url": attempt.url,
            "state": delivery.state.value,
            "status": attempt.response.status if attempt.response else None,
            "problem": None if attempt.problem is None else _words(attempt.problem),
            "milliseconds": round(attempt.timings.total * 1000, 1),
        }
    )


def _words(problem: Problem) -> str:
    return visible(sentence(problem))
