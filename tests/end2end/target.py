"""A target of forwarding that fails in every way, on a thread of its own; it remembers what it has accepted."""

import asyncio
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

SLOW_SECONDS = 0.1
Behave = Callable[[int], str]
"""What is done with the request of that number, from 1: `ok`, `slow`, `500`, `429`, `hang up`."""


def moody(seed: int, faults: float) -> Behave:
    """Fails so often, each time in another way; asks twice to be left alone for a second."""
    chance = random.Random(seed)

    def behave(number: int) -> str:
        if number in {20, 400}:
            return "429"
        return chance.choice(["500", "hang up", "slow"]) if chance.random() < faults else "ok"

    return behave


@dataclass
class Target:
    behave: Behave
    port: int = 0
    came: int = 0
    accepted: list[bytes] = field(default_factory=list)
    """Bodies that were answered with 200, in their order."""

    def __post_init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, name="target")
        self._thread.start()

    def open(self) -> None:
        self._do(self._open())

    def close(self) -> None:
        """Nothing listens there any more, and open connections are cut."""
        self._do(self._close())

    def end(self) -> None:
        self.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, work) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        if self._server is not None:
            self._server.close()
        for talk in list(self._talks):
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        try:
            while await self._answer(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._talks.discard(task)
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        (length,) = [line[15:] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        body = await reader.readexactly(int(length))
        self.came += 1
        mood = self.behave(self.came)
        if mood == "hang up":
            return False
        if mood == "slow":
            await asyncio.sleep(SLOW_SECONDS)
        status = int(mood) if mood.isdigit() else 200
        if status == 200:
            self.accepted.append(body)
        writer.write(b"HTTP/1.1 %d X\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n" % status)
        await writer.drain()
        return True
