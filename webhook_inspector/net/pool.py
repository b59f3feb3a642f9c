"""Open connections, kept for the next request: aiohttp's connector looks up names, races addresses, sets up TLS and tunnels.

Imports aiohttp, which takes 150 ms: not before the first request is sent, and not on the loop's thread.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import aside
from webhook_inspector.core.text import visible
from webhook_inspector.net.course import COURSE, Course, Phase
from webhook_inspector.net.failure import problem_of
from webhook_inspector.net.nearness import Reach, literal, refusal
from webhook_inspector.net.proxy import Proxy
from webhook_inspector.net.trust import TimedContext, Trust, context_for

Lookup = Callable[[str, int], Awaitable[Sequence[str]]]
"""The addresses of a name, as literals. Raises OSError."""

IDLE_SECONDS = 15.0
"""So long a connection waits for another request."""
_NO_LIMITS = aiohttp.ClientTimeout(total=None, connect=None, sock_connect=None, sock_read=None)
"""Whoever sends has time limits of its own."""


class Pool:
    def __init__(self, lookup: Lookup | None = None) -> None:
        self._lookup = lookup or look_up
        self._connectors: dict[tuple[Reach, bool], aiohttp.TCPConnector] = {}
        self._contexts: dict[tuple[Trust, int], TimedContext] = {}

    async def connect(
        self, outgoing: Outgoing, proxy: Proxy | None, reach: Reach, trust: Trust, *, fresh: bool
    ) -> aiohttp.connector.Connection:
        """An open connection, which the caller closes or releases. `fresh`: none that was used before. Raises KnownError."""
        course = COURSE.get()
        try:
            request = await self._request(outgoing, proxy, trust)
            return await self._connector(reach, fresh=fresh).connect(request, [], _NO_LIMITS)
        except (aiohttp.ClientError, OSError) as error:
            problem = problem_of(error, outgoing, proxy, in_tls=course.phase is Phase.TLS)
            raise KnownError(problem) from error
        except ValueError as error:  # a host that cannot be one; aiohttp's InvalidURL is a ClientError as well
            raise KnownError(Problem.of("sending-host", host=visible(outgoing.host))) from error

    async def close(self) -> None:
        """Cuts all connections, those in use as well."""
        for connector in self._connectors.values():
            await connector.close()
        self._connectors.clear()

    async def _request(self, outgoing: Outgoing, proxy: Proxy | None, trust: Trust) -> aiohttp.ClientRequest:
        """For aiohttp only the name of a place: nothing of it is ever written, except to a proxy that makes a tunnel."""
        address = literal(outgoing.host)
        try:
            url = URL.build(scheme=outgoing.scheme, host=str(address or outgoing.host), port=outgoing.port)
        except ValueError as error:
            raise KnownError(Problem.of("sending-host", host=visible(outgoing.host))) from error
        headers = {"Proxy-Authorization": proxy.authorization} if proxy and proxy.authorization else None
        return aiohttp.ClientRequest(
            "GET",
            url,
            loop=asyncio.get_running_loop(),
            ssl=await self._context(trust) if "https" in (outgoing.scheme, proxy and URL(proxy.url).scheme) else True,
            proxy=URL(proxy.url) if proxy else None,
            proxy_headers=headers,
            skip_auto_headers=("Accept", "Accept-Encoding", "User-Agent"),
        )

    async def _context(self, trust: Trust) -> TimedContext:
        """Made anew where its file has changed."""
        key = (trust, await asyncio.to_thread(_changed, trust) if trust.ca_file else 0)
        if key not in self._contexts:
            self._contexts[key] = await asyncio.to_thread(context_for, trust)
        return self._contexts[key]

    def _connector(self, reach: Reach, *, fresh: bool) -> aiohttp.TCPConnector:
        """Connections that one reach may have are none of the other's."""
        key = (reach, fresh)
        if key not in self._connectors:
            self._connectors[key] = aiohttp.TCPConnector(
                resolver=_Names(reach, self._lookup),
                use_dns_cache=False,  # the address that was checked is the one connected to; the system caches names
                limit=0,  # whoever sends has limits of its own
                force_close=fresh,
                socket_factory=_socket,
                keepalive_timeout=None if fresh else IDLE_SECONDS,
            )
        return self._connectors[key]


class _Names(AbstractResolver):
    """Looks names up, and leaves out the addresses that they may not lead to."""

    def __init__(self, reach: Reach, lookup: Lookup) -> None:
        self._reach = reach
        self._lookup = lookup

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002  aiohttp passes it
    ) -> list[ResolveResult]:
        _enter(Phase.NAME)
        addresses = await self._lookup(host, port)
        refusals = {address: refusal(self._reach, host, address) for address in addresses}
        allowed = [address for address in addresses if refusals[address] is None]
        if not allowed:
            raise next((KnownError(problem) for problem in refusals.values() if problem), _nothing(host))
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST,
            )
            for address in allowed
        ]

    async def close(self) -> None:
        """Holds nothing."""


async def look_up(host: str, port: int) -> Sequence[str]:
    """By the system, on a thread that nobody waits for: a name server that is silent must not hold up the end of the program."""
    found = await aside(lambda: _addresses(host, port))
    return list(dict.fromkeys(found))


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    except socket.gaierror:  # without any network not even localhost has an address that is configured
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [_numeric(address) for *_, address in found]


def _numeric(address: tuple[object, ...]) -> str:
    """With its scope, where it has one."""
    return socket.getnameinfo((str(address[0]), *address[1:]), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV)[0]  # type: ignore[arg-type]  # four parts with IPv6


def _nothing(host: str) -> OSError:
    return socket.gaierror(socket.EAI_NONAME, f"no address for {host}")


def _socket(address: aiohttp.AddrInfoType) -> socket.socket:
    _enter(Phase.CONNECT)
    family, kind, protocol, *_ = address
    return socket.socket(family, kind, protocol)


def _enter(phase: Phase) -> None:
    course: Course | None = COURSE.get(None)
    if course is not None:
        course.enter(phase)


def _changed(trust: Trust) -> int:
    """When the file was written, 0 where there is none; what is wrong with it is told when it is read."""
    try:
        return trust.ca_file.stat().st_mtime_ns if trust.ca_file else 0
    except (OSError, ValueError):
        return 0
