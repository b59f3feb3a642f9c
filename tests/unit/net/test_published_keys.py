import asyncio
import json
import os
import socket
import ssl
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver
from hypothesis import given
from hypothesis import strategies as st

from tests.authority import Issued, root
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.net import published_keys
from webhook_inspector.net.published_keys import FRESH_SECONDS, RETRY_SECONDS, STALE_SECONDS, PublishedKeys

HOST = "keys.example.com"
URL = f"https://{HOST}/certs/one.pem"
ROOT = root(time.time())
SERVER = ROOT.issue(HOST, time.time())
OK = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"


@dataclass(frozen=True)
class Place:
    """Stands in for `signatures.published.Published`: the keys are the words of the answer."""

    url: str = URL
    problem: Problem | None = None
    wanted: str = ""

    def keys_of(self, answer: bytes, roots: Sequence[bytes]) -> tuple[str, ...] | Problem:
        assert ROOT.der in roots
        words = tuple(answer.decode("utf-8", "replace").split())
        if not words:
            return Problem.of("published-unreadable", url=self.url)
        return words if self.wanted in ("", *words) else Problem.of("published-missing", host=HOST, key=self.wanted)


@dataclass
class Provider:
    """A real TLS server. `answer` are the bytes that it sends to each request; None: it never answers."""

    answer: bytes | None = OK % (5, b"first")
    requests: list[bytes] = field(default_factory=list)
    came: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)
    """The same, for a test that waits for them."""
    port: int = 0
    open: set[asyncio.StreamWriter] = field(default_factory=set)

    def says(self, text: bytes) -> None:
        self.answer = OK % (len(text), text)

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open.add(writer)
        try:
            self.requests.append(await reader.readuntil(b"\r\n\r\n"))
            self.came.put_nowait(self.requests[-1])
            if self.answer is None:
                await reader.read()
            else:
                writer.write(self.answer)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            self.open.discard(writer)


class Loopback(AbstractResolver):
    """Every host is the provider of the test, whatever its port."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[Any]:
        self.asked.append(host)
        place = {"hostname": host, "host": "127.0.0.1", "port": self.port, "family": socket.AF_INET}
        return [place | {"proto": 0, "flags": socket.AI_NUMERICHOST}]

    async def close(self) -> None:
        """Nothing is open."""


@dataclass
class Clock:
    now: float = 1_767_315_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Desk:
    folder: Path
    provider: Provider
    resolver: Loopback
    clock: Clock
    trusts: Issued = ROOT
    timeout: float = 5

    def keys(self) -> PublishedKeys:
        """As after a new start of the program: nothing in memory, the same folder."""
        context = ssl.create_default_context(cadata=self.trusts.pem.decode())
        return PublishedKeys(self.folder, now=self.clock, timeout=self.timeout, context=context, resolver=self.resolver)


def serving(folder: Path, served: Issued) -> ssl.SSLContext:
    file = folder / "served.pem"
    file.write_bytes(served.pem + served.key_pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@asynccontextmanager
async def providing(folder: Path, served: Issued = SERVER) -> AsyncIterator[Desk]:
    provider = Provider()
    server = await asyncio.start_server(provider.handle, "127.0.0.1", 0, ssl=serving(folder, served))
    port = server.sockets[0].getsockname()[1]
    try:
        yield Desk(folder / "cache", provider, Loopback(port), Clock())
    finally:
        server.close()
        for writer in list(provider.open):
            writer.transport.abort()
        await server.wait_closed()


async def fault_of(keys: PublishedKeys, place: Place | None = None) -> Problem:
    with pytest.raises(KnownError) as caught:
        await keys.get(place or Place())
    assert "{" not in sentence(caught.value.problem), "a gap is left open"
    return caught.value.problem


async def test_a_key_is_fetched_once(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        keys = desk.keys()
        assert await keys.get(Place()) == ("first",)
        assert await keys.get(Place()) == ("first",)
        assert desk.resolver.asked == [HOST]
    (request,) = desk.provider.requests
    assert request.startswith(b"GET /certs/one.pem HTTP/1.1\r\nHost: keys.example.com\r\n")
    assert b"accept-encoding: identity" in request.lower()
    assert b"cookie" not in request.lower()


async def test_nothing_is_fetched_before_it_is_asked_for(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        desk.keys()
        await asyncio.sleep(0)
        assert not desk.folder.exists()
    assert desk.provider.requests == []


async def test_it_is_kept_for_the_next_start(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        await desk.keys().get(Place())
        desk.clock.now += FRESH_SECONDS - 1
        assert await desk.keys().get(Place()) == ("first",)
        assert len(desk.provider.requests) == 1
        (file,) = desk.folder.iterdir()
        assert json.loads(file.read_text())["url"] == URL
        if os.name == "posix":
            assert desk.folder.stat().st_mode & 0o777 == 0o700


async def test_bytes_that_are_no_text_are_kept_as_they_are(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        desk.provider.says(b"a\xffb \xed\xa0\x80 \xc3\xa9")
        fetched = await desk.keys().get(Place())
        assert await desk.keys().get(Place()) == fetched
        assert len(desk.provider.requests) == 1


@pytest.mark.parametrize("again", [False, True], ids=["in memory", "after a new start"])
async def test_after_a_day_it_is_fetched_again(tmp_path: Path, again: bool) -> None:
    async with providing(tmp_path) as desk:
        keys = desk.keys()
        await keys.get(Place())
        desk.provider.says(b"second")
        desk.clock.now += FRESH_SECONDS
        assert await (desk.keys() if again else keys).get(Place()) == ("second",)
        assert await desk.keys().get(Place()) == ("second",), "kept in place of the first"
        assert len(desk.provider.requests) == 2


async def test_a_key_from_the_future_is_fetched_again(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        await desk.keys().get(Place())
        desk.clock.now -= 1
        await desk.keys().get(Place())
        assert len(desk.provider.requests) == 2


@pytest.mark.parametrize("again", [False, True], ids=["in memory", "after a new start"])
async def test_an_old_key_serves_while_the_provider_is_away(tmp_path: Path, again: bool) -> None:
    async with providing(tmp_path) as desk:
        keys = desk.keys()
        await keys.get(Place())
        desk.provider.answer = b"HTTP/1.1 503 Away\r\nContent-Length: 0\r\n\r\n"
        desk.clock.now += STALE_SECONDS - 1
        keys = desk.keys() if again else keys
        assert await keys.get(Place()) == ("first",)
        assert len(desk.provider.requests) == 2
        desk.clock.now += 1
        assert (await fault_of(keys)).code == "published-status"


async def test_a_failure_stands_for_a_minute(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        keys = desk.keys()
        desk.provider.answer = b"HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nhello"
        assert await fault_of(keys) == Problem.of("published-status", url=URL, status=404)
        desk.provider.says(b"second")
        desk.clock.now += RETRY_SECONDS - 1
        assert (await fault_of(keys)).code == "published-status"
        assert len(desk.provider.requests) == 1
        desk.clock.now += 1
        assert await keys.get(Place()) == ("second",)


async def test_a_new_key_of_a_known_set_is_looked_for_once_a_minute(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        keys = desk.keys()
        await keys.get(Place())
        desk.clock.now += RETRY_SECONDS
        desk.provider.says(b"first second")
        assert await keys.get(Place(wanted="second")) == ("first", "second")
        desk.clock.now += 1
        for _ in range(3):
            assert (await fault_of(keys, Place(wanted="third"))).code == "published-missing"
        assert await keys.get(Place(wanted="first")) == ("first", "second"), "the others are not held up by it"
        assert len(desk.provider.requests) == 2
        assert await desk.keys().get(Place(wanted="second"))
        assert len(desk.provider.requests) == 2


async def test_an_answer_without_keys_replaces_nothing(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        await desk.keys().get(Place())
        desk.provider.says(b"")
        desk.clock.now += FRESH_SECONDS
        assert await desk.keys().get(Place()) == ("first",)
        (file,) = desk.folder.iterdir()
        assert json.loads(file.read_text())["answer"] == "first"


async def test_an_answer_without_keys(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        desk.provider.says(b"")
        assert (await fault_of(desk.keys())).code == "published-unreadable"
        assert not desk.folder.exists()


async def test_those_who_ask_together_share_one_fetch(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        keys = desk.keys()
        found = await asyncio.gather(*(keys.get(Place()) for _ in range(20)))
        assert found == [("first",)] * 20
    assert len(desk.provider.requests) == 1


async def test_who_gives_up_takes_nothing_from_the_others(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        desk.provider.answer = None
        keys = desk.keys()
        first = asyncio.create_task(keys.get(Place()))
        await desk.provider.came.get()
        second = asyncio.create_task(keys.get(Place()))
        await asyncio.sleep(0)
        desk.provider.says(b"second")
        first.cancel()
        assert await second == ("second",)


async def test_a_redirect_is_not_followed(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        desk.provider.answer = b"HTTP/1.1 302 Found\r\nLocation: https://evil.org/key\r\nContent-Length: 0\r\n\r\n"
        assert await fault_of(desk.keys()) == Problem.of("published-moved", url=URL, status=302)
        assert desk.resolver.asked == [HOST]
    assert len(desk.provider.requests) == 1


@pytest.mark.parametrize("announced", [True, False])
async def test_an_answer_that_is_too_long(tmp_path: Path, announced: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published_keys, "ANSWER_LIMIT", 1_000)
    async with providing(tmp_path) as desk:
        head = OK[: OK.index(b"%d")] if announced else b"HTTP/1.1 200 OK\r\nX: "
        desk.provider.answer = head + b"1000\r\n\r\n" + b"x" * 1_000
        assert await desk.keys().get(Place()) == ("x" * 1_000,)
        desk.provider.answer = head + b"1001\r\n\r\n" + b"x" * 1_001
        problem = await fault_of(desk.keys(), Place(f"{URL}2"))
        assert (problem.code, dict(problem.particulars)["limit"]) == ("published-too-long", 1_000)


async def test_an_answer_that_is_packed_is_not_unpacked(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        desk.provider.answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 6\r\n\r\npacked"
        assert await desk.keys().get(Place()) == ("packed",)


@pytest.mark.parametrize("answer", [None, b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"], ids=["silent", "cut"])
async def test_a_provider_that_does_not_finish(tmp_path: Path, answer: bytes | None) -> None:
    async with providing(tmp_path) as desk:
        desk.timeout = 0.2
        desk.provider.answer = answer
        expected = "published-slow" if answer is None else "published-unreachable"
        assert (await fault_of(desk.keys())).code == expected


async def test_what_is_no_http(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        desk.provider.answer = b"SSH-2.0-OpenSSH_9.6\r\n\r\n"
        assert (await fault_of(desk.keys())).code == "published-unreachable"


async def test_where_nobody_listens(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        pass
    problem = await fault_of(desk.keys())
    assert (problem.code, dict(problem.particulars)["host"]) == ("published-unreachable", HOST)


@pytest.mark.parametrize(
    "served",
    [
        root(time.time(), "Other Root").issue(HOST, time.time()),
        ROOT.issue("other.example.com", time.time()),
        ROOT.issue(HOST, time.time() - 10 * 86_400),
        root(time.time(), HOST),
    ],
    ids=["unknown authority", "another name", "expired", "signed by itself"],
)
async def test_tls_that_is_not_to_be_trusted(tmp_path: Path, served: Issued) -> None:
    async with providing(tmp_path, served) as desk:
        problem = await fault_of(desk.keys())
        assert problem.code == "published-tls"
    assert desk.provider.requests == []


async def test_a_server_that_speaks_no_tls(tmp_path: Path) -> None:
    async def plain(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(OK % (5, b"first"))
        writer.close()

    async with providing(tmp_path) as desk, await asyncio.start_server(plain, "127.0.0.1", 0) as server:
        desk.resolver.port = server.sockets[0].getsockname()[1]
        assert (await fault_of(desk.keys())).code in {"published-tls", "published-unreachable"}


async def test_what_may_not_be_fetched_is_not(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        refused = Problem.of("published-elsewhere", url=URL, title="Amazon SNS", where="sns.<region>.amazonaws.com")
        assert await fault_of(desk.keys(), Place(problem=refused)) == refused
        for url in (
            f"http://{HOST}/a",
            f"https://{HOST}:444/a",
            f"https://u@{HOST}/a",
            "https:///a",
            "",
            "https://[::1/",
        ):
            assert (await fault_of(desk.keys(), Place(url))).code == "published-url"
        assert desk.resolver.asked == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        json.dumps({"url": URL, "when": 1e999, "answer": "old"}).encode(),
        json.dumps({"url": URL, "when": "soon", "answer": "old"}).encode(),
        json.dumps({"url": URL, "when": Clock().now, "answer": 1}).encode(),
        json.dumps({"url": "https://other.example.com/", "when": Clock().now, "answer": "old"}).encode(),
    ],
)
async def test_a_kept_file_that_is_damaged_is_fetched_anew(tmp_path: Path, content: bytes) -> None:
    async with providing(tmp_path) as desk:
        await desk.keys().get(Place())
        (file,) = desk.folder.iterdir()
        file.write_bytes(content)
        assert await desk.keys().get(Place()) == ("first",)
        assert len(desk.provider.requests) == 2
        assert json.loads(file.read_text())["answer"] == "first"


async def test_a_folder_that_cannot_be_written(tmp_path: Path, expected_log) -> None:
    expected_log("Cannot keep a published key")
    async with providing(tmp_path) as desk:
        desk.folder.write_text("a file where the folder should be")
        keys = desk.keys()
        assert await keys.get(Place()) == ("first",)
        assert await keys.get(Place()) == ("first",), "it is still in memory"
        assert len(desk.provider.requests) == 1


async def test_ever_new_urls_do_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published_keys, "PLACES", 3)
    async with providing(tmp_path) as desk:
        keys = desk.keys()
        await asyncio.gather(*(keys.get(Place(f"{URL}{number}")) for number in range(20)))
        assert await keys.get(Place()) == ("first",)
        assert len(keys._places) <= 3


async def test_few_are_fetched_at_once(tmp_path: Path) -> None:
    async with providing(tmp_path) as desk:
        desk.provider.answer = None
        desk.timeout = 0.5
        keys = desk.keys()
        asking = [asyncio.create_task(keys.get(Place(f"{URL}{number}"))) for number in range(12)]
        for _ in range(published_keys.AT_ONCE):
            await desk.provider.came.get()
        await asyncio.sleep(0.05)
        assert len(desk.provider.requests) == published_keys.AT_ONCE
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)


async def test_a_netrc_gives_its_passwords_to_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netrc").write_text(f"machine {HOST} login me password secret\n")
    (tmp_path / "netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    async with providing(tmp_path) as desk:
        await desk.keys().get(Place())
    assert b"authorization" not in desk.provider.requests[0].lower()


async def test_the_proxy_of_the_environment_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n"))
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    async with providing(tmp_path) as desk, await asyncio.start_server(refuse, "127.0.0.1", 0) as proxy:
        desk.resolver.port = proxy.sockets[0].getsockname()[1]
        monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example.com:3128")
        assert (await fault_of(desk.keys())).code == "published-unreachable"
    assert asked == [b"CONNECT keys.example.com:443 HTTP/1.1\r\n"]
    assert desk.provider.requests == []


@given(st.text(max_size=40) | st.text(max_size=30).map("https://".__add__))
def test_junk_urls_are_known_errors(url: str) -> None:
    async def ask() -> None:
        keys = PublishedKeys(Path(), context=ssl.create_default_context(cadata=ROOT.pem.decode()), resolver=Nowhere())
        with pytest.raises(KnownError):
            await keys.get(Place(url))

    asyncio.run(ask())


class Nowhere(Loopback):
    def __init__(self) -> None:
        super().__init__(0)

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[Any]:
        raise OSError("no such host")
