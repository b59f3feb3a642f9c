import asyncio
import errno
import time

import pytest

from tests.listening import listening, post, until
from webhook_inspector.core.capture import State
from webhook_inspector.net.connection import MOST_PIPELINED
from webhook_inspector.net.limits import Limits

START = b"POST /a HTTP/1.1\r\nHost: x\r\n"


def request(body: bytes = b"abc", extra: bytes = b"") -> bytes:
    return START + extra + b"Content-Length: %d\r\n\r\n" % len(body) + body


async def test_a_request_is_kept_as_it_came_and_answered() -> None:
    head = b"PoST //a%2Fb?\xc3\xa7 HTTP/1.1\r\nhOST:x\r\nX-A:   one  \r\nx-a: two\r\nContent-Length: 3\r\n\r\n"
    before = time.time_ns()
    async with listening() as desk:
        answer = await post(desk.port, head + b"\0\xff\n")
    (capture,) = desk.captures
    assert answer.startswith(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n")
    assert (capture.head, capture.body, capture.state) == (head, b"\0\xff\n", State.COMPLETE)
    assert (capture.scheme, capture.body_size) == ("http", 3)
    assert capture.peer.startswith("127.0.0.1:")
    assert before <= capture.received_ns <= time.time_ns()


async def test_pipelined_requests_are_answered_in_order_even_beyond_what_may_wait() -> None:
    count = MOST_PIPELINED * 2 + 10
    async with listening() as desk:
        answer = await post(desk.port, b"".join(request(b"%d" % n) for n in range(count)))
    assert [c.body for c in desk.captures] == [b"%d" % n for n in range(count)]
    assert answer.count(b"HTTP/1.1 200 OK") == count


async def test_replies_keep_the_order_of_the_requests() -> None:
    async with listening() as desk:
        desk.holds = True
        reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
        writer.write(request() + b"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n")
        await until(lambda: len(desk.waiting) == 2)
        desk.answer(desk.waiting[1])
        await asyncio.sleep(0.05)
        desk.answer(desk.waiting[0])
        answer = await asyncio.wait_for(reader.read(), 5)
        writer.close()
    assert answer.index(b"200 OK") < answer.index(b"405 Method Not Allowed")


async def test_no_more_is_read_from_a_sender_whose_requests_pile_up() -> None:
    async with listening() as desk:
        desk.holds = True
        _, writer = await asyncio.open_connection("127.0.0.1", desk.port)
        writer.write(request() * (MOST_PIPELINED * 3))
        await until(lambda: len(desk.waiting) == MOST_PIPELINED)
        await asyncio.sleep(0.05)
        assert len(desk.captures) == MOST_PIPELINED
        desk.holds = False
        for exchange in desk.waiting:
            desk.answer(exchange)
        await until(lambda: len(desk.captures) == MOST_PIPELINED * 3)
        writer.close()


async def test_continue_is_said_only_to_a_sender_that_waits() -> None:
    async with listening() as desk:
        reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
        writer.write(START + b"Expect: 100-continue\r\nContent-Length: 3\r\n\r\n")
        assert await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5) == b"HTTP/1.1 100 Continue\r\n\r\n"
        writer.write(b"abc" + request(b"def", b"Expect: 100-continue\r\n"))
        writer.write_eof()
        rest = await asyncio.wait_for(reader.read(), 5)
        writer.close()
    assert rest.count(b"100 Continue") == 0
    assert rest.count(b"200 OK") == 2
    assert [c.body for c in desk.captures] == [b"abc", b"def"]


async def test_too_large_with_expect_is_refused_before_it_is_sent() -> None:
    async with listening(Limits(body=10)) as desk:
        answer = await post(desk.port, START + b"Expect: 100-continue\r\nContent-Length: 300\r\n\r\n", half_close=False)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert desk.seen() == [("cut", "body-too-long", b"")]
    assert desk.captures[0].body_size == 300


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_body_over_the_limit_is_cut_and_its_sender_can_read_why(chunked: bool) -> None:
    body = b"0123456789" * 300_000
    framing = (
        b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % 9_000 if chunked else b"Content-Length: %d\r\n\r\n" % len(body)
    )
    async with listening(Limits(body=10_000, cut_body_kept=1000)) as desk:
        if chunked:
            framing += body[:9_000] + b"\r\n%x\r\n" % (len(body) - 9_000)
        answer = await post(desk.port, START + framing + body, half_close=False)
        assert desk.listener is not None
        await until(lambda: desk.listener.memory_used == 0)  # type: ignore[union-attr]
    assert answer.startswith(b"HTTP/1.1 413 ")
    ((state, _, kept),) = desk.seen()
    assert (state, kept) == ("cut", body[:1000])


async def test_a_half_closed_sender_gets_its_answer() -> None:
    async with listening() as desk:
        desk.holds = True
        work = asyncio.create_task(post(desk.port, request()))
        await until(lambda: desk.waiting)
        await asyncio.sleep(0.05)
        desk.answer(desk.waiting[0])
        assert b"200 OK" in await work


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (START + b"Content-Length: 30\r\n\r\nabc", ("incomplete", "hung-up-in-body", b"abc")),
        (START + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc", ("incomplete", "hung-up-in-chunks", b"abc")),
        (START[:20], ("refused", "hung-up-in-head", b"")),
    ],
)
async def test_a_sender_that_hangs_up_leaves_a_row(sent: bytes, expected: tuple[str, str, bytes]) -> None:
    async with listening() as desk:
        answer = await post(desk.port, sent)
        assert desk.seen() == [expected]
        assert answer.startswith(b"HTTP/1.1 400 ")
        _, writer = await asyncio.open_connection("127.0.0.1", desk.port)
        writer.write(sent)
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.transport.abort()
        await until(lambda: len(desk.captures) == 2)
    assert desk.seen()[1] == expected


async def test_silence_and_blank_lines_leave_none() -> None:
    async with listening() as desk:
        assert await post(desk.port, b"") == b""
        assert b"200 OK" in await post(desk.port, b"\r\n\r\n" + request())
    assert len(desk.captures) == 1


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "tls-on-plain-port"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "http2-preface"),
        (
            START + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n",
            400,
            "both-framings",
        ),
        (b"GET /" + b"x" * 40_000, 414, "request-line-too-long"),
        (START + b"X: " + b"x" * 70_000, 431, "headers-too-long"),
        (START + b"Transfer-Encoding: chunked\r\n\r\nnonsense\r\n", 400, "chunk"),
    ],
)
async def test_what_is_refused_becomes_one_row_and_ends_the_connection(sent: bytes, status: int, code: str) -> None:
    async with listening() as desk:
        answer = await post(desk.port, sent, half_close=False)
    assert answer.startswith(b"HTTP/1.1 %d " % status)
    assert b"Connection: close" in answer
    assert [(c.state, c.problem.code if c.problem else "") for c in desk.captures] == [(State.REFUSED, code)]
    assert desk.captures[0].head
    assert sent.startswith(desk.captures[0].head)


async def test_the_slow_are_ended() -> None:
    limits = Limits(head_timeout=0.2, body_timeout=0.2, idle_timeout=0.6)
    async with listening(limits) as desk:
        answers = await asyncio.gather(
            post(desk.port, b"", half_close=False),
            post(desk.port, START, half_close=False),
            post(desk.port, START + b"Content-Length: 9\r\n\r\nabc", half_close=False),
            post(desk.port, request(), half_close=False),
        )
    assert answers[0] == b""
    assert answers[1].startswith(b"HTTP/1.1 408 ")
    assert answers[2].startswith(b"HTTP/1.1 408 ")
    assert answers[3].startswith(b"HTTP/1.1 200 ")
    assert sorted(desk.seen()) == [
        ("complete", "", b"abc"),
        ("incomplete", "slow-body", b"abc"),
        ("refused", "slow-head", b""),
    ]


async def test_too_many_bytes_at_once_are_put_off() -> None:
    async with listening(Limits(memory=2**20)) as desk:
        desk.holds = True
        _, first = await asyncio.open_connection("127.0.0.1", desk.port)
        first.write(request(b"x" * 900_000))
        await until(lambda: desk.waiting)
        desk.holds = False
        answer = await post(desk.port, request(b"y" * 900_000), half_close=False)
        first.close()
    assert answer.startswith(b"HTTP/1.1 503 ")
    assert b"Retry-After: " in answer
    assert desk.captures[1].problem is not None
    assert desk.captures[1].problem.code == "out-of-memory"


async def test_a_sender_that_never_reads_is_ended() -> None:
    async with listening(Limits(write_timeout=0.3)) as desk:
        reader, writer = await asyncio.open_connection("127.0.0.1", desk.port, limit=2**10)
        writer.transport.pause_reading()
        sent = request(b"", b"X: " + b"x" * 100 + b"\r\n") * 1000

        async def send_for_ever() -> None:
            while True:
                writer.write(sent)
                await writer.drain()

        with pytest.raises(ConnectionError):
            await asyncio.wait_for(send_for_ever(), 20)
        await until(lambda: not desk.listener._connections)  # type: ignore[union-attr]
        writer.transport.abort()
        del reader


async def test_a_sender_that_resets_while_its_refusal_goes_out_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def reset(_transport: object) -> None:
        raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")

    async with listening() as desk:
        desk.holds = True
        _, writer = await asyncio.open_connection("127.0.0.1", desk.port)
        writer.write(b"\x16\x03\x01")
        await until(lambda: desk.waiting)
        (connection,) = desk.listener._connections  # type: ignore[union-attr]
        monkeypatch.setattr(type(connection._transport), "write_eof", reset)
        desk.answer(desk.waiting[0])
        await until(lambda: not desk.listener._connections)  # type: ignore[union-attr]
        writer.close()


async def test_http_1_0_and_close_end_the_connection() -> None:
    async with listening() as desk:
        assert b"Connection: close" in await post(desk.port, b"GET / HTTP/1.0\r\n\r\n", half_close=False)
        closing = request(extra=b"Connection: close\r\n")
        answer = await post(desk.port, closing + request(b"never read"), half_close=False)
    assert answer.count(b"HTTP/1.1 200") == 1
    assert [c.body for c in desk.captures] == [b"", b"abc"]
