"""End to end: real sockets, a receiver that plays what it is told."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.receiver import OK, Receiver, Script, Talk, answer, hang_up, receiving, reset, silent
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.net.nearness import Reach
from webhook_inspector.net.response_reader import Keep
from webhook_inspector.net.sending import Options, Sender, Sent

HEAD = b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n"
PATIENT = Options(connect_timeout=20, timeout=25)


@asynccontextmanager
async def sending(environment: dict[str, str] | None = None) -> AsyncIterator[Sender]:
    sender = Sender(environment=environment or {})
    try:
        yield sender
    finally:
        await sender.close()


def to(receiver: Receiver | int, head: bytes = HEAD, body: bytes = b"abc", host: str = "127.0.0.1") -> Outgoing:
    return Outgoing("http", host, receiver if isinstance(receiver, int) else receiver.port, head, body)


async def until_slow(sender: Sender, outgoing: Outgoing, code: str) -> Sent:
    """Time is over in the phase that is meant: it is given more where the machine was too slow to come so far."""
    for seconds in (0.2, 1, 5, 15):
        sent = await sender.send(outgoing, Options(connect_timeout=20, timeout=seconds))
        if sent.problem and sent.problem.code == code:
            break
    assert sent.timings.total >= seconds
    return sent


async def played(*scripts: Script, options: Options = PATIENT) -> tuple[Sent, Receiver]:
    async with receiving(*scripts) as receiver, sending() as sender:
        return await sender.send(to(receiver), options), receiver


def code_of(sent: Sent) -> str:
    assert sent.problem is not None
    assert "{" not in sentence(sent.problem)
    return sent.problem.code


async def test_a_request_and_its_response() -> None:
    answered = b"HTTP/1.1 404 Nope\r\nx-A:  1 \r\nX-a: 2\r\nContent-Length: 3\r\n\r\nyes"
    sent, receiver = await played(answer(answered))
    assert receiver.seen == HEAD + b"abc"
    assert sent.problem is None
    assert sent.response is not None
    assert (sent.response.status, sent.response.head + sent.response.body) == (404, answered)
    assert (sent.head, sent.written) == (HEAD, len(HEAD) + 3)
    assert sent.peer == f"127.0.0.1:{receiver.port}"
    assert sent.timings.dns is None
    assert sent.timings.tls is None
    assert sent.timings.connect is not None
    assert sent.timings.first_byte is not None
    assert 0 < sent.timings.connect + sent.timings.first_byte <= sent.timings.total


raw_lines = st.binary(max_size=30).map(lambda raw: raw.replace(b"\r", b"").replace(b"\n", b""))


@given(st.lists(raw_lines, max_size=6), st.binary(max_size=60))
def test_exactly_these_bytes_go_out(lines: list[bytes], body: bytes) -> None:
    head = b"\r\n".join([*lines, b"", b""])

    async def scenario() -> bytes:
        async with receiving(answer(), size=len(head + body)) as receiver, sending() as sender:
            await sender.send(to(receiver, head, body), PATIENT)
            return receiver.seen

    assert asyncio.run(scenario()) == head + body


@pytest.mark.parametrize("size", [2**17, 2**17 + 1, 8 * 2**20])
async def test_long_bodies(size: int) -> None:
    body = os.urandom(size)
    head = HEAD.replace(b"3", str(size).encode())
    async with receiving() as receiver, sending() as sender:
        sent = await sender.send(to(receiver, head, body), PATIENT)
    assert receiver.seen == head + body
    assert (sent.problem, sent.written) == (None, len(head) + size)


async def test_a_connection_is_used_again() -> None:
    async with receiving() as receiver, sending() as sender:
        first = await sender.send(to(receiver), PATIENT)
        second = await sender.send(to(receiver), PATIENT)
    assert (receiver.connections, len(receiver.requests)) == (1, 2)
    assert first.timings.connect is not None
    assert second.timings.connect is None
    assert second.response == first.response


@pytest.mark.parametrize(
    ("head", "answered"),
    [
        (HEAD, OK.replace(b"OK\r\n", b"OK\r\nConnection: close\r\n")),
        (HEAD, OK + b"HTTP/1.1 200 OK\r\n"),
        (HEAD.replace(b"Host", b"Connection: close\r\nHost"), OK),
        (HEAD.replace(b"1.1", b"1.0"), OK),
        (HEAD.replace(b"Content-Length: 3", b"Content-Length: 3\r\nContent-Length: 3"), OK),
        (HEAD.replace(b"Content-Length: 3", b"X-Length: 3"), OK),
    ],
)
async def test_a_connection_in_doubt_is_not_used_again(head: bytes, answered: bytes) -> None:
    async with receiving(answer(answered), size=len(head) + 3) as receiver, sending() as sender:
        for _ in range(2):
            assert (await sender.send(to(receiver, head), PATIENT)).response is not None
    assert receiver.connections == 2


@pytest.mark.parametrize("end", [hang_up, reset])
async def test_a_used_connection_that_ends_meanwhile_is_replaced_once(end: Script) -> None:
    async with receiving(answer(), end, answer()) as receiver, sending() as sender:
        await sender.send(to(receiver), PATIENT)
        second = await sender.send(to(receiver), PATIENT)
    assert second.problem is None
    assert (receiver.connections, len(receiver.requests)) == (2, 3)
    assert second.timings.connect is not None


async def test_it_is_not_replaced_twice() -> None:
    async with receiving(answer(), hang_up) as receiver, sending() as sender:
        await sender.send(to(receiver), PATIENT)
        second = await sender.send(to(receiver), PATIENT)
    assert code_of(second) == "sending-closed"
    assert len(receiver.requests) == 3


async def test_nothing_is_sent_again_once_an_answer_began() -> None:
    async with receiving(answer(), answer(b"HTTP", close=True)) as receiver, sending() as sender:
        await sender.send(to(receiver), PATIENT)
        second = await sender.send(to(receiver), PATIENT)
    assert code_of(second) == "sending-closed-in-head"
    assert len(receiver.requests) == 2


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (hang_up, "sending-closed"),
        (reset, "sending-reset"),
        (answer(b"SSH-2.0-x\r\n"), "sending-not-http"),
        (answer(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", close=True), "sending-cut"),
        (answer(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", close=True), "sending-cut-chunks"),
    ],
)
async def test_answers_that_are_none(script: Script, code: str) -> None:
    sent, receiver = await played(script)
    assert code_of(sent) == code
    assert len(receiver.requests) == 1  # on a new connection nothing is tried twice


async def test_an_answer_that_ends_with_the_connection() -> None:
    sent, _ = await played(answer(b"HTTP/1.0 200 OK\r\n\r\nall of it", close=True))
    assert sent.problem is None
    assert sent.response is not None
    assert sent.response.body == b"all of it"


async def test_interim_responses_are_passed_over() -> None:
    sent, _ = await played(answer(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + OK))
    assert sent.response is not None
    assert sent.response.status == 200


async def test_a_redirect_is_a_response() -> None:
    sent, receiver = await played(answer(b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"))
    assert sent.response is not None
    assert (sent.response.status, len(receiver.requests)) == (302, 1)


async def test_an_endless_answer_is_left() -> None:
    async def endless(talk: Talk) -> None:
        await talk.say(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
        while True:
            await talk.say(b"x" * 2**16)

    sent, _ = await played(endless, options=replace(PATIENT, keep=Keep(most=1000, limit=10**6)))
    assert code_of(sent) == "sending-body-too-long"
    assert sent.response is not None
    assert sent.response.body == b"x" * 1000
    assert sent.response.body_size > 10**6


async def test_without_an_answer_time_is_over_and_the_connection_is_cut() -> None:
    async with receiving(silent()) as receiver, sending() as sender:
        sent = await until_slow(sender, to(receiver), "sending-slow-answer")
        await asyncio.wait_for(receiver.gone.wait(), 20)
    assert code_of(sent) == "sending-slow-answer"
    assert sent.timings.first_byte is None


async def test_an_answer_that_drips_ends_with_the_time() -> None:
    async with receiving(silent(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")) as receiver, sending() as sender:
        sent = await until_slow(sender, to(receiver), "sending-slow-body")
        await asyncio.wait_for(receiver.gone.wait(), 20)
    assert code_of(sent) == "sending-slow-body"
    assert sent.response is not None
    assert (sent.response.status, sent.response.body) == (200, b"abc")


async def test_a_receiver_that_does_not_read() -> None:
    async def deaf(talk: Talk) -> None:
        await asyncio.Event().wait()

    body = bytes(64 * 2**20)
    async with receiving(deaf, size=10) as receiver, sending() as sender:
        sent = await until_slow(sender, to(receiver, HEAD, body), "sending-slow-request")
    assert code_of(sent) == "sending-slow-request"
    assert 0 < sent.written < len(HEAD) + len(body)


async def test_an_early_answer_counts_though_the_request_is_not_taken() -> None:
    async def early(talk: Talk) -> None:
        await talk.say(b"HTTP/1.1 413 Too long\r\nContent-Length: 0\r\n\r\n")
        await asyncio.Event().wait()

    async with receiving(early, size=10) as receiver, sending() as sender:
        sent = await sender.send(to(receiver, HEAD, bytes(64 * 2**20)), PATIENT)
    assert sent.problem is None
    assert sent.response is not None
    assert sent.response.status == 413


async def test_cancelling_cuts_the_connection() -> None:
    async with receiving(silent()) as receiver, sending() as sender:
        task = asyncio.create_task(sender.send(to(receiver), PATIENT))
        await receiver.arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.wait_for(receiver.gone.wait(), 20)


async def test_closing_the_sender_ends_what_waits() -> None:
    async with receiving(silent()) as receiver, sending() as sender:
        task = asyncio.create_task(sender.send(to(receiver), PATIENT))
        await receiver.arrived.wait()
        await sender.close()
        assert code_of(await task) == "sending-closed"


async def test_where_nothing_listens() -> None:
    async with receiving() as receiver:
        port = receiver.port
    async with sending() as sender:
        for host in ("127.0.0.1", "2130706433", "localhost"):
            sent = await sender.send(to(port, host=host), PATIENT)
            assert sent.problem == Problem.of("sending-refused-here", origin=f"http://{host}:{port}", port=port)
            assert (sent.response, sent.peer, sent.written) == (None, "", 0)


async def test_numbers_lead_where_the_system_would_go() -> None:
    async with receiving() as receiver, sending() as sender:
        for host in ("2130706433", "0x7f000001", "0177.1"):
            sent = await sender.send(to(receiver, host=host), PATIENT)
            assert sent.peer == f"127.0.0.1:{receiver.port}"


async def test_a_name_has_its_time() -> None:
    async with receiving() as receiver, sending() as sender:
        sent = await sender.send(to(receiver, host="localhost"), PATIENT)
    assert sent.problem is None
    assert sent.timings.dns is not None


@pytest.mark.parametrize("host", ["", "a b", "a\r\nb", "\ud800", "x" * 300])
async def test_what_can_be_no_host(host: str) -> None:
    async with sending() as sender:
        assert code_of(await sender.send(to(80, host=host), PATIENT)) == "sending-host"


@pytest.mark.parametrize("port", [0, -1, 65536])
async def test_what_can_be_no_port(port: int) -> None:
    async with sending() as sender:
        assert (await sender.send(to(port), PATIENT)).problem == Problem.of("sending-port", port=port)


async def test_a_rule_is_not_led_into_the_own_network() -> None:
    async def lookup(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    sender = Sender(lookup, {})
    async with receiving() as receiver:
        sent = await sender.send(to(receiver, host="rebind.example.com"), replace(PATIENT, reach=Reach.FORWARD))
        by_hand = await sender.send(to(receiver, host="rebind.example.com"), PATIENT)
        await sender.close()
    assert code_of(sent) == "sending-address-private"
    assert by_hand.problem is None
    assert len(receiver.requests) == 1


async def test_a_name_server_that_is_silent() -> None:
    async def lookup(host: str, port: int) -> Sequence[str]:
        await asyncio.Event().wait()
        return []

    sender = Sender(lookup, {})
    sent = await sender.send(to(80, host="slow.example.com"), replace(PATIENT, connect_timeout=0.1))
    await sender.close()
    assert code_of(sent) == "sending-slow-name"
    assert sent.timings.dns is not None
    assert sent.timings.connect is None


async def test_many_at_once() -> None:
    async with receiving() as receiver, sending() as sender:
        bodies = [b"%03d" % number for number in range(150)]
        sent = await asyncio.gather(*(sender.send(to(receiver, body=body), PATIENT) for body in bodies))
    assert all(one.problem is None for one in sent)
    assert sorted(request[-3:] for request in receiver.requests) == bodies


def test_who_imports_it_does_not_pay_for_the_network() -> None:
    """The engine's start is measured."""
    code = "import sys, webhook_inspector.net.sending; sys.exit('aiohttp' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
