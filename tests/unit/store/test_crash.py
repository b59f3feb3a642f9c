"""A writing process is killed, again and again, over the same file: what it has acknowledged is there, and only once."""

import os
import random
import subprocess
import sys
from pathlib import Path

from tests.unit.store.stage import tokens_in
from webhook_inspector.store.reader import Reader

ROUNDS = 6
WRITE = """
import itertools, os, sys, threading
from pathlib import Path
from tests.unit.store.stage import a_record
from webhook_inspector.store import writer
from webhook_inspector.store.writer import Writer

writer.STEP_PAGES = 30  # many checkpoints, so that many of the kills meet one
room = threading.Semaphore(64)

def on_done(group):
    os.write(1, b"".join(b"%d\\n" % token for token, _ in group))
    for _ in group:
        room.release()

writing = Writer(Path(sys.argv[1]), on_done=on_done, on_fault=print, on_notice=print)
writing.open()
writing.start()
for token in itertools.count(int(sys.argv[2])):
    room.acquire()
    writing.submit(a_record(token), token)
"""


def test_nothing_that_was_acknowledged_is_lost_by_a_kill(path: Path):
    chance = random.Random(5)
    acknowledged: list[int] = []
    for number in range(ROUNDS):
        acknowledged += write_until_killed(path, number * 1_000_000, chance.randint(1, 2_500))
        if number % 2:  # every other round finds the file as the kill has left it
            stored = tokens_in(path)
            assert len(stored) == len(set(stored))
            assert set(acknowledged) <= set(stored)
    reader = Reader(path)
    assert reader.count() >= len(acknowledged)
    reader.close()


def write_until_killed(path: Path, first: int, enough: int) -> list[int]:
    """The tokens that a process has acknowledged up to its death, which comes after `enough` of them."""
    root = Path(__file__).parents[3]
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(path), str(first)], stdout=subprocess.PIPE, cwd=root, env=os.environ
    )
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(enough)]
    process.kill()
    lines += process.communicate(timeout=10)[0].splitlines(keepends=True)
    assert process.returncode == -9
    return [int(line) for line in lines if line.endswith(b"\n")]
