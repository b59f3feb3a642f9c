"""Whether a handler verifies what it gets: the same request sent valid and broken in each way, and a verdict on each answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.draft import Draft
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.breaking import offered
from webhook_inspector.drafts.prepare import Prepared, prepare
from webhook_inspector.drafts.signing import Break, Signing


class Variant(StrEnum):
    """In the order in which people read them."""

    VALID = "valid"
    EXPIRED = "expired"
    TAMPERED = "tampered"
    WRONG_SECRET = "wrong secret"  # noqa: S105 (a word, not a password)
    NO_SIGNATURE = "no signature"
    DUPLICATE = "duplicate"
    """The valid one, byte for byte again, as a provider sends it whose first answer was lost."""


@dataclass(frozen=True, slots=True)
class Trial:
    variant: Variant
    prepared: Prepared


class Outcome(StrEnum):
    FINE = "fine"
    WRONG = "wrong"
    OPEN = "open"
    """It refused what it must refuse, but it refuses valid requests as well."""


@dataclass(frozen=True, slots=True)
class Finding:
    variant: Variant
    outcome: Outcome
    told: Problem
    status: int = 0
    """Of the answer; 0 where there was none."""


@dataclass(frozen=True, slots=True)
class Report:
    url: str
    scheme: str
    findings: tuple[Finding, ...]
    """In the order of Variant."""
    summary: Problem

    @property
    def fine(self) -> bool:
        return all(one.outcome is Outcome.FINE for one in self.findings)


_BREAKS: Mapping[Variant, Break] = MappingProxyType(
    {
        Variant.EXPIRED: Break.EXPIRED,
        Variant.TAMPERED: Break.TAMPERED,
        Variant.WRONG_SECRET: Break.WRONG_SECRET,
        Variant.NO_SIGNATURE: Break.NO_SIGNATURE,
    }
)


def trials(draft: Draft, signing: Signing, now: float, *, keep_host: bool = False) -> tuple[Trial, ...]:
    """What to send, one after the other: those that must be refused first, lest a handler that remembers ids accepts them unread.

    Only variants that the scheme can tell. A draft that cannot be sent is one trial with its faults.
    """
    plain = signing.without_break()
    valid = prepare(draft, plain, now, keep_host=keep_host)
    if valid.request is None:
        return (Trial(Variant.VALID, valid),)
    noticed = offered(valid.request, plain, now)
    found = [
        # A new time makes a new id, where the scheme has one.
        Trial(variant, prepare(draft, replace(plain, broken=one), now + place / 1000, keep_host=keep_host))
        for place, (variant, one) in enumerate(_BREAKS.items(), 1)
        if one in noticed
    ]
    return (*found, Trial(Variant.VALID, valid), Trial(Variant.DUPLICATE, valid))


def report(url: str, scheme: str, answers: Sequence[tuple[Variant, Attempt]]) -> Report:
    """The verdict on the answers, in whatever order they came."""
    accepts = all(attempt.succeeded for variant, attempt in answers if variant is Variant.VALID)
    order = list(Variant)
    sorted_answers = sorted(answers, key=lambda answer: order.index(answer[0]))
    findings = tuple(_finding(variant, attempt, accepts=accepts) for variant, attempt in sorted_answers)
    return Report(url, scheme, findings, _summary(findings))


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of each kind of answer to a variant, and whether it must be accepted."""

    accepted: str
    refused: str
    failed: str
    wanted: bool = False


_WORDS: Mapping[Variant, _Words] = MappingProxyType(
    {
        Variant.VALID: _Words("check-valid-accepted", "check-valid-refused", "check-valid-failed", wanted=True),
        Variant.EXPIRED: _Words("check-expired-accepted", "check-expired-refused", "check-failed"),
        Variant.TAMPERED: _Words("check-tampered-accepted", "check-tampered-refused", "check-failed"),
        Variant.WRONG_SECRET: _Words("check-secret-accepted", "check-secret-refused", "check-failed"),
        Variant.NO_SIGNATURE: _Words("check-unsigned-accepted", "check-unsigned-refused", "check-failed"),
        Variant.DUPLICATE: _Words(
            "check-duplicate-accepted", "check-duplicate-refused", "check-duplicate-failed", wanted=True
        ),
    }
)
_NO_HANDLER = (404, 405)


def _finding(variant: Variant, attempt: Attempt, *, accepts: bool) -> Finding:
    """`accepts`: whether valid requests are accepted, without which a refusal proves nothing."""
    if attempt.response is None:
        reason = sentence(attempt.problem) if attempt.problem else ""
        return Finding(variant, Outcome.WRONG, Problem.of("check-no-answer", reason=reason))
    status, words = attempt.response.status, _WORDS[variant]
    wrong = Outcome.WRONG
    match status // 100:
        case 2:
            outcome, code = Outcome.FINE if words.wanted else wrong, words.accepted
        case 4 if words.wanted:
            outcome, code = wrong, "check-no-handler" if status in _NO_HANDLER else words.refused
        case 4 if not accepts:
            outcome, code = Outcome.OPEN, "check-open"
        case 4:
            outcome, code = Outcome.FINE, words.refused
        case 3:
            outcome, code = wrong, "check-redirect"
        case 5:
            outcome, code = wrong, words.failed
        case _:
            outcome, code = wrong, "check-odd-status"
    return Finding(variant, outcome, Problem(code, (("status", status),)), status)


def _summary(findings: Sequence[Finding]) -> Problem:
    count, fine = len(findings), sum(one.outcome is Outcome.FINE for one in findings)
    forged = [one for one in findings if not _WORDS[one.variant].wanted]
    accepted = sum(one.outcome is Outcome.WRONG and one.status // 100 == 2 for one in forged)
    if not any(one.status for one in findings):
        return Problem.of("check-sum-silent")
    if accepted:
        return Problem.of("check-sum-forged", accepted=accepted, count=len(forged))
    if any(one.variant is Variant.VALID and one.outcome is not Outcome.FINE for one in findings):
        return Problem.of("check-sum-valid")
    if fine < count:
        return Problem.of("check-sum-some", fine=fine, count=count)
    return Problem.of("check-sum-fine", count=count)
