"""A real listener on a free port, without a history: it answers by itself and remembers what came."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from webhook_inspector.core.capture import Capture
from webhook_inspector.net.exchange import Exchange
from webhook_inspector.net.limits import Limits
from webhook_inspector.net.listener import Listener
from webhook_inspector.receive import plan_reply


@dataclass
class Desk:
    """What has come, and whether replies go out by themselves or wait in `waiting`."""

    port: int = 0
    captures: list[Capture] = field(default_factory=list)
    holds: bool = False
    waiting: list[Exchange] = field(default_factory=list)
    listener: Listener | None = None

    def handle(self, exchange: Exchange) -> None:
        self.captures.append(exchange.capture)
        if self.holds:
            self.waiting.append(exchange)
        else:
            asyncio.get_running_loop().call_soon(self.answer, exchange)

    def answer(self, exchange: Exchange) -> None:
        reply = plan_reply(exchange.capture, exchange.refused)
        exchange.answer(b"" if exchange.gone else exchange.render(reply), close=reply.close)

    def seen(self) -> list[tuple[str, str, bytes]]:
        """State, problem code and body of each capture."""
        return [(str(c.state), c.problem.code if c.problem else "", c.body) for c in self.captures]


@asynccontextmanager
async def listening(limits: Limits | None = None, host: str = "127.0.0.1") -> AsyncIterator[Desk]:
    desk = Desk()
    listener = Listener(limits or Limits(), desk.handle)
    desk.listener = listener
    desk.port = (await listener.start(host, 0)).port
    try:
        yield desk
    finally:
        await listener.stop(grace=0.2)


async def post(port: int, sent: bytes, *, half_close: bool = True, seconds: float = 5) -> bytes:
    """Sends bytes, by default says that no more will come, and gives all that comes back until the listener hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(sent)
        if half_close:
            writer.write_eof()
        return await asyncio.wait_for(reader.read(), seconds)
    finally:
        writer.close()


async def until(condition: object, seconds: float = 5) -> None:
    """Waits until `condition()` is true."""
    assert callable(condition)
    end = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < end, "waited in vain"
        await asyncio.sleep(0.01)
