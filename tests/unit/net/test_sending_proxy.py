"""The sender through a proxy: a small one that forwards what has an absolute target and makes tunnels."""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.authority import root
from tests.receiver import Receiver, receiving
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.net.sending import Options, Sender
from webhook_inspector.net.trust import Trust

HEAD = b"POST /a?b HTTP/1.1\r\nhOst: x\r\nContent-Length: 3\r\n\r\n"
PATIENT = Options(connect_timeout=20, timeout=25)


@dataclass
class Middle:
    """A proxy: each request's head, and the port of this machine to which everything is led."""

    port: int = 0
    heads: list[bytes] = field(default_factory=list)
    onward: int = 0
    refuses: bool = False


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while piece := await reader.read(2**16):
            writer.write(piece)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


@asynccontextmanager
async def proxying(onward: int, *, refuses: bool = False) -> AsyncIterator[Middle]:
    middle = Middle(onward=onward, refuses=refuses)
    running: set[asyncio.Task[object]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        running.add(task)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            middle.heads.append(head)
            if refuses:
                writer.write(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n")
                return
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", onward)
            if head.startswith(b"CONNECT "):
                writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            else:
                far_writer.write(head)
            await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))
        except (asyncio.CancelledError, asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            running.discard(task)
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    middle.port = server.sockets[0].getsockname()[1]
    try:
        yield middle
    finally:
        server.close()
        left = list(running)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


async def nowhere(host: str, port: int) -> Sequence[str]:
    raise AssertionError(f"{host} is the proxy's to look up")


@asynccontextmanager
async def sending(environment: dict[str, str]) -> AsyncIterator[Sender]:
    sender = Sender(nowhere, environment)
    try:
        yield sender
    finally:
        await sender.close()


def to(receiver: Receiver, scheme: str = "http") -> Outgoing:
    return Outgoing(scheme, "app.example.com", receiver.port, HEAD, b"abc")


async def test_a_plain_request_gets_an_absolute_target() -> None:
    async with receiving() as receiver, proxying(receiver.port) as middle:
        environment = {"HTTP_PROXY": f"http://me:pw@127.0.0.1:{middle.port}"}
        async with sending(environment) as sender:
            sent = await sender.send(to(receiver), PATIENT)
    absolute = HEAD.replace(b"/a", f"http://app.example.com:{receiver.port}/a".encode())
    assert sent.problem is None
    assert sent.head == absolute
    assert sent.peer == f"127.0.0.1:{middle.port}"
    line, _, rest = absolute.partition(b"\r\n")
    assert receiver.seen == line + b"\r\nProxy-Authorization: Basic bWU6cHc=\r\n" + rest + b"abc"


async def test_tls_goes_through_a_tunnel_byte_for_byte(tmp_path: Path) -> None:
    authority = root(time.time())
    certificate = authority.issue("app.example.com", time.time())
    (tmp_path / "chain.pem").write_bytes(certificate.pem + certificate.key_pem)
    (tmp_path / "ca.pem").write_bytes(authority.pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "chain.pem")
    options = Options(connect_timeout=20, timeout=25, trust=Trust(ca_file=tmp_path / "ca.pem"))
    async with receiving(tls=context) as receiver, proxying(receiver.port) as middle:
        environment = {"https_proxy": f"http://me:pw@127.0.0.1:{middle.port}"}
        async with sending(environment) as sender:
            sent = await sender.send(to(receiver, "https"), options)
            again = await sender.send(to(receiver, "https"), options)
    assert (sent.problem, again.problem) == (None, None)
    assert sent.head == HEAD
    assert receiver.requests == [HEAD + b"abc"] * 2
    assert sent.timings.tls is not None
    (head,) = middle.heads
    assert head.startswith(f"CONNECT app.example.com:{receiver.port} HTTP/1.1\r\n".encode())
    assert b"Proxy-Authorization: Basic bWU6cHc=\r\n" in head


async def test_a_tunnel_that_is_refused() -> None:
    async with receiving() as receiver, proxying(receiver.port, refuses=True) as middle:
        proxy = f"http://127.0.0.1:{middle.port}"
        async with sending({"HTTPS_PROXY": proxy}) as sender:
            sent = await sender.send(to(receiver, "https"), PATIENT)
    origin = f"https://app.example.com:{receiver.port}"
    assert sent.problem == Problem.of(
        "sending-proxy-refused", proxy=proxy, origin=origin, status=407, name="HTTPS_PROXY"
    )


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_proxy_that_is_not_there(scheme: str) -> None:
    async with receiving() as receiver:
        pass
    async with sending({"all_proxy": f"http://user:secret@127.0.0.1:{receiver.port}"}) as sender:
        sent = await sender.send(to(receiver, scheme), PATIENT)
    assert sent.problem is not None
    assert sent.problem.code == "sending-proxy-unreachable"
    assert "secret" not in sentence(sent.problem)
    assert "all_proxy" in sentence(sent.problem)


async def test_a_setting_that_cannot_be_used() -> None:
    async with receiving() as receiver, sending({"http_proxy": "socks5://127.0.0.1:1"}) as sender:
        sent = await sender.send(to(receiver), PATIENT)
    assert sent.problem == Problem.of("sending-proxy-setting", name="http_proxy")


async def test_this_machine_and_who_wants_none_go_without() -> None:
    async with receiving() as receiver, sending({"http_proxy": "http://127.0.0.1:1"}) as sender:
        sent = await sender.send(Outgoing("http", "127.0.0.1", receiver.port, HEAD, b"abc"), PATIENT)
        assert sent.problem is None
    assert receiver.seen == HEAD + b"abc"


async def test_proxies_can_be_switched_off() -> None:
    async def here(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    sender = Sender(here, {"http_proxy": "http://127.0.0.1:1"})
    async with receiving() as receiver:
        sent = await sender.send(to(receiver), Options(connect_timeout=20, timeout=25, proxies=False))
        await sender.close()
    assert (sent.problem, sent.head) == (None, HEAD)
