"""Sends requests. For now one: the test webhook with which a new user sees the first row."""

import json
from datetime import UTC, datetime

from webhook_inspector.core.problem import KnownError, Problem

TIMEOUT_SECONDS = 10


async def post_test(url: str, *, now: datetime) -> int:
    """Posts a small JSON webhook to our own listener and returns the status of the answer.

    `now` becomes the event's time. Raises KnownError `send-failed` where the listener cannot be reached.
    """
    import aiohttp  # 150 ms: only when the first test is sent

    timeout = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
    headers = {"Content-Type": "application/json", "User-Agent": "webhook-inspector-test"}
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=False) as session,
            session.post(url + "/test", data=json.dumps(test_event(now)).encode(), headers=headers) as response,
        ):
            return response.status
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise KnownError(Problem.of("send-failed", url=url, reason=str(error) or type(error).__name__)) from error


def test_event(now: datetime) -> dict[str, object]:
    """What the test webhook says, in the shape that most providers use."""
    moment = now.astimezone(UTC)
    return {
        "id": f"evt_test_{int(moment.timestamp() * 1000)}",
        "type": "webhook.test",
        "created": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "livemode": False,
        "data": {"message": "It works. This is what a webhook looks like.", "amount": 1990, "currency": "BRL"},
    }
