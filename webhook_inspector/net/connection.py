"""One connection of a sender: bytes in, captures out, replies back in order. Never trusts, never waits for ever."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, cast

from webhook_inspector.core.capture import Capture, State
from webhook_inspector.core.problem import Problem
from webhook_inspector.net.body import ChunkedReader, LengthReader, Reader
from webhook_inspector.net.exchange import Exchange
from webhook_inspector.net.head import Refusal, RequestHead, judge, judge_size, judge_start, refuse
from webhook_inspector.net.limits import Limits

MOST_PIPELINED = 128
"""Requests of one connection that may wait for their replies; over it we stop reading from it."""
REFUSED_BYTES_KEPT = 2**16
LINGER_SECONDS = 5.0
"""How long we read on after a refusal, so that the sender can read our reply before the connection is reset."""
_NEVER = float("inf")


class Host(Protocol):
    """What a connection needs of the listener that it belongs to."""

    limits: Limits
    scheme: str
    memory_used: int
    """Bytes of bodies that are being received or wait to be stored, on all connections together."""

    def opened(self, connection: "Connection") -> None: ...

    def closed(self, connection: "Connection") -> None: ...

    def handle(self, exchange: Exchange) -> None:
        """A request to store and then to answer."""


class Phase(Enum):
    HEAD = "head"
    BODY = "body"
    DONE = "done"
    """The sender wants the connection closed after this reply."""
    LINGER = "linger"
    """We have said the last word, and read on only for the sender's sake."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class _Incoming:
    """A request whose head is read and whose body is coming."""

    started_ns: int
    head: bytes
    request: RequestHead
    reader: Reader


class Connection(asyncio.Protocol):
    """State of one connection. Its time-outs are looked at by the listener's sweep (`overdue`)."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._limits = host.limits
        self._loop = asyncio.get_running_loop()
        self._buffer = bytearray()
        self._phase = Phase.HEAD
        self._pending: deque[Exchange] = deque()
        self._incoming: _Incoming | None = None
        self._started = self._loop.time()
        """When the current phase began, by the loop's clock."""
        self._unread_since = _NEVER
        """Since when the sender has not read what we wrote."""
        self._continue_due = False
        self._half_closed = False
        """Whether the sender has said that it sends no more."""
        self._fresh = True
        """Whether no request has come on this connection yet."""

    # what asyncio tells us

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self.peer = _address(transport.get_extra_info("peername"))
        self._host.opened(self)

    def data_received(self, data: bytes) -> None:
        if self._phase is Phase.HEAD:
            if not self._buffer:
                self._started = self._loop.time()
        elif self._phase is not Phase.BODY:
            return
        self._buffer += data
        self._advance()

    def eof_received(self) -> bool:
        """The sender will send no more. It may still read: what it sent whole is answered."""
        self._half_closed = True
        self._advance()
        return bool(self._pending)

    def connection_lost(self, _exc: Exception | None) -> None:
        self._give_up(None, gone=True)
        self._phase = Phase.CLOSED
        self._host.closed(self)

    def pause_writing(self) -> None:
        self._unread_since = self._loop.time()
        self._transport.pause_reading()

    def resume_writing(self) -> None:
        self._unread_since = _NEVER
        self._transport.resume_reading()
        self._advance()

    # what the listener asks

    def idle_for(self, now: float) -> float | None:
        """Seconds without anything to do, or None while a request is under way."""
        idle = self._phase is Phase.HEAD and not self._buffer and not self._pending
        return now - self._started if idle else None

    def enforce(self, now: float) -> None:
        """Ends what has taken too long."""
        taken = now - self._started
        if now - self._unread_since > self._limits.write_timeout:
            self.abort()
        elif self._phase is Phase.LINGER:
            if taken > LINGER_SECONDS:
                self.abort()
        elif self._phase is Phase.BODY and self._incoming is not None:
            received = self._incoming.reader.received
            if taken > self._limits.body_deadline(received):
                self._give_up(Problem.of("slow-body", received=received, seconds=round(taken)))
        elif self._phase is Phase.HEAD and not self._pending:
            if (self._fresh or self._buffer) and taken > self._limits.head_timeout:
                self._give_up(Problem.of("slow-head", seconds=round(taken)))
            elif taken > self._limits.idle_timeout:
                self.close()

    def close(self) -> None:
        """Ends the connection once what was written has gone out."""
        if self._phase is not Phase.CLOSED:
            self._phase = Phase.CLOSED
            self._unread_since = self._loop.time()
            self._transport.close()

    def abort(self) -> None:
        """Ends the connection now."""
        self._give_up(None, gone=True)
        self._phase = Phase.CLOSED
        self._transport.abort()

    def turn_away(self, reply: bytes) -> None:
        """There is no room for this connection: it gets `reply` and ends."""
        self._linger()
        self._transport.write(reply)
        self._say_goodbye()

    # reading

    def _advance(self) -> None:
        """Goes on reading requests from the buffer as far as it can."""
        while len(self._pending) < MOST_PIPELINED and self._unread_since == _NEVER:
            if self._phase is Phase.HEAD and self._buffer:
                moved = self._read_head()
            else:
                moved = self._phase is Phase.BODY and self._read_body()
            if not moved:
                if self._half_closed:
                    self._give_up(None)
                return
        self._transport.pause_reading()

    def _read_head(self) -> bool:
        buffer = self._buffer
        while buffer[:2] == b"\r\n":  # RFC 9112 section 2.2: an empty line before a request is passed over
            del buffer[:2]
        end = buffer.find(b"\r\n\r\n", 0, self._limits.request_line + self._limits.headers)
        if end < 0:
            refusal = (judge_start(buffer) or judge_size(buffer, self._limits)) if buffer else None
            if refusal:
                self._refuse(refusal)
            return False
        head = bytes(memoryview(buffer)[: end + 4])
        judged = judge_size(head, self._limits) or judge(head, self._limits)
        if isinstance(judged, Refusal):
            self._refuse(judged)
            return False
        del buffer[: end + 4]
        self._fresh = False
        self._begin_body(head, judged)
        return True

    def _begin_body(self, head: bytes, request: RequestHead) -> None:
        self._phase = Phase.BODY
        self._started = self._loop.time()
        chunked = request.length is None
        reader = ChunkedReader(self._limits) if chunked else LengthReader(request.length or 0, self._limits)
        self._incoming = _Incoming(time.time_ns(), head, request, reader)
        if request.expects_continue and reader.refusal is not None:
            self._end_body(self._incoming)  # it asked before sending: a refusal now saves it the trouble
            return
        self._continue_due = request.expects_continue and not self._buffer
        self._send_continue()

    def _read_body(self) -> bool:
        if self._incoming is None:
            return False
        reader = self._incoming.reader
        before = reader.received
        whole = reader.feed(self._buffer)
        self._host.memory_used += reader.received - before
        if self._host.memory_used > self._limits.memory and reader.refusal is None:
            reader.refusal = refuse(503, "out-of-memory", limit=self._limits.memory)
            whole = True
        if whole:
            self._end_body(self._incoming)
        return whole

    def _end_body(self, incoming: _Incoming) -> None:
        refusal = incoming.reader.refusal
        if refusal is None:
            self._phase = Phase.HEAD if incoming.request.keep_alive else Phase.DONE
            self._started = self._loop.time()
            self._hand_over(incoming, State.COMPLETE, None)
        else:
            self._linger()
            self._hand_over(incoming, State.CUT if refusal.status in (413, 503) else State.REFUSED, refusal)

    # handing over

    def _hand_over(self, incoming: _Incoming, state: State, refusal: Refusal | None, *, gone: bool = False) -> None:
        """The request that has just been read goes to be stored and answered."""
        self._incoming = None
        self._continue_due = False
        reader = incoming.reader
        body = reader.body(self._limits.cut_body_kept if state is State.CUT else None)
        self._host.memory_used += len(body) - reader.received
        capture = Capture(
            received_ns=incoming.started_ns,
            peer=self.peer,
            scheme=self._host.scheme,
            head=incoming.head,
            body=body,
            state=state,
            problem=refusal.problem if refusal else None,
            body_size=reader.announced,
            trailers=reader.trailers,
        )
        self._queue(capture, incoming.request, refusal, gone=gone)

    def _refuse(self, refusal: Refusal, *, gone: bool = False) -> None:
        """Bytes that are no request: they become a row, and the connection ends."""
        head = bytes(memoryview(self._buffer)[:REFUSED_BYTES_KEPT])
        self._linger()
        capture = Capture(
            received_ns=time.time_ns(),
            peer=self.peer,
            scheme=self._host.scheme,
            head=head,
            body=b"",
            state=State.REFUSED,
            problem=refusal.problem,
        )
        self._queue(capture, None, refusal, gone=gone)

    def _queue(self, capture: Capture, request: RequestHead | None, refusal: Refusal | None, *, gone: bool) -> None:
        refused = refusal.status if refusal else None
        exchange = Exchange(capture, request=request, refused=refused, gone=gone, flush=self._flush)
        self._pending.append(exchange)
        self._host.handle(exchange)

    def _give_up(self, slow: Problem | None, *, gone: bool = False) -> None:
        """No more will be read: because the sender has gone or, with `slow`, because it takes too long."""
        status = 408 if slow else 400
        if self._phase is Phase.BODY and self._incoming is not None:
            incoming = self._incoming
            self._linger()
            refusal = Refusal(status, slow or incoming.reader.hung_up())
            self._hand_over(incoming, State.INCOMPLETE, refusal, gone=gone)
        elif self._phase is Phase.HEAD and self._buffer:
            problem = slow or Problem.of("hung-up-in-head", received=len(self._buffer))
            self._refuse(Refusal(status, problem), gone=gone)
        elif self._phase is Phase.HEAD and not self._pending:
            self.close()

    # writing

    def _send_continue(self) -> None:
        if self._continue_due and not self._pending:
            self._continue_due = False
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _flush(self, answered: Exchange) -> None:
        """Sends the replies that are due: the first that waits, and those behind it that are already there."""
        self._host.memory_used -= answered.size
        was_full = len(self._pending) >= MOST_PIPELINED
        due: list[bytes] = []
        last = False
        while self._pending and (reply := self._pending[0].reply) is not None:
            due.append(reply)
            last = self._pending.popleft().close
            if last:
                break
        if self._transport.is_closing() or not due:
            return
        self._transport.write(b"".join(due))
        if last or (self._half_closed and not self._pending):
            self._say_goodbye()
            return
        self._send_continue()
        if was_full and self._unread_since == _NEVER:
            self._transport.resume_reading()
            self._loop.call_soon(self._advance)

    def _say_goodbye(self) -> None:
        """After the last reply: at once where all was read, else after the sender had time to read the reply."""
        if self._phase is not Phase.LINGER or self._half_closed:
            self.close()
            return
        self._started = self._loop.time()
        try:
            if self._transport.can_write_eof():
                self._transport.write_eof()
        except OSError:  # the sender has reset the connection, and the loop is about to see it
            self.abort()

    def _linger(self) -> None:
        self._phase = Phase.LINGER
        self._started = self._loop.time()
        self._buffer.clear()


def _address(peername: tuple[str, int] | tuple[str, int, int, int] | None) -> str:
    if not peername:
        return ""
    host, port = peername[0], peername[1]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
