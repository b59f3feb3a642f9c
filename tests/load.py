"""A load of webhooks over many connections, from a process of its own: how many are acknowledged, and how soon.

`python -m tests.load PORT --connections 32 --seconds 5 --size 1024` prints one JSON object. Loopback only; it ends by itself.
With `--acknowledged FILE` it writes the id of each request that got its 2xx, a line each, at once. Bare sockets and a selector:
it must need less time for a request than any server that it measures.
"""

import argparse
import json
import os
import selectors
import socket
import time
from dataclasses import dataclass, field

HEAD = (
    "POST /load HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: load/1.0\r\nAccept: */*\r\nContent-Type: application/json\r\n"
    "X-Event-Type: load.test\r\nX-Attempt: 1\r\nX-Request-Id: 0c8f2a44-7d0c-4a1e-9f0e-3f5f3c0a4a51\r\n"
    "X-Signature: t=1764000000,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd\r\n"
    "Accept-Encoding: gzip\r\nX-Forwarded-For: 203.0.113.7\r\nContent-Length: {length}\r\n\r\n"
)
START, FILLING = '{"id":"', '","type":"load.test","filling":"'
ID_LENGTH = 13


@dataclass(slots=True)
class Line:
    """One connection and the request that is on its way."""

    name: int
    talk: socket.socket
    number: int = 0
    sent_at: float = 0.0


@dataclass(slots=True)
class Tally:
    waited: list[float] = field(default_factory=list)
    statuses: dict[bytes, int] = field(default_factory=dict)


def load(port: int, connections: int, seconds: float, size: int, acknowledged: int | None) -> dict[str, object]:
    """Posts from each connection, waits for its answer, posts again. `acknowledged` is a file descriptor."""
    filling = "x" * size
    before = HEAD.format(length=len(START) + ID_LENGTH + len(FILLING) + size + 2) + START
    before_id, after_id = before.encode(), f'{FILLING}{filling}"}}'.encode()
    selector = selectors.DefaultSelector()
    tally = Tally()
    begun = time.perf_counter()
    for name in range(connections):
        line = _connect(name, port)
        if line is not None:
            selector.register(line.talk, selectors.EVENT_READ, line)
            _post(line, before_id, after_id)
    until = begun + seconds
    while selector.get_map() and time.perf_counter() < until + 10:
        for key, _ in selector.select(1):
            line = key.data
            if not _answered(line, tally, acknowledged) or time.perf_counter() >= until:
                selector.unregister(line.talk)
                line.talk.close()
            else:
                _post(line, before_id, after_id)
    return _told(tally, time.perf_counter() - begun)


def _connect(name: int, port: int) -> Line | None:
    try:
        talk = socket.create_connection(("127.0.0.1", port), 10)
    except OSError:
        return None
    talk.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return Line(name, talk)


def _post(line: Line, before_id: bytes, after_id: bytes) -> None:
    line.number += 1
    line.sent_at = time.perf_counter()
    try:
        line.talk.sendall(before_id + b"%04d-%08d" % (line.name, line.number) + after_id)
    except OSError:
        return  # the next read says so


def _answered(line: Line, tally: Tally, acknowledged: int | None) -> bool:
    try:
        answer = line.talk.recv(65536)
    except OSError:
        return False
    if not answer.startswith(b"HTTP/1.1 "):
        return False
    tally.waited.append(time.perf_counter() - line.sent_at)
    status = answer[9:12]
    tally.statuses[status] = tally.statuses.get(status, 0) + 1
    if acknowledged is not None and status[:1] == b"2":
        os.write(acknowledged, b"%04d-%08d\n" % (line.name, line.number))
    return True


def _told(tally: Tally, took: float) -> dict[str, object]:
    waited = sorted(tally.waited)
    return {
        "requests": len(waited),
        "per_second": round(len(waited) / took),
        "p50_ms": _at(waited, 0.5),
        "p99_ms": _at(waited, 0.99),
        "max_ms": _at(waited, 1),
        "statuses": {status.decode("latin-1"): count for status, count in tally.statuses.items()},
    }


def _at(waited: list[float], part: float) -> float:
    return round(1000 * waited[min(len(waited) - 1, int(len(waited) * part))], 2) if waited else 0.0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--acknowledged")
    chosen = parser.parse_args()
    acknowledged = None
    if chosen.acknowledged:
        acknowledged = os.open(chosen.acknowledged, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    print(json.dumps(load(chosen.port, chosen.connections, chosen.seconds, chosen.size, acknowledged)))


if __name__ == "__main__":
    main()
