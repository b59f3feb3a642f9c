"""The commands as a person and a script use them: the real process, its streams, its signals and its exit codes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.process import ROOT, listen, program, rows, run

SECONDS = 15


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


def post(port: int, path: str = "/stripe", body: bytes = b'{"hi":1}') -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.request("POST", path, body, {"Content-Type": "application/json"})
        return connection.getresponse().status
    finally:
        connection.close()


def send(port: int, sent: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), SECONDS) as sender:
        sender.sendall(sent)
        sender.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: sender.recv(65536), b""))


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@contextmanager
def started(data_dir: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command that goes on until it is ended."""
    process = subprocess.Popen(
        program(data_dir, *arguments),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_what_is_captured_can_be_listed_shown_exported_and_imported(data_dir: Path, tmp_path: Path) -> None:
    head = b"POST /a%2Fb?x=\xff HTTP/1.1\r\nhOST: x\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 4\r\n\r\n"
    body = b"\x00\xff\r\n"
    with listen(data_dir) as running:
        assert b" 200 " in send(running.port, head + body)
        assert post(running.port) == 200
        assert b" 400 " in send(running.port, b"nonsense\r\n\r\n")
        until(lambda: len(running.said) == 4)
        beside = rows(data_dir)
    assert [row["id"] for row in beside] == [1, 2, 3]
    assert beside == rows(data_dir)
    assert [row["state"] for row in beside] == ["complete", "complete", "refused"]
    assert beside[0]["target"] == "/a%2Fb?x=\\xff"
    assert beside[2]["problem"] is not None
    assert running.said[3].endswith(str(beside[2]["problem"]))
    assert [line.split()[0] for line in running.said[1:]] == ["1", "2", "3"]

    assert run(data_dir, "show", "1", "--raw").stdout == head + body
    assert run(data_dir, "show", "1", "--body").stdout == body
    assert run(data_dir, "show", "-3", "--headers").stdout.decode() == "hOST: x\nX-A: 1\nx-a: 2\nContent-Length: 4\n"
    shown = json.loads(run(data_dir, "show", "-2", "--json").stdout)
    assert (shown["id"], shown["body"]) == (2, '{"hi":1}')
    assert '  "hi": 1\n' in run(data_dir, "show", "2").stdout.decode()

    for name in ("jsonl", "http", "har"):
        file = tmp_path / f"out.{name}"
        assert f"exported 3 captures to {file}" in run(data_dir, "export", "-o", str(file)).stdout.decode()
        other = tmp_path / name
        assert f"imported 3 captures from {file}" in run(other, "import", str(file)).stdout.decode()
        assert rows(other) == beside
        assert run(other, "show", "1", "--raw").stdout == head + body
    other = tmp_path / "database"
    assert "imported 3 captures" in run(other, "import", str(data_dir / "history.db")).stdout.decode()
    assert rows(other) == beside


def test_list_filters_and_limits(data_dir: Path) -> None:
    with listen(data_dir) as running:
        for number in range(5):
            post(running.port, f"/n{number}", b"even" if number % 2 == 0 else b"odd one")
    assert [row["target"] for row in rows(data_dir, "ODD")] == ["/n1", "/n3"]
    assert [row["target"] for row in rows(data_dir, '"odd one"', "/n3")] == ["/n3"]
    last = run(data_dir, "list", "--limit", "2", "even").stdout.decode().splitlines()
    assert [line.split()[-1] for line in last] == ["/n2", "/n4"]
    nothing = run(data_dir, "list", "klingon")
    assert (nothing.stdout, nothing.stderr) == (b"", b"")


def test_follow_sees_what_comes_and_survives_a_history_begun_anew(data_dir: Path) -> None:
    with started(data_dir, "list", "--follow", "--json") as following:
        assert following.stdout is not None
        time.sleep(0.5)  # it follows before there is a history
        with listen(data_dir) as running:
            post(running.port, "/one")
            assert json.loads(following.stdout.readline())["target"] == "/one"
            post(running.port, "/two")
            assert json.loads(following.stdout.readline())["target"] == "/two"
        for file in data_dir.glob("history.db*"):
            file.rename(file.with_name(f"old-{file.name}"))
        with listen(data_dir) as running:
            post(running.port, "/three")
            assert json.loads(following.stdout.readline())["target"] == "/three"
        following.send_signal(signal.SIGINT)
        out, err = following.communicate(timeout=SECONDS)
        assert (following.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_listen_ends_properly_by_a_signal(data_dir: Path, number: signal.Signals) -> None:
    with listen(data_dir) as running:
        assert post(running.port) == 200
        began = time.monotonic()
        running.process.send_signal(number)
        assert running.process.wait(SECONDS) == 0
        assert time.monotonic() - began < 5
    assert running.complained == []
    assert not list(data_dir.glob("history.db-*"))
    assert len(rows(data_dir)) == 1


def test_listen_as_json(data_dir: Path) -> None:
    with started(data_dir, "listen", "--port", "0", "--json") as process:
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        assert first["url"] == f"http://127.0.0.1:{first['port']}"
        assert first["event"] == "listening"
        post(first["port"])
        assert json.loads(process.stdout.readline()) == rows(data_dir)[0]
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0


def test_a_port_that_is_taken_is_told_with_one_that_is_free(data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run(data_dir, "listen", "--port", str(port), check=False)
    assert done.returncode == 1
    assert done.stdout == b""
    said = done.stderr.decode()
    assert said.startswith(f"Port {port} is taken by another program.")
    assert "--port " in said
    assert said.count("\n") == 1


def test_a_folder_has_one_writer(data_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "none.jsonl"
    file.write_bytes(b"")
    with listen(data_dir) as running:
        for arguments in (["listen", "--port", "0"], ["import", str(file)]):
            done = run(data_dir, *arguments, check=False)
            assert done.returncode == 1
            said = done.stderr.decode()
            assert f"process {running.process.pid}" in said
            assert "webhook-inspector listen" in said
        assert post(running.port) == 200


def test_a_broken_pipe_is_silent(data_dir: Path, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    with listen(data_dir) as running:
        post(running.port, body=b"x" * 300)
    line = run(data_dir, "export", "--format", "jsonl").stdout
    many.write_bytes(line * 3000)
    run(data_dir, "import", str(many))
    for arguments in (["list", "--limit", "0"], ["export"], ["list", "--limit", "0", "--json"]):
        with started(data_dir, *arguments) as process:
            assert process.stdout is not None
            process.stdout.read(10)
            process.stdout.close()
            assert process.wait(SECONDS) in (0, 141)
            assert process.stderr is not None
            assert process.stderr.read() == b""


def test_listen_stops_in_order_when_nobody_reads_it_any_more(data_dir: Path) -> None:
    with started(data_dir, "listen", "--port", "0", "--json") as process:
        assert process.stdout is not None
        port = json.loads(process.stdout.readline())["port"]
        process.stdout.close()
        assert post(port) == 200
        assert process.wait(SECONDS) in (0, 141)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert len(rows(data_dir)) == 1


def test_a_reader_that_is_slow_does_not_hold_up_capturing(data_dir: Path) -> None:
    with started(data_dir, "listen", "--port", "0") as process:
        assert process.stdout is not None
        port = int(process.stdout.readline().rpartition(b":")[2])
        request = b"POST /%s HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n" % (b"x" * 1000)
        with socket.create_connection(("127.0.0.1", port), SECONDS) as sender:  # 3 MB of lines into a pipe of 64 KB
            for _ in range(100):
                sender.sendall(request * 100)
                came = b""
                while came.count(b" 200 ") < 100:
                    came += sender.recv(65536)
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0
    assert len(rows(data_dir)) == 10_000


def test_what_is_not_there_is_told(data_dir: Path) -> None:
    for arguments in (["list"], ["show", "1"], ["export"]):
        done = run(data_dir, *arguments, check=False)
        assert done.returncode == 1
        assert done.stderr.decode().startswith("There is no history in ")
    assert not data_dir.exists()
    with listen(data_dir):
        pass
    for number in ("7", "latest", "-1", "999999999999999999"):
        done = run(data_dir, "show", number, check=False)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode().startswith("There is no capture ")
    assert run(data_dir, "show", "x", check=False).returncode == 2


def test_an_export_that_fails_leaves_nothing_behind(data_dir: Path, tmp_path: Path) -> None:
    with listen(data_dir) as running:
        post(running.port)
    target = tmp_path / "out" / "a.har"
    done = run(data_dir, "export", "-o", str(target), check=False)
    assert (done.returncode, done.stderr.decode()) == (
        1,
        f"Cannot write {target}: there is no folder {target.parent}\n",
    )
    target.parent.mkdir()
    run(data_dir, "export", "-o", str(target))
    before = target.read_bytes()
    done = run(data_dir, "export", "-o", str(target), check=False)
    assert done.returncode == 1
    assert "--force" in done.stderr.decode()
    assert target.read_bytes() == before
    run(data_dir, "export", "--force", "--id", "latest", "-o", str(target))
    assert list(target.parent.iterdir()) == [target]


def test_a_full_disk_is_told(data_dir: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("only Linux has a full disk at hand")
    with listen(data_dir) as running:
        post(running.port)
    with Path("/dev/full").open("wb") as full:
        for arguments in (["list"], ["export"], ["show", "1"]):
            done = subprocess.run(
                program(data_dir, *arguments),
                cwd=ROOT,
                stdout=full,
                stderr=subprocess.PIPE,
                timeout=SECONDS,
                check=False,
            )
            assert done.returncode == 1
            assert done.stderr == b"Cannot write standard output: No space left on device\n"


def test_import_reads_standard_input_and_stops_at_the_first_place_that_does_not_fit(
    data_dir: Path, tmp_path: Path
) -> None:
    with listen(data_dir) as running:
        post(running.port)
    line = run(data_dir, "export").stdout
    done = subprocess.run(
        program(tmp_path / "other", "import", "-", "--json"),
        cwd=ROOT,
        input=line * 2 + b"nonsense\n" + line,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 1
    assert json.loads(done.stdout) == {"file": "-", "imported": 2, "unreadable": 0}
    assert b"line 3" in done.stderr
    assert len(rows(tmp_path / "other")) == 2


def test_colours_only_on_a_terminal(data_dir: Path) -> None:
    pty = pytest.importorskip("pty")
    with listen(data_dir) as running:
        post(running.port)

    def on_a_terminal(**environment: str) -> bytes:
        own, theirs = pty.openpty()
        try:
            subprocess.run(
                program(data_dir, "list"),
                cwd=ROOT,
                stdout=theirs,
                env={**os.environ, "TERM": "xterm", **environment},
                timeout=SECONDS,
                check=True,
            )
            return os.read(own, 65536)
        finally:
            os.close(own)
            os.close(theirs)

    assert b"\x1b[32m200\x1b[0m" in on_a_terminal()
    assert b"\x1b[" not in on_a_terminal(NO_COLOR="1")
    assert b"\x1b[" not in run(data_dir, "list").stdout


def test_json_log_and_verbose(data_dir: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "webhook_inspector", "--json-log", "--data-dir", str(data_dir), "list"],
        cwd=ROOT,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 1
    assert json.loads(done.stderr)["message"].startswith("There is no history in ")
