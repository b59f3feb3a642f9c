from webhook_inspector.providers.table import OF_SCHEME, PROVIDERS
from webhook_inspector.signatures.detect import EVENT_RULES, RULES
from webhook_inspector.signatures.registry import SCHEMES


def test_every_provider_that_detection_names_has_a_row() -> None:
    assert {rule.provider for rule in (*RULES, *EVENT_RULES)} - {""} <= set(PROVIDERS)


def test_every_scheme_leads_to_a_row_or_to_nobody() -> None:
    assert {OF_SCHEME.get(name, name) for name in SCHEMES} - {""} <= set(PROVIDERS)
    assert set(OF_SCHEME) <= set(SCHEMES)
    assert not set(OF_SCHEME) & set(PROVIDERS)


def test_rows_are_whole() -> None:
    assert len(PROVIDERS) >= 130
    assert len({row.title for row in PROVIDERS.values()}) == len(PROVIDERS)
    for key, row in PROVIDERS.items():
        assert row.key == key
        assert row.title
        assert "." in row.read_in
        assert row.event or row.event_id
