import hashlib
import hmac
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.makers import RECEIVED_NS, make_capture, make_head, make_record

Cli = Callable[..., object]
SECRET = "whsec_test"
BODY = b'{"id":"evt_1"}'
TIME = RECEIVED_NS // 10**9


@pytest.fixture
def signed(keep: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """A history whose newest capture is signed as Stripe signs, with the secret in $RIGHT."""
    digest = hmac.new(SECRET.encode(), f"{TIME}.".encode() + BODY, hashlib.sha256).hexdigest()
    head = make_head(headers=(("Host", "x"), ("Stripe-Signature", f"t={TIME},v1={digest}")))
    keep(make_record(make_capture(head, BODY)))
    monkeypatch.setenv("RIGHT", SECRET)
    monkeypatch.setenv("WRONG", "whsec_other")


def test_a_valid_signature(cli: Cli, signed: None) -> None:
    done = cli("verify", "latest", "--secret", "env:WRONG", "--secret", "env:RIGHT")
    assert done.code == 0
    assert done.lines[0] == "✓ valid  Stripe (stripe), with env:RIGHT"
    assert "✗" not in done.out
    assert SECRET not in done.out


def test_an_invalid_one_shows_expected_and_found(cli: Cli, signed: None) -> None:
    done = cli("verify", "-1", "--secret", "env:WRONG")
    assert done.code == 1
    assert done.lines[0] == "✗ invalid  Stripe (stripe)"
    assert "expected" in done.out
    assert "whsec" not in done.out


def test_without_a_secret(cli: Cli, signed: None) -> None:
    done = cli("verify", "1")
    assert (done.code, done.lines[0]) == (1, "✗ no secret  Stripe (stripe)")


def test_as_json(cli: Cli, signed: None) -> None:
    found = json.loads(cli("verify", "1", "--secret", "env:RIGHT", "--setting", "tolerance_seconds=300", "--json").out)
    assert (found["status"], found["scheme"], found["key"]) == ("valid", "stripe", "env:RIGHT")
    assert [step["holds"] for step in found["steps"]] == [True] * len(found["steps"])


def test_another_scheme_than_the_request_shows(cli: Cli, signed: None) -> None:
    done = cli("verify", "1", "--scheme", "github", "--secret", "env:RIGHT")
    assert (done.code, done.lines[0]) == (1, "✗ unsigned  GitHub (github)")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--scheme", "nope"], "there is no scheme nope"),
        (["--secret", "whsec_test"], "give env:NAME or file:FILE"),
        (["--secret", "env:NOT_SET"], "there is no environment variable NOT_SET"),
        (["--setting", "x"], "'x' is not NAME=VALUE"),
        (["--setting", "tolerance_seconds=x"], "needs a whole number"),
    ],
)
def test_wrong_usage(cli: Cli, signed: None, arguments: list[str], words: str) -> None:
    done = cli("verify", "1", *arguments)
    assert done.code == 2
    assert words in done.err


def test_a_request_that_shows_no_scheme(cli: Cli, three: list[object]) -> None:
    done = cli("verify", "1")
    assert done.code == 2
    assert "--scheme" in done.err


def test_a_secret_file_that_is_not_there(cli: Cli, signed: None, tmp_path: Path) -> None:
    done = cli("verify", "1", "--secret", f"file:{tmp_path / 'none'}")
    assert done.code == 1
    assert done.err.startswith("Cannot read ")
