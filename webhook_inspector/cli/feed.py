"""Prints from a thread of its own, so that a slow terminal or a pipe that nobody reads never holds up what makes the lines."""

import threading
from collections import deque
from collections.abc import Callable
from typing import BinaryIO, TextIO

LIMIT = 10_000
"""Lines that may wait. Over it lines are left out, and their number is told."""
PAUSE_SECONDS = 0.05
"""Between two writes: the first line goes out at once, those of a burst together."""


class Feed:
    """Lines for one stream, in order. `put` never waits."""

    def __init__(self, stream: TextIO, *, more: Callable[[int], str], broken: Callable[[], None]) -> None:
        self._raw = _raw(stream)
        self._more = more
        self._broken = broken
        self._lines: deque[str] = deque()
        self._left_out = 0
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="terminal", daemon=True)
        self._thread.start()

    def full(self) -> bool:
        return len(self._lines) >= LIMIT

    def put(self, *lines: str) -> None:
        """Each line without its end. They are left out, and counted, where too many wait already."""
        with self._changed:
            if self.full():
                self._left_out += len(lines)
                return
            self._lines.extend(lines)
            self._changed.notify()

    def leave_out(self, count: int) -> None:
        """Counts lines that were not even made, since `full` said that there is no room."""
        with self._changed:
            self._left_out += count

    def close(self, timeout: float = 1.0) -> None:
        """Writes what waits, for at most `timeout` seconds."""
        self._closing.set()
        with self._changed:
            self._changed.notify()
        self._thread.join(timeout)

    def _run(self) -> None:
        while lines := self._next():
            try:
                self._write("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
            except BrokenPipeError:
                self._broken()
                return
            except OSError:  # a full disk behind it, perhaps: the next line tries again
                self.leave_out(len(lines))
            self._closing.wait(PAUSE_SECONDS)

    def _next(self) -> list[str]:
        """All lines that wait; none where the feed is closing and there are no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._lines or self._closing.is_set())
            lines = list(self._lines)
            self._lines.clear()
            if self._left_out:
                lines.append(self._more(self._left_out))
                self._left_out = 0
            return lines

    def _write(self, content: bytes) -> None:
        rest = memoryview(content)
        while rest:
            written = self._raw.write(rest)
            if written is None:  # a pipe that does not block, and is full
                threading.Event().wait(PAUSE_SECONDS)
            else:
                rest = rest[written:]


def _raw(stream: TextIO) -> BinaryIO:
    """Below the buffer: a thread stuck in a write holds the buffer's lock, and Python aborts when it cannot flush at its end."""
    stream.flush()
    return getattr(stream.buffer, "raw", stream.buffer)
