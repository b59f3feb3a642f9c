from dataclasses import replace

import pytest

from tests.key_pairs import private_key
from tests.shared_secrets import valid_vector
from tests.unit.drafts.signings import LATER, SHARED, signing_of
from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.breaking import EXPECTED, finished, minutes_ago, offered
from webhook_inspector.drafts.signing import KEPT, Break, How, Signing
from webhook_inspector.signatures.registry import verify
from webhook_inspector.signatures.tolerances import TOLERANCES

ENDING = {"atlassian-connect-jwt", "livekit", "messagebird", "rfc9421"}
"""Their signatures end by themselves, or have a tolerance in the settings of their vector."""
BODY_NOT_COVERED = {
    *("asaas", "atlassian-connect-jwt", "basic-auth", "bearer-token", "dropbox-sign", "gitlab-token"),
    *("mercadopago", "query-token", "static-header-token", "telegram"),
}
IN_BODY = {"adyen", "braintree", "dropbox-sign", "mailgun"}
SEVERAL = {
    *("circleci", "mollie", "mux", "paddle-billing", "pagerduty", "standard-webhooks", "standard-webhooks-raw-key"),
    *("stripe", "svix", "tailscale"),
}


def expected_breaks(name: str) -> set[Break]:
    left_out = set()
    if name not in ENDING | set(TOLERANCES):
        left_out.add(Break.EXPIRED)
    if name in BODY_NOT_COVERED:
        left_out.add(Break.TAMPERED)
    if name in IN_BODY:
        left_out.add(Break.NO_SIGNATURE)
    if name not in SEVERAL:
        left_out |= {Break.OURS_FIRST, Break.OURS_LAST}
    return set(Break) - left_out


@pytest.mark.parametrize("name", SHARED)
def test_each_break_of_each_scheme_is_judged_as_it_should_be(name) -> None:
    vector = valid_vector(name)
    signing, now = signing_of(vector), vector.now + LATER
    found = offered(vector.request, signing, now)
    assert set(found) == expected_breaks(name)
    for one in found:
        sent = finished(vector.request, replace(signing, broken=one), now)
        assert verify(sent, name, signing.keys, signing.settings, now).status is EXPECTED[one]


def stripe(broken: Break, how: How = How.NEW, **rest):
    vector = valid_vector("stripe")
    return vector, replace(signing_of(vector), how=how, broken=broken, **rest)


def test_two_signatures_in_either_order() -> None:
    vector, signing = stripe(Break.OURS_FIRST)
    ours = first(finished(vector.request, replace(signing, broken=Break.NOTHING), 9e8).fields, b"stripe-signature")
    one = first(finished(vector.request, signing, 9e8).fields, b"stripe-signature")
    other = first(finished(vector.request, replace(signing, broken=Break.OURS_LAST), 9e8).fields, b"stripe-signature")
    assert ours is not None
    assert one is not None
    assert other is not None
    time, own, foreign = one.split(b",")
    assert (time, own) == tuple(ours.split(b","))
    assert other.split(b",") == [time, foreign, own]
    assert foreign.startswith(b"v1=")


def test_tampering_changes_one_byte_of_the_body_alone() -> None:
    vector, signing = stripe(Break.TAMPERED)
    sound = finished(vector.request, replace(signing, broken=Break.NOTHING), 9e8)
    found = finished(vector.request, signing, 9e8)
    assert found.fields == sound.fields
    assert sum(one != other for one, other in zip(found.body, sound.body, strict=True)) == 1


@pytest.mark.parametrize(
    ("tolerance", "minutes", "expected"), [(300, 0, 60), (7200, 0, 240), (300, 7, 7), ("junk", 0, 60), (None, 0, 60)]
)
def test_how_old_an_expired_signature_is(tolerance, minutes, expected) -> None:
    settings = {} if tolerance is None else {"tolerance_seconds": tolerance}
    assert minutes_ago(Signing(How.NEW, "stripe", settings=settings, minutes=minutes)) == expected


def test_the_minutes_asked_for_count() -> None:
    vector, signing = stripe(Break.EXPIRED, minutes=4)
    sent = finished(vector.request, signing, 900_000_000)
    assert (first(sent.fields, b"stripe-signature") or b"").startswith(b"t=899999760,")
    assert verify(sent, "stripe", signing.keys, signing.settings, 900_000_000).status is Status.VALID


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (Break.EXPIRED, "break-needs-secret"),
        (Break.WRONG_SECRET, "break-needs-secret"),
        (Break.OURS_FIRST, "break-needs-secret"),
    ],
)
def test_what_needs_a_secret_says_so(broken, code) -> None:
    with pytest.raises(KnownError) as caught:
        finished(valid_vector("stripe").request, replace(KEPT, broken=broken), 0)
    assert caught.value.problem.code == code


def test_a_kept_signature_can_be_tampered_with_and_taken_out() -> None:
    vector, signing = stripe(Break.TAMPERED, How.KEEP)
    for broken, status in ((Break.TAMPERED, Status.INVALID), (Break.NO_SIGNATURE, Status.UNSIGNED)):
        sent = finished(vector.request, replace(signing, broken=broken), vector.now)
        assert verify(sent, "stripe", signing.keys, signing.settings, vector.now).status is status


@pytest.mark.parametrize(
    ("request_", "signing", "code"),
    [
        (replace(valid_vector("stripe").request, body=b""), replace(KEPT, broken=Break.TAMPERED), "break-no-body"),
        (
            valid_vector("discord").request,
            Signing(How.NEW, "discord", (private_key("ed25519"),), broken=Break.WRONG_SECRET),
            "break-unsuitable",
        ),
        (
            valid_vector("github").request,
            replace(signing_of(valid_vector("github")), broken=Break.OURS_LAST),
            "break-unsuitable",
        ),
    ],
)
def test_what_cannot_be_broken_so_says_it(request_, signing, code) -> None:
    with pytest.raises(KnownError) as caught:
        finished(request_, signing, 1e9)
    assert caught.value.problem.code == code


def test_a_key_pair_has_what_needs_no_other_key() -> None:
    signing = Signing(How.NEW, "discord", (private_key("ed25519"),))
    found = set(offered(valid_vector("discord").request, signing, 1e9))
    assert found == {Break.NOTHING, Break.TAMPERED, Break.NO_SIGNATURE}


def test_without_a_key_nothing_is_offered_but_no_signature() -> None:
    assert offered(valid_vector("stripe").request, Signing(How.NEW, "stripe"), 1e9) == ()
