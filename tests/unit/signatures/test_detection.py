from tests.key_pairs import make_request
from webhook_inspector.signatures.detection import Confidence, Detected, Rule
from webhook_inspector.signatures.seen import Seen

SEEN = Seen(make_request(fields=((b"X-Sig", b"v1"),)))


def test_a_rule_applies_by_header_and_condition() -> None:
    assert Rule("x-sig", "s").applies(SEEN)
    assert not Rule("x-other", "s").applies(SEEN)
    assert Rule("", "s", when=lambda seen: seen.value("x-sig") == b"v1").applies(SEEN)
    assert not Rule("x-sig", "s", when=lambda seen: seen.value("x-sig") == b"v2").applies(SEEN)


def test_a_condition_is_not_asked_without_its_header() -> None:
    asked = []
    assert not Rule("x-other", "s", when=lambda _seen: bool(asked.append(1)) or True).applies(SEEN)
    assert not asked


def test_defaults() -> None:
    found = Detected("s", "p", Confidence.CERTAIN)
    assert (found.others, dict(found.settings)) == ((), {})
