import asyncio

import pytest

from tests.unit.store.stage import Bench
from webhook_inspector.core.problem import KnownError
from webhook_inspector.store.steps import Steps


def count(connection) -> int:
    return connection.execute("SELECT count(*) FROM captures").fetchone()[0]


async def test_a_step_gives_what_it_found(bench):
    one: Bench = bench().start()
    one.keep(3)
    assert await Steps(one.writer.change).do(count) == 3


async def test_a_step_that_fails_changes_nothing(bench, other):
    one: Bench = bench().start()
    one.keep(1)
    other(one.path, "BEGIN IMMEDIATE")
    with pytest.raises(KnownError, match="store-locked"):
        await Steps(one.writer.change).do(lambda connection: connection.execute("DELETE FROM captures"))


async def test_without_a_writer_at_work_nothing_can_be_changed(bench):
    with pytest.raises(KnownError, match="store-not-ours"):
        await Steps(bench().writer.change).do(count)


async def test_nobody_may_wait_any_more(bench):
    one: Bench = bench().start()
    waiting = asyncio.ensure_future(Steps(one.writer.change).do(count))
    await asyncio.sleep(0)
    waiting.cancel()
    one.keep(1)
    assert await Steps(one.writer.change).do(count) == 1
