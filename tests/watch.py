"""The eyes of `conftest.py`: which log records a test may cause, and which threads and processes it left behind."""

import logging
import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

GRACE = 2.0
"""Seconds in which what a test started may end by itself."""


class ExpectedLog:
    """The announcements of one test: `expected_log("disk full")` before the record comes, a regular expression."""

    def __init__(self) -> None:
        self._patterns: list[str] = []

    def __call__(self, pattern: str) -> None:
        self._patterns.append(pattern)

    def judge(self, records: Sequence[logging.LogRecord]) -> str:
        """What is wrong with these records: the unannounced, and announcements that none came for. Empty: all right."""
        unexpected = [record for record in records if not any(_fits(pattern, record) for pattern in self._patterns)]
        missing = [pattern for pattern in self._patterns if not any(_fits(pattern, record) for record in records)]
        return "\n".join(
            [f"unexpected log: {_written(record)}" for record in unexpected]
            + [f"no log record matched {pattern!r}" for pattern in missing]
        )


@contextmanager
def caught_log() -> Iterator[list[logging.LogRecord]]:
    """Every record of WARNING and above, from any thread, that reaches the root logger meanwhile."""
    records: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = records.append  # type: ignore[method-assign]
    logging.getLogger().addHandler(handler)
    try:
        yield records
    finally:
        logging.getLogger().removeHandler(handler)


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What runs beside the test: threads that would keep the process alive, and child processes (seen on Linux only)."""

    threads: frozenset[threading.Thread]
    children: frozenset[int]

    @classmethod
    def now(cls) -> "Leftovers":
        threads = frozenset(thread for thread in threading.enumerate() if not thread.daemon)
        return cls(threads, frozenset(_children()))

    def since(self, before: "Leftovers") -> list[str]:
        """Names what is new and does not end within the grace."""
        deadline = time.monotonic() + GRACE
        for thread in self.threads - before.threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        new = self.children - before.children
        while (running := new & set(_children())) and time.monotonic() < deadline:
            time.sleep(0.02)
        threads = [f"thread {thread.name}" for thread in self.threads - before.threads if thread.is_alive()]
        return sorted(threads) + [f"process {child} ({_command(child)})" for child in sorted(running)]


def _children() -> Iterator[int]:
    for listing in Path("/proc/self/task").glob("*/children"):
        try:
            yield from map(int, listing.read_text().split())
        except OSError:
            continue  # a thread that ended meanwhile


def _command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return "ended"


def _fits(pattern: str, record: logging.LogRecord) -> bool:
    return re.search(pattern, record.getMessage()) is not None


def _written(record: logging.LogRecord) -> str:
    return logging.Formatter("%(levelname)s %(name)s: %(message)s").format(record)
