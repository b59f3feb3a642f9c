import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.core.capture import Head, Record, State
from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.formats.curl import curl

SHELLS = [shell for shell in ("/bin/sh", "/bin/bash") if Path(shell).exists()]
HOSTILE = (
    b"it's",
    b"$(touch hacked) `touch hacked` ${HOME} $HOME",
    b'"; touch hacked; "',
    b"' ; touch hacked ; '",
    b"line\nline\n\n",
    b"\n",
    b"line\r\nline\r\n",
    b"@/etc/passwd",
    b"@-",
    b"-d @/etc/passwd",
    b"--data",
    b"-\x00",
    b"nul \x00 and \xff\xfe and 100 % \\n \\000 \\ '",
    b"\x00",
    "Olá, 日本, 👩\u200d💻, \u202e!".encode(),
    b"tab\tand \x1b[31mred\x07",
    b"!history !! !$",
    b"%s %d %% \\\\",
    b"EOF\n",
    b"",
)

needs_curl = pytest.mark.skipif(
    not shutil.which("curl") or not SHELLS, reason="there is no curl or no POSIX shell here"
)


@dataclass(frozen=True, slots=True)
class Received:
    head: Head
    body: bytes


class Server:
    """Answers each connection once and keeps what it got, byte for byte."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.got: list[bytes] = []
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            with connection:
                connection.settimeout(10)
                raw = self._request(connection)
                if not raw:
                    return
                self.got.append(raw)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    @staticmethod
    def _request(connection: socket.socket) -> bytes:
        raw = b""
        while b"\r\n\r\n" not in raw:
            piece = connection.recv(65536)
            if not piece:
                return b""
            raw += piece
        head, _, body = raw.partition(b"\r\n\r\n")
        length = int(first(Head.parse(head).fields, b"content-length") or 0)
        while len(body) < length:
            piece = connection.recv(65536)
            raw, body = raw + piece, body + piece
        return raw

    def close(self) -> None:
        socket.create_connection(self._socket.getsockname()).close()
        self._thread.join(10)
        self._socket.close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def run(server: Server, record: Record, folder: Path, shell: str = "/bin/sh") -> Received:
    """Runs the command as a script, in an empty folder that must stay empty."""
    script, work = folder / "command.sh", folder / "work"
    work.mkdir(exist_ok=True)
    script.write_text(curl(record, server.url), "utf-8", newline="")
    environment = {"PATH": os.environ["PATH"], "HOME": str(work)}
    done = subprocess.run([shell, str(script)], cwd=work, env=environment, capture_output=True, timeout=20, check=False)
    assert done.returncode == 0, done.stderr
    assert not list(work.iterdir())
    raw = server.got.pop()
    assert not server.got
    head, _, body = raw.partition(b"\r\n\r\n")
    return Received(Head.parse(head + b"\r\n\r\n"), body)


def without_framing(head: Head) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in head.fields if name.lower() not in (b"host", b"content-length")]


def check(server: Server, record: Record, folder: Path, shell: str = "/bin/sh") -> None:
    sent = record.capture.parsed()
    received = run(server, record, folder, shell)
    assert received.head.method == sent.method
    assert received.head.target == sent.target
    assert without_framing(received.head) == without_framing(sent)
    assert received.body == record.capture.body


def make(
    body: bytes = b"", method: str = "POST", target: str = "/x", headers: tuple[tuple[str, str], ...] = ()
) -> Record:
    return make_record(make_capture(make_head(method, target, (("Host", "a"), *headers)), body))


@needs_curl
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_body_comes_out_as_it_was_and_nothing_is_executed(
    server: Server, tmp_path: Path, shell: str, body: bytes
) -> None:
    check(server, make(body), tmp_path, shell)


@needs_curl
@pytest.mark.parametrize(
    "body",
    [bytes(range(256)) * 16, bytes(range(256)) * 800, b"a" * 200_000, "é'\n".encode() * 60_000],
    ids=["binary", "large binary", "large text", "large beyond ASCII"],
)
def test_large_bodies(server: Server, tmp_path: Path, body: bytes) -> None:
    check(server, make(body), tmp_path)


@needs_curl
@pytest.mark.parametrize("value", [value for value in HOSTILE if not {*value} & {*b"\r\n\x00"}])
def test_header_values(server: Server, tmp_path: Path, value: bytes) -> None:
    head = b"POST / HTTP/1.1\r\nHost: a\r\nX-Value: " + value + b"\r\n\r\n"
    check(server, make_record(make_capture(head, b"{}")), tmp_path)


@needs_curl
def test_headers_keep_order_case_duplicates_and_emptiness(server: Server, tmp_path: Path) -> None:
    headers = (
        ("user-AGENT", "one"),
        ("X-B", "1"),
        ("x-a", ""),
        ("X-b", "2"),
        ("X-B", "1"),
        ("Cookie", "a=1"),
        ("Cookie", "b=2"),
        ("Authorization", "Basic x"),
        ("User-Agent", "two"),
        ("-X", "-1"),
        ("Accept-Encoding", "gzip"),
        ("Content-Type", ""),
        ("Range", "bytes=0-1"),
        ("Referer", "http://a/"),
        ("Expect", ""),
    )
    check(server, make(b"{}", headers=headers), tmp_path)


@needs_curl
def test_curl_adds_no_headers_of_its_own(server: Server, tmp_path: Path) -> None:
    received = run(server, make(b"x" * 2_000_000), tmp_path)
    assert [name for name, _ in received.head.fields] == [b"Host", b"Content-Length"]


@needs_curl
def test_what_belongs_to_one_connection_is_left_out(server: Server, tmp_path: Path) -> None:
    headers = (
        ("Connection", "close, X-Once, content-type"),
        ("Connection", "user-agent"),
        ("Content-Type", "text/plain"),
        ("User-Agent", "x"),
        ("x-once", "1"),
        ("Transfer-Encoding", "chunked"),
        ("Content-Length", "99"),
        ("TE", "trailers"),
        ("Upgrade", "h2c"),
        ("Keep-Alive", "5"),
        ("Accept", "*/*"),
    )
    received = run(server, make(b"{}", headers=headers), tmp_path)
    assert without_framing(received.head) == [(b"Accept", b"*/*")]
    assert first(received.head.fields, b"content-length") == b"2"


@needs_curl
@pytest.mark.parametrize(
    "target",
    [
        "/", "//", "/a//b?x=1&x=2", "/?", "/a?", "/a/../b/./c", "/%2e%2e/x", "/a?x[]={1,2}&y=[1-3]", "/%zz%00%2f", "/#fragment",
        "*", "http://other.example/a?b", "example.com:443", "/it's", "/$(touch hacked)`touch hacked`", '/"<>|\\^~', "/ação",
        "/\xff\xfe", "?x=1", "/a;b,c=d", "/-", "@x", "-x",
    ],
)  # fmt: skip
def test_targets(server: Server, tmp_path: Path, target: str) -> None:
    raw = target.replace(" ", "").encode("latin-1")
    head = b"POST " + raw + b" HTTP/1.1\r\nHost: a\r\nAccept: x\r\n\r\n"
    check(server, make_record(make_capture(head, b"{}")), tmp_path)


@needs_curl
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PURGE", "foo", "-X", "A'B`"])
@pytest.mark.parametrize("body", [b"", b"{}"])
def test_methods(server: Server, tmp_path: Path, method: str, body: bytes) -> None:
    check(server, make(body, method), tmp_path)


@needs_curl
def test_an_empty_body_that_was_announced_is_announced_again(server: Server, tmp_path: Path) -> None:
    received = run(server, make(headers=(("Content-Length", "0"),)), tmp_path)
    assert first(received.head.fields, b"content-length") == b"0"
    assert first(run(server, make(), tmp_path).head.fields, b"content-length") is None


@needs_curl
def test_head_never_waits_for_a_body(server: Server, tmp_path: Path) -> None:
    record = make(method="HEAD", headers=(("Content-Length", "0"),))
    assert "--head" in curl(record, server.url)
    check(server, record, tmp_path)


@needs_curl
def test_old_version_of_http(server: Server, tmp_path: Path) -> None:
    record = make_record(make_capture(make_head(version="HTTP/1.0"), b""))
    assert run(server, record, tmp_path).head.version == "HTTP/1.0"


TEXT = st.text(st.characters(codec="utf-8"), max_size=40).map(str.encode)
VALUES = st.one_of(st.binary(max_size=40), TEXT, st.sampled_from(HOSTILE)).map(
    lambda raw: raw.translate(None, b"\r\n\x00").strip(b" \t")
)
TOKENS = st.text("!#$%&'*+.^_`|~0AZaz-", min_size=1, max_size=8).map(str.encode)


@needs_curl
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    method=TOKENS.filter(lambda method: method != b"HEAD"),
    target=st.one_of(st.binary(min_size=1), TEXT).map(lambda raw: b"/" + raw.translate(None, bytes([*range(33), 127]))),
    headers=st.lists(st.tuples(TOKENS.map(lambda token: b"X" + token), VALUES), max_size=4),
    body=st.one_of(st.binary(max_size=300), TEXT),
)
def test_any_request(
    server: Server, tmp_path: Path, method: bytes, target: bytes, headers: list[tuple[bytes, bytes]], body: bytes
) -> None:
    block = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    head = method + b" " + target + b" HTTP/1.1\r\nHost: a\r\n" + block + b"\r\n"
    check(server, make_record(make_capture(head, body)), tmp_path)


def test_the_command_is_readable() -> None:
    record = make(b'{"hi":1}', target="/stripe", headers=(("Content-Type", "application/json"),))
    assert curl(record, "http://127.0.0.1:8787/") == (
        "curl http://127.0.0.1:8787/stripe \\\n"
        "  -H 'Content-Type: application/json' \\\n"
        "  -H 'Accept:' \\\n"
        "  -H 'User-Agent:' \\\n"
        "  -H 'Expect:' \\\n"
        "  --data-raw '{\"hi\":1}'"
    )


def test_what_is_pasted_is_what_is_seen() -> None:
    command = curl(
        make("a\u202eb\x1b".encode() + b"\xff", headers=(("X", "\u200b".encode().decode("latin-1")),)), "http://a"
    )
    assert command.replace("\n", "").isprintable()
    assert "\\342\\200\\256" in command


def test_over_tls_the_version_is_named() -> None:
    assert "--http1.1" in curl(make(), "https://a")


@pytest.mark.parametrize(
    "record",
    [
        make_record(make_capture(b"\x16\x03\x01", b"", State.REFUSED, Problem.of("tls-on-plain-port"))),
        make_record(make_capture(b"", b"")),
        make_record(make_capture(b"GET  / HTTP/1.1\r\n\r\n", b"")),
        make_record(make_capture(b"G\xffT / HTTP/1.1\r\n\r\n", b"")),
        make_record(make_capture(b"GET /\x00 HTTP/1.1\r\n\r\n", b"")),
        make_record(make_capture(b"GET / HTTP/1.1\r\nX Y: 1\r\n\r\n", b"")),
        make_record(make_capture(b"GET / HTTP/1.1\r\nX: 1\rY: 2\r\n\r\n", b"")),
    ],
)
def test_what_is_no_request_has_no_command(record: Record) -> None:
    with pytest.raises(KnownError) as raised:
        curl(record, "http://a")
    assert raised.value.problem.code == "no-curl"
