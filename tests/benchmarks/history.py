"""`dev.py bench history --rows 300000`: the window, searches, the index and capture, with a history that large.

The history and the index are built first. Ratios are to an empty history, or to `listen` without the index, in the same run.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.benchmarks import _many
from tests.benchmarks.capture import _process
from tests.process import ROOT, program, write_settings
from webhook_inspector.indexing import Indexing
from webhook_inspector.paths import DataFolder
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Query
from webhook_inspector.store.history import History
from webhook_inspector.store.index_feed import IndexFeed
from webhook_inspector.store.reader import Reader

PAGE, TIMES, SECONDS = 1000, 30, 10.0
"""Ids that the window asks for first; searches of a kind, and how long they may take together."""
KINDS: dict[str, Callable[[random.Random, int], str]] = {
    "substring, one capture": lambda chance, rows: f"evt_{chance.randrange(1, rows):012x}",
    "substring, a few": lambda *_: _many.RARE,
    "substring, a quarter": lambda *_: "Hookshot",
    "substring, nobody": lambda chance, _: f"nowhere{chance.getrandbits(30):x}",
    "field": lambda chance, _: f"provider:{chance.choice(('stripe', 'github'))}",
    "field, few": lambda chance, _: f"verdict:invalid path:/stripe/{chance.randrange(50)}",
    "combined": lambda chance, rows: f"provider:stripe verdict:valid {chance.randrange(1, rows):012x}",
    "body.PATH, a few": lambda *_: f"body.account={_many.RARE}",
    "body.PATH, a third": lambda *_: "body.data.object.status=paid",
}


def asked(text: str) -> Query:
    query = parse(text).query
    assert query is not None, text
    return query


def build(folder: DataFolder, rows: int) -> None:
    begun = time.perf_counter()
    _many.build(folder.history, rows)
    took = time.perf_counter() - begun
    size = folder.history.stat().st_size / 2**20
    print(f"history: {rows} rows, {size:.0f} MB, built at {rows / took:.0f} rows/s", flush=True)


def index(folder: DataFolder, rows: int) -> None:
    def amend(judged: object, done: Callable[[None], None], marks: dict[str, str]) -> None:
        with closing(History(folder.history, on_notice=print)) as writing:
            writing.open()
            writing.amend([], marks)
        done(None)

    with closing(IndexFeed(folder.index)) as feed:
        feed.open()
        before = feed.watermark
    if before >= rows:
        return
    indexing = Indexing(folder.history, folder.index, amend)
    begun = time.perf_counter()
    indexing.start()
    while indexing.indexed < rows:
        time.sleep(0.01)
    took = time.perf_counter() - begun
    indexing.end()
    indexing.join()
    size, whole = folder.index.stat().st_size / 2**20, folder.history.stat().st_size / 2**20
    print(
        f"index: {size:.0f} MB, {size / whole:.2f} of the history, built at {(rows - before) / took:.0f} rows/s",
        flush=True,
    )


def searches(folder: DataFolder, rows: int) -> None:
    chance = random.Random(2)
    with closing(Reader(folder.history)) as reader:
        for name, text in KINDS.items():
            first, whole, found = [], [], 0
            until = time.perf_counter() + SECONDS
            for turn in range(TIMES):
                if time.perf_counter() > until and turn:
                    break
                query = asked(text(chance, rows))
                begun = time.perf_counter()
                ids = reader.ids(query, newest=PAGE)
                reader.rows(ids[-200:])
                first.append(1000 * (time.perf_counter() - begun))
                if turn == 0:
                    begun = time.perf_counter()
                    found = len(reader.ids(query))
                    whole.append(1000 * (time.perf_counter() - begun))
            worst = sorted(first)[int(len(first) * 0.95)]
            print(f"search {name:24} first page {statistics.median(first):8.1f} ms, p95 {worst:8.1f} ms;"
                  f"  all {statistics.median(whole):8.0f} ms, {found} found", flush=True)  # fmt: skip


def window(folder: DataFolder, rows: int) -> dict[str, float]:
    (folder.path / "expected").write_text(str(rows), "ascii")
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [sys.executable, "-m", "tests.benchmarks._opened_window", str(folder.path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.partition("FOUND ")[2])
    return found


def windows(folder: DataFolder, rows: int, rounds: int) -> None:
    opened: dict[str, list[float]] = {"empty": [], "full": []}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as place:
            empty = window(DataFolder(Path(place)), 0)
        full = window(folder, rows)
        opened["empty"].append(empty["first_rows_ms"])
        opened["full"].append(full["first_rows_ms"])
        print(f"window empty {json.dumps(empty)}  full {json.dumps(full)}", flush=True)
    ratio = statistics.median(opened["full"]) / statistics.median(opened["empty"])
    print(f"window opened: {ratio:.2f} of the time of an empty history", flush=True)


def captures(folder: DataFolder, rounds: int, seconds: float) -> None:
    """The index is missing at the start of each round, so that there is as much to do as there can be."""
    write_settings(folder.path, {"listener.port": 0})
    commands = {
        "without": [
            sys.executable,
            "-m",
            "tests.benchmarks._without_index",
            *program(folder.path, "listen", "--quiet")[3:],
        ],
        "with": program(folder.path, "listen", "--quiet"),
    }
    rates: dict[str, list[float]] = {kind: [] for kind in commands}
    for number in range(rounds):
        for kind, command in commands.items():
            for left in folder.path.glob("index.db*"):
                left.unlink()
            with _process(command, {}) as (port, _):
                load = [sys.executable, "-m", "tests.load", str(port), "--seconds", str(seconds)]
                result = json.loads(subprocess.run(load, cwd=ROOT, capture_output=True, check=True).stdout)
            rates[kind].append(float(result["per_second"]))
            print(f"round {number + 1}  {kind:8} {json.dumps(result)}", flush=True)
    ratios = [with_ / without for without, with_ in zip(rates["without"], rates["with"], strict=True)]
    middle = statistics.median(rates["with"]) / statistics.median(rates["without"])
    print(f"capture with the index being fed: {middle:.2f} of without (rounds {min(ratios):.2f} to {max(ratios):.2f})")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--folder", help="keeps the history there, and takes what is there already")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(chosen.folder or place))
        folder.make()
        if not folder.history.exists():
            build(folder, chosen.rows)
        with closing(Reader(folder.history)) as reader:
            last = reader.last_id()  # more than `rows` where it was captured to before, without an index at first
        index(folder, last)
        searches(folder, chosen.rows)
        windows(folder, chosen.rows, chosen.rounds)
        captures(folder, chosen.rounds, chosen.seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
