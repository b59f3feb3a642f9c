"""Runs the check of a handler: sends the variants of a request one after the other, and gives the report on the answers."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from webhook_inspector.core.capture import Capture
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.draft import Draft, Outgoing
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import Rules
from webhook_inspector.drafts.checking import Report, Trial, Variant, report, trials
from webhook_inspector.drafts.signing import Signing
from webhook_inspector.drafts.signing_keys import signing_of
from webhook_inspector.judge import case_of


@dataclass(frozen=True, slots=True)
class Tried:
    """A variant with what was really sent and what came of it."""

    variant: Variant
    attempt: Attempt


def signing_for(capture: Capture, rules: Rules) -> Signing:
    """As its endpoint signs. Raises KnownError where nothing tells how, or with what."""
    return signing_of(case_of(capture, rules))


def trials_of(draft: Draft, signing: Signing, now: float) -> tuple[Trial, ...]:
    """What is sent, in its order. Raises KnownError with the first fault of a draft that cannot be sent."""
    found = trials(draft, signing, now)
    for trial in found:
        if trial.prepared.outgoing is None:
            raise KnownError(trial.prepared.faults[0].problem)
    return found


async def check(
    wanted: Sequence[Trial],
    scheme: str,
    send: Callable[[Outgoing], Awaitable[Attempt]],
    told: Callable[[Tried], object] = lambda _tried: None,
) -> Report:
    """`told` hears of each answer as it comes. Cancelled, it sends nothing more."""
    answers: list[tuple[Variant, Attempt]] = []
    for trial in wanted:
        if trial.prepared.outgoing is not None:
            attempt = await send(trial.prepared.outgoing)
            answers.append((trial.variant, attempt))
            told(Tried(trial.variant, attempt))
    return report(answers[0][1].url if answers else "", scheme, answers)
