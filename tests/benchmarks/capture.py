"""`dev.py bench capture`: how fast requests are taken, as ratios to bare aiohttp within one run.

(a) bare aiohttp that only answers; (b) `listen`, everything on disk before the reply; (c) the same with the window open and live.
The same load (32 connections, 1 KB bodies) goes to each in turn, several rounds, so that a slower minute hits all three.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.process import ROOT, program, write_settings

KINDS = ("a  bare aiohttp", "b  listen", "c  window")


@contextmanager
def _process(command: list[str], environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Port and process number of a server that says where it listens; ends it afterwards."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ, **environment}, text=True)
    try:
        assert process.stdout is not None
        found = None
        while found is None:
            line = process.stdout.readline()
            assert line, "it ended before it listened"
            found = re.search(r"listening on (?:http://127\.0\.0\.1:)?(\d+)", line)
        yield int(found[1]), process.pid
    finally:
        process.terminate()
        if process.stdout is not None:
            process.stdout.close()
        process.wait(30)


def _cpu_seconds(pid: int) -> float:
    """Processor time of a process so far, all threads, in user and kernel mode; 0 where there is no /proc."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _measure(kind: str, place: Path, synchronous: str, seconds: float) -> dict[str, object]:
    stalls = place / "stalls.json"
    environment = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    write_settings(place, {"listener.port": 0, "store.synchronous": synchronous})
    commands = {
        "a": [sys.executable, "-m", "tests.benchmarks._bare"],
        "b": [*program(place, "listen", "--quiet")],
        "c": [sys.executable, "-m", "tests.benchmarks._watched_window", str(stalls), "--data-dir", str(place)],
    }
    with _process(commands[kind[0]], environment) as (port, pid):
        before = _cpu_seconds(pid)
        load = [sys.executable, "-m", "tests.load", str(port), "--seconds", str(seconds)]
        result = json.loads(subprocess.run(load, cwd=ROOT, capture_output=True, check=True).stdout)
        result["cpu_us"] = round(1e6 * (_cpu_seconds(pid) - before) / max(1, result["requests"]))
    if stalls.exists():
        result.update(json.loads(stalls.read_text()))
    return dict(result)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--synchronous", choices=("FULL", "NORMAL"), default="FULL")
    chosen = parser.parse_args()
    rates: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for number in range(1, chosen.rounds + 1):
        for kind in KINDS:
            with tempfile.TemporaryDirectory() as place:
                found = _measure(kind, Path(place), chosen.synchronous, chosen.seconds)
            rates[kind].append(float(str(found["per_second"])))
            print(f"round {number}  {kind:16} {json.dumps(found)}", flush=True)
    middle = {kind[0]: statistics.median(values) for kind, values in rates.items()}
    ratios = {kind: [b / a for a, b in zip(rates[KINDS[0]], rates[kind], strict=True)] for kind in KINDS[1:]}
    for kind, values in ratios.items():
        print(f"{kind[0]}/a = {middle[kind[0]] / middle['a']:.2f}  (rounds {min(values):.2f} to {max(values):.2f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
