"""Fetches the keys that providers publish, and keeps them in memory and in a folder. Only what it is asked for; nothing by itself."""

import asyncio
import json
import logging
import os
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.core.text import visible

FRESH_SECONDS = 24 * 3600
"""So long an answer is used without asking again."""
STALE_SECONDS = 30 * 24 * 3600
"""So long it is used where asking again fails."""
RETRY_SECONDS = 60
"""So long what came of asking stands, whatever it was: a sender could make us ask for each of its requests."""
TIMEOUT_SECONDS = 10.0
ANSWER_LIMIT = 256 * 1024
AT_ONCE = 4
"""Fetches that run at the same time; further ones wait."""
PLACES = 256
"""URLs that are remembered in memory; a sender may name ever new ones."""

_log = logging.getLogger(__name__)

K_co = TypeVar("K_co", covariant=True)
K = TypeVar("K")


class Publication(Protocol[K_co]):
    """What is asked for: `signatures.published.Published`, which this room does not know."""

    @property
    def url(self) -> str: ...

    @property
    def problem(self) -> Problem | None:
        """Why the URL may not be asked."""

    def keys_of(self, answer: bytes, roots: Sequence[bytes]) -> tuple[K_co, ...] | Problem:
        """The keys in an answer; `roots` are the certificates (DER) of the authorities that this system trusts."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking once: the bytes, or why there are none."""

    when: float
    content: bytes | Problem

    def stands(self, now: float, seconds: float) -> bool:
        """Also not where the clock was set back: its age is unknown then."""
        return 0 <= now - self.when < seconds


@dataclass(slots=True)
class _Place:
    """One URL. The lock lets everyone who asks meanwhile share one fetch."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    kept: Answer | None = None
    """The newest with keys in it."""
    last: Answer | None = None
    """The newest of all."""


class PublishedKeys:
    """One for the engine, used on its loop. The folder is made when the first answer is kept."""

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], float] = time.time,
        timeout: float = TIMEOUT_SECONDS,
        context: ssl.SSLContext | None = None,
        resolver: Any = None,
    ) -> None:
        """`context` (None: the system's authorities) and `resolver` (aiohttp's; None: its usual one) say whom to trust and where hosts are."""
        self._folder = folder
        self._now = now
        self._timeout = timeout
        self._context = context
        self._resolver = resolver
        self._roots: tuple[bytes, ...] | None = None
        self._places: dict[str, _Place] = {}
        self._gate = asyncio.Semaphore(AT_ONCE)

    async def get(self, published: Publication[K]) -> tuple[K, ...]:
        """The keys, kept or fetched. Raises KnownError with the reason where there are none to be had."""
        fault = published.problem or _fault_of(published.url)
        if fault:
            raise KnownError(fault)
        if self._roots is None:
            self._context = await asyncio.to_thread(_prepared, self._context)
            self._roots = tuple(self._context.get_ca_certs(binary_form=True))
        place = self._place(published.url)
        async with place.lock:
            old = place.kept = place.kept or self._read(published.url)
            keys = self._keys_in(old, published, FRESH_SECONDS)
            if isinstance(keys, Problem):
                keys = await self._newest(published, place)
            if isinstance(keys, Problem):
                stale = self._keys_in(old, published, STALE_SECONDS)
                if isinstance(stale, Problem):
                    raise KnownError(keys)
                return stale
            return keys

    def _place(self, url: str) -> _Place:
        if len(self._places) >= PLACES and url not in self._places:
            self._places = {known: place for known, place in self._places.items() if place.lock.locked()}
        return self._places.setdefault(url, _Place())

    def _keys_in(self, answer: Answer | None, published: Publication[K], seconds: float) -> tuple[K, ...] | Problem:
        """The keys in an answer that is not older than that; what stands in the way, else."""
        if answer is None or not answer.stands(self._now(), seconds):
            return Problem.of("published-unreadable", url=_shown(published.url))
        if isinstance(answer.content, Problem):
            return answer.content
        return published.keys_of(answer.content, self._roots or ())

    async def _newest(self, published: Publication[K], place: _Place) -> tuple[K, ...] | Problem:
        """From the last answer while it stands, or else from a new one, which is kept if there are keys in it."""
        if place.last is None or not place.last.stands(self._now(), RETRY_SECONDS):
            place.last = Answer(self._now(), await self._ask(published.url))
        last = place.last
        keys = self._keys_in(last, published, STALE_SECONDS)
        if isinstance(last.content, bytes) and not isinstance(keys, Problem):
            place.kept = last
            self._write(published.url, last.when, last.content)
        return keys

    async def _ask(self, url: str) -> bytes | Problem:
        from urllib.request import getproxies  # late, as aiohttp: start-up must stay short

        import aiohttp

        host = urlsplit(url).hostname or ""
        try:
            async with (
                self._gate,
                aiohttp.ClientSession(
                    connector=aiohttp.TCPConnector(ssl=self._context or True, resolver=self._resolver),
                    cookie_jar=aiohttp.DummyCookieJar(),
                    timeout=aiohttp.ClientTimeout(total=self._timeout),
                    headers={"User-Agent": "webhook-inspector", "Accept-Encoding": "identity"},
                    auto_decompress=False,  # a small answer could become a huge one
                    trust_env="https" in getproxies(),  # without a proxy it would only bring passwords of a .netrc
                ) as session,
                session.get(url, allow_redirects=False) as response,
            ):
                if response.status != 200:
                    code = "published-moved" if 300 <= response.status < 400 else "published-status"
                    return Problem.of(code, url=_shown(url), status=response.status)
                return await _content(response.content, url)
        except TimeoutError:
            return Problem.of("published-slow", host=host, seconds=round(self._timeout))
        except (aiohttp.ClientSSLError, ssl.SSLError) as error:
            return Problem.of("published-tls", host=host, reason=_reason(error))
        except (aiohttp.ClientError, OSError, ValueError) as error:  # ValueError: a host that cannot be one
            return Problem.of("published-unreachable", host=host, reason=_reason(error))

    def _file(self, url: str) -> Path:
        return self._folder / f"{sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()}.json"

    def _read(self, url: str) -> Answer | None:
        """What an earlier run kept; None also for a file that is not one of ours."""
        try:
            found = json.loads(self._file(url).read_bytes())
            if found["url"] != url:
                return None
            return Answer(float(found["when"]), found["answer"].encode("utf-8", "surrogateescape"))
        except (AttributeError, LookupError, OSError, OverflowError, RecursionError, TypeError, ValueError):
            return None

    def _write(self, url: str, when: float, content: bytes) -> None:
        """Whole or not at all; where it cannot be written the next run asks again."""
        text = json.dumps({"url": url, "when": when, "answer": content.decode("utf-8", "surrogateescape")})
        file = self._file(url)
        part = file.with_suffix(f".{os.getpid()}.part")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.write_text(text, "ascii")
            part.replace(file)
        except OSError as error:
            _log.warning("Cannot keep a published key in %s: %s", self._folder, reason_of(error))


def _prepared(context: ssl.SSLContext | None) -> ssl.SSLContext:
    import aiohttp  # noqa: F401  so that it is there when the loop needs it

    return context or ssl.create_default_context()


def _fault_of(url: str) -> Problem | None:
    """The last gate, whoever made the URL: TLS, the usual port, no user."""
    try:
        parts = urlsplit(url)
        good = parts.scheme == "https" and parts.port is None and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        good = False
    return None if good else Problem.of("published-url", url=_shown(url))


async def _content(stream: Any, url: str) -> bytes | Problem:
    """Everything up to the limit; what is announced does not matter, what comes does."""
    pieces: list[bytes] = []
    size = 0
    while piece := await stream.read(ANSWER_LIMIT):
        pieces.append(piece)
        size += len(piece)
        if size > ANSWER_LIMIT:
            return Problem.of("published-too-long", url=_shown(url), limit=ANSWER_LIMIT)
    return b"".join(pieces)


def _reason(error: Exception) -> str:
    return visible(str(error)) or type(error).__name__


def _shown(url: str) -> str:
    return visible(url if len(url) <= 200 else url[:200] + "…")
