"""What follows an attempt: delivered, given up, or when to try again. Pure: clock and chance come in."""

from dataclasses import dataclass, replace
from datetime import UTC
from email.utils import parsedate_to_datetime

from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState, Response
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.headers import first, parse_fields

SECOND = 10**9
LONGEST_WAIT = 86_400
"""Seconds; a target that asks for more is asked again after a day."""
GONE = 410
PUTS_OFF = frozenset({429, 503})
"""Answers whose Retry-After holds for the whole target."""
_DIGITS = 9
_DOUBLINGS = 60


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds."""

    first: float = 1.0
    longest: float = 3_600.0

    def after(self, attempts: int, chance: float) -> float:
        """Of so many attempts without success: exponential, with full jitter, so that not all come back together.

        `chance` is from 0 to 1.
        """
        return chance * min(self.longest, self.first * 2.0 ** min(attempts - 1, _DOUBLINGS))


@dataclass(frozen=True, slots=True)
class Outcome:
    delivery: Delivery
    """As it is after the attempt."""
    held_ns: int = 0
    """Until when the whole target wants nothing; 0: it did not say so."""


def outcome_of(
    delivery: Delivery, attempt: Attempt, rule: ForwardRule, pauses: Pauses, *, now_ns: int, chance: float
) -> Outcome:
    """The delivery after an attempt that ended at `now_ns`."""
    after = replace(
        delivery,
        attempts=attempt.number,
        status=0 if attempt.response is None else attempt.response.status,
        problem=attempt.problem,
        next_ns=0,
    )
    if attempt.succeeded:
        return Outcome(replace(after, state=DeliveryState.DELIVERED))
    asked = put_off(attempt.response, now_ns)
    pause = int(pauses.after(attempt.number, chance) * SECOND)
    next_ns = now_ns + max(pause, asked)
    held_ns = now_ns + asked if asked else 0
    too_many, too_late = attempt.number >= rule.attempts, next_ns > delivery.created_ns + rule.age * SECOND
    if after.status == GONE or too_many or too_late:
        return Outcome(replace(after, state=DeliveryState.FAILED), held_ns)
    return Outcome(replace(after, state=DeliveryState.WAITING, next_ns=next_ns), held_ns)


def put_off(response: Response | None, now_ns: int) -> int:
    """Nanoseconds that the response asks to wait; 0 where it does not, or asks for nothing that can be understood."""
    if response is None or response.status not in PUTS_OFF:
        return 0
    asked = first(parse_fields(response.head.partition(b"\n")[2]), b"retry-after")
    return 0 if asked is None else min(_wait(asked, now_ns), LONGEST_WAIT * SECOND)


def _wait(asked: bytes, now_ns: int) -> int:
    """RFC 9110 section 10.2.3: whole seconds, or a date."""
    if asked.isdigit():
        return int(asked[:_DIGITS]) * SECOND
    try:
        moment = parsedate_to_datetime(asked.decode("ascii"))
        seconds = moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0
    return max(0, int(seconds * SECOND) - now_ns)
