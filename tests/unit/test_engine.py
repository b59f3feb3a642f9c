import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field

import pytest

from tests.listening import post, until
from tests.receiver import receiving
from tests.watch import ExpectedLog
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.events import (
    Attempted,
    Captured,
    Event,
    Fault,
    ForwardsChanged,
    Listening,
    Notice,
    NotListening,
)
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import KnownError
from webhook_inspector.endpoints import save_endpoint
from webhook_inspector.engine import Engine, limits_of
from webhook_inspector.forwards import save_forward
from webhook_inspector.net.exchange import Exchange
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.store.reader import Reader

REQUEST = b"POST /stripe HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
SETTINGS = Settings().replaced(listener__port=0, listener__host="127.0.0.1")


@dataclass
class Running:
    engine: Engine
    port: int
    events: list[Event] = field(default_factory=list)

    def last(self, kind: type) -> Event | None:
        return next((event for event in reversed(self.events) if isinstance(event, kind)), None)


@asynccontextmanager
async def engine(folder: DataFolder, settings: Settings = SETTINGS) -> AsyncIterator[Running]:
    events: list[Event] = []
    running = Running(Engine(folder, settings, role="test", on_event=events.append), 0, events)
    await running.engine.start()
    try:
        running.port = (await running.engine.listen()).port
        yield running
    finally:
        await running.engine.stop()


async def test_a_request_is_stored_answered_and_told(folder: DataFolder) -> None:
    async with engine(folder) as running:
        assert b"200 OK" in await post(running.port, REQUEST)
        told = running.last(Captured)
        assert isinstance(told, Captured)
        assert [(row.id, row.target, row.status) for row in told.rows] == [(1, "/stripe", 200)]
        listening = running.last(Listening)
        assert listening == Listening(f"http://127.0.0.1:{running.port}", reachable=False)
    assert running.events[-1] == NotListening(None)
    reader = Reader(folder.history)
    record = reader.record(1)
    reader.close()
    assert record is not None
    assert record.capture.head + record.capture.body == REQUEST
    assert record.reply.startswith(b"HTTP/1.1 200 OK\r\n")


async def test_what_is_answered_is_in_the_history_before_the_answer(folder: DataFolder) -> None:
    async with engine(folder) as running:
        for count in range(1, 6):
            assert b"200 OK" in await post(running.port, REQUEST)
            reader = Reader(folder.history)
            assert reader.count() == count
            reader.close()


async def test_a_connection_that_fails_does_not_keep_others_from_their_replies(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    expected_log("a reply could not be sent")
    answer = Exchange.answer

    def failing(self: Exchange, sent: bytes, *, close: bool) -> None:
        if b"/fails" in self.capture.head:
            raise RuntimeError("a bug")
        answer(self, sent, close=close)

    monkeypatch.setattr(Exchange, "answer", failing)
    async with engine(folder) as running:
        failed = asyncio.create_task(post(running.port, REQUEST.replace(b"/stripe", b"/fails"), seconds=1))
        assert b"200 OK" in await post(running.port, REQUEST)
        with pytest.raises(TimeoutError):
            await failed
    rows = [row.endpoint for event in running.events if isinstance(event, Captured) for row in event.rows]
    assert sorted(rows) == ["/fails", "/stripe"]


async def test_a_refused_request_is_stored_with_its_own_answer(folder: DataFolder) -> None:
    async with engine(folder) as running:
        answer = await post(running.port, b"nonsense\r\n\r\n", half_close=False)
        assert answer.startswith(b"HTTP/1.1 400 ")
        told = running.last(Captured)
        assert isinstance(told, Captured)
        assert told.rows[0].problem is not None
        assert told.rows[0].problem.code == "request-line"


async def test_a_sender_that_has_gone_got_no_answer(folder: DataFolder) -> None:
    async with engine(folder) as running:
        _, writer = await asyncio.open_connection("127.0.0.1", running.port)
        writer.write(REQUEST[:-1])
        await writer.drain()
        await asyncio.sleep(0.05)
        reset = struct.pack("ii", 1, 0)  # closing resets the connection, so that no answer can reach it
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
        writer.transport.abort()
        await until(lambda: running.last(Captured))
        told = running.last(Captured)
    assert isinstance(told, Captured)
    assert told.rows[0].status == 0


async def test_while_the_queue_is_full_senders_are_put_off(folder: DataFolder) -> None:
    async with engine(folder, SETTINGS.replaced(store__queue_limit=1)) as running:
        answer = await post(running.port, REQUEST * 50)
        assert b"503 Service Unavailable" in answer
        assert b"Retry-After: " in answer
        stored = answer.count(b"200 OK")
        assert 0 < stored < 50
    reader = Reader(folder.history)
    assert reader.count() == stored
    reader.close()


async def test_a_taken_port_is_told_and_another_can_be_taken(folder: DataFolder) -> None:
    async with engine(folder) as running:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            with pytest.raises(KnownError) as caught:
                await running.engine.listen(port=taken.getsockname()[1])
        assert caught.value.problem.code == "port-taken"
        assert running.events[-1] == NotListening(caught.value.problem)
        port = (await running.engine.listen(port=0)).port
        assert b"200 OK" in await post(port, REQUEST)


async def test_stopping_and_starting_to_listen(folder: DataFolder) -> None:
    async with engine(folder) as running:
        await running.engine.stop_listening()
        with pytest.raises(OSError, match=r"."):
            await post(running.port, REQUEST)
        port = (await running.engine.listen()).port
        assert b"200 OK" in await post(port, REQUEST)


async def test_one_engine_to_a_folder(folder: DataFolder) -> None:
    async with engine(folder):
        second = Engine(folder, SETTINGS, role="second", on_event=lambda event: None)
        with pytest.raises(KnownError) as caught:
            await second.start()
    assert caught.value.problem.code == "store-in-use"
    async with engine(folder) as running:
        assert running.port


async def test_a_history_that_is_gone_is_begun_again_and_nothing_is_acknowledged_into_nowhere(
    folder: DataFolder,
) -> None:
    async with engine(folder) as running:
        assert b"200 OK" in await post(running.port, REQUEST)
        folder.history.unlink()
        assert b"200 OK" in await post(running.port, REQUEST)
        await until(folder.history.exists)
        assert running.last(Fault) is None
    reader = Reader(folder.history)
    assert reader.count() == 1
    reader.close()


async def test_what_is_captured_comes_into_the_search_index(folder: DataFolder) -> None:
    async with engine(folder) as running:
        await post(running.port, REQUEST)
        await until(lambda: running.engine.indexed == 1)
    assert folder.index.exists()


def test_limits_come_from_the_settings() -> None:
    limits = limits_of(Settings().replaced(listener__body_limit=5, listener__head_timeout=7))
    assert (limits.body, limits.head_timeout) == (5, 7)


async def test_captures_are_sent_on_and_what_comes_back_is_not_sent_on_again(folder: DataFolder) -> None:
    async with receiving() as target, engine(folder) as running:
        save_forward(folder.settings, ForwardRule("app", (f"http://127.0.0.1:{target.port}",)))
        save_forward(folder.settings, ForwardRule("loop", (f"http://127.0.0.1:{running.port}",)))
        await until(lambda: rules_told(running) == ["app", "loop"], 20)
        assert b"200 OK" in await post(running.port, REQUEST)
        await until(lambda: target.requests, 20)
        await until(lambda: running.last(Notice), 20)
        assert target.seen.startswith(REQUEST.split(b"\r\n")[0])
        notices = [event.problem for event in running.events if isinstance(event, Notice)]
        assert {one.code for one in notices} == {"forward-loop"}
    with closing(Reader(folder.history)) as reader:
        assert {one.rule for one in reader.deliveries_of(1)} == {"app", "loop"}
        assert reader.deliveries_of(2) == []


def rules_told(running: Running) -> list[str]:
    told = running.last(ForwardsChanged)
    return [rule.name for rule in told.rules] if isinstance(told, ForwardsChanged) else []


async def test_forwards_of_this_run_begin_with_its_first_capture(folder: DataFolder) -> None:
    async with receiving() as target:
        rule = ForwardRule("run", (f"http://127.0.0.1:{target.port}",))
        events: list[Event] = []
        one = Engine(folder, SETTINGS, role="test", on_event=events.append, forwards=(rule,))
        await one.start()
        port = (await one.listen(port=0)).port
        assert b"200 OK" in await post(port, REQUEST)
        await until(lambda: any(isinstance(event, Attempted) for event in events), 20)
        await one.stop()
        assert len(target.requests) == 1


async def test_an_endpoint_keeps_as_many_as_it_shall(folder: DataFolder) -> None:
    folder.make()
    save_endpoint(folder.settings, Endpoint("/stripe", keep_count=1))
    async with engine(folder) as running:
        for _ in range(3):
            await post(running.port, REQUEST)
        await running.engine.retention.sweep(running.engine.retention.limits())
        with closing(Reader(folder.history)) as reader:
            assert [row.id for row in reader.rows([1, 2, 3])] == [3]
