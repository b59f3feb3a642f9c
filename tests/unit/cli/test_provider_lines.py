from webhook_inspector.cli.provider_lines import lines, objects, signers
from webhook_inspector.providers.table import PROVIDERS
from webhook_inspector.signatures.registry import SCHEMES


def test_everything_has_its_line() -> None:
    shown = list(lines())
    middle = shown.index("")
    assert shown[0] == "Providers"
    assert [line.split()[0] for line in shown[1:middle]] == list(PROVIDERS)
    assert shown[middle + 1] == "Schemes"
    assert [line.split()[0] for line in shown[middle + 2 :]] == list(SCHEMES)
    assert any(line.endswith("  signs by github, github-sha1; tells event, id") for line in shown)
    assert any(line.endswith("(reported, not official)") for line in shown)


def test_objects() -> None:
    found = {(row["kind"], row["name"]): row for row in objects()}
    assert len(found) == len(PROVIDERS) + len(SCHEMES)
    assert found["provider", "slack"] == {
        "kind": "provider",
        "name": "slack",
        "title": "Slack",
        "official": True,
        "schemes": ["slack"],
        "event": True,
        "event_id": True,
        "attempt": True,
        "live": False,
    }
    assert found["scheme", "stripe"]["keys"] == ("secret",)


def test_a_provider_signs_by_its_own_schemes_and_by_those_it_is_detected_by() -> None:
    found = signers()
    assert found["adyen"] == ["adyen", "adyen-header"]
    assert found["forgejo"] == ["gitea"]
    assert set(found) <= set(PROVIDERS)
    assert all(set(schemes) <= set(SCHEMES) and schemes for schemes in found.values())
