"""Which lines of two texts are the same, found with the standard library's difflib in bounded time."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from time import monotonic

from webhook_inspector.compare.change import Stop, Stopped

_COMMON = 50
"""Lines that occur more often than this begin no match, only end one; they are what makes difflib slow."""
_FEW = 2_000
"""Lines of a text that is quick whatever they are."""


@dataclass(frozen=True, slots=True)
class Run:
    """Lines `left` of the one text stand where lines `right` of the other do; either may be empty."""

    same: bool
    left: range
    right: range


@dataclass(frozen=True, slots=True)
class Matching:
    runs: tuple[Run, ...]
    complete: bool = True
    """False where time was up: then lines that are the same may be told as different."""


def match(
    before: Sequence[str],
    after: Sequence[str],
    stop: Stop,
    *,
    seconds: float = 3.0,
    clock: Callable[[], float] = monotonic,
) -> Matching:
    """Raises Stopped."""
    head = _equal_at_start(before, after)
    tail = _equal_at_end(before[head:], after[head:])
    end = len(before) - tail, len(after) - tail
    until = clock() + seconds
    pairs: list[tuple[int, int, int]] = [(0, 0, head)] if head else []
    complete = True
    inside, also_inside = before[head : end[0]], after[head : end[1]]
    if inside and also_inside:
        for left, right, size, in_time in _blocks(inside, also_inside, stop, lambda: clock() > until):
            pairs.append((left + head, right + head, size))
            complete = complete and in_time
    pairs.append((*end, tail))
    return Matching(tuple(_runs(sorted(pairs), len(before), len(after))), complete)


def _blocks(
    before: Sequence[str], after: Sequence[str], stop: Stop, late: Callable[[], bool]
) -> Iterator[tuple[int, int, int, bool]]:
    """Lines that are the same: where they begin on either side, how many, and whether there was time to look on."""
    times = Counter(after)
    frequent = {line for line, count in times.items() if count > _COMMON}
    if len(after) <= _FEW:
        frequent = set()
    matcher = SequenceMatcher(frequent.__contains__, before, after, autojunk=False)
    waiting = [(0, len(before), 0, len(after))]
    while waiting:
        if stop():
            raise Stopped
        if late():
            yield 0, 0, 0, False
            return
        low, high, low_right, high_right = waiting.pop()
        left, right, size = matcher.find_longest_match(low, high, low_right, high_right)
        if size:
            yield left, right, size, True
            if low < left and low_right < right:
                waiting.append((low, left, low_right, right))
            if left + size < high and right + size < high_right:
                waiting.append((left + size, high, right + size, high_right))


def _runs(pairs: Sequence[tuple[int, int, int]], left_size: int, right_size: int) -> Iterator[Run]:
    left = right = 0
    for start, other, size in [*pairs, (left_size, right_size, 0)]:
        if size == 0 and (start, other) != (left_size, right_size):
            continue
        if start > left or other > right:
            yield Run(same=False, left=range(left, start), right=range(right, other))
        if size:
            yield Run(same=True, left=range(start, start + size), right=range(other, other + size))
        left, right = start + size, other + size


def _equal_at_start(before: Sequence[str], after: Sequence[str]) -> int:
    shorter = min(len(before), len(after))
    return next((place for place in range(shorter) if before[place] != after[place]), shorter)


def _equal_at_end(before: Sequence[str], after: Sequence[str]) -> int:
    shorter = min(len(before), len(after))
    return next((place for place in range(shorter) if before[-1 - place] != after[-1 - place]), shorter)
