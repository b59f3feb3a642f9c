"""How many captures came when: stretches of time of one width, and what was found of the signatures in each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_MS = 10**6
_SECOND = 1000 * _MS
_DAY = 86_400 * _SECOND
WIDTHS: tuple[int, ...] = (
    *(ms * _MS for ms in (10, 50, 100, 500)),
    *(seconds * _SECOND for seconds in (1, 5, 10, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200)),
    *(_DAY << doubled for doubled in range(13)),
)
"""Nanoseconds. Each divides the next, so that what was counted narrowly can be told more widely."""
MOST = 200
"""Stretches from the first to the last."""
LEAST = 40
"""As many are shown at least: a single capture does not fill the whole picture."""


@dataclass(frozen=True, slots=True)
class Tally:
    valid: int = 0
    failed: int = 0
    """Invalid, or too old."""
    other: int = 0
    """Nothing was verified: not signed, no secret, not known how."""

    @property
    def total(self) -> int:
        return self.valid + self.failed + self.other

    def plus(self, other: "Tally") -> "Tally":
        return Tally(self.valid + other.valid, self.failed + other.failed, self.other + other.other)


NONE = Tally()
_NOTHING: Mapping[int, Tally] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Arrivals:
    last: int = 0
    """The newest id that was looked at."""
    width: int = WIDTHS[0]
    """Nanoseconds, one of WIDTHS."""
    tallies: Mapping[int, Tally] = field(default_factory=lambda: _NOTHING)
    """By number: the stretch `n` begins at `n * width`. Only those that have captures."""

    @property
    def stretches(self) -> range:
        """The numbers of all that are to be shown, those without captures among them; empty where nothing came."""
        if not self.tallies:
            return range(0)
        end = max(self.tallies) + 1
        return range(min(*self.tallies, end - LEAST), end)

    def of(self, numbers: Iterable[int]) -> Tally:
        """What came in all of these together."""
        found = NONE
        for number in numbers:
            found = found.plus(self.tallies.get(number, NONE))
        return found

    def plus(self, later: "Arrivals") -> "Arrivals":
        width = max(self.width, later.width)
        found: dict[int, Tally] = {}
        for one in (self, later):
            for number, tally in one.tallies.items():
                place = number * one.width // width
                found[place] = found.get(place, NONE).plus(tally)
        return Arrivals(max(self.last, later.last), width, MappingProxyType(found)).fitted()

    def fitted(self) -> "Arrivals":
        """So wide that there are at most MOST stretches."""
        if not self.tallies:
            return self
        width = width_for(min(self.tallies) * self.width, (max(self.tallies) + 1) * self.width - 1)
        return self if width <= self.width else self.plus(Arrivals(width=width))


def width_for(first_ns: int, last_ns: int) -> int:
    """The smallest width that needs at most MOST stretches from one moment to another."""
    return next((width for width in WIDTHS if last_ns // width - first_ns // width < MOST), WIDTHS[-1])
