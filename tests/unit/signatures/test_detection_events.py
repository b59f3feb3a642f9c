import pytest

from tests.key_pairs import make_request
from webhook_inspector.signatures.detect import detect
from webhook_inspector.signatures.detection_events import EVENT_RULES


@pytest.mark.parametrize(
    ("agent", "provider"),
    [
        (b"Stripe/1.0 (+x)", "stripe"),
        (b"OpenAI/1.0", "openai"),
        (b"GitHub-Hookshot/1f", "github"),
        (b"not Stripe/1.0", None),
    ],
)
def test_a_user_agent_is_told_by_its_beginning(agent, provider) -> None:
    found = detect(make_request(fields=((b"User-Agent", agent),)))
    assert (found.provider if found else None) == provider


def test_each_header_is_found_by_its_own_rule() -> None:
    for rule in EVENT_RULES:
        if rule.when is None:
            found = detect(make_request(fields=((rule.header.upper().encode(), rule.start or b"x"),)))
            assert found is not None
            assert (found.scheme, found.provider) == (rule.scheme, rule.provider)
