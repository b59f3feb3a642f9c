"""The time that a signed request names, against the clock."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from webhook_inspector.core.verdict import Step
from webhook_inspector.signatures.scheme import Settings

_SECONDS = re.compile(rb"[0-9]{1,15}")

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


def age_step(when: float, now: float, limit: int | None) -> Step:
    """Whether a time is near enough to the clock, in both directions."""
    age = round(now - when)
    fact = f"the timestamp is {age} s old" if age >= 0 else f"the timestamp is {-age} s ahead of the clock"
    if limit is None:
        return Step("timestamp", True, f"{fact}; age is not checked")
    return Step("timestamp", abs(now - when) <= limit, f"{fact}, the limit is {limit} s")


def life_steps(created: float | None, expires: float | None, now: float, limit: int | None) -> tuple[Step, ...]:
    """The age and the end of a signature, as far as it names them. With a limit it must name when it was made."""
    steps: list[Step] = []
    if created is not None:
        steps.append(age_step(created, now, limit))
    elif limit is not None:
        steps.append(Step("timestamp", False, f"no time is signed, and the limit is {limit} s"))
    if expires is not None:
        left = round(expires - now)
        fact = f"the signature expires in {left} s" if now <= expires else f"the signature expired {-left} s ago"
        steps.append(Step("timestamp", now <= expires, fact))
    return tuple(steps)
