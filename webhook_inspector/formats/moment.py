"""Moments in files: RFC 3339 text in UTC, and nanoseconds since 1970, without loss between them."""

import re
from datetime import UTC, datetime, timedelta

from webhook_inspector.formats.format import MisfitError

LOWEST = -(2**63)
HIGHEST = 2**63 - 1
"""What a history can hold: the years 1677 to 2262."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = 10**9
_FRACTION = re.compile(r"[.,]([0-9]+)")


def rfc3339(nanoseconds: int, digits: int = 9) -> str:
    """`2026-11-24T08:06:00.123456789Z`; fewer digits cut the fraction, they do not round it."""
    seconds, rest = divmod(nanoseconds, _SECOND)
    moment = _EPOCH + timedelta(seconds=seconds)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{rest:09d}"[: 20 + digits] + "Z"


def nanoseconds_of(text: str) -> int:
    """The inverse, for every form of ISO 8601 that Python reads; UTC where no offset is named. Raises MisfitError."""
    fraction = _FRACTION.search(text)
    whole = _FRACTION.sub("", text, count=1)
    try:
        moment = datetime.fromisoformat(whole)
        since = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH
    except (ValueError, OverflowError) as error:
        raise MisfitError("not a date and time") from error
    digits = fraction[1][:9].ljust(9, "0") if fraction else "0"
    found = (since.days * 86_400 + since.seconds) * _SECOND + int(digits)
    if not LOWEST <= found <= HIGHEST:
        raise MisfitError("a date before 1678 or after 2261")
    return found
