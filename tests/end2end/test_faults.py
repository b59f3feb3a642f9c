"""What goes wrong around the program: disks, files, other processes. It says so, loses nothing, and goes on by itself."""

import json
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end2end.disk import make_writable, small_disk
from tests.process import ROOT, Listening, listen, program, rows, run, start, write_settings

SECONDS = 15


def post(port: int, body: bytes = b"{}", path: str = "/x") -> tuple[int, bytes]:
    """Posts once; gives the status and the whole answer."""
    with socket.create_connection(("127.0.0.1", port), SECONDS) as talk:
        talk.sendall(b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % (path.encode(), len(body)) + body)
        answer = talk.recv(65536)
    return int(answer[9:12]), answer


def until(condition: Callable[[], object], seconds: float = SECONDS) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def said(running: Listening, words: str) -> bool:
    return any(words in line for line in running.complained)


def sound(path: Path) -> bool:
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return bool(database.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    finally:
        database.close()


def test_disk_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk, listen(disk / "data") as running:
        assert post(running.port)[0] == 200
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError:
                pass
        until(lambda: post(running.port, b"x" * 50_000)[0] == 503)
        assert b"Retry-After: " in post(running.port, b"x" * 50_000)[1]
        until(lambda: said(running, "disk full"))
        filler.unlink()
        until(lambda: post(running.port, b"after")[0] == 200)
        found = rows(disk / "data")
        assert running.stop() == 0
        assert sound(disk / "data" / "history.db")
    assert [row["status"] for row in found if row["status"] != 200] == []
    assert found[-1]["size"] == len(b"after")


def test_a_read_only_folder(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", read_only=True) as disk, listen(disk) as running:
        assert post(running.port)[0] == 503
        until(lambda: said(running, "read-only"))
        make_writable(disk)
        until(lambda: post(running.port)[0] == 200)
        assert len(rows(disk)) == 1
        with pytest.raises(pytest.fail.Exception, match="already in use"):
            start(disk)


def test_locked_for_less_than_the_deadline(tmp_path: Path) -> None:
    with listen(tmp_path, settings={"store.write_deadline": 10}) as running:
        assert post(running.port)[0] == 200
        other = sqlite3.connect(tmp_path / "history.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        talk = socket.create_connection(("127.0.0.1", running.port), SECONDS)
        talk.sendall(b"GET /waits HTTP/1.1\r\nHost: x\r\n\r\n")
        talk.settimeout(0.5)
        with pytest.raises(TimeoutError):
            talk.recv(1000)
        other.execute("ROLLBACK")
        other.close()
        talk.settimeout(SECONDS)
        assert talk.recv(1000).startswith(b"HTTP/1.1 200 ")
        talk.close()


def test_locked_for_longer(tmp_path: Path) -> None:
    holding = "import sqlite3,sys;c=sqlite3.connect(sys.argv[1],isolation_level=None);c.execute('BEGIN IMMEDIATE');print(1,flush=True);input()"
    with listen(tmp_path, settings={"store.write_deadline": 1}) as running:
        assert post(running.port)[0] == 200
        with subprocess.Popen(
            [sys.executable, "-c", holding, str(tmp_path / "history.db")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as other:
            assert other.stdout is not None
            other.stdout.readline()
            status, answer = post(running.port)
            assert status == 503
            assert b"Retry-After: " in answer
            until(lambda: said(running, "locked by"))
            if sys.platform == "linux":
                assert said(running, f"process {other.pid}")
            other.communicate(b"\n", SECONDS)
        until(lambda: post(running.port)[0] == 200)
    assert all(row["status"] == 200 for row in rows(tmp_path))


@pytest.mark.parametrize(
    "leave", [Path.unlink, lambda path: path.rename(path.with_name("elsewhere.db"))], ids=["deleted", "renamed"]
)
def test_a_history_that_goes_away_is_noticed_within_a_second(tmp_path: Path, leave: Callable[[Path], object]) -> None:
    with listen(tmp_path) as running:
        assert post(running.port, path="/before")[0] == 200
        time.sleep(0.3)
        leave(tmp_path / "history.db")
        begun = time.monotonic()
        until(lambda: said(running, "moved or deleted"), 3)
        assert time.monotonic() - begun < 1.5
        assert post(running.port, path="/after")[0] == 200
        assert [row["target"] for row in rows(tmp_path)] == ["/after"]
    moved = tmp_path / "elsewhere.db"
    assert sound(tmp_path / "history.db")
    if moved.exists():
        assert sound(moved)
        database = sqlite3.connect(moved)
        assert database.execute("SELECT target FROM captures").fetchall() == [("/before",)]
        database.close()


def test_a_log_that_goes_away_costs_nothing(tmp_path: Path) -> None:
    with listen(tmp_path) as running:
        for number in range(5):
            assert post(running.port, path=f"/{number}")[0] == 200
        (tmp_path / "history.db-wal").unlink()
        assert post(running.port, path="/after")[0] == 200
        until(lambda: said(running, "moved or deleted"))
    assert [row["target"] for row in rows(tmp_path)] == [*(f"/{number}" for number in range(5)), "/after"]


@pytest.mark.parametrize("damage", [b"no database at all" * 1000, None], ids=["noise", "a bad page"])
def test_a_damaged_history_is_set_aside(tmp_path: Path, damage: bytes | None) -> None:
    with listen(tmp_path) as running:
        for number in range(200):
            assert post(running.port, b"x" * 500, path=f"/{number}")[0] == 200
    path = tmp_path / "history.db"
    if damage is not None:
        path.write_bytes(damage)
    else:
        with path.open("r+b") as file:
            file.seek(0, os.SEEK_END)
            for place in range(4096, file.tell() - 4096, 3 * 4096):
                file.seek(place)
                file.write(b"\xa5" * 4096)
    with listen(tmp_path) as running:
        until(lambda: said(running, "damaged"))
        assert post(running.port, path="/after")[0] == 200
    (aside,) = [file for file in tmp_path.glob("history.db.corrupt*") if file.suffix not in (".db-wal", ".db-shm")][:1]
    assert aside.exists()
    assert "/after" in [row["target"] for row in rows(tmp_path)]


def test_a_history_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    with listen(tmp_path):
        pass
    path = tmp_path / "history.db"
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode = DELETE")
    database.execute("PRAGMA user_version = 999")
    database.close()
    before = path.read_bytes()
    for command in (("listen", "--port", "0"), ("list",)):
        refused = run(tmp_path, *command, check=False)
        assert refused.returncode == 1
        assert b"newer version" in refused.stderr
        assert b"Traceback" not in refused.stderr
    assert path.read_bytes() == before


def test_a_second_listener_is_told_who_has_the_folder(tmp_path: Path) -> None:
    with listen(tmp_path) as running:
        second = run(tmp_path, "listen", "--port", "0", check=False)
        assert second.returncode == 1
        assert f"process {running.process.pid}".encode() in second.stderr
        assert post(running.port)[0] == 200


def test_sigterm_under_load_loses_nothing(tmp_path: Path) -> None:
    acks = tmp_path / "acks"
    with listen(tmp_path / "data") as running:
        load = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.load",
                str(running.port),
                "--connections",
                "16",
                "--seconds",
                "5",
                "--acknowledged",
                str(acks),
            ],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        until(lambda: acks.exists() and acks.stat().st_size > 10_000)
        begun = time.monotonic()
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(SECONDS) == 0
        assert time.monotonic() - begun < 5
        load.wait(SECONDS)
    out = run(tmp_path / "data", "export", "--format", "jsonl", "-o", "-").stdout
    stored = {
        json.loads(json.loads(line)["body"])["id"]
        for line in out.splitlines()
        if json.loads(line)["state"] == "complete"
    }
    assert set(acks.read_text().split()) - stored == set()
    assert sound(tmp_path / "data" / "history.db")


def test_5000_idle_connections_do_not_keep_a_sender_out(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 5200
    if hard != resource.RLIM_INFINITY and hard < wanted:
        pytest.skip("this machine does not let us open 5,000 connections")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    talks: list[socket.socket] = []
    try:
        with listen(tmp_path) as running:
            talks.extend(socket.create_connection(("127.0.0.1", running.port), SECONDS) for _ in range(5000))
            until(lambda: post_or_put_off(running.port) == 200, 5)
            assert post_or_put_off(running.port) in (200, 503)
    finally:
        for talk in talks:
            talk.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def post_or_put_off(port: int) -> int:
    try:
        return post(port)[0]
    except (ConnectionError, ValueError):
        return 0


def test_without_file_handles_it_says_so_and_goes_on(tmp_path: Path) -> None:
    write_settings(tmp_path, {"listener.head_timeout": 2, "listener.idle_timeout": 2})
    limited = ["bash", "-c", 'ulimit -n 40; exec "$@"', "bash", *program(tmp_path, "listen", "--port", "0")]
    with subprocess.Popen(limited, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline().rsplit(b":", 1)[1])
        talks = [socket.create_connection(("127.0.0.1", port), SECONDS) for _ in range(60)]
        time.sleep(0.5)
        for talk in talks:
            talk.close()
        until(lambda: post_or_put_off(port) == 200)
        process.send_signal(signal.SIGTERM)
        _, complaints = process.communicate(timeout=SECONDS)
    assert b"no file handles left" in complaints
    assert b"Traceback" not in complaints
    assert process.returncode == 0


def test_1000_connections_at_full_speed(tmp_path: Path) -> None:
    with listen(tmp_path / "data", settings=None) as running:
        out = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.load",
                str(running.port),
                "--connections",
                "1000",
                "--seconds",
                "3",
                "--acknowledged",
                str(tmp_path / "acks"),
            ],
            cwd=ROOT,
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
    told = json.loads(out)
    assert set(told["statuses"]) <= {"200", "503"}
    acknowledged = set((tmp_path / "acks").read_text().split())
    exported = run(tmp_path / "data", "export", "--format", "jsonl", "-o", "-").stdout
    stored = [
        json.loads(json.loads(line)["body"])["id"]
        for line in exported.splitlines()
        if json.loads(line)["state"] == "complete"
    ]
    assert acknowledged - set(stored) == set()
    assert len(stored) == len(set(stored))
