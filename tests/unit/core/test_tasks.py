import asyncio

import pytest

from tests.watch import ExpectedLog
from webhook_inspector.core.tasks import Tasks


async def test_a_failure_is_told(expected_log: ExpectedLog) -> None:
    expected_log("task boom failed")
    tasks = Tasks()

    async def boom() -> None:
        raise RuntimeError("boom")

    task = tasks.spawn(boom(), name="boom")
    with pytest.raises(RuntimeError):
        await task
    await asyncio.sleep(0)


async def test_stopping_ends_what_runs() -> None:
    tasks = Tasks()
    task = tasks.spawn(asyncio.sleep(60), name="long")
    await tasks.stop()
    assert task.cancelled()
