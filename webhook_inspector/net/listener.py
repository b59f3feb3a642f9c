"""The listening sockets, their connections, and the clock that ends what takes too long."""

import asyncio
import errno
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.net.connection import Connection
from webhook_inspector.net.exchange import Exchange
from webhook_inspector.net.limits import Limits

SWEEP_SECONDS = 0.25
BUSY = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_BACKLOG = 2048
_IDLE_SECONDS_TO_CLOSE = 1.0
"""A connection that was idle for less may be about to send: it is not closed to make room."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Where the listener can be reached."""

    url: str
    """`http://127.0.0.1:8787`"""
    host: str
    port: int
    reachable: bool
    """Whether from other machines too."""


class Listener:
    """Accepts connections and hands what they send to `handle`. Lives on one event loop."""

    scheme = "http"

    def __init__(self, limits: Limits, handle: Callable[[Exchange], None]) -> None:
        self.limits = limits
        self.handle = handle
        self.memory_used = 0
        self._connections: dict[Connection, None] = {}
        self._servers: list[asyncio.Server] = []
        self._sweep: asyncio.TimerHandle | None = None
        self._stopped = False

    async def start(self, host: str, port: int) -> Bound:
        """Binds and accepts. Raises KnownError `port-taken`, `port-forbidden`, `address-missing` or `listen-failed`."""
        loop = asyncio.get_running_loop()
        sockets = await loop.run_in_executor(None, _bind, host, port)
        for bound in sockets:
            self._servers.append(await loop.create_server(lambda: Connection(self), sock=bound, backlog=_BACKLOG))
        self._schedule_sweep()
        return _bound(host, sockets[0])

    async def stop(self, grace: float = 3.0) -> None:
        """Accepts no more, lets requests under way finish for up to `grace` seconds, then ends them."""
        self._stopped = True
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError):  # Windows has no readers, and no need
            for bound in [bound for server in self._servers for bound in server.sockets]:
                loop.remove_reader(bound)
        # Closing a server forgets the connections that were accepted just then (github.com/python/cpython/issues/109564).
        await asyncio.sleep(0)
        for server in self._servers:
            server.close()
        self._servers.clear()
        deadline = loop.time() + grace
        while self._connections and loop.time() < deadline:
            for connection in list(self._connections):
                if connection.idle_for(loop.time()) is not None:
                    connection.close()
            await asyncio.sleep(0.01)
        for connection in list(self._connections):
            connection.abort()
        if self._sweep is not None:
            self._sweep.cancel()
            self._sweep = None
        await asyncio.sleep(0)

    def opened(self, connection: Connection) -> None:
        if self._stopped:  # it was accepted in the same moment, and nobody would answer it
            connection.abort()
            return
        self._connections[connection] = None
        if len(self._connections) > self.limits.connections:
            self._make_room(connection)

    def closed(self, connection: Connection) -> None:
        self._connections.pop(connection, None)

    def _make_room(self, newest: Connection) -> None:
        now = asyncio.get_running_loop().time()
        idle = [(c.idle_for(now) or 0.0, c) for c in self._connections if c is not newest]
        longest, oldest = max(idle, key=lambda pair: pair[0], default=(0.0, newest))
        if longest >= _IDLE_SECONDS_TO_CLOSE:
            oldest.close()
        else:
            newest.turn_away(BUSY)

    def _schedule_sweep(self) -> None:
        loop = asyncio.get_running_loop()
        self._sweep = loop.call_later(SWEEP_SECONDS, self._enforce)

    def _enforce(self) -> None:
        now = asyncio.get_running_loop().time()
        for connection in list(self._connections):
            connection.enforce(now)
        self._schedule_sweep()


def _bind(host: str, port: int) -> list[socket.socket]:
    """One listening socket for each address that `host` means; the first decides the port where `port` is 0."""
    if host != "localhost":
        return [_listening_socket(*_resolved(host, port))]
    first = _listening_socket(socket.AF_INET, "127.0.0.1", port)
    try:
        second = _listening_socket(socket.AF_INET6, "::1", first.getsockname()[1])
    except KnownError as error:
        if error.problem.code == "port-taken" and port != 0:
            first.close()
            raise
        return [first]  # a machine without IPv6, or somebody else's port of the same number
    return [first, second]


def _resolved(host: str, port: int) -> tuple[socket.AddressFamily, str, int]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise KnownError(Problem.of("address-missing", host=host)) from error
    family, _, _, _, address = found[0]
    return family, str(address[0]), port


def _listening_socket(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    try:
        bound = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise KnownError(Problem.of("address-missing", host=host)) from error
    try:
        if sys.platform != "win32":  # there it would let two programs share the port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(host != "::"))
        bound.bind((host, port))
        bound.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        bound.close()
        raise KnownError(_binding_problem(error, host, port)) from error
    return bound


def _binding_problem(error: OSError | OverflowError, host: str, port: int) -> Problem:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        return Problem.of("port-taken", port=port)
    if number == errno.EACCES:
        return Problem.of("port-forbidden", port=port)
    if number == errno.EADDRNOTAVAIL:
        return Problem.of("address-missing", host=host)
    return Problem.of("listen-failed", host=host, port=port, reason=reason_of(error))


def _bound(host: str, first: socket.socket) -> Bound:
    address, port = first.getsockname()[:2]
    anywhere = address in ("0.0.0.0", "::")  # noqa: S104 (compared, not bound)
    shown = "127.0.0.1" if anywhere else address
    shown = f"[{shown}]" if ":" in shown else shown
    loopback = address.startswith("127.") or address == "::1"
    return Bound(url=f"http://{shown}:{port}", host=host, port=port, reachable=not loopback)
