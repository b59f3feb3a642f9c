"""Points in time as providers write them: Unix seconds, milliseconds or finer, and RFC 3339."""

import re
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_COUNTED = re.compile(r"([0-9]{9,19})(?:\.([0-9]{1,18}))?", re.ASCII)
_FINER = re.compile(r":[0-9]{2}[.,][0-9]{6}([0-9]{1,3})", re.ASCII)
_LONGEST = 40
_END = 2**63
"""What a 64-bit column holds; the year 2262."""


def nanoseconds(text: str) -> int | None:
    """UTC, since 1970. None where `text` is no time, or has no zone: which zone is meant is then anybody's guess."""
    if not text or len(text) > _LONGEST:
        return None
    counted = _COUNTED.fullmatch(text)
    moment = _of_count(counted[1], counted[2] or "") if counted else _of_words(text)
    return moment if moment is not None and 0 < moment < _END else None


def _of_count(whole: str, fraction: str) -> int:
    """The unit shows in the length: seconds have ten digits until 2286, milliseconds thirteen, and so on."""
    digits = next((digits for longest, digits in ((11, 9), (14, 6), (17, 3)) if len(whole) <= longest), 0)
    return int(whole + fraction[:digits].ljust(digits, "0"))


def _of_words(text: str) -> int | None:
    try:
        moment = datetime.fromisoformat(text.removesuffix(" UTC") + "Z" if text.endswith(" UTC") else text)
        if moment.tzinfo is None:
            return None
        count = (moment - _EPOCH) // _MICROSECOND * 1_000
    except (ValueError, OverflowError):
        return None
    finer = _FINER.search(text)
    return count + int(finer[1].ljust(3, "0")) if finer else count
