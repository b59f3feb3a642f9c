"""Signatures in the real process: verified as requests come, again when a secret changes, and no secret ever in a file or a line."""

import re
import signal
import subprocess
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection
from pathlib import Path
from secrets import token_hex

import pytest

from tests.process import ROOT, bugs, program, rows, run
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.secret import Secret
from webhook_inspector.formats import FORMATS
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings
from webhook_inspector.signatures.registry import SCHEMES, sign
from webhook_inspector.signatures.scheme import Key, Request

SECONDS = 20
HOST = "hooks.example.com"


@dataclass(frozen=True)
class Sender:
    """Posts one event of a provider to a path, signed with `secret`."""

    scheme: str
    target: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    secret: str = field(default_factory=lambda: token_hex(16))

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    def post(self, port: int, *, age: float = 0, secret: str = "") -> None:
        fields = tuple((name.encode(), value.encode()) for name, value in (("Host", HOST), *self.headers))
        key = Key(SCHEMES[self.scheme].key_kinds[0], secret or self.secret)
        request = Request("POST", f"http://{HOST}{self.target}", fields, self.body)
        self.send(port, sign(request, self.scheme, [key], {}, time.time() - age))

    def post_unsigned(self, port: int) -> None:
        self.send(port, Request("POST", "", ((b"Host", HOST.encode()),), self.body))

    def send(self, port: int, request: Request) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        try:
            connection.putrequest("POST", self.target, skip_host=True, skip_accept_encoding=True)
            for name, value in request.fields:
                connection.putheader(name.decode(), value)
            connection.putheader("Content-Length", str(len(request.body)))
            connection.endheaders(request.body)
            assert connection.getresponse().status == 200
        finally:
            connection.close()


STRIPE = Sender(
    "stripe",
    "/stripe",
    b'{"id":"evt_1","object":"event","type":"invoice.paid","livemode":false}',
    secret=f"whsec_{token_hex(16)}",
)
GITHUB = Sender("github", "/github", b'{"ref":"main"}', (("X-GitHub-Event", "push"), ("X-GitHub-Delivery", "d-1")))
SLACK = Sender("slack", "/slack", b'{"type":"event_callback","event_id":"Ev1","event":{"type":"message"}}')
SVIX = Sender("svix", "/svix", b'{"type":"user.created"}', secret=f"whsec_{b64encode(token_hex(12).encode()).decode()}")
SHOPIFY = Sender("shopify", "/shopify", b'{"id":1}', (("X-Shopify-Topic", "orders/create"),))
MERCADOPAGO = Sender(
    "mercadopago",
    "/mercadopago?data.id=123&type=payment",
    b'{"id":55,"type":"payment","action":"payment.updated","data":{"id":"123"}}',
    (("X-Request-Id", "r-1"),),
)
GITLAB = Sender("gitlab-token", "/gitlab", b'{"object_kind":"push"}', (("X-Gitlab-Event", "Push Hook"),))
KEPT = (STRIPE, GITHUB, SLACK, SVIX, SHOPIFY, MERCADOPAGO, GITLAB)
LATE = Sender("svix", "/late", b'{"type":"user.created"}', secret=f"whsec_{b64encode(token_hex(12).encode()).decode()}")
GIVEN = replace(GITHUB, target="/given", headers=(("X-GitHub-Event", "ping"),), secret=token_hex(16))
EVERY = (*KEPT, LATE, GIVEN)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def source(tmp_path: Path) -> Callable[[Sender], str]:
    """Where a sender's secret can be read: a file outside of the data folder."""

    def write(sender: Sender) -> str:
        file = tmp_path / f"{sender.path[1:]}.secret"
        file.write_text(f"{sender.secret}\n")
        return f"file:{file}"

    return write


@dataclass
class Shell:
    """Runs commands and remembers what they say."""

    data_dir: Path
    said: list[bytes] = field(default_factory=list)

    def run(self, *arguments: str, codes: tuple[int, ...] = (0,)) -> str:
        done = run(self.data_dir, *arguments, check=False)
        self.said += [done.stdout, done.stderr]
        assert done.returncode in codes, done.stderr.decode()
        return done.stdout.decode()

    @contextmanager
    def listening(self, *before: str, after: tuple[str, ...] = ()) -> Iterator[int]:
        """A `listen` process; gives its port. `before` are options before the command."""
        out, err = self.data_dir.with_suffix(".out"), self.data_dir.with_suffix(".err")
        with out.open("wb") as stdout, err.open("wb") as stderr:
            command = program(self.data_dir, *before, "listen", "--port", "0", *after)
            process = subprocess.Popen(command, cwd=ROOT, stdout=stdout, stderr=stderr)
        try:
            until(lambda: b"\n" in out.read_bytes())
            found = re.match(rb"listening on http://127\.0\.0\.1:(\d+)\n", out.read_bytes())
            assert found is not None
            yield int(found[1])
            process.send_signal(signal.SIGTERM)
            assert process.wait(SECONDS) == 0
        finally:
            if process.poll() is None:
                process.kill()
                process.wait(SECONDS)
            self.said += [out.read_bytes(), err.read_bytes()]


@pytest.fixture
def shell(data_dir: Path) -> Shell:
    return Shell(data_dir)


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def keep_all(data_dir: Path) -> None:
    """Endpoints and secrets as the window keeps them."""
    folder = DataFolder(data_dir)
    folder.make()
    book = Rulebook(folder, Settings().replaced(secrets__place="file"))
    for sender in KEPT:
        book.keep(Endpoint(sender.path, sender.scheme))
        book.keep_secret(Secret(sender.path, "main", sender.secret))


def verdicts(data_dir: Path) -> list[tuple[object, object]]:
    return [(row["endpoint"], row["verdict"]) for row in rows(data_dir)]


def test_each_provider_is_verified_and_told_as_it_comes(shell: Shell, data_dir: Path) -> None:
    keep_all(data_dir)
    with shell.listening() as port:
        for sender in KEPT:
            sender.post(port)
        GITHUB.post(port, secret="another one")
        STRIPE.post(port, age=3600)
        STRIPE.post_unsigned(port)
        found = rows(data_dir)
    assert [row["verdict"] for row in found] == ["valid"] * len(KEPT) + ["invalid", "expired", "unsigned"]
    assert [row["signed_by"] for row in found[: len(KEPT)]] == [sender.scheme for sender in KEPT]
    assert [(row["provider"], row["event"]) for row in found[: len(KEPT)]] == [
        ("stripe", "invoice.paid"),
        ("github", "push"),
        ("slack", "message"),
        ("svix", "user.created"),
        ("shopify", "orders/create"),
        ("mercadopago", "payment.updated"),
        ("gitlab", "push"),
    ]
    assert (found[0]["event_id"], found[0]["live"]) == ("evt_1", False)
    lines = shell.said[-2].decode().splitlines()[1:]
    assert "✓ valid    stripe invoice.paid" in lines[0]
    assert [line.split()[6] for line in lines[-3:]] == ["✗", "!", "–"]
    assert bugs(data_dir) == []


def test_a_retry_is_told_by_its_first_try(shell: Shell, data_dir: Path) -> None:
    with shell.listening() as port:
        STRIPE.post(port)
        GITHUB.post(port)
        STRIPE.post(port)
    assert [(row["first"], row["tries"]) for row in rows(data_dir)] == [(None, 2), (None, 1), (1, 1)]
    lines = shell.said[-2].decode().splitlines()
    assert lines[3].endswith("  /stripe  ↳ retry of 1")
    assert shell.run("list").splitlines()[0].endswith("  /stripe  2 tries")


def test_endpoints_of_one_run_are_written_nowhere(
    shell: Shell, source: Callable[[Sender], str], data_dir: Path
) -> None:
    options = ("--endpoint", "/given=github", "--secret", f"/given={source(GIVEN)}")
    with shell.listening(after=options) as port:
        GIVEN.post(port)
    assert verdicts(data_dir) == [("/given", "valid")]
    assert not (data_dir / "secrets.toml").exists()
    assert not (data_dir / "settings.toml").exists()
    with shell.listening() as port:
        GIVEN.post(port)
    assert verdicts(data_dir) == [("/given", "valid"), ("/given", "no secret")]


def test_a_secret_that_comes_later_verifies_what_came_before(
    shell: Shell, source: Callable[[Sender], str], data_dir: Path
) -> None:
    with shell.listening() as port:
        LATE.post(port)
        assert verdicts(data_dir) == [("/late", "no secret")]
        said = shell.run("endpoints", "add-secret", "/late", source(LATE))
        assert "(webhook-inspector listen, http://127.0.0.1:" in said
        assert "is running and verifies again by itself" in said
        until(lambda: verdicts(data_dir) == [("/late", "valid")])
        LATE.post(port)
    assert verdicts(data_dir) == [("/late", "valid")] * 2
    assert shell.run("endpoints", "remove-secret", "/late", "1").endswith("2 stored captures verified anew\n")
    assert verdicts(data_dir) == [("/late", "no secret")] * 2


def test_no_secret_leaves_the_vault(
    shell: Shell, source: Callable[[Sender], str], data_dir: Path, tmp_path: Path
) -> None:
    senders = tuple(sender for sender in EVERY if sender is not GITLAB)  # whose secret is part of its requests
    keep_all(data_dir)
    given = ("--endpoint", "/given=github", "--secret", f"/given={source(GIVEN)}")
    with shell.listening("-vv", after=given) as port:
        for sender in senders:
            sender.post(port)
        GITLAB.post(port, secret="a wrong token")
        GITHUB.post(port, secret="another one")
        STRIPE.post(port, age=3600)
        STRIPE.post_unsigned(port)
        shell.run("-vv", "endpoints", "add-secret", "/late", source(LATE), "--label", "main")
        until(lambda: ("/late", "valid") in verdicts(data_dir))
        found = rows(data_dir)
        while_running = contents(data_dir)
        look_everywhere(shell, source, [str(row["id"]) for row in found], tmp_path)
    shell.run("-vv", "endpoints", "set", "/stripe", "--setting", "tolerance_seconds=7200")
    assert next(row["verdict"] for row in rows(data_dir) if row["id"] == len(found) - 1) == "valid"
    written = {**while_running, **contents(data_dir), **contents(tmp_path / "exports")}
    written |= {f"output {number}": said for number, said in enumerate(shell.said)}
    assert b"evt_1" in written["history.db"]
    assert any(name.endswith("-wal") for name in while_running)
    for sender in EVERY:
        assert leaks(sender.secret, written) == []
    assert leaks(STRIPE.secret, {"it": (data_dir / "secrets.toml").read_bytes()}) == ["it"]


def look_everywhere(shell: Shell, source: Callable[[Sender], str], numbers: list[str], tmp_path: Path) -> None:
    """Every command that tells of captures, of their signatures or of endpoints."""
    (tmp_path / "exports").mkdir()
    for name in FORMATS:
        shell.run("-vv", "export", "--format", name, "-o", str(tmp_path / "exports" / name))
    for number in numbers:
        shell.run("show", number, "--json")
        shell.run("-vv", "verify", number, codes=(0, 1))
    for number in numbers[-4:]:  # those that are not valid
        shell.run("show", number)
        shell.run("verify", number, "--json", codes=(1,))
        shell.run("verify", number, "--secret", source(SLACK), codes=(1,))
    for arguments in (["list"], ["list", "--json"], ["endpoints"], ["endpoints", "--json"], ["-vv", "providers"]):
        shell.run(*arguments)


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder but the one that is meant to hold secrets."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "secrets.toml")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def leaks(secret: str, written: dict[str, bytes]) -> list[str]:
    """Where a secret stands, as text, as base64 or as hex; of whsec_… the key itself, too."""
    raw = secret.encode()
    bare = raw.removeprefix(b"whsec_")
    forms = {form for text in (raw, bare) for form in (text, b64encode(text).rstrip(b"="), text.hex().encode())}
    return [name for name, content in written.items() if any(form in content for form in forms)]


def test_a_leak_would_be_seen() -> None:
    assert leaks("whsec_abcdef", {"a": b"x abcdef y", "b": b64encode(b"whsec_abcdef"), "c": b"abcde"}) == ["a", "b"]
    assert leaks("whsec_abcdef", {}) == []
