import json
from datetime import UTC, datetime

import pytest

from tests.listening import listening
from webhook_inspector.core.problem import KnownError
from webhook_inspector.net.sender import post_test

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


async def test_the_test_webhook_arrives() -> None:
    async with listening() as desk:
        assert await post_test(f"http://127.0.0.1:{desk.port}", now=NOW) == 200
    (capture,) = desk.captures
    event = json.loads(capture.body)
    assert capture.head.startswith(b"POST /test HTTP/1.1\r\n")
    assert event["type"] == "webhook.test"
    assert event["created"] == "2026-01-02T03:04:05.000Z"


async def test_where_nobody_listens_it_says_so() -> None:
    async with listening() as desk:
        port = desk.port
    with pytest.raises(KnownError) as caught:
        await post_test(f"http://127.0.0.1:{port}", now=NOW)
    assert caught.value.problem.code == "send-failed"
