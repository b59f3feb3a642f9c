import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.makers import make_capture, make_record
from tests.unit.cli.stripe import SECRET, signed_record
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.sentences import sentence
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings

Cli = Callable[..., object]


@pytest.fixture
def signed(keep: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """A history whose newest capture is signed as Stripe signs, with the secret in $RIGHT."""
    keep(signed_record())
    monkeypatch.setenv("RIGHT", SECRET)
    monkeypatch.setenv("WRONG", "whsec_other")


@pytest.fixture
def book(folder: DataFolder) -> Rulebook:
    return Rulebook(folder, Settings().replaced(secrets__place="file"))


def test_a_valid_signature(cli: Cli, signed: None) -> None:
    done = cli("verify", "latest", "--secret", "env:WRONG", "--secret", "env:RIGHT")
    assert done.code == 0
    assert done.lines[0] == "✓ valid  Stripe (stripe), with env:RIGHT"
    assert "✗" not in done.out
    assert SECRET not in done.out


def test_the_secrets_of_the_endpoint_are_used(cli: Cli, signed: None, book: Rulebook) -> None:
    book.keep_secret(Secret("/stripe", "main", SECRET))
    done = cli("verify", "1")
    assert (done.code, done.lines[0]) == (0, "✓ valid  Stripe (stripe), with main")


def test_secrets_that_are_given_take_their_place_and_the_doctor_knows_both(
    cli: Cli, signed: None, book: Rulebook
) -> None:
    book.keep_secret(Secret("/stripe", "main", SECRET))
    done = cli("verify", "1", "--secret", "env:WRONG")
    assert (done.code, done.lines[0]) == (1, "✗ invalid  Stripe (stripe)")
    assert sentence(Problem.of("doctor-secret-unused", label="main")) in done.lines


def test_an_invalid_one_shows_expected_and_found(cli: Cli, signed: None) -> None:
    done = cli("verify", "-1", "--secret", "env:WRONG")
    assert done.code == 1
    assert done.lines[0] == "✗ invalid  Stripe (stripe)"
    assert "expected" in done.out
    assert "Nothing that was tried explains it; tried:" in done.lines
    assert "whsec" not in done.out


def test_without_the_doctor(cli: Cli, signed: None) -> None:
    done = cli("verify", "-1", "--secret", "env:WRONG", "--no-doctor")
    assert done.code == 1
    assert done.lines[-1].startswith("  signed content: ")
    found = json.loads(cli("verify", "1", "--secret", "env:WRONG", "--no-doctor", "--json").out)
    assert (found["findings"], found["tried"]) == ([], [])


def test_a_finding_says_what_to_do(cli: Cli, signed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTED", f'"{SECRET}"')
    done = cli("verify", "1", "--secret", "env:QUOTED")
    assert done.lines[-2] == sentence(Problem.of("doctor-secret-quotes", label="env:QUOTED"))
    assert done.lines[-1] == "  → webhook-inspector endpoints add-secret /stripe - --label env:QUOTED"
    out = cli("verify", "1", "--secret", "env:QUOTED", "--json").out
    (finding,) = json.loads(out)["findings"]
    assert finding["code"] == "doctor-secret-quotes"
    assert finding["sentence"] == done.lines[-2]
    assert finding["remedy"] == {"action": "correct-secret", "source": "/stripe", "label": "env:QUOTED"}
    assert SECRET not in out + done.out


def test_without_a_secret(cli: Cli, signed: None) -> None:
    done = cli("verify", "1")
    assert (done.code, done.lines[0]) == (1, "– no secret  Stripe (stripe)")


def test_as_json(cli: Cli, signed: None) -> None:
    found = json.loads(cli("verify", "1", "--secret", "env:RIGHT", "--setting", "tolerance_seconds=300", "--json").out)
    assert (found["status"], found["scheme"], found["key"]) == ("valid", "stripe", "env:RIGHT")
    assert [step["holds"] for step in found["steps"]] == [True] * len(found["steps"])
    assert (found["endpoint"], found["at"], found["findings"]) == ("/stripe", "2025-11-24T16:00:00.123Z", [])


def test_the_clock(cli: Cli, signed: None) -> None:
    def status(moment: str) -> str:
        return str(json.loads(cli("verify", "1", "--secret", "env:RIGHT", "--json", "--at", moment).out)["status"])

    assert status("arrival") == "valid"
    assert status("now") == "expired"
    assert status("2025-11-24T16:05:00Z") == "valid"
    assert status("2025-11-24T17:05:30+01:00") == "expired"


def test_another_scheme_than_the_request_shows(cli: Cli, signed: None) -> None:
    done = cli("verify", "1", "--scheme", "github", "--secret", "env:RIGHT")
    assert (done.code, done.lines[0]) == (1, "– unsigned  GitHub (github)")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--scheme", "gihtub"], "there is no scheme 'gihtub'; did you mean github?"),
        (["--secret", "whsec_test"], "give env:NAME or file:FILE"),
        (["--secret", "env:NOT_SET"], "there is no environment variable NOT_SET"),
        (["--setting", "x"], "'x' is not NAME=VALUE"),
        (["--at", "yesterday"], "'yesterday' is neither arrival, now nor a time"),
    ],
)
def test_wrong_usage(cli: Cli, signed: None, arguments: list[str], words: str) -> None:
    done = cli("verify", "1", *arguments)
    assert done.code == 2
    assert words in done.err
    assert "whsec_test" not in done.err


def test_a_request_that_shows_no_scheme(cli: Cli, three: list[object]) -> None:
    done = cli("verify", "1")
    assert (done.code, done.lines[0]) == (1, "– unknown scheme")
    assert "--scheme" in done.out
    assert json.loads(cli("verify", "1", "--json").out)["scheme"] is None


def test_what_is_no_request_has_no_valid_signature(cli: Cli, keep: Callable[..., None]) -> None:
    keep(make_record(make_capture(b"\x16\x03\x01\x00", b"")))
    assert cli("verify", "1").code == 1


def test_a_secret_file_that_is_not_there(cli: Cli, signed: None, tmp_path: Path) -> None:
    done = cli("verify", "1", "--secret", f"file:{tmp_path / 'none'}")
    assert done.code == 1
    assert done.err.startswith("Cannot read ")


def test_what_cannot_be_read_of_the_rules_is_told(
    cli: Cli, signed: None, folder: DataFolder, expected_log: Callable[[str], None]
) -> None:
    expected_log("secrets.toml")
    folder.secrets.write_text("nonsense")
    folder.secrets.chmod(0o600)
    done = cli("verify", "1", "--secret", "env:RIGHT")
    assert done.code == 0
    assert done.err.startswith(f"{folder.secrets}: line 1")
