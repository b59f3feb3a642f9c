import asyncio
import threading
from time import monotonic

import pytest

from webhook_inspector.core.tasks import Tasks
from webhook_inspector.ui.workshop import Latest, Workshop


async def test_works_on_another_thread():
    workshop = Workshop()
    assert await workshop.do(threading.get_ident) != threading.get_ident()
    workshop.close()


async def test_hands_on_what_went_wrong():
    workshop = Workshop()
    with pytest.raises(ZeroDivisionError):
        await workshop.do(lambda: 1 // 0)
    workshop.close()


async def test_work_that_still_waits_is_dropped_when_it_is_cancelled():
    workshop = Workshop()
    gate, ran = threading.Event(), []
    busy = [asyncio.ensure_future(workshop.do(gate.wait)) for _ in range(2)]
    waiting = asyncio.ensure_future(workshop.do(lambda: ran.append(1)))
    await asyncio.sleep(0.02)
    waiting.cancel()
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*busy)
    await workshop.do(lambda: None)
    assert ran == []
    workshop.close()


async def test_only_the_latest_counts():
    tasks, done = Tasks(), []
    latest = Latest(tasks, "test")

    async def work(name: str) -> None:
        await asyncio.sleep(0.01)
        done.append(name)

    latest.start(work("old"))
    await asyncio.sleep(0)
    latest.start(work("new"))
    await asyncio.sleep(0.05)
    assert done == ["new"]


async def test_stop_ends_it():
    tasks, done = Tasks(), []
    latest = Latest(tasks, "test")

    async def work() -> None:
        done.append(1)

    latest.start(work())
    latest.stop()
    await asyncio.sleep(0.01)
    assert done == []
    latest.stop()


async def test_what_comes_after_the_end_is_cancelled():
    workshop = Workshop()
    workshop.close()
    with pytest.raises(asyncio.CancelledError):
        await workshop.do(lambda: 1)


def test_work_rests_while_the_window_paints():
    workshop = Workshop()
    workshop.hush()
    until = workshop._hushed_until
    assert until > 0
    workshop.breathe()
    assert monotonic() >= until
    workshop.close()


def test_work_does_not_rest_for_ever():
    workshop = Workshop()
    workshop._hushed_until = monotonic() + 3600
    workshop.breathe()
    workshop.close()
