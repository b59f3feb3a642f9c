"""Captures sent again by the real process: what arrives is what came, and what was shown."""

import json
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.aside import receiving_aside
from tests.end2end.test_terminal import send, until
from tests.process import ROOT, listen, program, run
from tests.receiver import Receiver, hang_up, reset, silent

ODD = (
    b"PATCH /a%2Fb/../c;d?x=\xff&x=2&empty HTTP/1.1\r\nhOST: inspector.example\r\nX-Two: 1\r\nx-two: 2\r\n"
    b"X-Latin: caf\xe9\r\nX-Empty:\r\nConnection: close, X-Hop\r\nX-Hop: gone\r\nX-Two: 1\r\nContent-Encoding: gzip\r\n"
    b"Transfer-Encoding: chunked\r\nTE: trailers\r\n\r\n"
)
BODY = b"\x00\xff\r\n\r\n--not a boundary"
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
LEFT = (
    b"X-Two: 1\r\nx-two: 2\r\nX-Latin: caf\xe9\r\nX-Empty: \r\nX-Two: 1\r\nContent-Encoding: gzip\r\n"
    b"Content-Length: %d\r\n\r\n" % len(BODY)
)
"""The headers that are for the receiver, in their order, and the length of the body."""


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history with one capture, which is odd in every way."""
    folder = tmp_path_factory.mktemp("captured")
    with listen(folder) as running:
        assert b" 200 " in send(running.port, ODD + CHUNKED)
        until(lambda: len(running.said) == 2)
    return folder


@pytest.fixture
def data_dir(captured: Path, tmp_path: Path) -> Path:
    """The same, for one test."""
    return shutil.copytree(captured, tmp_path / "data")


def url(receiver: Receiver, path: str = "") -> str:
    return f"http://127.0.0.1:{receiver.port}{path}"


def test_what_arrives_is_what_came_and_what_was_shown(data_dir: Path) -> None:
    with receiving_aside() as target:
        dry = run(data_dir, "resend", "1", "--to", url(target), "--dry-run")
        assert target.requests == []
        done = run(data_dir, "resend", "latest", "--to", url(target))
        run(data_dir, "resend", "1", "--to", url(target), "--keep-host")
    first, second = target.requests
    line = b"PATCH /a%2Fb/../c;d?x=\xff&x=2&empty HTTP/1.1\r\n"
    assert first == line + b"hOST: 127.0.0.1:%d\r\n" % target.port + LEFT + BODY
    assert second == line + b"hOST: inspector.example\r\n" + LEFT + BODY
    assert dry.stdout == first
    assert done.stdout.startswith("→ 1  200  ".encode())
    kept = json.loads(run(data_dir, "deliveries", "--attempt", "1", "--json").stdout)
    assert kept["status"] == 200
    assert len(run(data_dir, "deliveries", "1").stdout.splitlines()) == 4


def test_beside_a_listener_it_is_sent_and_not_kept(data_dir: Path) -> None:
    with receiving_aside() as target, listen(data_dir):
        done = run(data_dir, "resend", "1", "--to", url(target))
        assert b"Sent, but not kept: process " in done.stderr
        assert len(target.requests) == 1
    assert run(data_dir, "deliveries", "1").stdout.startswith(b"Nothing was sent.")


def test_a_target_that_fails_in_every_way(data_dir: Path) -> None:
    with receiving_aside(hang_up, reset, silent(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\npart")) as target:
        outs = [
            run(data_dir, "resend", "1", "--to", url(target), "--timeout", "0.5", "--json", check=False)
            for _ in range(3)
        ]
        gone = url(target)
    outs.append(run(data_dir, "resend", "1", "--to", gone, "--json", check=False))
    assert [(out.returncode, out.stderr) for out in outs] == [(1, b"")] * 4
    told = [json.loads(out.stdout) for out in outs]
    assert all(one["problem"] for one in told)
    assert "Is your app running" in told[3]["problem"]


def test_ctrl_c_ends_it_at_once_and_leaves_the_folder_free(data_dir: Path) -> None:
    with receiving_aside(silent()) as target:
        process = subprocess.Popen(
            program(data_dir, "resend", "1", "--to", url(target)),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        until(lambda: target.requests)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, b"")
    assert run(data_dir, "mark", "1", "--pin").returncode == 0


def test_a_hundred_at_once(data_dir: Path) -> None:
    with receiving_aside() as target:
        done = run(data_dir, "resend", "1", "--to", url(target), "--repeat", "100", "--at-once", "16", "--json")
    assert len(target.requests) == 100
    assert len(set(target.requests)) == 1
    attempts = [json.loads(line)["attempt"] for line in done.stdout.splitlines()]
    assert sorted(attempts) == list(range(1, 101))
