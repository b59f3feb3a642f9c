import json
from collections.abc import Callable

import pytest

from tests.receiver import Receiver
from tests.unit.cli.sending import target, url_of
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.secret import Secret
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.samples.table import SAMPLES
from webhook_inspector.settings import Settings

Cli = Callable[..., object]
__all__ = ["target"]
SECRET = "whsec_0f1e2d3c4b5a69788796a5b4c3d2e1f0"


def test_an_event_is_sent_and_signed(cli: Cli, target: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("S", SECRET)
    done = cli("send", "stripe", "invoice.paid", "--to", url_of(target, "/hook"), "--secret", "env:S")
    assert (done.code, done.err) == (0, "")
    assert target.seen.startswith(b"POST /hook HTTP/1.1\r\n")
    assert b"\r\nStripe-Signature: t=" in target.seen
    assert SECRET.encode() not in target.seen


def test_without_a_secret_it_goes_unsigned_and_that_is_told(cli: Cli, target: Receiver) -> None:
    done = cli("send", "Stripe".lower(), "INVOICE.PAID", "--to", url_of(target), "--set", "data.object.total=7")
    assert done.code == 0
    assert done.err.startswith("It goes out without a signature. ")
    assert b"Stripe-Signature" not in target.seen
    body = json.loads(target.seen.partition(b"\r\n\r\n")[2])
    assert body["data"]["object"]["total"] == 7


def test_the_secret_of_the_endpoint_signs(cli: Cli, target: Receiver, folder: DataFolder) -> None:
    book = Rulebook(folder, Settings().replaced(secrets__place="file"))
    book.keep(Endpoint("/hooks", "github"))
    book.keep_secret(Secret("/hooks", "main", "topsecret"))
    done = cli("send", "github", "push", "--to", url_of(target, "/elsewhere"))
    assert (done.code, done.err) == (0, "")
    assert b"X-Hub-Signature-256: sha256=" in target.seen


def test_the_dry_run_sends_nothing(cli: Cli, target: Receiver) -> None:
    done = cli("send", "github", "push", "--to", url_of(target), "--dry-run")
    assert (done.code, target.requests) == (0, [])
    assert done.raw.startswith(b"POST / HTTP/1.1\r\n")


def test_without_an_address_it_goes_to_our_own_listener(cli: Cli, folder: DataFolder) -> None:
    folder.make()
    folder.settings.write_text("[listener]\nport = 12345\n")
    done = cli("send", "github", "push", "--dry-run", "--json")
    assert json.loads(done.out)["url"] == "http://localhost:12345/github"


def test_every_sample_is_listed(cli: Cli) -> None:
    assert len(cli("send", "--list").lines) == len(SAMPLES)
    found = [json.loads(line) for line in cli("send", "stripe", "--list", "--json").lines]
    assert {one["provider"] for one in found} == {"stripe"}
    assert "invoice.paid" in {one["event"] for one in found}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "Name a provider and an event; --list lists them."),
        (["stripe"], 2, "Name a provider and an event; --list lists them."),
        (["stripe", "x", "--list"], 2, "--list lists the events of a provider, or of all."),
        (["strpe", "invoice.paid"], 1, "Perhaps stripe is meant."),
        (["stripe", "invoice.payed"], 1, "such as invoice.pa"),
        (["stripe", "invoice.paid", "--set", "nowhere.at.all=1"], 2, "the body of this event has no nowhere.at.all"),
        (["stripe", "invoice.paid", "--set", "x"], 2, "is not PATH=VALUE"),
        (["stripe", "invoice.paid", "--break", "tampered"], 2, "Nothing is known to sign with by the scheme stripe."),
        (["stripe", "invoice.paid", "--to", "localhost:3000"], 1, "is no whole address"),
    ],
)
def test_what_goes_wrong(cli: Cli, arguments: list[str], code: int, words: str) -> None:
    done = cli("send", *arguments)
    assert (done.code, done.out) == (code, "")
    assert words in " ".join(done.err.split())
