import json
from collections.abc import Callable

Cli = Callable[..., object]


def test_as_lines(cli: Cli) -> None:
    done = cli("providers")
    assert (done.code, done.lines[0]) == (0, "Providers")
    assert next(line for line in done.lines if line.startswith("  stripe ")).split()[1] == "Stripe"
    assert "\nSchemes\n" in done.out


def test_as_json(cli: Cli) -> None:
    found = [json.loads(line) for line in cli("providers", "--json").lines]
    assert {row["kind"] for row in found} == {"provider", "scheme"}
    scheme = next(row for row in found if row["kind"] == "scheme" and row["name"] == "stripe")
    assert scheme == {
        "kind": "scheme",
        "name": "stripe",
        "title": "Stripe",
        "official": True,
        "keys": ["secret"],
        "signs": True,
    }
