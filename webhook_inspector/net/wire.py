"""One exchange on an open connection: the request written as it is, the response read by our own reader."""

import asyncio
import ssl
from collections.abc import Iterator

from webhook_inspector.core.problem import Problem, reason_of
from webhook_inspector.core.text import visible
from webhook_inspector.net.course import Course, Phase
from webhook_inspector.net.response_reader import ResponseReader

_PIECE = 2**17
"""Bytes that are written at a time: so long the loop can do nothing else."""


class Wire(asyncio.Protocol):
    """Borrows a transport: the protocol that it had hears when the connection is lost, and gets it back in the end."""

    def __init__(self, transport: asyncio.Transport, reader: ResponseReader, course: Course, origin: str) -> None:
        self.sent = 0
        """Bytes that were handed to the system."""
        self._transport = transport
        self._lender = transport.get_protocol()
        self._reader = reader
        self._course = course
        self._origin = origin
        self._handed = 0
        """Bytes that were handed to the transport."""
        self._whole = False
        """Whether the whole request was."""
        self._full: asyncio.Future[None] | None = None
        """Done when the transport takes more; None while it does."""
        self._done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def exchange(self, head: bytes, body: bytes) -> None:
        """Writes both and reads until the response has ended, well or not. An answer may come before all is written."""
        self._course.enter(Phase.REQUEST)
        self._transport.set_protocol(self)
        self._transport.set_write_buffer_limits(1, 0)  # to hear when the last byte is out; at 0 TLS would never settle
        try:
            for piece in _pieces(head, body):
                if self._handed:
                    await self._room()
                if self._done.done():
                    break
                self._transport.write(piece)
                self._handed += len(piece)
            else:
                self._whole = True
                self._wrote()
            await self._done
        finally:
            self.sent = self._handed - self._unsent()

    def give_back(self, *, whole: bool) -> bool:
        """Whether the connection can serve another request; `whole`: whether the receiver sees where ours ended."""
        clean = whole and self._whole and self._reader.reusable and not self._unsent()
        clean = clean and not self._transport.is_closing()
        if clean:
            self._transport.set_protocol(self._lender)
        return clean

    # what asyncio tells us

    def data_received(self, data: bytes) -> None:
        self._course.enter(Phase.BODY)
        self._reader.feed(data)
        if self._reader.ended:
            self._end()

    def eof_received(self) -> bool:
        self._reader.hung_up()
        self._end()
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        if isinstance(self._lender, asyncio.Protocol):
            self._lender.connection_lost(exc)
        self._reader.hung_up(self._told(exc) if exc else None)
        self._end()

    def pause_writing(self) -> None:
        self._full = asyncio.get_running_loop().create_future()

    def resume_writing(self) -> None:
        self._let_go()
        self._wrote()

    async def _room(self) -> None:
        """Lets the loop do other work in between, and waits where the transport is full."""
        await asyncio.sleep(0)
        if self._full is not None and not self._done.done():
            await self._full

    def _wrote(self) -> None:
        if self._whole and not self._unsent() and self._course.phase is Phase.REQUEST:
            self._course.enter(Phase.ANSWER)

    def _unsent(self) -> int:
        return min(self._transport.get_write_buffer_size(), self._handed)

    def _end(self) -> None:
        self._let_go()
        if not self._done.done():
            self._done.set_result(None)

    def _let_go(self) -> None:
        if self._full is not None and not self._full.done():
            self._full.set_result(None)
        self._full = None

    def _told(self, fault: Exception) -> Problem:
        """With TLS 1.3 a server that wants a certificate of ours says so only now."""
        code = "sending-tls-other" if isinstance(fault, ssl.SSLError) else "sending-reset"
        return Problem.of(code, origin=self._origin, reason=reason(fault))


def _pieces(head: bytes, body: bytes) -> Iterator[bytes | memoryview]:
    """A short request in one: in two, a careless receiver may answer between them."""
    if len(body) <= _PIECE:
        yield head + body
        return
    yield head
    view = memoryview(body)
    yield from (view[start : start + _PIECE] for start in range(0, len(body), _PIECE))


def reason(fault: BaseException) -> str:
    """A fault of the system in its own short words."""
    return visible(reason_of(fault))
