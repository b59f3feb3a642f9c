"""Where a text occurs in the lines of a view: pure, so that one answer serves the count, the marks and the next place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

MOST = 10_000
"""Places that are found at most: more help nobody, and each costs memory."""

PART = 2**16
"""Characters that are searched without a pause."""

Place = tuple[int, int, int]
"""Line, first character, character behind the last: counted from 0, in characters of Python."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The places of one search, in order."""

    places: tuple[Place, ...] = ()
    complete: bool = True
    """False where there are more than MOST."""

    def __len__(self) -> int:
        return len(self.places)

    def on_line(self, line: int) -> Sequence[Place]:
        return self.places[bisect_left(self.places, (line,)) : bisect_left(self.places, (line + 1,))]

    def next_after(self, line: int, column: int) -> int:
        """Index of the first place that begins behind this one, from the top again after the last. -1: no places."""
        if not self.places:
            return -1
        return bisect_right(self.places, (line, column, MOST**3)) % len(self.places)

    def last_before(self, line: int, column: int) -> int:
        """Index of the last place that begins before this one, from the end again before the first. -1: no places."""
        if not self.places:
            return -1
        return (bisect_left(self.places, (line, column)) - 1) % len(self.places)


def find(lines: Sequence[str], wanted: str) -> Matches:
    """Every place of `wanted` in `lines`, in either case; a text over two lines is not found."""
    return gathered(places(lines, wanted))


def gathered(found: Iterable[Place | None]) -> Matches:
    """The first MOST of them."""
    every = (place for place in found if place)
    return Matches(tuple(islice(every, MOST)), complete=next(every, None) is None)


def places(lines: Sequence[str], wanted: str) -> Iterator[Place | None]:
    """The same one by one; None after each part of the text, where one may pause."""
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    first = 0
    while wanted and first < len(lines):
        part = _part(lines, first)
        starts = list(accumulate((len(line) + 1 for line in part), initial=0))
        for hit in pattern.finditer("\n".join(part)):
            line = bisect_right(starts, hit.start()) - 1
            yield first + line, hit.start() - starts[line], hit.end() - starts[line]
        first += len(part)
        yield None


def _part(lines: Sequence[str], first: int) -> Sequence[str]:
    """Some lines from `first` on: enough to be worth the trouble, few enough to take no time."""
    size, last = 0, first
    while last < len(lines) and size < PART:
        size += len(lines[last]) + 1
        last += 1
    return lines[first:last]
