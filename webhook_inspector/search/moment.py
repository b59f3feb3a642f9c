"""Points in time as people write them: `10m` ago, `14:00`, a day, or RFC 3339."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_SECOND = 10**9
_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86_400, "w": 7 * 86_400}
_AGO = re.compile(r"(\d{1,9})(s|m|min|h|d|w)", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?", re.ASCII)
_LAST_NS = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Moment:
    """Exactly one of the three is given. What it means in nanoseconds depends on the time of asking."""

    ago: int | None = None
    """Seconds before now."""
    clock: int | None = None
    """Seconds after local midnight: the last time that it was so late."""
    at_ns: int | None = None
    """UTC, since 1970."""

    def ns(self, now_ns: int) -> int:
        """Nanoseconds since 1970, within what SQLite can hold."""
        if self.ago is not None:
            found = now_ns - self.ago * _SECOND
        elif self.clock is not None:
            found = _last_time(self.clock, now_ns)
        else:
            found = self.at_ns or 0
        return max(-_LAST_NS, min(found, _LAST_NS))


def moment_of(text: str) -> Moment | None:
    """None where it is no time. A day, or a time without an offset, is local."""
    found = text.lower()
    if ago := _AGO.fullmatch(found):
        return Moment(ago=int(ago[1]) * _UNITS[ago[2]])
    if clock := _CLOCK.fullmatch(found):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        inside = hours < 24 and minutes < 60 and seconds < 60
        return Moment(clock=hours * 3600 + minutes * 60 + seconds) if inside else None
    return Moment(at_ns=_dated(found)) if _DATE.fullmatch(found) and _dated(found) is not None else None


def _dated(text: str) -> int | None:
    whole, mark, rest = text.partition(".")
    digits = re.match(r"\d*", rest)
    fraction = digits[0] if digits else ""
    try:
        found = datetime.fromisoformat((whole + rest[len(fraction) :]).upper())
        seconds = (found - datetime(1970, 1, 1, tzinfo=UTC)) if found.tzinfo else _local(found)
    except (ValueError, OverflowError, OSError):  # the 31st of February; years that the system's clock does not know
        return None
    return (seconds.days * 86_400 + seconds.seconds) * _SECOND + (int(fraction.ljust(9, "0")) if mark else 0)


def _local(found: datetime) -> timedelta:
    return found.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)


def _last_time(clock: int, now_ns: int) -> int:
    try:
        now = datetime.fromtimestamp(now_ns // _SECOND).astimezone()
        today = datetime(now.year, now.month, now.day) + timedelta(seconds=clock)  # noqa: DTZ001 (local, made so below)
        found = today.astimezone()
        if found > now:
            found = (today - timedelta(days=1)).astimezone()
        return int(found.timestamp()) * _SECOND
    except (ValueError, OverflowError, OSError):  # a clock that is centuries wrong
        return now_ns
