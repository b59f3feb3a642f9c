from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import RECEIVED_NS, make_capture, make_head, make_signed
from webhook_inspector.core.capture import State
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.judgement import NOT_JUDGED
from webhook_inspector.core.key import Key
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.judge import case_of, judge, judgement_of, keys_to_fetch, plain_judgement

DAY = datetime.fromtimestamp(RECEIVED_NS / 10**9, UTC).date()
PROD = Secret("/stripe", "prod", "whsec_test")


def rules(*secrets: Secret, **endpoint: object) -> Rules:
    endpoints = (Endpoint("/stripe", **endpoint),) if endpoint else ()
    return Rules(endpoints, secrets)


def test_a_signed_request_is_told_and_verified() -> None:
    judgement = judge(make_signed(), rules(PROD))
    assert (judgement.status, judgement.scheme, judgement.key_label) == (Status.VALID, "stripe", "prod")
    meaning = judgement.meaning
    assert (meaning.provider, meaning.event, meaning.event_id) == ("stripe", "invoice.paid", "evt_1")


def test_what_the_endpoint_says_goes_before_what_the_request_tells() -> None:
    capture = make_signed()
    assert judge(capture, rules(PROD, scheme="github")).status is Status.UNSIGNED
    assert judge(capture, rules(PROD, provider="acme")).meaning.provider == "acme"
    assert judge(make_capture(make_head(target="/stripe")), rules(PROD, scheme="stripe")).status is Status.UNSIGNED


def test_whoever_sends_through_svix_is_told_by_the_body() -> None:
    def provider(body: bytes, **endpoint: object) -> str:
        head = make_head(
            target="/stripe", headers=(("svix-id", "m"), ("svix-timestamp", "1"), ("svix-signature", "v1,x"))
        )
        return judge(make_capture(head, body), rules(**endpoint)).meaning.provider

    clerk = b'{"data":{},"object":"event","type":"user.created","instance_id":"ins_1"}'
    assert provider(clerk) == "clerk"
    assert provider(clerk, provider="svix") == "svix"
    assert provider(b'{"type":"message.sent"}') == "svix"


def test_a_scheme_s_own_tolerance_counts_until_another_is_set() -> None:
    late = make_signed(signed_at=RECEIVED_NS / 10**9 - 400)
    assert judge(late, rules(PROD)).status is Status.EXPIRED
    assert judge(late, rules(PROD, settings={"tolerance_seconds": 600})).status is Status.VALID


@pytest.mark.parametrize(
    ("expires", "status"),
    [
        (None, Status.VALID),
        (DAY, Status.VALID),
        (date.fromordinal(DAY.toordinal() - 1), Status.NO_SECRET),
        (date.max, Status.VALID),
    ],
)
def test_a_secret_counts_to_its_last_day(expires, status) -> None:
    assert judge(make_signed(), rules(replace(PROD, expires=expires))).status is status


def test_each_of_several_secrets_may_fit() -> None:
    judgement = judge(make_signed(), rules(Secret("/stripe", "new", "whsec_new"), PROD))
    assert (judgement.status, judgement.key_label) == (Status.VALID, "prod")


def test_what_is_no_request_is_not_judged() -> None:
    assert judge(make_capture(b"junk", state=State.REFUSED), NO_RULES) == NOT_JUDGED


def test_an_unsigned_test_post_still_tells_its_provider() -> None:
    body = b'{"id":"evt_1","object":"event","livemode":true,"type":"invoice.paid"}'
    judgement = judge(make_capture(body=body), NO_RULES)
    assert (judgement.status, judgement.meaning.event) == (Status.UNKNOWN_SCHEME, "invoice.paid")
    assert judgement.meaning.provider == "stripe"


def test_the_event_of_a_large_body_is_read_to_its_end() -> None:
    body = b'{"id":"evt_1","object":"event","data":"' + b"x" * 200_000 + b'","livemode":true,"type":"invoice.paid"}'
    meaning = judge(make_signed(body=body), NO_RULES).meaning
    assert (meaning.event, meaning.live) == ("invoice.paid", True)


@pytest.mark.parametrize("received_ns", [-(2**63), 0, 2**63 - 1])
def test_any_time_of_arrival_can_be_judged(received_ns) -> None:
    capture = replace(make_signed(), received_ns=received_ns)
    assert judge(capture, rules(replace(PROD, expires=DAY))).status is not None


def test_the_missing_rest_of_a_body_is_known() -> None:
    capture = make_capture(body=b"half", body_size=10, state=State.INCOMPLETE)
    assert case_of(capture, NO_RULES).missing == 6


def test_published_keys_are_used_where_the_user_has_none() -> None:
    head = make_head(
        headers=(
            ("Kick-Event-Signature", "AAAA"),
            ("Kick-Event-Message-Id", "1"),
            ("Kick-Event-Message-Timestamp", "2025-01-01T00:00:00Z"),
            ("Host", "x"),
        )
    )
    capture = make_capture(head)
    wanted = keys_to_fetch(case_of(capture, NO_RULES))
    assert wanted is not None
    key = Key("public_key_pem", "x", label="the key of api.kick.com")
    fetched = Rules(published={wanted.url: (key,)})
    case = case_of(capture, fetched)
    assert list(case.keys) == [key]
    assert keys_to_fetch(case) is None
    own = Rules(secrets=(Secret("/stripe", "mine", "y"),))
    assert [one.label for one in case_of(capture, replace(own, published=fetched.published)).keys] == ["mine"]
    assert keys_to_fetch(case_of(make_signed(), NO_RULES)) is None


HEADERS = st.lists(
    st.sampled_from(
        [("Host", "x"), ("Stripe-Signature", "t=1,v1=00"), ("User-Agent", "curl/8"), ("ce-specversion", "1")]
    )
)
BODIES = (
    st.sampled_from([b"", b'{"a":1}', b'{"id":"evt_1","object":"event","livemode":true,"type":"x"}', b"a=b", b"\xff"])
    | st.binary()
)


@given(
    HEADERS,
    BODIES,
    st.sampled_from(["/", "/stripe", "/?access_token=1"]),
    st.sampled_from([rules(), rules(PROD), rules(PROD, scheme="stripe"), rules(PROD, provider="acme")]),
)
def test_the_quick_way_says_the_same(headers, body, target, some_rules) -> None:
    capture = make_capture(make_head(target=target, headers=tuple(headers)), body)
    quick = plain_judgement(capture, some_rules)
    if quick is not None:
        assert quick == judge(capture, some_rules)


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_junk_is_judged_too(head, body) -> None:
    capture = make_capture(head, body)
    assert judge(capture, rules(PROD)) == judgement_of(case_of(capture, rules(PROD)), rules(PROD))
