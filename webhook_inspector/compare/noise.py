"""What differs in every request and tells nothing: ids, times, signatures. Known by their looks and by the names they go by."""

import re

_LOOKS: tuple[re.Pattern[str], ...] = (
    re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?"),  # ISO 8601
    re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT"),  # RFC 9110
    re.compile(r"(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b"),  # UUID
    re.compile(r"\b[a-z]{1,16}_(?:(?:test|live)_)?(?=[A-Za-z]*\d)[A-Za-z0-9]{8,64}\b"),  # evt_1Nx…, in_1Ny…
    re.compile(r"(?i)\b(?=[a-f]*\d)[0-9a-f]{16,128}\b"),  # a digest, a trace, a long number
    re.compile(r"\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b"),  # ULID
)
_MASK = "\0"
_LONGEST = 10_000
"""Characters of a value that is looked at; whatever is longer is no id."""

_UNIX = re.compile(r'"?(?:\d{10}(?:\.\d{1,9})?|\d{13}|\d{16}|\d{19})"?')
_PLAIN_ID = re.compile(r'\d{1,20}|"[\w.:/+=-]{1,128}"')
_FIRST, _LAST = 1_000_000_000, 2_200_000_000
"""Seconds since 1970: of 2001 and of 2039."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

_TIMES = frozenset(
    (
        *("at", "ts", "time", "timestamp", "date", "datetime", "created", "updated", "modified", "sent", "received"),
        *("start", "end", "expires", "expiry", "expiration", "exp", "iat", "nbf", "until", "since", "due", "anchor"),
        *("paid", "canceled", "cancelled", "finalized", "pushed", "epoch"),
    )
)
"""Words that names of times have in them; a number is not taken for a time without one."""
_IDS = frozenset(("id", "ids", "uuid", "guid", "ulid", "nonce", "sha", "etag"))
"""The last word of names of ids."""
_HEADERS = frozenset(
    (
        *("date", "time", "timestamp", "signature", "signatures", "sig", "sign", "hmac", "digest", "nonce", "age"),
        *("traceparent", "tracestate", "trace", "span", "ray", "baggage", "ulid", "uuid", "id", "guid", "delivery"),
    )
)
"""Words that names of headers have in them whose values differ in every request."""


def is_noise(name: str, before: str, after: str) -> bool:
    """Whether two values that differ, called `name`, are ids or times, or texts that differ only by such. Texts of JSON, or plain."""
    if max(len(before), len(after)) > _LONGEST:
        return False
    words = _words(name)
    if words[-1:] and words[-1] in _IDS and all(map(_PLAIN_ID.fullmatch, (before, after))):
        return True
    if _TIMES.intersection(words) and _is_unix(before) and _is_unix(after):
        return True
    masked = _masked(before)
    return _MASK in masked and masked == _masked(after)


def is_noisy_header(name: str) -> bool:
    return bool(_HEADERS.intersection(_words(name)))


def _words(name: str) -> list[str]:
    """`createdAt`, `created_at`, `Created-At`: all `created`, `at`."""
    return [word.lower() for word in _WORD.findall(name)]


def _is_unix(text: str) -> bool:
    """Seconds, or thousandths, millionths, billionths of one, since 1970."""
    if not _UNIX.fullmatch(text):
        return False
    return _FIRST <= int(text.strip('"')[:10]) < _LAST


def _masked(text: str) -> str:
    for look in _LOOKS:
        text = look.sub(_MASK, text)
    return text
