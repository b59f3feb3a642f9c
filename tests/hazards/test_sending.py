"""Sending, forwarding and verifying in a hostile world: each test is a row of the hazards, through the program's own doors."""

import asyncio
import gzip
import hashlib
import hmac
import json
import shutil
import socket
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.aside import receiving_aside
from tests.end2end.test_terminal import post, send, until
from tests.listening import post as post_raw
from tests.listening import until as until_true
from tests.process import listen, rows, run
from tests.receiver import Receiver, Talk, answer, receiving, silent
from webhook_inspector.cli.edge import run as run_here
from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.events import Attempted, Event
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.engine import Engine
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings

NAME = "hooks.rebound.example"
LINK_LOCAL = "169.254.169.254"
REQUEST = (
    b"POST http://169.254.169.254/latest/meta-data HTTP/1.1\r\nHost: 169.254.169.254\r\nContent-Length: 2\r\n\r\nhi"
)


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history with one capture, whose target and host are those of others."""
    folder = tmp_path_factory.mktemp("captured")
    with listen(folder) as running:
        assert b" 200 " in send(running.port, REQUEST)
        until(lambda: len(running.said) == 2)
    return folder


@pytest.fixture
def data_dir(captured: Path, tmp_path: Path) -> Path:
    """The same, for one test."""
    return shutil.copytree(captured, tmp_path / "data")


@pytest.fixture
def leads_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the name lead to an address, as whoever owns it can at any moment."""
    real = socket.getaddrinfo

    def lead(address: str) -> None:
        def look_up(host: object, port: object, **how: int) -> object:
            return real(address if host == NAME else host, port, **how)  # type: ignore[call-overload]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)

    return lead


def url(receiver: Receiver, path: str = "", host: str = "127.0.0.1") -> str:
    return f"http://{host}:{receiver.port}{path}"


def redirect(status: int, location: str) -> bytes:
    return f"HTTP/1.1 {status} Go\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


def header_lines(request: bytes, name: bytes) -> list[bytes]:
    head = request.partition(b"\r\n\r\n")[0]
    return [line for line in head.split(b"\r\n") if line.lower().startswith(name.lower() + b":")]


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "0.0.0.0", "[::ffff:127.0.0.1]"])
def test_r01_what_is_sent_by_hand_goes_where_the_user_says_and_nowhere_else(data_dir: Path, host: str) -> None:
    """Also where the capture names the address of a cloud's credentials as its own."""
    with receiving_aside() as target:
        done = run(data_dir, "resend", "1", "--to", url(target, host=host))
    assert done.stdout.startswith("→ 1  200  ".encode())
    assert target.seen.startswith(b"POST /latest/meta-data HTTP/1.1\r\n")
    assert header_lines(target.seen, b"host") == [f"Host: {host}:{target.port}".encode()]


def test_r01_no_name_leads_to_where_clouds_keep_credentials(
    data_dir: Path, leads_to: Callable[[str], None], capfd: pytest.CaptureFixture[str]
) -> None:
    leads_to(LINK_LOCAL)
    assert run_here(["--data-dir", str(data_dir), "resend", "1", "--to", f"http://{NAME}/"]) == 1
    assert f"Not sent: {NAME} leads to {LINK_LOCAL}" in capfd.readouterr().out


@pytest.mark.parametrize(("private", "arrives"), [(False, False), (True, True)])
async def test_r01_a_public_name_that_is_bound_anew_leads_no_rule_inside(
    folder: DataFolder, leads_to: Callable[[str], None], *, private: bool, arrives: bool
) -> None:
    leads_to("127.0.0.1")
    events: list[Event] = []
    async with receiving() as target:
        rule = ForwardRule("out", (url(target, host=NAME),), attempts=1, private=private)
        engine = Engine(folder, Settings(), role="test", on_event=events.append, forwards=(rule,))
        await engine.start()
        port = int((await engine.listen("127.0.0.1", 0)).url.rpartition(":")[2])
        assert b" 200 " in await post_raw(port, b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
        await until_true(lambda: any(isinstance(event, Attempted) for event in events), 20)
        await engine.stop()
    (told,) = [event for event in events if isinstance(event, Attempted)]
    assert bool(target.requests) is arrives
    assert told.delivery.state is (DeliveryState.DELIVERED if arrives else DeliveryState.FAILED)
    assert arrives or (told.attempt.problem is not None and told.attempt.problem.code == "sending-address-private")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_r02_no_redirect_is_followed_and_no_other_host_sees_a_secret(data_dir: Path, status: int) -> None:
    with receiving_aside() as other, receiving_aside() as target:
        places = [url(other, "/steal"), "file:///etc/passwd", "/again", "//evil.example/x", "\x1b[2J"]
        target.scripts[:] = [answer(redirect(status, place)) for place in places]
        secret = ("--set-header", "Authorization: Bearer s")
        times = ("--repeat", str(len(places)))
        done = run(data_dir, "resend", "1", "--to", url(target), *secret, *times, check=False)
    told = done.stdout.splitlines()
    assert (done.returncode, len(told)) == (1, len(places) + 1)
    assert all(line.startswith(f"→ 1  {status}  ".encode()) for line in told[:-1])
    assert f"not followed to {url(other, '/steal')}".encode() in told[0]
    assert b"\x1b" not in done.stdout
    assert len(target.requests) == len(places)
    assert other.connections == 0


def test_r02_no_forward_rule_follows_a_redirect(tmp_path: Path) -> None:
    with receiving_aside() as other, receiving_aside() as target:
        target.scripts[:] = [answer(redirect(307, url(other, "/steal")))]
        with listen(tmp_path, "--forward", url(target)) as running:
            post(running.port)
            until(lambda: any(line.startswith("→ 1  307  ") for line in running.said))
    assert other.connections == 0


@pytest.mark.parametrize(
    "edit",
    [
        ("--set-header", "X: a\r\nEvil: 1"),
        ("--set-header", "X: a\nEvil: 1"),
        ("--set-header", "X\r\nEvil: 1"),
        ("--set-header", "X : 1"),
        ("--method", "GET / HTTP/1.1\r\nEvil: 1\r\n\r\nPOST"),
        ("--to", "http://127.0.0.1:1/a\r\nEvil: 1"),
        ("--to", "http://127.0.0.1:1/a HTTP/1.1"),
    ],
)
def test_r03_nothing_that_breaks_its_line_is_sent(
    data_dir: Path, edit: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    with receiving_aside() as target:
        resend = ["--data-dir", str(data_dir), "resend", "1", "--to", url(target), *edit]
        assert [run_here(resend), run_here([*resend, "--dry-run"])] == [1, 1]
    out, err = capfd.readouterr()
    assert (out, len(err.splitlines())) == ("", 2)
    assert target.connections == 0


def test_r03_framing_is_ours_unless_it_is_asked_for(data_dir: Path) -> None:
    framing = ("Host: evil.example", "Content-Length: 0", "Content-Length: 9", "Transfer-Encoding: chunked")
    edits = [part for line in framing for part in ("--set-header", line)]
    with receiving_aside() as target:
        run(data_dir, "resend", "1", "--to", url(target), *edits)
        assert header_lines(target.seen, b"content-length") == [b"Content-Length: 2"]
        assert header_lines(target.seen, b"host") == [f"Host: 127.0.0.1:{target.port}".encode()]
        assert header_lines(target.seen, b"transfer-encoding") == []
        raw = run(data_dir, "resend", "1", "--to", url(target), *edits, "--raw", "--dry-run")
    assert [
        line for name in (b"host", b"content-length", b"transfer-encoding") for line in header_lines(raw.stdout, name)
    ] == [line.encode() for line in framing]
    assert b"go out exactly as they stand here" in raw.stderr


async def _endless(talk: Talk) -> None:
    await talk.say(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        await talk.say(b"x" * 2**16)
        await asyncio.sleep(0)


def test_r04_bad_targets_hold_up_neither_senders_nor_a_good_one(tmp_path: Path) -> None:
    count = 30
    bomb = gzip.compress(b"\0" * 50 * 2**20)
    zipped = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb) + bomb
    scripts = {"silent": silent(), "endless": _endless, "bomb": answer(zipped), "good": answer()}
    with ExitStack() as stack:
        targets = {name: stack.enter_context(receiving_aside(script)) for name, script in scripts.items()}
        text = "[forward]\nfirst_pause_ms = 1\nlongest_pause_ms = 1\n"
        for name, one in targets.items():
            text += f'[[forwards]]\nname = "{name}"\ntargets = ["{url(one)}"]\nattempts = 2\ntimeout = 1\n'
        text += '[[forwards]]\nname = "dead"\ntargets = ["http://127.0.0.1:1"]\nattempts = 2\n'
        (tmp_path / "settings.toml").write_text(text)
        with listen(tmp_path) as running:
            assert [post(running.port) for _ in range(count)] == [200] * count
            until(lambda: len(targets["good"].requests) >= count)
            until(lambda: sum("given up" in line and "127.0.0.1:1/" in line for line in running.said) >= count)
            assert post(running.port) == 200
        assert len(rows(tmp_path)) == count + 1
    told = [json.loads(line) for line in run(tmp_path, "deliveries", "1", "--json").stdout.splitlines()]
    by_rule = {one["rule"]: one for one in told}
    assert (by_rule["good"]["state"], by_rule["bomb"]["state"]) == ("delivered", "delivered")
    assert by_rule["dead"]["state"] == "failed"
    attempt = by_rule["bomb"]["tries"][0]
    assert attempt["size"] == len(bomb)
    page = run(tmp_path, "deliveries", "--attempt", str(attempt["attempt"])).stdout
    assert len(page) < 2**21
    assert (tmp_path / "history.db").stat().st_size < 100 * 2**20


def test_r05_a_circle_is_found_and_ends(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with listen(tmp_path, "--port", str(port), "--forward", f"http://127.0.0.1:{port}") as running:
        assert post(port) == 200
        until(lambda: any("leads back here" in line for line in running.complained))
        assert post(port) == 200
        until(lambda: len(rows(tmp_path)) == 4)
    assert len(rows(tmp_path)) == 4
    assert sum("leads back here" in line for line in running.complained) == 1


def github(body: bytes, key: bytes) -> str:
    return hmac.new(key, body, hashlib.sha256).hexdigest()


def test_r06_what_cannot_be_checked_is_never_valid(tmp_path: Path) -> None:
    (tmp_path / "right").write_text("secret")
    (tmp_path / "empty").write_text("")
    body, old = b'{"hi":1}', int(time.time()) - 600
    good = github(body, b"secret")
    stripe = hmac.new(b"secret", f"{old}.".encode() + body, hashlib.sha256).hexdigest()
    cases: list[tuple[str, bytes, bytes, set[str]]] = [
        ("/gh", b"X-Hub-Signature-256: sha256=" + good.encode(), body, {"valid"}),
        ("/gh", b"X-Hub-Signature-256: sha256=" + good.encode(), body + b" ", {"invalid"}),
        ("/gh", b"X-Hub-Signature-256: sha256=" + good.encode()[:-1], body, {"invalid"}),
        ("/gh", b"X-Hub-Signature-256: sha256=" + good.encode() + b"0", body, {"invalid"}),
        ("/gh", b"X-Hub-Signature-256: " + good.encode(), body, {"invalid"}),
        ("/gh", b"X-Hub-Signature-256: sha256=" + "é".encode() * 32, body, {"invalid"}),
        ("/gh", b"X-Hub-Signature-256: sha256=" + b"\xff" * 64, body, {"invalid"}),
        ("/gh", b"X-Hub-Signature-256: sha256=", body, {"invalid", "unsigned"}),
        ("/gh", b"X-Other: 1", body, {"unsigned"}),
        ("/empty", b"X-Hub-Signature-256: sha256=" + github(body, b"").encode(), body, {"invalid", "no secret"}),
        ("/none", b"X-Hub-Signature-256: sha256=" + good.encode(), body, {"no secret"}),
        ("/stripe", b"Stripe-Signature: t=%d,v1=%s" % (old, stripe.encode()), body, {"expired"}),
    ]
    given = [
        *(part for path in ("gh", "empty", "none") for part in ("--endpoint", f"/{path}=github")),
        *("--endpoint", "/stripe=stripe", "--secret", f"/gh=file:{tmp_path / 'right'}"),
        *("--secret", f"/stripe=file:{tmp_path / 'right'}", "--secret", f"/empty=file:{tmp_path / 'empty'}"),
    ]
    data_dir = tmp_path / "data"
    with listen(data_dir, *given) as running:
        for path, header, content, _ in cases:
            head = b"POST %s HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Length: %d\r\n\r\n"
            assert b" 200 " in send(running.port, head % (path.encode(), header, len(content)) + content)
    found = [row["verdict"] for row in rows(data_dir)]
    assert [verdict in wanted for verdict, (*_, wanted) in zip(found, cases, strict=True)] == [True] * len(cases), found
