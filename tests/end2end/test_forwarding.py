import http.client
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.end2end.target import Target, moody
from tests.process import Listening, bugs, start
from webhook_inspector.search.query import Query
from webhook_inspector.store.reader import Reader

COUNT, SENDERS = 1_000, 4
KILLED_AFTER = 400
"""Acknowledged captures after which the process is killed."""
PATIENCE = 90
SETTINGS = """
[forward]
first_pause_ms = 20
longest_pause_ms = 200

[[forwards]]
name = "in order"
targets = ["http://127.0.0.1:{ordered}/hook"]
in_order = true
attempts = 1000
"""


@pytest.fixture
def targets() -> Iterator[tuple[Target, Target]]:
    """One that gets captures in order and is down at first, and one that gets them as they come."""
    both = Target(moody(1, 0.02)), Target(moody(2, 0.1))
    for one in both:
        one.open()
    both[0].close()
    yield both
    for one in both:
        one.end()


class Load:
    """Posts bodies with numbers; those that were acknowledged are never posted again."""

    def __init__(self) -> None:
        self.acknowledged: set[int] = set()
        self._left = list(range(COUNT))[::-1]
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []

    def begin(self, port: int) -> None:
        self._threads = [threading.Thread(target=self._post_all, args=(port,)) for _ in range(SENDERS)]
        for one in self._threads:
            one.start()

    def join(self) -> None:
        for one in self._threads:
            one.join()

    def _post_all(self, port: int) -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
            while (number := self._next()) is not None:
                try:
                    connection.request("POST", "/stripe", b"%d" % number)
                    response = connection.getresponse()
                    response.read()
                except (OSError, http.client.HTTPException):
                    self._left.append(number)
                    return
                assert response.status == 200
                self.acknowledged.add(number)

    def _next(self) -> int | None:
        with self._lock:
            return self._left.pop() if self._left else None


def wait(condition: Callable[[], bool], what: Callable[[], object] = str) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, what()
        time.sleep(0.02)


def test_every_capture_arrives_whatever_happens(tmp_path: Path, targets: tuple[Target, Target]) -> None:
    ordered, plain = targets
    (tmp_path / "settings.toml").write_text(SETTINGS.format(ordered=ordered.port))
    forward = ("--forward", f"/stripe=http://127.0.0.1:{plain.port}")
    load = Load()
    running = start(tmp_path, *forward)
    try:
        load.begin(running.port)
        wait(lambda: len(load.acknowledged) >= KILLED_AFTER and plain.came > 20)
    finally:
        running.kill()
        load.join()
    ordered.open()
    before = attempts(tmp_path) + len(bodies(tmp_path))
    running = start(tmp_path, *forward)
    try:
        load.begin(running.port)
        load.join()
        names = "in order", " ".join(forward)
        wait(lambda: not left(tmp_path, *names), lambda: left(tmp_path, *names))
        assert running.stop() == 0
    finally:
        running.kill()
    assert bugs(tmp_path) == []
    assert load.acknowledged == set(range(COUNT))
    for target in targets:
        assert {int(body) for body in target.accepted} == set(range(COUNT))
    captured = bodies(tmp_path)
    assert list(dict.fromkeys(ordered.accepted)) == list(dict.fromkeys(captured))
    assert len(plain.accepted) < len(captured) + KILLED_AFTER  # the rest was not sent again
    expected = attempts(tmp_path) + len(captured) - before
    wait(lambda: told(running) == expected, lambda: (told(running), expected))


def left(folder: Path, *names: str) -> dict[str, object]:
    """What is not delivered yet by the rules of these names, or not even queued."""
    with closing(Reader(folder / "history.db")) as reader:
        last, counts = reader.last_id(), reader.delivery_counts()
        behind = {name: mark for name in names if (mark := reader.mark(f"forward:{name}")) != str(last)}
    waiting = {rule: one for rule, one in counts.items() if one.waiting or one.failed}
    return {**behind, **waiting}


def bodies(folder: Path) -> list[bytes]:
    with closing(Reader(folder / "history.db")) as reader:
        return [record.capture.body for record in reader.records(reader.ids(Query()))]


def attempts(folder: Path) -> int:
    with closing(Reader(folder / "history.db")) as reader:
        count = len(reader.ids(Query()))
        found = [one for number in range(1, count + 1) for one in reader.deliveries_of(number)]
    return sum(one.attempts for one in found)


def told(running: Listening) -> int:
    """How many captures and attempts the process has told, those that it has only counted among them."""
    more = [
        int(found[1].replace(",", "")) for line in running.said if (found := re.fullmatch(r"… ([\d,]+) more", line))
    ]
    return sum(more) + len(running.said) - len(more) - 1
