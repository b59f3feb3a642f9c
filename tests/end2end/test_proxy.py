"""Senders that wait for a target's answer, whatever happens to it and to us."""

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.end2end.target import Target, moody
from tests.end2end.test_forwarding import wait
from tests.process import bugs, listen, start
from webhook_inspector.search.query import Query
from webhook_inspector.store.reader import Reader

COUNT, SENDERS, DOWN_AFTER, KILLED_AFTER = 400, 4, 60, 200
FALLBACK = 202
SETTINGS = """
[forward]
first_pause_ms = 20
longest_pause_ms = 200

[[forwards]]
name = "app"
targets = ["http://127.0.0.1:{port}/hook"]
mode = "proxy"
attempts = 1000
fallback = 202
"""


@pytest.fixture
def target() -> Iterator[Target]:
    found = Target(moody(3, 0.2))
    found.open()
    yield found
    found.end()


def ask(port: int, body: bytes) -> tuple[int, str | None]:
    """Status of the answer, and its Retry-After, which only the target tells. 0: there was none."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        try:
            connection.request("POST", "/app", body)
            response = connection.getresponse()
            response.read()
        except (OSError, http.client.HTTPException):
            return 0, None
        return response.status, response.getheader("Retry-After")


class Senders:
    """Each body is sent again until its answer is a 2xx."""

    def __init__(self) -> None:
        self.acknowledged: dict[int, int] = {}
        """Body to status."""
        self.refused: set[int] = set()
        self.wrong: list[tuple[int, str | None]] = []
        self._left = list(range(COUNT))
        self._threads: list[threading.Thread] = []

    def begin(self, port: int) -> None:
        self._threads = [threading.Thread(target=self._send_all, args=(port,)) for _ in range(SENDERS)]
        for one in self._threads:
            one.start()

    def join(self) -> None:
        for one in self._threads:
            one.join()

    def _send_all(self, port: int) -> None:
        while True:
            try:
                number = self._left.pop(0)
            except IndexError:
                return
            status, told = ask(port, b"%d" % number)
            if (told is None) is (status in {200, 429, 500}):
                self.wrong.append((status, told))
            if status in {200, FALLBACK}:
                self.acknowledged[number] = status
                continue
            self._left.append(number)
            if status == 0:
                return
            self.refused.add(status)


def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path, target: Target) -> None:
    (tmp_path / "settings.toml").write_text(SETTINGS.format(port=target.port))
    senders = Senders()
    running = start(tmp_path)
    try:
        senders.begin(running.port)
        wait(lambda: len(senders.acknowledged) >= DOWN_AFTER)
        target.close()
        wait(lambda: FALLBACK in list(senders.acknowledged.values()))
        target.open()
        wait(lambda: len(senders.acknowledged) >= KILLED_AFTER)
    finally:
        running.kill()
        senders.join()
    running = start(tmp_path)
    try:
        senders.begin(running.port)
        senders.join()
        wait(lambda: not unfinished(tmp_path), lambda: unfinished(tmp_path))
        assert running.stop() == 0
    finally:
        running.kill()
    assert bugs(tmp_path) == []
    assert senders.wrong == []
    assert set(senders.acknowledged) == set(range(COUNT))
    assert set(senders.acknowledged.values()) == {200, FALLBACK}
    assert {429, 500} <= senders.refused
    assert {int(body) for body in target.accepted} == set(range(COUNT))
    assert stored(tmp_path) >= set(range(COUNT))


def test_who_waits_when_we_are_killed_is_not_acknowledged(tmp_path: Path) -> None:
    answers: list[tuple[int, str | None]] = []
    with socket.create_server(("127.0.0.1", 0)) as silent:
        option = "--proxy", f"/app=http://127.0.0.1:{silent.getsockname()[1]}"
        running = start(tmp_path, *option)
        try:
            sender = threading.Thread(target=lambda: answers.append(ask(running.port, b"first")))
            sender.start()
            silent.settimeout(30)
            talk, _ = silent.accept()
            with talk:
                assert talk.recv(2**16).startswith(b"POST /app HTTP/1.1\r\n")
                running.kill()
                sender.join()
        finally:
            running.kill()
        assert answers == [(0, None)]
        with listen(tmp_path, *option) as again:
            sender = threading.Thread(target=lambda: answers.append(ask(again.port, b"second")))
            sender.start()
            answer_one(silent, b"HTTP/1.1 418 Short\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n")
            sender.join()
            assert answers[1:] == [(418, "3")]
    with closing(Reader(tmp_path / "history.db")) as reader:
        (number,) = reader.ids(Query())
        record = reader.record(number)
        assert record is not None
        assert (record.capture.body, record.status) == (b"second", 418)
        assert [one.state.value for one in reader.deliveries_of(number)] == ["failed"]


def answer_one(server: socket.socket, raw: bytes) -> None:
    talk, _ = server.accept()
    with talk:
        talk.settimeout(30)
        came = b""
        while not came.endswith(b"second"):
            came += talk.recv(2**16)
        talk.sendall(raw)


def unfinished(folder: Path) -> dict[str, object]:
    """What is not queued yet, or waits for its delivery."""
    with closing(Reader(folder / "history.db")) as reader:
        last, mark, counts = str(reader.last_id()), reader.mark("forward:app"), reader.delivery_counts()
    waiting = {rule: one for rule, one in counts.items() if one.waiting}
    return waiting if mark == last else {"mark": (mark, last), **waiting}


def stored(folder: Path) -> set[int]:
    with closing(Reader(folder / "history.db")) as reader:
        return {int(record.capture.body) for record in reader.records(reader.ids(Query()))}
