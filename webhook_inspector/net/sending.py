"""Sends a request, byte for byte, and tells what came of it: a response or a problem, never an exception for faults of the world."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from webhook_inspector.core.delivery import Response, Timings
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import visible
from webhook_inspector.net.course import COURSE, Course, Phase
from webhook_inspector.net.nearness import Reach, ascii_host
from webhook_inspector.net.proxy import Proxy, proxy_for, to_proxy, with_authorization
from webhook_inspector.net.request_head import leaves_no_doubt, request_line
from webhook_inspector.net.response_reader import Keep, ResponseReader
from webhook_inspector.net.trust import Trust
from webhook_inspector.net.wire import Wire

_SLOW = {
    Phase.START: "sending-slow-connect",
    Phase.NAME: "sending-slow-name",
    Phase.CONNECT: "sending-slow-connect",
    Phase.TLS: "sending-slow-tls",
    Phase.REQUEST: "sending-slow-request",
    Phase.ANSWER: "sending-slow-answer",
    Phase.BODY: "sending-slow-body",
}
_BEFORE_REQUEST = (Phase.START, Phase.NAME, Phase.CONNECT, Phase.TLS)


@dataclass(frozen=True, slots=True)
class Options:
    connect_timeout: float = 10
    """Seconds for name, connection, proxy and TLS together."""
    timeout: float = 30
    """Seconds for everything."""
    keep: Keep = field(default_factory=Keep)
    reach: Reach = Reach.ANYTHING
    trust: Trust = field(default_factory=Trust)
    proxies: bool = True
    """Whether HTTP_PROXY, HTTPS_PROXY and ALL_PROXY are heeded, with the exceptions of NO_PROXY."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it. Both a response and a problem where the head of the response came whole and its body did not."""

    head: bytes
    """As it went out: that of the request, but with an absolute target where a proxy forwards it; without the proxy's password."""
    response: Response | None = None
    problem: Problem | None = None
    timings: Timings = field(default_factory=Timings)
    peer: str = ""
    """The address connected to, `127.0.0.1:3000`, a proxy's where there is one; empty where none was reached."""
    written: int = 0
    """Bytes of the request that went out."""


class Line(Protocol):
    """An open connection, lent by the pool."""

    @property
    def transport(self) -> asyncio.Transport | None: ...

    def close(self) -> None: ...

    def release(self) -> None: ...


class Lines(Protocol):
    """What a sender needs of the pool; a protocol, so that nobody who imports this file pays for aiohttp."""

    async def connect(
        self, outgoing: Outgoing, proxy: Proxy | None, reach: Reach, trust: Trust, *, fresh: bool
    ) -> Line: ...

    async def close(self) -> None: ...


class Sender:
    """Holds the open connections. One for an event loop, closed on it."""

    def __init__(
        self,
        lookup: Callable[[str, int], Awaitable[Sequence[str]]] | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        """`lookup` finds the addresses of a name (None: as the system does); `environment` names the proxies."""
        self._lookup = lookup
        self._environment = environment
        self._lines: Lines | None = None
        self._opening = asyncio.Lock()

    async def send(self, outgoing: Outgoing, options: Options) -> Sent:
        """Cancelled, it cuts its connection. A redirect is a response like any other; see `redirect.redirected`."""
        proxy = proxy_for(outgoing, self._environment) if options.proxies else None
        if isinstance(proxy, Problem):
            return Sent(outgoing.head, problem=proxy)
        if ascii_host(outgoing.host) is None:
            return Sent(outgoing.head, problem=Problem.of("sending-host", host=visible(outgoing.host)))
        if not 1 <= outgoing.port <= 65535:
            return Sent(outgoing.head, problem=Problem.of("sending-port", port=outgoing.port))
        lines = await self._pool()
        course = Course()
        attempt = _Attempt(outgoing, options, proxy, course)
        mark = COURSE.set(course)
        try:
            async with asyncio.timeout(options.timeout):
                if await attempt.run(lines, fresh=False):
                    await attempt.run(lines, fresh=True)
        except TimeoutError:
            attempt.give_up(options.timeout)
        finally:
            COURSE.reset(mark)
        return attempt.sent()

    async def close(self) -> None:
        """Cuts all connections; who still waits for a response on one gets a problem."""
        async with self._opening:
            if self._lines is not None:
                await self._lines.close()

    async def _pool(self) -> Lines:
        async with self._opening:
            if self._lines is None:
                self._lines = await asyncio.to_thread(_open, self._lookup)
            return self._lines


class _Attempt:
    """One request on its way: what is known of it so far."""

    def __init__(self, outgoing: Outgoing, options: Options, proxy: Proxy | None, course: Course) -> None:
        self._outgoing = outgoing
        self._options = options
        self._proxy = proxy
        self._course = course
        self._head = to_proxy(outgoing, proxy)
        self._origin = visible(outgoing.origin)
        self._reader = self._new_reader()
        self._problem: Problem | None = None
        self._peer = ""
        self._written = 0

    async def run(self, lines: Lines, *, fresh: bool) -> bool:
        """Whether to run again: the connection had been used before, and its end crossed our request (RFC 9112 section 9.3.1)."""
        outgoing, options = self._outgoing, self._options
        try:
            async with asyncio.timeout(options.connect_timeout):
                line = await lines.connect(outgoing, self._proxy, options.reach, options.trust, fresh=fresh)
        except TimeoutError:
            self.give_up(options.connect_timeout)
            return False
        except KnownError as error:
            self._problem = error.problem
            return False
        used = self._course.phase is Phase.START
        self._reader = self._new_reader()
        try:
            await self._exchange(line)
        except BaseException:
            line.close()
            raise
        return used and not fresh and self._reader.problem is not None and not self._reader.begun

    def give_up(self, seconds: float) -> None:
        """Time is over."""
        code = _SLOW[self._course.phase]
        host = visible(self._outgoing.host)
        self._problem = Problem.of(code, origin=self._origin, host=host, seconds=f"{seconds:g}")

    def sent(self) -> Sent:
        response = self._reader.response()
        timings = self._course.timings()
        problem = self._problem or self._reader.problem
        return Sent(self._head, response, problem, timings, self._peer, self._written)

    async def _exchange(self, line: Line) -> None:
        transport = line.transport
        if transport is None:  # lost in the moment in which it was lent
            self._reader.hung_up()
            line.close()
            return
        self._peer = _shown(transport.get_extra_info("peername"))
        wire = Wire(transport, self._reader, self._course, self._origin)
        kept = False
        try:
            head = with_authorization(self._head, self._proxy, self._outgoing.scheme)
            await wire.exchange(head, self._outgoing.body)
            kept = wire.give_back(whole=leaves_no_doubt(self._outgoing.head, self._outgoing.body))
        finally:
            self._written = wire.sent
            if not kept:
                transport.abort()
        if kept:
            line.release()
        else:
            line.close()

    def _new_reader(self) -> ResponseReader:
        method = request_line(self._outgoing.head)[0]
        return ResponseReader(method, self._origin, self._options.keep)


def _open(lookup: Callable[[str, int], Awaitable[Sequence[str]]] | None) -> Lines:
    from webhook_inspector.net.pool import Pool

    return Pool(lookup)


def _shown(address: object) -> str:
    if not isinstance(address, tuple) or len(address) < 2:
        return ""
    host, port = address[0], address[1]
    return f"[{host}]:{port}" if ":" in str(host) else f"{host}:{port}"
