import asyncio
import socket
import threading

import pytest
from PySide6.QtCore import Qt

from tests.ui.rows import make_row
from webhook_inspector.core.events import Captured, Fault, Listening, NotListening, RulesChanged
from webhook_inspector.engine import Engine
from webhook_inspector.settings import Settings
from webhook_inspector.store.lock import FolderLock
from webhook_inspector.ui.engine_thread import Begun, EngineThread, Inbox, begin

GROUP = Captured((make_row(1), make_row(2)))


@pytest.fixture
def inbox(qtbot):
    return Inbox()


def test_captures_are_announced_once_until_somebody_looks(inbox, qtbot):
    told = []
    inbox.captured.connect(lambda: told.append(1), Qt.ConnectionType.QueuedConnection)

    def engine():
        for _ in range(15_000):
            inbox.put(GROUP)

    thread = threading.Thread(target=engine)
    thread.start()
    thread.join()
    qtbot.wait(20)
    assert told == [1]
    inbox.look()
    inbox.put(GROUP)
    qtbot.wait(20)
    assert told == [1, 1]


def test_other_events_come_in_order_with_one_announcement(inbox, qtbot):
    told = []
    inbox.happened.connect(lambda: told.append(inbox.take()), Qt.ConnectionType.QueuedConnection)
    events = [Listening("http://127.0.0.1:1", reachable=False), Fault(None), NotListening(None)]
    for event in events:
        inbox.put(event)
    qtbot.wait(20)
    assert told == [events]
    assert inbox.take() == []


async def test_an_engine_lives_on_its_thread(aloop, folder):
    inbox = Inbox()
    threads = []

    def make():
        threads.append(threading.current_thread().name)
        return Engine(folder, Settings().replaced(listener__port=0), role="test", on_event=inbox.put)

    engine = EngineThread(make)
    engine.start()
    assert await engine.begun() is None
    events = inbox.take()
    assert [type(event) for event in events] == [RulesChanged, Listening]
    port = int(events[1].url.rpartition(":")[2])
    assert await aloop.run_in_executor(None, _post, port) == b"HTTP/1.1 200"
    await engine.stop()
    assert threads == ["engine"]
    assert NotListening in map(type, inbox.take())
    assert "engine" not in [thread.name for thread in threading.enumerate()]


def test_somebody_may_wait_until_it_has_begun(folder):
    begun = Begun.of(folder, Settings().replaced(listener__port=0))
    begun.engine.wait(20)
    assert Listening in map(type, begun.inbox.take())
    asyncio.run(begun.engine.stop())


async def test_an_engine_that_cannot_be_built_is_told_and_ends(aloop, monkeypatch):
    told = []
    monkeypatch.setattr(threading, "excepthook", told.append)

    def make():
        raise RuntimeError("a bug")

    engine = EngineThread(make)
    engine.start()
    with pytest.raises(RuntimeError, match="a bug"):
        await engine.begun()
    with pytest.raises(RuntimeError, match="a bug"):
        await engine.ask(lambda one: one.start())
    with pytest.raises(RuntimeError, match="a bug"):
        await engine.stop()
    await asyncio.sleep(0.05)
    assert [failure.exc_type for failure in told] == [RuntimeError]


async def test_what_keeps_it_from_beginning_is_told_and_it_can_begin_again(aloop, folder):
    folder.make()
    lock = FolderLock(folder.lock, "another")
    lock.acquire()
    begun = Begun.of(folder, Settings().replaced(listener__port=0))
    problem = await begun.engine.begun()
    assert problem is not None
    assert problem.code == "store-in-use"
    lock.release()
    assert await begun.engine.ask(begin) is None
    assert Listening in map(type, begun.inbox.take())
    await begun.engine.stop()


async def test_a_port_that_is_taken_is_an_event(aloop, folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        begun = Begun.of(folder, Settings().replaced(listener__port=port, listener__host="127.0.0.1"))
        assert await begun.engine.begun() is None
        told = [event.problem.code for event in begun.inbox.take() if isinstance(event, NotListening)]
        await begun.engine.stop()
    assert told == ["port-taken"]


def _post(port):
    with socket.create_connection(("127.0.0.1", port), 5) as sender:
        sender.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
        return sender.recv(12)
