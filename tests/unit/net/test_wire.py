"""On transports that are made up; `test_sending` does it on real ones."""

import asyncio
import ssl

from tests.listening import until
from webhook_inspector.core.problem import Problem
from webhook_inspector.net.course import Course, Phase
from webhook_inspector.net.response_reader import Keep, ResponseReader
from webhook_inspector.net.wire import Wire, reason

ORIGIN = "http://localhost:3000"
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class Lender(asyncio.Protocol):
    lost = False

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = True


class MadeUpTransport(asyncio.Transport):
    """Takes at most `takes` bytes."""

    def __init__(self, takes: int = 10**9) -> None:
        super().__init__()
        self.protocol: asyncio.BaseProtocol = Lender()
        self.written = b""
        self.full = False
        self._takes = takes

    def get_protocol(self) -> asyncio.BaseProtocol:
        return self.protocol

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self.protocol = protocol

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        assert (high, low) == (1, 0)

    def get_write_buffer_size(self) -> int:
        return max(0, len(self.written) - self._takes)

    def write(self, data: bytes | memoryview) -> None:
        self.written += bytes(data)
        if self.get_write_buffer_size() > 1 and not self.full:
            self.full = True
            self.protocol.pause_writing()

    def is_closing(self) -> bool:
        return False

    def stops_at(self, takes: int) -> None:
        self._takes = takes

    def drain(self) -> None:
        self._takes, self.full = 10**9, False
        self.protocol.resume_writing()


def wired(takes: int = 10**9) -> tuple[Wire, MadeUpTransport, ResponseReader, Course, Lender]:
    transport, course, reader = MadeUpTransport(takes), Course(), ResponseReader(b"POST", ORIGIN, Keep())
    lender = transport.protocol
    assert isinstance(lender, Lender)
    return Wire(transport, reader, course, ORIGIN), transport, reader, course, lender


async def started(wire: Wire) -> "asyncio.Task[None]":
    task = asyncio.create_task(wire.exchange(b"head", b"body"))
    await asyncio.sleep(0)
    return task


async def test_the_transport_is_given_back() -> None:
    wire, transport, reader, course, lender = wired()
    task = await started(wire)
    assert course.phase is Phase.ANSWER
    wire.data_received(OK[:20])
    assert course.phase is Phase.BODY
    assert not task.done()
    wire.data_received(OK[20:])
    await task
    assert (transport.written, wire.sent, reader.ended) == (b"headbody", 8, True)
    assert wire.give_back(whole=True)
    assert transport.protocol is lender


async def test_a_request_that_may_not_end_where_we_think_spoils_the_connection() -> None:
    wire, transport, _, _, lender = wired()
    task = await started(wire)
    wire.data_received(OK)
    await task
    assert not wire.give_back(whole=False)
    assert transport.protocol is not lender


async def test_the_answer_is_waited_for_when_the_last_byte_is_out() -> None:
    wire, transport, _, course, _ = wired(takes=5)
    task = await started(wire)
    assert course.phase is Phase.REQUEST
    transport.drain()
    assert course.phase is Phase.ANSWER
    wire.data_received(OK)
    await task
    assert wire.sent == 8


async def test_an_answer_before_all_was_taken_spoils_the_connection() -> None:
    wire, *_ = wired(takes=5)
    task = await started(wire)
    wire.data_received(OK)
    await task
    assert wire.sent == 5
    assert not wire.give_back(whole=True)


async def test_a_long_request_goes_out_in_pieces_as_there_is_room() -> None:
    wire, transport, _, course, _ = wired()
    body = bytes(10**6)
    transport.stops_at(200_000)
    task = asyncio.create_task(wire.exchange(b"head", body))
    await until(lambda: transport.full)
    assert 200_000 <= len(transport.written) < 400_000
    assert course.phase is Phase.REQUEST
    transport.drain()
    await until(lambda: course.phase is Phase.ANSWER)
    assert transport.written == b"head" + body
    wire.data_received(OK)
    await task
    assert wire.sent == 4 + len(body)
    assert wire.give_back(whole=True)


async def test_after_the_answer_no_more_is_written() -> None:
    wire, transport, *_ = wired()
    transport.stops_at(200_000)
    task = asyncio.create_task(wire.exchange(b"head", bytes(10**6)))
    await until(lambda: transport.full)
    wire.data_received(OK)
    await task
    assert len(transport.written) < 400_000
    assert wire.sent < 10**6
    assert not wire.give_back(whole=True)


async def test_the_lender_hears_of_the_loss() -> None:
    wire, _, reader, _, lender = wired()
    task = await started(wire)
    wire.connection_lost(ConnectionResetError(104, "Connection reset by peer"))
    await task
    assert lender.lost
    assert reader.problem == Problem.of("sending-reset", origin=ORIGIN, reason="Connection reset by peer")


async def test_tls_may_fail_after_the_handshake() -> None:
    wire, _, reader, _, _ = wired()
    task = await started(wire)
    wire.connection_lost(ssl.SSLError(1, "certificate required"))
    await task
    assert reader.problem
    assert reader.problem.code == "sending-tls-other"


async def test_the_end_of_the_stream_ends_the_exchange() -> None:
    wire, _, reader, _, _ = wired()
    task = await started(wire)
    assert wire.eof_received() is False
    await task
    assert reader.problem == Problem.of("sending-closed", origin=ORIGIN)


def test_reasons_are_short() -> None:
    assert reason(ConnectionResetError(104, "Connection reset by peer")) == "Connection reset by peer"
    assert reason(OSError("a\nb")) == "a\\nb"
    assert reason(OSError()) == "OSError"
