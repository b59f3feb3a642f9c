import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection

import pytest

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.cli import live, waiting
from webhook_inspector.core.capture import Record
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.lock import FolderLock

Cli = Callable[..., object]
Keep = Callable[..., None]


@pytest.fixture
def held(folder: DataFolder) -> Iterator[None]:
    """Another program seems to capture."""
    folder.make()
    lock = FolderLock(folder.lock, "listen")
    lock.acquire()
    yield
    lock.release()


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """What happens in each pause between two looks; a clock that only pauses move."""
    steps: list[Callable[[], None]] = []
    clock = [0.0]

    class Pause:
        def wait(self, seconds: float) -> None:
            clock[0] += seconds
            if steps:
                steps.pop(0)()

    monkeypatch.setattr(waiting, "Event", Pause)
    monkeypatch.setattr(waiting, "monotonic", lambda: clock[0])
    return steps


def one(target: str) -> Record:
    return make_record(make_capture(make_head(target=target)))


@pytest.mark.usefixtures("held", "three")
def test_the_first_that_comes_and_matches_is_printed(cli: Cli, keep: Keep, pauses: list[Callable[[], None]]) -> None:
    pauses.extend([lambda: None, lambda: keep(one("/x")), lambda: keep(one("/b?1"), one("/b?2"))])
    done = cli("wait", "path:/b")
    assert (done.code, done.err) == (0, "")
    assert [line.split()[-1] for line in done.lines] == ["/b?1"]


@pytest.mark.usefixtures("held")
def test_a_history_may_begin_meanwhile(cli: Cli, keep: Keep, pauses: list[Callable[[], None]]) -> None:
    pauses.append(lambda: keep(one("/x")))
    assert json.loads(cli("wait", "--json").out)["target"] == "/x"


@pytest.mark.usefixtures("three")
def test_what_is_there_counts_where_it_is_asked_for(cli: Cli) -> None:
    assert cli("wait", "--from-start", "path:/b").lines[0].endswith("/b")
    assert cli("wait", "--since", "2001-01-01", "path:/b").lines[0].endswith("/b")


@pytest.mark.usefixtures("held", "three")
def test_too_late_tells_what_came_nearest(cli: Cli, keep: Keep, pauses: list[Callable[[], None]]) -> None:
    pauses.append(lambda: keep(one("/b?1"), one("/x")))
    done = cli("wait", "path:/b", "method:GET", "--timeout", "3")
    assert (done.code, done.out) == (1, "")
    near = "#4 POST /b?1 matched path:/b, but method is POST, not GET"
    assert done.err == f"No capture matched within 3 s. The nearest: {near}.\n"


@pytest.mark.usefixtures("held", "three", "pauses")
def test_what_was_there_before_is_not_near(cli: Cli) -> None:
    assert cli("wait", "path:/b", "--timeout", "0.5").err == "Nothing was captured within 0.5 s.\n"
    assert cli("wait", "path:/b", "--since", "2101-01-01").err == "Nothing was captured within 30 s.\n"


@pytest.mark.usefixtures("pauses", "three")
def test_nobody_listens(cli: Cli) -> None:
    done = cli("wait", "path:/b", "--timeout", "60")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Nobody listens for the history in ")
    done = cli("wait", "path:/b has:error", "--from-start")
    assert done.code == 1
    assert done.err.endswith("The nearest: #2 POST /b matched path:/b, but has:error does not hold.\n")


def test_who_ends_listening_is_noticed(cli: Cli, folder: DataFolder, pauses: list[Callable[[], None]]) -> None:
    folder.make()
    lock = FolderLock(folder.lock, "listen")
    lock.acquire()
    pauses.extend([lambda: None] * 20 + [lock.release])
    assert cli("wait", "--timeout", "60").err.startswith("Nobody listens")
    assert len(pauses) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["staus:x"], "Did you mean status:?"),
        (["--since", "soon"], "'soon' is no time"),
        (["--port", "1"], "matters with --listen only"),
        (["--secret", "/a=env:X"], "matters with --listen only"),
        (["--timeout", "-1"], "-1"),
        (["@nothing"], "There is no saved filter nothing."),
    ],
)
def test_wrong_usage(cli: Cli, arguments: list[str], said: str) -> None:
    done = cli("wait", *arguments)
    assert done.code == 2
    assert said in done.err


def begun(monkeypatch: pytest.MonkeyPatch, then: Callable[[int], None]) -> None:
    """`then` gets the port as soon as it listens, on a thread of its own."""
    begin = live._begin

    async def begin_and_tell(engine: object, *rest: object) -> None:
        await begin(engine, *rest)  # type: ignore[arg-type]
        port = int(engine._lock._words.rpartition(":")[2])  # type: ignore[attr-defined]
        threading.Thread(target=then, args=(port,)).start()

    monkeypatch.setattr(live, "_begin", begin_and_tell)


def post(port: int, path: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=15)
    connection.request("POST", path, b"x")
    connection.getresponse().read()
    connection.close()


def test_it_listens_itself(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def send(port: int) -> None:
        post(port, "/x")
        post(port, "/b")

    begun(monkeypatch, send)
    done = cli("wait", "path:/b", "--listen", "--host", "127.0.0.1", "--port", "0", "--json")
    assert done.code == 0
    assert json.loads(done.out)["target"] == "/b"
    assert done.err.startswith("listening on http://127.0.0.1:")


def test_it_listens_until_time_is_up(cli: Cli) -> None:
    done = cli("wait", "path:/b", "--listen", "--host", "127.0.0.1", "--port", "0", "--timeout", "0")
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[1:] == ["Nothing was captured within 0 s."]


def test_it_listens_until_a_signal(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(monkeypatch, lambda _port: os.kill(os.getpid(), signal.SIGINT))
    done = cli("wait", "path:/b", "--listen", "--host", "127.0.0.1", "--port", "0", "--timeout", "60")
    assert (done.code, done.out) == (130, "")
