"""Every shape of request through the real program: posted over a raw socket, given back by `show` and `export`."""

import base64
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.shapes import HOST, KEPT, REFUSED, Shape, head
from tests.process import Listening, listen, rows, run

SECONDS = 10


def converse(port: int, shape: Shape) -> bytes:
    """Sends the pieces of a shape and gives all that is answered, until the listener hangs up or has answered enough."""
    with socket.create_connection(("127.0.0.1", port), SECONDS) as talk:
        talk.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            for piece in shape.pieces:
                talk.sendall(piece)
            if shape.half_close:
                talk.shutdown(socket.SHUT_WR)
        except ConnectionError:
            pass  # refused before all was sent, which is the listener's right
        answer = b""
        while True:
            try:
                more = talk.recv(65536)
            except ConnectionResetError:
                break
            if not more:
                break
            answer += more
    return answer


@pytest.fixture(scope="module")
def run_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Listening, dict[str, bytes]]]:
    """All shapes sent once to one listener; the answers by the shape's name."""
    with listen(tmp_path_factory.mktemp("shapes")) as running:
        yield running, {shape.name: converse(running.port, shape) for shape in KEPT + REFUSED}


@pytest.fixture(scope="module")
def exported(run_of_all: tuple[Listening, dict[str, bytes]]) -> dict[bytes, dict[str, object]]:
    """Every capture of the JSON Lines export, by its head."""
    out = run(run_of_all[0].data_dir, "export", "--format", "jsonl", "-o", "-").stdout
    lines = [json.loads(line) for line in out.splitlines()]
    return {raw(line, "head"): line for line in lines}


def raw(line: dict[str, object], name: str) -> bytes:
    if f"{name}_base64" in line:
        return base64.b64decode(str(line[f"{name}_base64"]))
    return str(line.get(name) or "").encode("utf-8")


@pytest.mark.parametrize("shape", KEPT + REFUSED, ids=lambda shape: shape.name)
def test_the_answer(run_of_all: tuple[Listening, dict[str, bytes]], shape: Shape) -> None:
    answer = run_of_all[1][shape.name]
    assert tuple(map(int, re.findall(rb"^HTTP/1\.1 (\d{3}) ", answer, re.MULTILINE))) == shape.statuses
    assert b"do-not-echo" not in answer
    assert b"Access-Control" not in answer


@pytest.mark.parametrize("shape", [s for s in KEPT + REFUSED if s.head is not None], ids=lambda shape: shape.name)
def test_what_is_kept_comes_back_byte_for_byte(exported: dict[bytes, dict[str, object]], shape: Shape) -> None:
    assert shape.head is not None
    line = exported[shape.head]
    assert raw(line, "body") == shape.body
    assert raw(line, "trailers") == shape.trailers
    assert line["state"] == "complete"
    assert line["body_size"] == len(shape.body)


@pytest.mark.parametrize("shape", [s for s in REFUSED if s.problem], ids=lambda shape: shape.name)
def test_what_is_refused_becomes_a_row_with_a_sentence(
    run_of_all: tuple[Listening, dict[str, bytes]], exported: dict[bytes, dict[str, object]], shape: Shape
) -> None:
    sent = shape.pieces[0]
    found = [line for begun, line in exported.items() if begun and sent.startswith(begun)]
    assert len(found) == 1, [line["head"] for line in found]
    assert found[0]["state"] in ("refused", "incomplete", "cut")
    sentences = [str(row["problem"]) for row in rows(run_of_all[0].data_dir) if row["problem"]]
    assert any(words.startswith(shape.problem) for words in sentences)


def test_nothing_smuggled_is_a_capture(exported: dict[bytes, dict[str, object]]) -> None:
    assert not [begun for begun in exported if begun.startswith((b"GET /smuggled", b"GET /never"))]


@pytest.mark.parametrize("shape", KEPT[::6], ids=lambda shape: shape.name)
def test_show_raw_gives_the_request_as_it_came(run_of_all: tuple[Listening, dict[str, bytes]], shape: Shape) -> None:
    running = run_of_all[0]
    ids = [row["id"] for row in rows(running.data_dir)]
    order = [s.head for s in KEPT]
    out = run(running.data_dir, "show", str(ids[order.index(shape.head)]), "--raw").stdout
    assert out == (shape.head or b"") + shape.body


@pytest.mark.parametrize("name", ["jsonl", "http", "har"])
def test_exports_can_be_imported_again(
    run_of_all: tuple[Listening, dict[str, bytes]], exported: dict[bytes, dict[str, object]], name: str, tmp_path: Path
) -> None:
    run(run_of_all[0].data_dir, "export", "--format", name, "-o", str(tmp_path / f"all.{name}"))
    run(tmp_path / "other", "import", str(tmp_path / f"all.{name}"))
    out = run(tmp_path / "other", "export", "--format", "jsonl", "-o", "-").stdout
    again = {raw(line, "head"): line for line in map(json.loads, out.splitlines())}
    for line in (*exported.values(), *again.values()):
        line.pop("id", None)
    assert again == exported


def test_pipelining_of_100(tmp_path: Path) -> None:
    requests = [head(b"POST /p/%d" % n, b"Content-Length: 2") + b"%02d" % (n % 100) for n in range(100)]
    with listen(tmp_path) as running:
        answer = converse(running.port, Shape("pipelining", (b"".join(requests),)))
        found = rows(tmp_path)
    assert answer.count(b"HTTP/1.1 200 OK") == 100
    assert [row["target"] for row in found] == [f"/p/{n}" for n in range(100)]


def test_64_mib_is_kept_and_one_byte_more_is_cut(tmp_path: Path) -> None:
    limit = 64 * 2**20
    body = bytes(range(256)) * (limit // 256)
    with listen(tmp_path) as running:
        whole = converse(running.port, Shape("64 MiB", (head(b"POST /whole", b"Content-Length: %d" % limit), body)))
        over = converse(
            running.port, Shape("more", (head(b"POST /over", b"Content-Length: %d" % (limit + 1)), body, b"x"))
        )
    assert b" 200 OK" in whole
    assert b" 413 " in over
    first, second = rows(tmp_path)
    assert (first["state"], first["size"]) == ("complete", limit)
    assert (second["state"], second["size"]) == ("cut", limit + 1)
    assert run(tmp_path, "show", str(first["id"]), "--body").stdout == body
    assert run(tmp_path, "show", str(second["id"]), "--body").stdout == body[: 2**20]


def test_continue_is_said_before_the_body_is_sent(tmp_path: Path) -> None:
    with listen(tmp_path) as running, socket.create_connection(("127.0.0.1", running.port), SECONDS) as talk:
        talk.sendall(head(b"POST /e", b"Expect: 100-continue", b"Content-Length: 3"))
        assert talk.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        talk.sendall(b"abc")
        assert talk.recv(1000).startswith(b"HTTP/1.1 200 OK\r\n")


def test_the_slow_get_a_time_out_and_do_not_hold_up_others(tmp_path: Path) -> None:
    settings = {"listener.head_timeout": 1, "listener.body_timeout": 1}
    with listen(tmp_path, settings=settings) as running:
        talks = [socket.create_connection(("127.0.0.1", running.port), SECONDS) for _ in range(3)]
        silent, half_head, half_body = talks
        half_head.sendall(b"POST /slow HTTP/1.1\r\n" + HOST)
        half_body.sendall(head(b"POST /drip", b"Content-Length: 1000") + b"abc")
        assert b" 200 OK" in converse(running.port, Shape("quick", (head(b"GET /quick"),)))
        assert silent.recv(1000) == b""
        assert half_head.recv(1000).startswith(b"HTTP/1.1 408 ")
        assert half_body.recv(1000).startswith(b"HTTP/1.1 408 ")
        for talk in talks:
            talk.close()
        assert sorted(str(row["state"]) for row in rows(tmp_path)) == ["complete", "incomplete", "refused"]
