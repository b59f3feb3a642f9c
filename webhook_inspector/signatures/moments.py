"""Timestamps as senders write them: seconds, milliseconds, ISO 8601; read and written by the same row."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from webhook_inspector.signatures.clock import iso_seconds, iso_text, unix_seconds

_NUMBER = re.compile(rb"[0-9]{1,18}")
_MILLISECONDS_FROM = 10**11
"""As seconds this is the year 5138, as milliseconds 1973: where both units occur, the size tells which."""


@dataclass(frozen=True, slots=True)
class Clock:
    unit: str = "s"
    """A key of `UNITS`."""
    ahead_counts: bool = True
    """Whether a timestamp ahead of our clock is refused like one that is too old; some senders' libraries only refuse old ones."""


@dataclass(frozen=True, slots=True)
class Unit:
    read: Callable[[bytes], float | None]
    write: Callable[[float], str]


def _milliseconds(text: bytes) -> float | None:
    return int(text) / 1000 if _NUMBER.fullmatch(text) else None


def _either(text: bytes) -> float | None:
    if not _NUMBER.fullmatch(text):
        return None
    return float(text) if int(text) < _MILLISECONDS_FROM else int(text) / 1000


UNITS: dict[str, Unit] = {
    "s": Unit(unix_seconds, lambda now: str(int(now))),
    "ms": Unit(_milliseconds, lambda now: str(int(now * 1000))),
    "iso": Unit(iso_seconds, iso_text),
    "s or ms": Unit(_either, lambda now: str(int(now))),
}


def seconds(unit: str, text: bytes) -> float | None:
    """Unix seconds; None where the text is no time of this unit."""
    return UNITS[unit].read(text)


def written(unit: str, now: float) -> bytes:
    return UNITS[unit].write(now).encode()
