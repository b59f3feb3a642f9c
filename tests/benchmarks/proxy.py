"""`dev.py bench proxy`: what it costs a sender that its request is proxied, as ratios to sending to the target itself.

(a) to a small aiohttp target itself; (b) to `listen --proxy` before it, which has the request on the disk before it answers;
(c) to `listen` with a rule that does not concern the request. Each with 1 and with 32 connections, in turn, several rounds.
At the end: nanoseconds that a capture costs more where there are no proxy rules.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import timeit
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.makers import make_capture
from tests.process import ROOT, listen
from webhook_inspector.drafts.signing import KEPT
from webhook_inspector.forwarding.backoff import Pauses
from webhook_inspector.forwarding.carrier import World
from webhook_inspector.forwarding.proxy import Proxying
from webhook_inspector.net.sending import Sender

KINDS = {"a": "the target", "b": "proxied", "c": "not concerned"}
CALLS = 1_000_000


@contextmanager
def _target() -> Iterator[int]:
    command = [sys.executable, "-m", "tests.benchmarks._bare"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"listening on (\d+)", process.stdout.readline())
            assert found, "the target ended before it listened"
            yield int(found[1])
        finally:
            process.terminate()


def _load(port: int, connections: int, seconds: float) -> dict[str, object]:
    load = [sys.executable, "-m", "tests.load", str(port), "--connections", str(connections), "--seconds", str(seconds)]
    return dict(json.loads(subprocess.run(load, cwd=ROOT, capture_output=True, check=True).stdout))


def _measured(kind: str, target: int, connections: int, seconds: float) -> dict[str, object]:
    if kind == "a":
        return _load(target, connections, seconds)
    path = {"b": "/load", "c": "/another"}[kind]
    option = "--proxy", f"{path}=http://127.0.0.1:{target}"
    with tempfile.TemporaryDirectory() as place, listen(Path(place), "--quiet", *option) as running:
        _load(running.port, 1, 0.5)  # the first request loads what sends
        return _load(running.port, connections, seconds)


def _nanoseconds() -> float:
    """What the question costs whether a request is to be proxied, without rules."""
    proxying = Proxying(
        World(Sender().send, lambda *_: KEPT, lambda _: None, lambda: 0, lambda: 0.0), Pauses(), most=64
    )
    capture = make_capture()
    return 1e9 * min(timeit.repeat(lambda: proxying.concerns(capture), number=CALLS, repeat=3)) / CALLS


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4)
    chosen = parser.parse_args()
    with _target() as target:
        for connections in (1, 32):
            found: dict[str, list[dict[str, object]]] = {kind: [] for kind in KINDS}
            for number in range(1, chosen.rounds + 1):
                for kind, name in KINDS.items():
                    found[kind].append(_measured(kind, target, connections, chosen.seconds))
                    told = json.dumps(found[kind][-1])
                    print(f"round {number}  {connections:2} connections  {kind}  {name:14} {told}", flush=True)
            middle = {
                (kind, what): statistics.median(float(str(one[what])) for one in ones)
                for kind, ones in found.items()
                for what in ("per_second", "p50_ms")
            }
            for kind in "bc":
                rate = middle[kind, "per_second"] / middle["a", "per_second"]
                wait = middle[kind, "p50_ms"] / middle["a", "p50_ms"]
                more = middle[kind, "p50_ms"] - middle["a", "p50_ms"]
                print(
                    f"{connections:2} connections  {kind}/a: rate {rate:.2f}, median wait {wait:.1f} (+{more:.2f} ms)"
                )
    print(f"without proxy rules a capture costs {_nanoseconds():.0f} ns more")
    return 0


if __name__ == "__main__":
    sys.exit(main())
