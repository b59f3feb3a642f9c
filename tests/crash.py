"""Crashes: a listener under load is killed without warning, started again, and compared with what it had acknowledged."""

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.load import ID_LENGTH, START
from tests.process import ROOT, start
from webhook_inspector.core.capture import State
from webhook_inspector.search.query import Query
from webhook_inspector.store.reader import Reader

CONNECTIONS = 16
LATEST_KILL_SECONDS = 0.8
SIZES = (10, 1024, 20_000)


@dataclass(frozen=True, slots=True)
class Crash:
    """What a crash left: counts of requests, and what SQLite says of the file."""

    acknowledged: int
    stored: int
    lost: int
    twice: int
    integrity: str

    @property
    def sound(self) -> bool:
        return self.lost == 0 and self.twice == 0 and self.integrity == "ok"


def crashes(data_dir: Path, chance: random.Random, rounds: int) -> Iterator[Crash]:
    """Load, SIGKILL at a random moment, start, compare; the same history goes through all rounds."""
    running = start(data_dir)
    last = 0
    try:
        for number in range(rounds):
            acks = data_dir / f"acknowledged-{number}.txt"
            load = subprocess.Popen(
                _load(running.port, chance.choice(SIZES), acks), cwd=ROOT, stdout=subprocess.DEVNULL
            )
            _wait_for(acks)
            time.sleep(chance.random() * LATEST_KILL_SECONDS)
            running.kill()
            load.wait(30)
            running = start(data_dir)
            acknowledged = set(acks.read_text().split())
            stored, last = _stored_after(data_dir / "history.db", last)
            yield Crash(
                acknowledged=len(acknowledged),
                stored=len(stored),
                lost=len(acknowledged - set(stored)),
                twice=len(stored) - len(set(stored)),
                integrity=_integrity(data_dir / "history.db"),
            )
    finally:
        running.stop()


def _load(port: int, size: int, acks: Path) -> list[str]:
    options = ("--connections", str(CONNECTIONS), "--seconds", "5", "--size", str(size), "--acknowledged", str(acks))
    return [sys.executable, "-m", "tests.load", str(port), *options]


def _stored_after(path: Path, last: int) -> tuple[list[str], int]:
    """The event ids of the captures that are stored whole, after the one numbered `last`; and the number of the newest."""
    reader = Reader(path)
    try:
        captures = [record.capture for record in reader.records(reader.ids(Query(), after=last))]
        whole = [
            capture.body[len(START) :][:ID_LENGTH].decode() for capture in captures if capture.state is State.COMPLETE
        ]
        return whole, reader.last_id()
    finally:
        reader.close()


def _integrity(path: Path) -> str:
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return str(database.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        database.close()


def _wait_for(acks: Path, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not (acks.exists() and acks.stat().st_size):
        assert time.monotonic() < end, "nothing was acknowledged"
        time.sleep(0.01)
