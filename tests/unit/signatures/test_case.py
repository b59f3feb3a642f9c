from tests.key_pairs import make_request
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.registry import sign
from webhook_inspector.signatures.scheme import Key

KEY = Key("secret", "sesame", label="prod")


def test_without_a_scheme_nothing_can_be_said() -> None:
    verdict = Case(make_request(), "", [KEY], 0.0).verdict()
    assert (verdict.status, verdict.steps[0].holds) == (Status.UNKNOWN_SCHEME, False)


def test_it_is_verified_by_what_it_holds() -> None:
    request = sign(make_request(), "stripe", [KEY], {}, 1000.0)
    assert Case(request, "stripe", [KEY], 1000.0).verdict().key_label == "prod"
    assert Case(request, "stripe", [KEY], 2000.0, {"tolerance_seconds": 300}).verdict().status is Status.EXPIRED
    assert Case(request, "stripe", [], 1000.0).verdict().status is Status.NO_SECRET
