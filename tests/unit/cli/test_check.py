import hashlib
import hmac
import json
import time
from collections.abc import Callable

import pytest

from tests.aside import receiving_aside
from tests.receiver import Receiver, Talk
from tests.unit.cli.sending import url_of
from tests.unit.cli.stripe import SECRET, signed_record

Cli = Callable[..., object]
HANDLER_SECRET = SECRET.encode()


def handler(receiver: Receiver, tolerance: float) -> Callable[[Talk], object]:
    """Verifies as Stripe's documents say."""

    async def script(talk: Talk) -> None:
        head, _, body = receiver.requests[-1].partition(b"\r\n\r\n")
        await talk.say(b"HTTP/1.1 %d X\r\nContent-Length: 0\r\n\r\n" % (200 if good(head, body, tolerance) else 400))

    return script


def good(head: bytes, body: bytes, tolerance: float) -> bool:
    found = [line[18:] for line in head.split(b"\r\n") if line.startswith(b"Stripe-Signature: ")]
    if not found:
        return False
    parts = dict(part.split(b"=", 1) for part in found[0].split(b","))
    wanted = hmac.new(HANDLER_SECRET, parts[b"t"] + b"." + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(wanted.encode(), parts[b"v1"]) and time.time() - float(parts[b"t"]) < tolerance


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("S", SECRET)


def test_a_handler_that_verifies(cli: Cli) -> None:
    with receiving_aside() as receiver:
        receiver.scripts[:] = [handler(receiver, 300)]
        done = cli("check", "stripe", "invoice.paid", "--to", url_of(receiver, "/hook"), "--secret", "env:S")
    assert done.code == 0
    assert done.lines[0] == f"Handler check of {url_of(receiver, '/hook')} (stripe)"
    assert done.lines[-1] == "The handler did right in all 6 cases."
    assert len(receiver.requests) == 6
    assert receiver.requests[-1] == receiver.requests[-2]


def test_a_handler_that_does_not_look_at_the_time(cli: Cli, keep: Callable[..., None]) -> None:
    keep(signed_record())
    with receiving_aside() as receiver:
        receiver.scripts[:] = [handler(receiver, 10**9)]
        done = cli("check", "latest", "--to", url_of(receiver), "--secret", "env:S", "--json")
    found = json.loads(done.out)
    assert (done.code, found["fine"]) == (1, False)
    wrong = [one["variant"] for one in found["findings"] if one["outcome"] != "fine"]
    assert wrong == ["expired"]


def test_markdown(cli: Cli) -> None:
    with receiving_aside() as receiver:
        done = cli(
            *("check", "stripe", "invoice.paid", "--to", url_of(receiver)), "--secret", "env:S", "--format", "markdown"
        )
    assert done.code == 1
    assert "| tampered | ✗ wrong | 200 |" in done.out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["1"], 1, "There is no history"),
        (["x"], 2, "is neither the number of a capture"),
        (["a", "b", "c"], 2, "Name a capture, or a provider and an event."),
        (["stripe", "nothing.at.all"], 1, "There is no sample event"),
    ],
)
def test_what_goes_wrong(cli: Cli, arguments: list[str], code: int, words: str) -> None:
    done = cli("check", *arguments, "--to", "http://localhost:1", "--secret", "env:S")
    assert (done.code, done.out) == (code, "")
    assert words in " ".join(done.err.split())


def test_it_needs_a_secret(cli: Cli, keep: Callable[..., None]) -> None:
    keep(signed_record())
    for words in (["1"], ["stripe", "invoice.paid"]):
        done = cli("check", *words, "--to", "http://localhost:1")
        assert done.code == 2
        assert "Nothing is known to sign with by the scheme stripe." in " ".join(done.err.split())
