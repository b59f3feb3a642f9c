"""The sender and TLS: what is trusted, and what is said where it is not."""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.authority import Issued, issued, root
from tests.receiver import Receiver, Talk, receiving, silent
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.sentences import sentence
from webhook_inspector.net.sending import Options, Sender, Sent
from webhook_inspector.net.trust import Trust

HEAD = b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n"
NAME = "app.example.com"


@dataclass(frozen=True)
class Place:
    """Where certificates lie, and the authority that signs them."""

    folder: Path
    authority: Issued

    def server(self, certificate: Issued) -> ssl.SSLContext:
        (self.folder / "chain.pem").write_bytes(certificate.pem + certificate.key_pem)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / "chain.pem")
        return context

    @property
    def options(self) -> Options:
        file = self.folder / "ca.pem"
        file.write_bytes(self.authority.pem)
        return Options(connect_timeout=20, timeout=25, trust=Trust(ca_file=file))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, root(time.time()))


async def here(host: str, port: int) -> Sequence[str]:
    return ["127.0.0.1"]


@asynccontextmanager
async def sending() -> AsyncIterator[Sender]:
    sender = Sender(here, {})
    try:
        yield sender
    finally:
        await sender.close()


def to(receiver: Receiver, scheme: str = "https") -> Outgoing:
    return Outgoing(scheme, NAME, receiver.port, HEAD, b"abc")


def code_of(sent: Sent) -> str:
    assert sent.problem is not None
    assert "{" not in sentence(sent.problem)
    return sent.problem.code


async def tried(context: ssl.SSLContext, options: Options) -> Sent:
    async with receiving(tls=context) as receiver, sending() as sender:
        return await sender.send(to(receiver), options)


async def test_with_the_own_authority_it_is_sent_and_the_connection_kept(place: Place) -> None:
    context = place.server(place.authority.issue(NAME, time.time()))
    async with receiving(tls=context) as receiver, sending() as sender:
        options = place.options
        first = await sender.send(to(receiver), options)
        second = await sender.send(to(receiver), options)
    assert (first.problem, second.problem) == (None, None)
    assert (receiver.requests, receiver.connections) == ([HEAD + b"abc"] * 2, 1)
    assert first.timings.dns is not None
    assert first.timings.connect is not None
    assert first.timings.tls is not None
    assert first.timings.tls > 0
    assert second.timings.tls is None


async def test_without_its_authority_it_is_not(place: Place) -> None:
    context = place.server(place.authority.issue(NAME, time.time()))
    assert code_of(await tried(context, Options())) == "sending-tls-authority"


async def test_unless_nothing_is_verified(place: Place) -> None:
    context = place.server(issued("other.example.com", time.time() - 9e6, None))
    sent = await tried(context, Options(connect_timeout=20, timeout=25, trust=Trust(verify=False)))
    assert sent.problem is None


@pytest.mark.parametrize(
    ("days", "name", "code"),
    [
        (-10, NAME, "sending-tls-expired"),
        (10, NAME, "sending-tls-early"),
        (0, "other.example.com", "sending-tls-name"),
    ],
)
async def test_certificates_that_are_wrong(place: Place, days: int, name: str, code: str) -> None:
    at = time.time() + days * 86_400
    authority = root(time.time())
    place = Place(place.folder, authority)
    certificate = issued(name, at, authority)
    sent = await tried(place.server(certificate), place.options)
    assert code_of(sent) == code
    assert sent.timings.tls is not None
    assert (sent.response, sent.written) == (None, 0)


async def test_a_certificate_that_signs_itself(place: Place) -> None:
    sent = await tried(place.server(issued(NAME, time.time(), None)), Options())
    assert code_of(sent) == "sending-tls-self-signed"


async def test_another_authority_takes_effect_when_its_file_changes(place: Place) -> None:
    context = place.server(place.authority.issue(NAME, time.time()))
    other = Place(place.folder, root(time.time(), "Another Root"))
    async with receiving(tls=context) as receiver, sending() as sender:
        assert code_of(await sender.send(to(receiver), other.options)) == "sending-tls-authority"
        assert (await sender.send(to(receiver), place.options)).problem is None


async def test_a_file_that_is_missing(place: Place) -> None:
    options = Options(trust=Trust(ca_file=place.folder / "none.pem"))
    async with receiving() as receiver, sending() as sender:
        assert code_of(await sender.send(to(receiver), options)) == "sending-ca-file"


async def test_tls_where_there_is_none() -> None:
    async def talk_http(talk: Talk) -> None:
        await talk.say(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        await talk.until_gone()

    async with receiving(talk_http, size=20) as receiver, sending() as sender:
        assert code_of(await sender.send(to(receiver), Options())) == "sending-tls-none"


async def test_no_tls_where_there_is_some(place: Place) -> None:
    async def alert(talk: Talk) -> None:
        await talk.say(b"\x15\x03\x01\x00\x02\x02\x46")
        await talk.hang_up()

    async with receiving(alert) as receiver, sending() as sender:
        assert code_of(await sender.send(to(receiver, "http"), Options())) == "sending-speaks-tls"


async def test_a_handshake_that_is_broken_off() -> None:
    async def hang_up(talk: Talk) -> None:
        await talk.hang_up()

    async with receiving(hang_up, size=20) as receiver, sending() as sender:
        assert code_of(await sender.send(to(receiver), Options())) == "sending-tls-closed"


async def test_a_handshake_that_never_ends() -> None:
    async with receiving(silent(), size=20) as receiver, sending() as sender:
        for seconds in (0.2, 1, 5, 15):
            sent = await sender.send(to(receiver), Options(connect_timeout=seconds))
            if code_of(sent) == "sending-slow-tls":
                break
        await asyncio.wait_for(receiver.gone.wait(), 20)
    assert code_of(sent) == "sending-slow-tls"


async def test_a_server_that_wants_a_certificate_of_ours(place: Place) -> None:
    context = place.server(place.authority.issue(NAME, time.time()))
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(cadata=place.authority.pem.decode())
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    side = context.wrap_bio(incoming, outgoing, server_side=True)

    async def refuse(talk: Talk) -> None:
        """As OpenSSL's own servers do; asyncio's hangs up without a word."""
        incoming.write(receiver.requests[-1])
        while True:
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                await talk.say(outgoing.read())
                incoming.write(await talk.reader.read(2**16))
            except ssl.SSLError:
                await talk.say(outgoing.read())
                await talk.until_gone()
                return

    async with receiving(refuse, size=1) as receiver, sending() as sender:
        sent = await sender.send(to(receiver), place.options)
    assert code_of(sent) == "sending-tls-other"
    assert sent.problem is not None
    assert "certificate required" in sentence(sent.problem)


@pytest.mark.parametrize("pieces", [1, 2])
async def test_a_kept_connection_stays_silent_until_it_ends(place: Place, pieces: int) -> None:
    """With limits at 0 asyncio's TLS tells aiohttp's protocol to go on writing, which it never stopped."""
    ended = asyncio.Event()

    async def then_end(talk: Talk) -> None:
        said = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        for piece in (said,) if pieces == 1 else (said[:9], said[9:]):
            await talk.say(piece)
            await asyncio.sleep(0.02)  # a piece is a record of its own, read by itself; the test holds without it too
        await ended.wait()
        await talk.hang_up()

    faults: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: faults.append(context))
    server = place.server(place.authority.issue(NAME, time.time()))
    async with receiving(then_end, tls=server) as receiver, sending() as sender:
        options = place.options
        assert (await sender.send(to(receiver), options)).problem is None
        ended.set()
        assert (await sender.send(to(receiver), options)).problem is None
    assert faults == []
