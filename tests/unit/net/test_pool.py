import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Sequence

import pytest

from tests.receiver import Receiver, receiving, silent
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import KnownError
from webhook_inspector.net.course import COURSE, Course, Phase
from webhook_inspector.net.nearness import Reach
from webhook_inspector.net.pool import Lookup, Pool, look_up
from webhook_inspector.net.trust import Trust


def to(host: str, port: int) -> Outgoing:
    return Outgoing("http", host, port, b"")


def leads(*addresses: str) -> Lookup:
    async def lookup(host: str, port: int) -> Sequence[str]:
        return addresses

    return lookup


@contextlib.asynccontextmanager
async def pooled(lookup: Lookup | None = None) -> AsyncIterator[Pool]:
    pool = Pool(lookup)
    mark = COURSE.set(Course())
    try:
        yield pool
    finally:
        COURSE.reset(mark)
        await pool.close()


async def connected(pool: Pool, receiver: Receiver, *, reach: Reach = Reach.ANYTHING, fresh: bool = False) -> bool:
    """Whether a connection was made for it, which is given back."""
    course = Course()
    mark = COURSE.set(course)
    try:
        line = await pool.connect(to("127.0.0.1", receiver.port), None, reach, Trust(), fresh=fresh)
        line.release()
    finally:
        COURSE.reset(mark)
    return course.phase is Phase.CONNECT


async def test_what_was_given_back_is_lent_again() -> None:
    async with receiving(silent()) as receiver, pooled() as pool:
        assert await connected(pool, receiver)
        assert not await connected(pool, receiver)


async def test_who_wants_a_fresh_one_gets_a_fresh_one() -> None:
    async with receiving(silent()) as receiver, pooled() as pool:
        await connected(pool, receiver)
        assert await connected(pool, receiver, fresh=True)
        assert await connected(pool, receiver, fresh=True)


async def test_a_rule_gets_no_connection_that_was_made_by_hand() -> None:
    async with receiving(silent()) as receiver, pooled() as pool:
        await connected(pool, receiver, reach=Reach.ANYTHING)
        assert await connected(pool, receiver, reach=Reach.FORWARD)


async def test_the_address_is_judged_that_is_connected_to() -> None:
    async with receiving() as receiver, pooled(leads("127.0.0.1")) as pool:
        target = to("rebind.example.com", receiver.port)
        with pytest.raises(KnownError) as caught:
            await pool.connect(target, None, Reach.FORWARD, Trust(), fresh=False)
        assert caught.value.problem.code == "sending-address-private"
        assert receiver.connections == 0
        (await pool.connect(target, None, Reach.ANYTHING, Trust(), fresh=False)).close()


async def test_addresses_that_are_refused_are_left_out() -> None:
    async with receiving(silent()) as receiver, pooled(leads("169.254.169.254", "127.0.0.1")) as pool:
        line = await pool.connect(to("two.example.com", receiver.port), None, Reach.ANYTHING, Trust(), fresh=False)
        assert line.transport
        assert line.transport.get_extra_info("peername")[0] == "127.0.0.1"
        line.close()


async def test_a_name_is_looked_up_for_each_connection() -> None:
    asked = []

    async def lookup(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"]

    async with receiving(silent()) as receiver, pooled(lookup) as pool:
        for _ in range(2):
            line = await pool.connect(to("app.example.com", receiver.port), None, Reach.ANYTHING, Trust(), fresh=False)
            line.close()
    assert asked == ["app.example.com"] * 2


async def test_a_name_without_addresses_is_unknown() -> None:
    async with pooled(leads()) as pool:
        with pytest.raises(KnownError) as caught:
            await pool.connect(to("nowhere.example.com", 80), None, Reach.ANYTHING, Trust(), fresh=False)
    assert caught.value.problem.code == "sending-name-unknown"


async def test_closing_cuts_what_is_in_use() -> None:
    async with receiving(silent()) as receiver:
        async with pooled() as pool:
            line = await pool.connect(to("127.0.0.1", receiver.port), None, Reach.ANYTHING, Trust(), fresh=False)
        assert line.transport is None
        line.close()


async def test_the_system_knows_this_machine() -> None:
    assert set(await look_up("localhost", 80)) <= {"127.0.0.1", "::1"}
    assert await look_up("127.0.0.1", 80) == ["127.0.0.1"]


async def test_a_name_that_the_system_does_not_know_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(socket.gaierror):
        await look_up("nowhere.example.com", 80)


async def test_a_lookup_can_be_left_waiting() -> None:
    started, never = asyncio.Event(), asyncio.Event()

    async def lookup(host: str, port: int) -> Sequence[str]:
        started.set()
        await never.wait()
        return []

    async with pooled(lookup) as pool:
        task = asyncio.create_task(pool.connect(to("slow.example.com", 1), None, Reach.ANYTHING, Trust(), fresh=False))
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
