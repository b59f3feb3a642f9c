"""What the tests of the store are played on: a listener that remembers, a writer at work, another process, a small disk."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.makers import make_capture, make_record
from webhook_inspector.core.capture import Record, Row
from webhook_inspector.core.problem import Problem
from webhook_inspector.store.writer import Writer

PATIENCE = 10.0


class Heard:
    """Everything a writer said, and a way to wait for it."""

    def __init__(self) -> None:
        self.groups: list[list[tuple[object, Row | Problem]]] = []
        self.faults: list[Problem | None] = []
        self.notices: list[Problem] = []
        self._changed = threading.Condition()

    @property
    def answers(self) -> dict[object, Row | Problem]:
        return {token: answer for group in self.groups for token, answer in group}

    def rows(self) -> dict[object, Row]:
        return {token: answer for token, answer in self.answers.items() if isinstance(answer, Row)}

    def codes(self) -> dict[object, str]:
        return {token: answer.code for token, answer in self.answers.items() if isinstance(answer, Problem)}

    def on_done(self, group: list[tuple[object, Row | Problem]]) -> None:
        with self._changed:
            self.groups.append(group)
            self._changed.notify_all()

    def on_fault(self, problem: Problem | None) -> None:
        with self._changed:
            self.faults.append(problem)
            self._changed.notify_all()

    def on_notice(self, problem: Problem) -> None:
        with self._changed:
            self.notices.append(problem)
            self._changed.notify_all()

    def wait(self, condition: Callable[[], object], what: str = "") -> None:
        with self._changed:
            reached = self._changed.wait_for(condition, PATIENCE)
        assert reached, f"not within {PATIENCE} s: {what}; {self.faults} {self.notices} {len(self.answers)} answers"

    def wait_for(self, *tokens: object) -> None:
        self.wait(lambda: set(tokens) <= self.answers.keys(), f"answers to {tokens}")


class Bench:
    """A writer at work, with what it said."""

    def __init__(self, path: Path, **options: object) -> None:
        self.path = path
        self.heard = Heard()
        heard = self.heard
        self.writer = Writer(path, on_done=heard.on_done, on_fault=heard.on_fault, on_notice=heard.on_notice, **options)
        self.sent = 0

    def start(self) -> "Bench":
        self.writer.open()
        self.writer.start()
        return self

    def send(self, count: int = 1, body: bytes | None = None) -> list[int]:
        """Submits records whose bodies say their tokens; without waiting."""
        tokens = list(range(self.sent, self.sent + count))
        self.sent += count
        for token in tokens:
            assert self.writer.submit(a_record(token, body), token)
        return tokens

    def keep(self, count: int = 1, body: bytes | None = None) -> list[int]:
        """Submits records and waits until they are answered."""
        tokens = self.send(count, body)
        self.heard.wait_for(*tokens)
        return tokens

    def stop(self) -> None:
        self.writer.stop()


def a_record(token: int, body: bytes | None = None) -> Record:
    return make_record(make_capture(body=b"token %d" % token if body is None else body))


def tokens_in(path: Path) -> list[int]:
    """The tokens of the captures in a whole file, which is checked for integrity."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert (
            connection.execute("SELECT count(*) FROM captures").fetchone()
            == connection.execute("SELECT count(*) FROM captures JOIN contents USING (id)").fetchone()
        )
        bodies = connection.execute("SELECT body FROM contents ORDER BY id").fetchall()
    return [int(body.removeprefix(b"token ")) for (body,) in bodies]


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement).fetchall()
print("ready", flush=True)
sys.stdin.read()
"""


class Other:
    """Another process with a connection to a database, on which it has run some statements."""

    def __init__(self, path: Path, *statements: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path), *statements], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"ready\n"
        self.pid = self._process.pid

    def end(self) -> None:
        self._process.communicate(timeout=PATIENCE)


def make_readonly(disk: Path) -> None:
    assert mount("-o", "remount,ro", str(disk)) == 0


def make_writable(disk: Path) -> None:
    assert mount("-o", "remount,rw", str(disk)) == 0


def make_larger(disk: Path) -> None:
    assert mount("-o", "remount,size=64m", str(disk)) == 0


@contextmanager
def immutable(*files: Path) -> Iterator[None]:
    """Files that not even root can write, nor who has them open already (ext4, btrfs, xfs)."""
    names = [str(file) for file in files]
    if run("chattr", "+i", *names):
        run("chattr", "-i", *names)
        pytest.skip("needs the right to make a file immutable")
    try:
        yield
    finally:
        run("chattr", "-i", *names)


def mount(*words: str) -> int:
    return run("mount", *words)


def run(*words: str) -> int:
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode
    except FileNotFoundError:
        return 1
