"""The engine with rules in proxy mode: real senders, a real history, and targets on raw sockets."""

import asyncio
import errno
import gzip
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace

import pytest

from tests.listening import post, until
from tests.makers import make_signed
from tests.receiver import Receiver, Talk, answer, hang_up, receiving, silent
from tests.watch import ExpectedLog
from webhook_inspector import engine as module
from webhook_inspector.core.capture import Record
from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.events import Attempted, Captured, Event, Fault, ForwardsChanged, Notice, Queued
from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.engine import Engine
from webhook_inspector.forwarding import proxy
from webhook_inspector.forwarding.proxy import Proxying
from webhook_inspector.forwarding.queue import MARK
from webhook_inspector.forwards import save_forward
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader

REQUEST = b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
PLAIN = REQUEST.replace(b"/hook", b"/plain")
SETTINGS = Settings().replaced(listener__port=0, listener__host="127.0.0.1", forward__first_pause_ms=1)
PATIENCE = 20


def rule_to(*targets: Receiver, **changes: object) -> ForwardRule:
    urls = tuple(f"http://127.0.0.1:{one.port}" for one in targets)
    return replace(ForwardRule("app", urls, "/hook", mode=Mode.PROXY, private=True), **changes)


@dataclass
class Running:
    folder: DataFolder
    engine: Engine
    port: int = 0
    events: list[Event] = field(default_factory=list)

    async def post(self, request: bytes = REQUEST) -> bytes:
        return await post(self.port, request, seconds=PATIENCE)

    def all(self, kind: type) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]

    async def until_mark(self, capture: int) -> None:
        await until(lambda: self.mark() == str(capture), PATIENCE)

    def mark(self) -> str:
        with closing(Reader(self.folder.history)) as reader:
            return reader.mark(MARK + "app")

    def record(self, capture: int = 1) -> Record:
        with closing(Reader(self.folder.history)) as reader:
            found = reader.record(capture)
        assert found is not None
        return found

    def deliveries(self, capture: int = 1) -> list[Delivery]:
        with closing(Reader(self.folder.history)) as reader:
            return reader.deliveries_of(capture)

    def attempts(self, capture: int = 1) -> list[Attempt]:
        with closing(Reader(self.folder.history)) as reader:
            return [one for delivery in reader.deliveries_of(capture) for one in reader.attempts_of(delivery.id)]

    def states(self, capture: int = 1) -> list[tuple[str, int]]:
        return [(one.state.value, one.attempts) for one in self.deliveries(capture)]


@asynccontextmanager
async def proxying(
    folder: DataFolder, *rules: ForwardRule, given: Rules = NO_RULES, settings: Settings = SETTINGS
) -> AsyncIterator[Running]:
    events: list[Event] = []
    engine = Engine(folder, settings, role="test", on_event=events.append, given=given, forwards=rules)
    running = Running(folder, engine, events=events)
    await engine.start()
    try:
        await until(lambda: running.all(ForwardsChanged), PATIENCE)
        running.port = (await engine.listen()).port
        yield running
    finally:
        await engine.stop()


def raw(body: bytes, *lines: bytes, status: bytes = b"200 OK") -> bytes:
    return b"\r\n".join([b"HTTP/1.1 " + status, *lines, b"Content-Length: %d" % len(body), b"", body])


def without_date(reply: bytes) -> bytes:
    head, mark, body = reply.partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.startswith(b"Date: ")]
    assert len(lines) < len(head.split(b"\r\n"))
    return b"\r\n".join(lines) + mark + body


async def test_the_sender_gets_the_answer_of_the_first_target_byte_for_byte(folder: DataFolder) -> None:
    body = gzip.compress(b"hello" * 100)
    lines = b"x-b: 2", b"Set-Cookie: a=1", b"Content-Encoding: gzip", b"X-A: 1", b"Set-Cookie: b=2"
    async with (
        receiving(answer(raw(body, *lines, status=b"201 Made"))) as first,
        receiving(answer(raw(b"", status=b"500 No"))) as second,
        proxying(folder, rule_to(first, second, attempts=1)) as running,
    ):
        reply = await running.post()
        assert without_date(reply) == raw(body, *lines, status=b"201 Made")
        await until(lambda: running.states() == [("delivered", 1), ("failed", 1)], PATIENCE)
        assert (running.record().status, running.record().reply) == (201, reply)
        assert [one.target for one in running.deliveries()] == list(rule_to(first, second).targets)
        assert [(one.status, one.attempts) for one in running.deliveries()] == [(201, 1), (500, 1)]
        (attempt, _) = running.attempts()
        assert attempt.response is not None
        assert attempt.response.body_size == len(body)
        assert attempt.sent_head.startswith(b"POST /hook HTTP/1.1\r\n")
        assert len(first.requests) == 1
        await until(lambda: len(running.all(Attempted)) == 2, PATIENCE)
        assert [event.captures for event in running.all(Queued)] == [(1,)]


@pytest.mark.parametrize("status", [b"204 No Content", b"304 Not Modified"])
async def test_an_answer_without_a_body_leaves_the_connection_in_step(folder: DataFolder, status: bytes) -> None:
    bare = b"HTTP/1.1 " + status + b"\r\nX-A: 1\r\n\r\n"
    async with receiving(answer(bare)) as target, proxying(folder, rule_to(target)) as running:
        assert without_date(await running.post()) == bare
        assert (await running.post(REQUEST * 2)).count(bare[:-2] + b"Date: ") == 2


async def test_a_head_tells_the_length_and_has_no_body(folder: DataFolder) -> None:
    request = b"HEAD /hook HTTP/1.1\r\nHost: x\r\n\r\n"
    told = b"HTTP/1.1 200 OK\r\nContent-Length: 120\r\n\r\n"
    async with receiving(answer(told)) as target, proxying(folder, rule_to(target)) as running:
        reply = await running.post(request + PLAIN)
    head, _, rest = reply.partition(b"\r\n\r\n")
    assert b"\r\nContent-Length: 120\r\n" in head + b"\r\n"
    assert rest.startswith(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n")


async def test_a_refusal_is_handed_through_and_left_to_the_sender(folder: DataFolder) -> None:
    async with (
        receiving(answer(raw(b"no", b"Retry-After: 7", status=b"503 Later"))) as target,
        proxying(folder, rule_to(target)) as running,
    ):
        assert without_date(await running.post()) == raw(b"no", b"Retry-After: 7", status=b"503 Later")
        await running.until_mark(1)
        assert running.states() == [("failed", 1)]
        assert len(target.requests) == 1


async def test_a_target_that_fails_gets_it_later_by_the_queue(folder: DataFolder) -> None:
    async with (
        receiving(hang_up, answer(raw(b"secret"))) as target,
        proxying(folder, rule_to(target, fallback=503)) as running,
    ):
        reply = await running.post()
        assert without_date(reply) == b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
        await until(lambda: running.states() == [("delivered", 2)], PATIENCE)
        assert [one.number for one in running.attempts()] == [1, 2]
        assert running.record().status == 503
        assert len(target.requests) == 2


async def test_a_slow_target_costs_its_sender_no_more_than_the_time_out(folder: DataFolder) -> None:
    async with (
        receiving(silent(), answer(raw(b"ok"))) as target,
        proxying(folder, rule_to(target, timeout=1)) as running,
    ):
        assert (await running.post()).startswith(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n")
        await until(lambda: running.states() == [("delivered", 2)], PATIENCE)


async def test_replies_of_one_connection_keep_their_order(folder: DataFolder) -> None:
    may_answer = asyncio.Event()

    async def late(talk: Talk) -> None:
        await may_answer.wait()
        await talk.say(raw(b"late"))

    async with receiving(late) as target, proxying(folder, rule_to(target)) as running:
        waiting = asyncio.create_task(running.post(REQUEST + PLAIN))
        await until(lambda: target.requests and running.all(Captured), PATIENCE)
        assert running.record(1).capture.head.startswith(b"POST /plain ")
        may_answer.set()
        first, second = (await waiting).split(b"late")
        assert b"Content-Length: 4" in first
        assert second.startswith(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n")


async def test_what_came_back_is_answered_by_ourselves_and_told_once(folder: DataFolder) -> None:
    async with proxying(folder) as running:
        rule = ForwardRule("app", (f"http://127.0.0.1:{running.port}",), "/hook", mode=Mode.PROXY, private=True)
        save_forward(folder.settings, rule)
        await until(lambda: running.all(ForwardsChanged)[-1].rules == (rule,), PATIENCE)
        for _ in range(2):
            assert b"200 OK" in await running.post()
        await running.until_mark(4)
        assert [event.problem.code for event in running.all(Notice)] == ["forward-loop"]
        assert [running.states(number) for number in (1, 2, 3, 4)].count([]) == 2


async def test_a_rule_that_pauses_leaves_the_reply_to_us_and_queues(folder: DataFolder) -> None:
    async with receiving(answer(raw(b"mine"))) as target, proxying(folder) as running:
        rule = rule_to(target)

        async def follow(changed: ForwardRule) -> None:
            save_forward(folder.settings, changed)
            await until(lambda: running.all(ForwardsChanged)[-1].rules == (changed,), PATIENCE)

        await follow(rule)
        assert b"mine" in await running.post()
        await follow(replace(rule, paused=True))
        assert b"mine" not in await running.post()
        await running.until_mark(2)
        assert running.states(2) == [("waiting", 0)]
        await follow(rule)
        assert b"mine" in await running.post()
        await until(lambda: running.states(2) == [("delivered", 1)], PATIENCE)
        await running.engine.forwarding.pause()
        assert b"mine" not in await running.post()


async def test_a_filter_has_the_verdict_at_once_also_of_a_large_body(folder: DataFolder) -> None:
    given = Rules((Endpoint("/hook", "github"),), (Secret("/hook", "one", "key"),))
    async with (
        receiving(answer(raw(b"mine"))) as target,
        proxying(folder, rule_to(target, filter="sig:valid"), given=given) as running,
    ):
        for body in (b"small", b"large" * 50_000):
            signed = make_signed("key", scheme="github", body=body, path="/hook")
            request = signed.head[:-2] + b"Content-Length: %d\r\n\r\n" % len(body) + body
            assert b"mine" in await running.post(request)
            assert b"mine" not in await running.post(request.replace(b"l", b"1"))
        await running.until_mark(4)
        assert [running.states(number) for number in range(1, 5)] == [[("delivered", 1)], [], [("delivered", 1)], []]


async def test_over_so_many_the_others_get_the_fallback_at_once(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proxy, "MOST_WAITING", 8)
    async with receiving(silent()) as target, proxying(folder, rule_to(target, timeout=3600)) as running:
        waiting = [asyncio.create_task(running.post()) for _ in range(12)]
        await until(lambda: sum(task.done() for task in waiting) == 4, PATIENCE)
        assert all(b" 502 Bad Gateway\r\n" in task.result() for task in waiting if task.done())
        assert b"200 OK" in await running.post(PLAIN)
        await running.until_mark(5)
        assert [running.states(number)[0][0] for number in range(1, 5)] == ["waiting"] * 4
        running.engine.forwarding.proxying.give_up()
        assert all(b" 502 Bad Gateway\r\n" in reply for reply in await asyncio.gather(*waiting))


async def test_the_end_of_listening_gives_up_slow_targets(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PROXY_GRACE", 0.1)
    async with receiving(silent()) as target:
        async with proxying(folder, rule_to(target, timeout=3600)) as running:
            waiting = asyncio.create_task(running.post())
            await until(lambda: target.requests, PATIENCE)
            await running.engine.stop_listening()
            assert (await waiting).startswith(b"HTTP/1.1 502 Bad Gateway\r\n")
            assert running.record().status == 502
        async with receiving(answer(raw(b"ok"))) as other, proxying(folder, rule_to(other)) as running:
            await until(running.deliveries, PATIENCE)


async def test_the_end_does_not_wait_for_a_target_whose_sender_has_gone(folder: DataFolder) -> None:
    async with receiving(silent()) as target, proxying(folder, rule_to(target, timeout=3600)) as running:
        _, writer = await asyncio.open_connection("127.0.0.1", running.port)
        writer.write(REQUEST)
        await until(lambda: target.requests, PATIENCE)
        reset = struct.pack("ii", 1, 0)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
        writer.transport.abort()
        await running.engine.stop_listening()
        await until(lambda: running.all(Captured), PATIENCE)
        assert running.record().status == 502


async def test_what_cannot_be_stored_is_not_acknowledged_whatever_the_target_says(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async with receiving(answer(raw(b"mine"))) as target, proxying(folder, rule_to(target)) as running:
        with monkeypatch.context() as patched:
            patched.setattr(History, "write", full)
            assert (await running.post()).startswith(b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: ")
        await until(lambda: running.all(Fault)[-1:] == [Fault(None)], PATIENCE)
        assert b"mine" in await running.post()
        await running.until_mark(1)
        assert running.states(1) == [("delivered", 1)]
        assert len(target.requests) == 2
        assert running.engine.forwarding.beforehand.reach("app", 0, 9) == 9


async def test_attempts_are_stored_also_where_the_end_comes_at_once(folder: DataFolder) -> None:
    async with receiving(answer(raw(b"mine"))) as target:
        async with proxying(folder, rule_to(target)) as running:
            assert b"mine" in await running.post()
        assert running.states() == [("delivered", 1)]
        async with proxying(folder, rule_to(target)) as running:
            assert b"mine" in await running.post()
            await running.until_mark(2)
            assert running.states(2) == [("delivered", 1)]
        assert len(target.requests) == 2


async def test_a_bug_costs_the_answer_but_not_the_request(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    expected_log("a request could not be proxied")

    async def failing(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(Proxying, "ask", failing)
    async with receiving(answer(raw(b"mine"))) as target, proxying(folder, rule_to(target)) as running:
        assert b" 502 Bad Gateway\r\n" in await running.post()
        await until(lambda: running.states() == [("delivered", 1)], PATIENCE)


async def test_many_at_once_reach_the_target_once_each(folder: DataFolder) -> None:
    """The queue, which reads beside the writer, may see a capture before we know that it is stored."""
    senders, each = 8, 30
    async with receiving(answer(raw(b"mine"))) as target, proxying(folder, rule_to(target)) as running:
        replies = await asyncio.gather(*(running.post(REQUEST * each) for _ in range(senders)))
        assert [reply.count(b"mine") for reply in replies] == [each] * senders
        await running.until_mark(senders * each)
        states = [state for number in range(1, senders * each + 1) for state in running.states(number)]
        assert states == [("delivered", 1)] * (senders * each)
        assert len(target.requests) == senders * each
