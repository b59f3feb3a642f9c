import io
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from webhook_inspector.cli.feed import LIMIT, Feed


class Gate(io.RawIOBase):
    """A stream that takes nothing until it is opened."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.taken = b""
        self.writes = 0

    def writable(self) -> bool:
        return True

    def write(self, content: object) -> int:
        assert self.opened.wait(5)
        assert isinstance(content, memoryview)
        self.writes += 1
        part = bytes(content[:1000])  # a pipe takes what it has room for
        self.taken += part
        return len(part)


def text(raw: io.RawIOBase) -> TextIO:
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8")


def more(count: int) -> str:
    return f"… {count:,} more"


@contextmanager
def feeding(raw: io.RawIOBase) -> Iterator[tuple[Feed, threading.Event]]:
    broken = threading.Event()
    feed = Feed(text(raw), more=more, broken=broken.set)
    yield feed, broken
    feed.close(5)


def test_lines_come_whole_and_in_order() -> None:
    gate = Gate()
    with feeding(gate) as (feed, _):
        for number in range(3000):
            feed.put(f"line {number} é\ud800")
        gate.opened.set()
    assert gate.taken.decode() == "".join(f"line {number} é\\ud800\n" for number in range(3000))


def test_a_reader_that_is_slow_costs_lines_but_no_time() -> None:
    gate = Gate()
    with feeding(gate) as (feed, _):
        while not feed.full():
            feed.put("x")
        feed.put("y", "z")
        feed.leave_out(1232)
        gate.opened.set()
    lines = gate.taken.decode().splitlines()
    assert lines.count("x") >= LIMIT
    assert lines[-1] == "… 1,234 more"
    assert "y" not in lines


def test_a_burst_goes_out_in_few_writes() -> None:
    gate = Gate()
    gate.opened.set()
    with feeding(gate) as (feed, _):
        for _ in range(500):
            feed.put("x")
    assert gate.taken == b"x\n" * 500
    assert gate.writes < 20


def test_a_reader_that_has_gone_is_told_once() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stream:
        broken = threading.Event()
        feed = Feed(stream, more=more, broken=broken.set)
        feed.put("x")
        assert broken.wait(5)
        feed.put("y")
        feed.close()


def test_a_stream_that_fails_for_a_while_is_tried_again() -> None:
    class Full(Gate):
        fails = True

        def write(self, content: object) -> int:
            if self.fails:
                self.fails = False
                raise OSError(28, "No space left on device")
            return super().write(content)

    gate = Full()
    gate.opened.set()
    with feeding(gate) as (feed, broken):
        feed.put("lost")
        while gate.fails:
            pass
        feed.put("kept")
    assert not broken.is_set()
    assert gate.taken.decode().splitlines() == ["kept", "… 1 more"]


def test_closing_waits_no_longer_than_it_is_told() -> None:
    gate = Gate()
    feed = Feed(text(gate), more=more, broken=lambda: None)
    feed.put("stuck")
    feed.close(0.01)
    assert gate.taken == b""
    gate.opened.set()


def test_a_pipe_that_does_not_block_is_waited_for() -> None:
    class Busy(Gate):
        refused = 0

        def write(self, content: object) -> int:
            if self.refused < 2:
                self.refused += 1
                return None  # type: ignore[return-value]
            return super().write(content)

    gate = Busy()
    gate.opened.set()
    with feeding(gate) as (feed, _):
        feed.put("x")
    assert gate.taken == b"x\n"
