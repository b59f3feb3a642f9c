from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.key_pairs import junk_requests
from tests.shared_secrets import vectors
from tests.unit.doctor.cases import (
    BODY,
    LONG,
    NOW,
    TEXT,
    code,
    diagnosis,
    elsewhere,
    first,
    signed,
    usual_secret,
    with_body,
    with_secret,
)
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.core.verdict import Status
from webhook_inspector.doctor.around import Around, Neighbour
from webhook_inspector.doctor.doctor import CAUSES, MOST, diagnose
from webhook_inspector.doctor.finding import Diagnosis
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.detect import detect
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.signatures.scheme import Key

SAMPLE = ("stripe", "github", "slack", "svix", "shopify", "twilio", "square", "mercadopago", "hubspot-v3", "telegram")
SECRETS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+/=-", min_size=12, max_size=40)
VALID = {name: signed(name, fields=((b"x-request-id", b"r-1"),)) for name in SAMPLE}
OTHERS = tuple(Neighbour(number, signed("github", b"other %d" % number).request) for number in range(3))


def stubborn(case: Case) -> Case:
    """Nothing explains its verdict."""
    return with_secret(case, "a-secret-that-fits-nothing")


@settings(max_examples=200)
@given(st.sampled_from(SAMPLE), SECRETS, st.lists(SECRETS, max_size=3))
def test_a_wrong_secret_is_explained_by_nothing(scheme, wrong, others) -> None:
    if usual_secret(scheme) in {wrong, *others}:
        return
    around = Around(tuple(Secret(f"/o{place}", "l", value) for place, value in enumerate(others)), OTHERS)
    found = diagnosis(with_secret(VALID[scheme], wrong), around)
    assert found.complete
    assert found.findings == ()
    assert found.tried


KINDS = st.sampled_from(["secret", "token", "basic", "public_key", "public_key_pem", "jwk"])
SETTINGS = st.dictionaries(
    st.sampled_from(["tolerance_seconds", "signed_url", "header", "signature_header", "timestamp_header", "template"]),
    st.text(max_size=12) | st.integers(-5, 10**6) | st.booleans() | st.tuples(st.text(max_size=5)),
)
HEADERS = (b"Stripe-Signature", b"X-Hub-Signature-256", b"Content-Encoding", b"Content-Length", b"Forwarded", b"Date")


@settings(max_examples=150)
@given(
    junk_requests(*HEADERS, b"Signature-Input", b"Signature", b"Content-Type"),
    st.sampled_from([*SCHEMES, "", "nobody"]),
    st.lists(st.builds(Key, KINDS, st.text(max_size=30), label=st.text(max_size=4)), max_size=3),
    SETTINGS,
    st.floats() | st.just(NOW),
    st.integers(-1, 5),
)
def test_no_junk_makes_it_raise(request, scheme, keys, told, now, missing) -> None:
    case = Case(request, scheme, tuple(keys), now, told, "/in", detect(request), missing)
    around = Around((Secret("/x", "y", "{"), Secret("/in", "z", "")), (Neighbour(1, request), *OTHERS))
    found = diagnose(case, case.verdict(), around, seconds=LONG)
    assert len(found.findings) <= MOST
    assert found.complete


@pytest.mark.parametrize("place", range(0, 1104, 12))
def test_vectors_are_explained_without_a_surprise(place) -> None:
    vector = vectors()[place]
    keys = tuple(replace(key, label="main") for key in vector.keys)
    case = Case(vector.request, vector.scheme, keys, vector.now, vector.settings, "/in", detect(vector.request))
    found = diagnosis(case)
    assert found.complete
    assert not vector.valid or found.findings == ()


def test_a_valid_request_has_nothing_to_explain() -> None:
    assert diagnosis(signed("stripe"), elsewhere(TEXT)) == Diagnosis((), (), True)


def test_the_time_is_kept() -> None:
    case = stubborn(signed("stripe"))
    whole = diagnosis(case)
    ticks = count()
    hurried = diagnose(case, case.verdict(), Around(), seconds=20, clock=lambda: next(ticks))
    assert not hurried.complete
    assert next(ticks) <= 22
    assert hurried.tried == whole.tried[: len(hurried.tried)]
    assert 0 < len(hurried.tried) < len(whole.tried)


def test_a_slow_try_leaves_room_for_another_like_it() -> None:
    moments = iter([0.0, 0.0, 0.12, 9.0])
    case = stubborn(signed("stripe"))
    found = diagnose(case, case.verdict(), Around(), seconds=0.2, clock=lambda: next(moments))
    assert not found.complete
    assert next(moments) == 9.0


def test_no_time_at_all_tries_nothing() -> None:
    case = stubborn(signed("stripe"))
    assert diagnose(case, case.verdict(), Around(), seconds=0, clock=iter([0.0, 0.1]).__next__) == Diagnosis(
        (), (), False
    )


def test_it_stops_after_the_first_proven_reason() -> None:
    case = stubborn(signed("stripe"))
    found = diagnosis(case, elsewhere(TEXT))
    assert found.findings[0].problem.code == "doctor-secret-of-endpoint"
    assert len(found.tried) < len(diagnosis(case).tried)


def test_two_damages_are_not_explained_by_one() -> None:
    case = with_body(signed("stripe"), BODY.replace(b"1200", b"1300"))
    assert diagnosis(case, elsewhere(TEXT)).findings == ()


def test_a_request_that_is_expired_besides_is_explained() -> None:
    late = replace(stubborn(signed("stripe")), now=NOW + 9_000)
    finding = diagnosis(late, elsewhere(TEXT)).findings[0]
    assert finding.problem.code == "doctor-secret-of-endpoint"
    assert finding.proof.status is Status.EXPIRED


def test_no_secret_and_unsigned_are_explained_too() -> None:
    bare = replace(signed("stripe"), keys=())
    assert bare.verdict().status is Status.NO_SECRET
    assert code(bare, elsewhere(TEXT)) == "doctor-secret-of-endpoint"
    other = replace(signed("stripe"), scheme="slack")
    assert other.verdict().status is Status.UNSIGNED
    assert first(other).remedy.value == "stripe"


def test_every_cause_has_its_sentence_and_stands_once() -> None:
    codes = [cause.code for cause in CAUSES]
    assert len(codes) == len(set(codes))
    assert set(codes) == {name for name in SENTENCES if name.startswith("doctor-tried-")}
