"""The time that a signed request names, against the clock."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Step
from webhook_inspector.signatures.scheme import Settings

_SECONDS = re.compile(rb"[0-9]{1,15}")
_SHOWN = 40
"""Bytes of a text that is no time in the sentence about it."""

ReadTime = Callable[[bytes], float | None]


def unix_seconds(text: bytes) -> float | None:
    return float(text) if _SECONDS.fullmatch(text) else None


def iso_seconds(text: bytes) -> float | None:
    """Unix seconds of an RFC 3339 time; one without an offset is taken as UTC."""
    try:
        moment = datetime.fromisoformat(text.decode("ascii"))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def iso_text(now: float) -> str:
    return datetime.fromtimestamp(int(now), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def tolerance(settings: Settings) -> int | None:
    """The largest allowed age in seconds; None: age is not checked."""
    found = settings.get("tolerance_seconds")
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def age_step(when: float, now: float, limit: int | None, *, ahead_counts: bool = True) -> Step:
    """Whether a time is near enough to the clock, in both directions unless a time ahead does not count."""
    age = round(now - when)
    fact = f"the timestamp is {age} s old" if age >= 0 else f"the timestamp is {-age} s ahead of the clock"
    if limit is None:
        return time_step(f"{fact}; no limit is set", age, holds=True)
    near = now - when <= limit and (when - now <= limit or not ahead_counts)
    return time_step(f"{fact}, the limit is {limit} s", age, limit, holds=near)


def time_step(fact: str, age: int | None, limit: int | None = None, *, holds: bool) -> Step:
    """What is expected is the limit of the user's tolerance, what is found the age; both in seconds, empty where there is none."""
    return Step("timestamp", holds, fact, *("" if seconds is None else str(seconds) for seconds in (limit, age)))


def unreadable_step(text: bytes, unit: str, *, holds: bool) -> Step:
    """What is expected is the unit, what is found the text: never both of them numbers."""
    return Step("timestamp", holds, f"the timestamp {show(text[:_SHOWN])} is no time in {unit}", unit, show(text))


def life_steps(created: float | None, expires: float | None, now: float, limit: int | None) -> tuple[Step, ...]:
    """The age and the end of a signature, as far as it names them. With a limit it must name when it was made."""
    steps: list[Step] = []
    if created is not None:
        steps.append(age_step(created, now, limit))
    elif limit is not None:
        steps.append(time_step(f"no time is signed, and the limit is {limit} s", None, limit, holds=False))
    if expires is not None:
        left = round(expires - now)
        fact = f"the signature expires in {left} s" if now <= expires else f"the signature expired {-left} s ago"
        steps.append(time_step(fact, -left, holds=now <= expires))
    return tuple(steps)
