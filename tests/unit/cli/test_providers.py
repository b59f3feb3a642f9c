import json
from collections.abc import Callable

from webhook_inspector.signatures.registry import SCHEMES

Cli = Callable[..., object]


def test_every_scheme_has_its_line(cli: Cli) -> None:
    lines = cli("providers").lines
    assert [line.split()[0] for line in lines] == list(SCHEMES)
    assert next(line for line in lines if line.startswith("stripe ")).endswith("Stripe")
    assert next(line for line in lines if line.startswith("vercel ")).endswith("(reported, not official)")


def test_as_json(cli: Cli) -> None:
    found = {row["name"]: row for row in map(json.loads, cli("providers", "--json").lines)}
    assert found["stripe"] == {"name": "stripe", "title": "Stripe", "official": True, "keys": ["secret"], "signs": True}
