import json
from collections.abc import Callable

import pytest

from tests.unit.cli.stripe import SECRET, signed_record
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.paths import DataFolder

Cli = Callable[..., object]


@pytest.fixture(autouse=True)
def variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIN", SECRET)


def test_set_add_list_and_remove(cli: Cli, folder: DataFolder) -> None:
    done = cli("endpoints")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("There are no endpoints yet.")
    done = cli("endpoints", "set", "/stripe", "--scheme", "stripe", "--setting", "tolerance_seconds=600")
    assert (done.code, done.lines, done.err) == (0, ["kept /stripe: stripe, tolerance_seconds=600"], "")
    done = cli("endpoints", "add-secret", "stripe", "env:MAIN", "--expires", "2099-01-31", "--key-id", "k")
    assert (done.code, done.err) == (0, "")
    assert done.lines == [f"added the secret 1 of /stripe; it lies in the file {folder.secrets}"]
    assert cli("endpoints").lines == [
        "/stripe  stripe  tolerance_seconds=600  secret: 1 (key k), until 2099-01-31",
        f"New secrets are put in the file {folder.secrets}.",
    ]
    found = json.loads(cli("endpoints", "--json").out)
    assert (found["path"], found["secrets"][0]["label"]) == ("/stripe", "1")
    assert cli("endpoints", "set", "/stripe", "--unset", "tolerance_seconds").lines == ["kept /stripe: stripe"]
    assert cli("endpoints", "set", "/stripe", "--keep-days", "7").lines == ["kept /stripe: stripe, keep_days=7"]
    assert cli("endpoints", "set", "/stripe", "--keep-days", "0").lines == ["kept /stripe: stripe"]
    assert cli("endpoints", "remove-secret", "/stripe", "1").lines == ["removed the secret 1 of /stripe"]
    assert cli("endpoints", "remove", "/stripe").lines == ["removed /stripe and its secrets"]
    assert cli("endpoints", "--json").out == ""


def test_stored_captures_are_verified_anew(cli: Cli, keep: Callable[..., None]) -> None:
    keep(signed_record())
    assert cli("endpoints", "set", "/stripe", "--scheme", "stripe").code == 0
    added = cli("endpoints", "add-secret", "/stripe", "env:MAIN", "--label", "main")
    assert added.lines[-1] == "1 stored capture verified anew"
    row = json.loads(cli("list", "--json").out)
    assert (row["verdict"], row["signed_by"], row["event"]) == ("valid", "stripe", "invoice.paid")
    assert "  Verdict   ✓ valid, stripe, with the key main" in cli("show", "1").lines
    assert "✓ valid    stripe invoice.paid  /stripe" in cli("list").out
    assert cli("endpoints", "remove", "/stripe").lines[-1] == "1 stored capture verified anew"
    assert json.loads(cli("list", "--json").out)["verdict"] == "no secret"


def test_an_odd_secret_is_kept_with_a_warning(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[str], None]
) -> None:
    expected_log("Stripe API key")
    monkeypatch.setenv("ODD", "sk_live_" + "a1" * 12)
    cli("endpoints", "set", "/stripe", "--scheme", "stripe")
    done = cli("endpoints", "add-secret", "/stripe", "env:ODD")
    assert done.code == 0
    assert done.err.startswith("The secret 1 of /stripe: This looks like a Stripe API key")
    assert "sk_live" not in done.err + done.out


def test_what_is_not_there(cli: Cli) -> None:
    done = cli("endpoints", "remove", "/x")
    assert (done.code, done.out) == (1, "")
    assert done.err == sentence(Problem.of("no-endpoint", path="/x")) + "\n"
    done = cli("endpoints", "remove-secret", "/x", "1")
    assert (done.code, done.err) == (1, sentence(Problem.of("no-secret", path="/x", label="1", known="–")) + "\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["klingon"], "No such command 'klingon'"),
        (["--json", "remove", "/x"], "--json is for the list"),
        (["set"], "Missing argument 'PATH'"),
        (["set", "/x", "--scheme", "strype"], "did you mean stripe?"),
        (["set", "/x", "--provider", "klingon"], "there is no provider 'klingon'"),
        (["set", "/x", "--keep-days", "-1"], "-1 is not in the range"),
        (["set", "/x", "--unset", "klingon"], "there is no setting 'klingon'"),
        (["add-secret", "/x", "whsec_abc"], "give env:NAME or file:FILE"),
        (["add-secret", "/x", "env:MAIN", "--expires", "soon"], "soon"),
    ],
)
def test_wrong_usage(cli: Cli, folder: DataFolder, arguments: list[str], words: str) -> None:
    done = cli("endpoints", *arguments)
    assert done.code == 2
    assert words in done.err
    assert "whsec_abc" not in done.err
    assert not folder.secrets.exists()
    assert not folder.settings.exists()


@pytest.mark.parametrize("name", ["set", "remove", "add-secret", "remove-secret"])
def test_each_explains_itself(cli: Cli, name: str) -> None:
    done = cli("endpoints", name, "--help")
    assert done.code == 0
    assert f"\nExamples:\n  webhook-inspector endpoints {name} " in done.out
    assert max(map(len, done.lines)) <= 100
