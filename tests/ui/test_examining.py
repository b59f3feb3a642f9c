from dataclasses import replace
from datetime import date

import pytest

from tests.makers import make_capture, make_head, make_record
from tests.shared_secrets import valid_vector
from tests.ui.judged import RIGHT, WRONG, examined, rules_of, signed_record
from webhook_inspector.core.capture import State
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.detection import Confidence
from webhook_inspector.ui.examining import examine

ELSEWHERE = Rules(secrets=(Secret("/other", "test", WRONG),))


def test_verifies_by_the_rules():
    found = examined()
    assert found.verdict.status is Status.VALID
    assert found.verdict.key_label == "prod 1"
    assert found.content.content == found.verdict.signed_content
    assert found.case.endpoint == "/stripe"


def test_what_is_not_a_request_is_not_examined():
    assert examine(make_record(make_capture(head=b"\x16\x03", state=State.REFUSED)), NO_RULES) is None


@pytest.mark.parametrize(
    ("record", "rules", "status", "wanted"),
    [
        (signed_record(), rules_of(RIGHT), Status.VALID, False),
        (signed_record(), rules_of(WRONG), Status.INVALID, True),
        (signed_record(late=9999), rules_of(RIGHT), Status.EXPIRED, True),
        (signed_record(), NO_RULES, Status.NO_SECRET, False),
        (signed_record(), ELSEWHERE, Status.NO_SECRET, True),
        (make_record(), Rules((Endpoint("/stripe", "stripe"),), rules_of(RIGHT).secrets), Status.UNSIGNED, True),
        (make_record(), NO_RULES, Status.UNKNOWN_SCHEME, False),
        (make_record(), ELSEWHERE, Status.UNKNOWN_SCHEME, True),
    ],
)
def test_a_reason_is_looked_for_where_there_can_be_one(record, rules, status, wanted):
    found = examined(record, rules)
    assert found.verdict.status is status
    assert found.wants_reason(rules) is wanted
    assert found.puzzling is (status is Status.INVALID)


def test_names_what_else_a_guess_could_be(monkeypatch):
    hub = (("Host", "x"), ("X-Hub-Signature", "sha1=" + "0" * 40))
    record = make_record(make_capture(head=make_head(target="/hub", headers=hub)))
    guess = examined(record, NO_RULES)
    assert guess.case.detected.confidence is Confidence.GUESS
    assert guess.others == guess.case.detected.others != ()
    told = Rules((Endpoint("/hub", guess.case.scheme),))
    assert examined(record, told).others == ()
    assert examined().others == ()


def test_finds_where_a_missing_key_is_published():
    vector = valid_vector("paypal")
    fields = tuple((name.decode(), value.decode()) for name, value in vector.request.fields)
    record = make_record(make_capture(head=make_head(target="/paypal", headers=fields), body=vector.request.body))
    found = examined(record, NO_RULES)
    assert found.lacks_key
    assert found.published.host == "api.paypal.com"
    assert not examined().lacks_key
    assert examined().published is None


def test_shows_nothing_of_a_secret():
    expired = replace(rules_of(WRONG).secrets[0], expires=date(2001, 1, 1))
    found = examined(signed_record(), Rules((Endpoint("/stripe"),), (expired, *rules_of(RIGHT).secrets)))
    assert RIGHT not in repr(found)
    assert WRONG not in repr(found)
