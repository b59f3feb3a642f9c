import asyncio
import socket

import pytest

from tests.listening import listening, post, until
from webhook_inspector.core.problem import KnownError
from webhook_inspector.net.limits import Limits
from webhook_inspector.net.listener import Listener

REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


async def test_localhost_means_both_loopback_addresses() -> None:
    async with listening(host="localhost") as desk:
        assert b"200 OK" in await post(desk.port, REQUEST)
        if socket.has_ipv6:
            try:
                reader, writer = await asyncio.open_connection("::1", desk.port)
            except OSError:
                return  # this machine has no IPv6 loopback
            writer.write(REQUEST)
            assert await reader.readuntil(b"\r\n") == b"HTTP/1.1 200 OK\r\n"
            writer.close()
            assert desk.captures[1].peer.startswith("[::1]:")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
async def test_a_taken_port_is_named(host: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        listener = Listener(Limits(), lambda exchange: None)
        with pytest.raises(KnownError) as caught:
            await listener.start(host, port)
    assert caught.value.problem.code == "port-taken"
    assert dict(caught.value.problem.particulars) == {"port": port}


@pytest.mark.parametrize(
    ("host", "code"), [("no.such.host.invalid", "address-missing"), ("203.0.113.7", "address-missing")]
)
async def test_an_address_that_is_not_ours(host: str, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        await Listener(Limits(), lambda exchange: None).start(host, 0)
    assert caught.value.problem.code == code


async def test_only_loopback_is_unreachable_from_outside() -> None:
    listener = Listener(Limits(), lambda exchange: None)
    assert not (await listener.start("localhost", 0)).reachable
    await listener.stop()
    everywhere = await listener.start("0.0.0.0", 0)
    await listener.stop()
    assert everywhere.reachable
    assert everywhere.url == f"http://127.0.0.1:{everywhere.port}"


async def test_over_the_limit_the_longest_idle_connection_makes_room() -> None:
    async with listening(Limits(connections=2)) as desk:
        first_reader, first = await asyncio.open_connection("127.0.0.1", desk.port)
        await asyncio.sleep(1.1)
        _, second = await asyncio.open_connection("127.0.0.1", desk.port)
        assert b"200 OK" in await post(desk.port, REQUEST)
        assert await asyncio.wait_for(first_reader.read(), 2) == b""
        first.close()
        second.close()


async def test_over_the_limit_with_none_idle_the_new_one_is_put_off() -> None:
    async with listening(Limits(connections=2)) as desk:
        desk.holds = True
        busy = [asyncio.create_task(post(desk.port, REQUEST)) for _ in range(2)]
        await until(lambda: len(desk.waiting) == 2)
        answer = await post(desk.port, b"", half_close=False)
        assert answer.startswith(b"HTTP/1.1 503 ")
        assert b"Retry-After: 1" in answer
        for exchange in desk.waiting:
            desk.answer(exchange)
        assert all(b"200 OK" in done for done in await asyncio.gather(*busy))


async def test_stopping_lets_requests_finish() -> None:
    async with listening() as desk:
        desk.holds = True
        work = asyncio.create_task(post(desk.port, REQUEST))
        idle_reader, idle = await asyncio.open_connection("127.0.0.1", desk.port)
        await until(lambda: desk.waiting)
        assert desk.listener is not None
        stopping = asyncio.create_task(desk.listener.stop(grace=3))
        assert await asyncio.wait_for(idle_reader.read(), 2) == b""
        with pytest.raises(OSError, match=r"."):
            await asyncio.open_connection("127.0.0.1", desk.port)
        desk.answer(desk.waiting[0])
        assert b"200 OK" in await work
        await asyncio.wait_for(stopping, 2)
        idle.close()
