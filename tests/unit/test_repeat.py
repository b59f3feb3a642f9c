import asyncio

import pytest

from webhook_inspector.repeat import run


async def test_each_turn_is_sent_and_told_at_its_place():
    told = {}

    async def send(which):
        return which * 10

    await run([(0.02, 1), (0.0, 2), (0.01, 1)], send, told.__setitem__)
    assert told == {0: 10, 1: 20, 2: 10}
    assert list(told) == [1, 2, 0]


async def test_nothing_is_sent_before_its_time():
    loop, times = asyncio.get_running_loop(), []
    begun = loop.time()

    async def send(_which):
        times.append(loop.time() - begun)

    await run([(0.0, 0), (0.05, 0), (0.1, 0)], send, lambda *_: None)
    assert [time >= wanted - 0.001 for time, wanted in zip(times, (0, 0.05, 0.1), strict=True)] == [True] * 3


async def test_no_more_than_so_many_are_under_way():
    under_way, most = 0, 0

    async def send(_which):
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.005)
        under_way -= 1

    done = []
    await run([(0.0, 0)] * 20, send, lambda place, _: done.append(place), at_once=3)
    assert (most, sorted(done)) == (3, list(range(20)))


async def test_cancelled_it_cancels_what_is_under_way():
    begun, ended = asyncio.Event(), []

    async def send(which):
        begun.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(which)

    running = asyncio.ensure_future(run([(0.0, 1), (60.0, 2)], send, lambda *_: None))
    await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert ended == [1]
