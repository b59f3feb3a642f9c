import pytest

from tests.makers import make_record, make_signed
from tests.shared_secrets import valid_vector
from tests.unit.drafts.attempts import attempt
from tests.unit.drafts.signings import LATER, signing_of
from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.headers import first
from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.captured import draft_of
from webhook_inspector.drafts.checking import Outcome, Variant, report, trials
from webhook_inspector.drafts.signing import How, Signing
from webhook_inspector.signatures.registry import verify

NOW = 1_764_000_000.0
STRIPE = Signing(How.NEW, "stripe", (Key("secret", "whsec_test"),), {"tolerance_seconds": 300})
FORGED = (Variant.EXPIRED, Variant.TAMPERED, Variant.WRONG_SECRET, Variant.NO_SIGNATURE)
REFUSED = Problem.of("port-taken", port=1)


def checked(answer) -> dict[Variant, tuple[Outcome, str]]:
    """The findings where `answer` gives the answer to each variant."""
    found = report("http://localhost/", "stripe", [(variant, answer(variant)) for variant in reversed(Variant)])
    assert [one.variant for one in found.findings] == list(Variant)
    assert all("{" not in sentence(one.told) for one in found.findings)
    assert "{" not in sentence(found.summary)
    assert found.fine == all(one.outcome is Outcome.FINE for one in found.findings)
    return {one.variant: (one.outcome, one.told.code) for one in found.findings}


def summary(answer) -> Problem:
    return report("http://localhost/", "stripe", [(variant, answer(variant)) for variant in Variant]).summary


def good(variant: Variant):
    return attempt(400 if variant in FORGED else 204)


def handler(verifies: Status):
    """What a handler would answer that accepts nothing but requests of this verdict."""
    return 200 if verifies is Status.VALID else 401


def test_a_handler_that_verifies_as_we_do_is_fine() -> None:
    found = trials(draft_of(make_record(make_signed()), "http://localhost"), STRIPE, NOW)
    assert [one.variant for one in found] == [*FORGED, Variant.VALID, Variant.DUPLICATE]
    answers = []
    for trial in found:
        assert trial.prepared.request is not None
        verdict = verify(trial.prepared.request, "stripe", STRIPE.keys, STRIPE.settings, NOW)
        answers.append((trial.variant, attempt(handler(verdict.status))))
    assert report("http://localhost", "stripe", answers).summary == Problem.of("check-sum-fine", count=6)


def test_the_duplicate_is_the_valid_one_byte_for_byte() -> None:
    found = {one.variant: one.prepared for one in trials(draft_of(make_record(make_signed()), "http://a"), STRIPE, NOW)}
    assert found[Variant.DUPLICATE].outgoing == found[Variant.VALID].outgoing


def test_what_must_be_refused_has_ids_of_its_own() -> None:
    vector = valid_vector("standard-webhooks")
    fields = tuple(DraftField(*field) for field in vector.request.fields)
    draft = Draft("POST", "http://localhost/", fields, vector.request.body)
    found = trials(draft, signing_of(vector), vector.now + LATER)
    requests = [one.prepared.request for one in found if one.variant is not Variant.DUPLICATE]
    assert len({first(one.fields, b"webhook-id") for one in requests if one is not None}) == len(requests) == 5


def test_only_what_the_scheme_can_tell_is_tried() -> None:
    vector = valid_vector("gitlab-token")
    draft = Draft("POST", "http://localhost/", (), vector.request.body)
    found = [one.variant for one in trials(draft, signing_of(vector), NOW)]
    assert found == [Variant.WRONG_SECRET, Variant.NO_SIGNATURE, Variant.VALID, Variant.DUPLICATE]


def test_a_draft_with_faults_is_not_tried() -> None:
    (only,) = trials(Draft("POST", "nowhere"), STRIPE, NOW)
    assert only.variant is Variant.VALID
    assert only.prepared.faults


def test_each_right_answer_is_fine() -> None:
    assert {outcome for outcome, _ in checked(good).values()} == {Outcome.FINE}
    assert summary(good) == Problem.of("check-sum-fine", count=6)


def test_a_handler_that_accepts_everything() -> None:
    found = checked(lambda _variant: attempt(200))
    assert {variant for variant, (outcome, _) in found.items() if outcome is Outcome.WRONG} == set(FORGED)
    assert found[Variant.TAMPERED][1] == "check-tampered-accepted"
    assert summary(lambda _variant: attempt(200)) == Problem.of("check-sum-forged", accepted=4, count=4)


@pytest.mark.parametrize(
    ("status", "code"), [(401, "check-valid-refused"), (404, "check-no-handler"), (405, "check-no-handler")]
)
def test_a_handler_that_refuses_everything_proves_nothing(status, code) -> None:
    found = checked(lambda _variant: attempt(status))
    assert found[Variant.VALID] == (Outcome.WRONG, code)
    assert {found[variant] for variant in FORGED} == {(Outcome.OPEN, "check-open")}
    assert summary(lambda _variant: attempt(status)) == Problem.of("check-sum-valid")


@pytest.mark.parametrize(
    ("variant", "status", "code"),
    [
        (Variant.DUPLICATE, 409, "check-duplicate-refused"),
        (Variant.DUPLICATE, 500, "check-duplicate-failed"),
        (Variant.TAMPERED, 500, "check-failed"),
        (Variant.EXPIRED, 302, "check-redirect"),
        (Variant.VALID, 503, "check-valid-failed"),
        (Variant.WRONG_SECRET, 101, "check-odd-status"),
        (Variant.NO_SIGNATURE, 200, "check-unsigned-accepted"),
        (Variant.WRONG_SECRET, 200, "check-secret-accepted"),
        (Variant.EXPIRED, 299, "check-expired-accepted"),
    ],
)
def test_a_wrong_answer_has_its_sentence(variant, status, code) -> None:
    assert checked(lambda one: attempt(status) if one is variant else good(one))[variant] == (Outcome.WRONG, code)


def test_one_wrong_answer_that_opens_nothing() -> None:
    def answer(variant: Variant):
        return attempt(409) if variant is Variant.DUPLICATE else good(variant)

    assert summary(answer) == Problem.of("check-sum-some", fine=5, count=6)


def test_no_answer_is_told_with_its_reason() -> None:
    found = report("http://localhost/", "stripe", [(Variant.VALID, attempt(problem=REFUSED))])
    assert found.findings[0].outcome is Outcome.WRONG
    assert "Port 1 is taken" in sentence(found.findings[0].told)
    assert found.summary == Problem.of("check-sum-silent")
    assert found.findings[0].status == 0
