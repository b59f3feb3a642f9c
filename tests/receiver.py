"""A receiver on a raw socket: it remembers the bytes that came and plays answers that were written down beforehand."""

import asyncio
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@dataclass
class Talk:
    """One connection, for the scripts."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    gone: asyncio.Event

    async def say(self, raw: bytes) -> None:
        self.writer.write(raw)
        await self.writer.drain()

    async def hang_up(self) -> None:
        self.writer.close()

    async def reset(self) -> None:
        """Drops the connection as a process that is killed does."""
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()

    async def until_gone(self) -> bytes:
        """Waits until the other side hangs up; what came meanwhile."""
        came = b""
        try:
            while piece := await self.reader.read(2**16):
                came += piece
        except ConnectionError:
            pass
        return came


Script = Callable[[Talk], Awaitable[None]]
"""What is done after a request has come."""


@dataclass
class Receiver:
    port: int = 0
    size: int = 0
    """Bytes of a request; 0: as its Content-Length says."""
    requests: list[bytes] = field(default_factory=list)
    connections: int = 0
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the other side has hung up on a script that waits for it."""
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a request has come."""
    scripts: list[Script] = field(default_factory=list)
    """One for each request, in order; the last one is played again and again."""

    @property
    def seen(self) -> bytes:
        """The one request that came."""
        (only,) = self.requests
        return only


def answer(raw: bytes = OK, *, close: bool = False) -> Script:
    async def script(talk: Talk) -> None:
        await talk.say(raw)
        if close:
            await talk.hang_up()

    return script


async def hang_up(talk: Talk) -> None:
    await talk.hang_up()


async def reset(talk: Talk) -> None:
    await talk.reset()


def silent(first: bytes = b"") -> Script:
    """Says `first` and then nothing, until the other side hangs up."""

    async def script(talk: Talk) -> None:
        if first:
            await talk.say(first)
        await talk.until_gone()
        talk.gone.set()

    return script


@asynccontextmanager
async def receiving(
    *scripts: Script, size: int = 0, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
) -> AsyncIterator[Receiver]:
    receiver = Receiver(size=size, scripts=list(scripts) or [answer()])
    running: set[asyncio.Task[object]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        running.add(task)
        receiver.connections += 1
        try:
            await _serve(receiver, Talk(reader, writer, receiver.gone))
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            pass
        finally:
            running.discard(task)
            writer.close()

    server = await asyncio.start_server(connected, host, 0, ssl=tls, limit=2**22)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
        left = list(running)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


async def _serve(receiver: Receiver, talk: Talk) -> None:
    while not talk.writer.is_closing():
        request = await _request(talk.reader, receiver.size)
        receiver.requests.append(request)
        receiver.arrived.set()
        script = receiver.scripts.pop(0) if len(receiver.scripts) > 1 else receiver.scripts[0]
        await script(talk)


async def _request(reader: asyncio.StreamReader, size: int) -> bytes:
    if size:
        return await reader.readexactly(size)
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [line.partition(b":")[2] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    return head + await reader.readexactly(int(lengths[0]) if lengths else 0)
