import asyncio
import threading

import pytest

from tests.watch import ExpectedLog
from webhook_inspector.core.tasks import Tasks, aside


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


async def test_work_aside_brings_its_outcome_back() -> None:
    assert await aside(lambda: threading.current_thread().name) == "aside"
    assert await aside(lambda: None) is None
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0)


async def test_nobody_waits_for_work_aside_at_the_end() -> None:
    gate = threading.Event()
    task = asyncio.get_running_loop().create_task(aside(gate.wait))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "aside")
    gate.set()
    await asyncio.sleep(0.01)
