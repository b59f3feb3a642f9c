"""Where each id of a list stands that is in any order: in four bytes for each id between the lowest and the highest."""

from array import array
from bisect import bisect_left, insort

_STEP = 10_000
"""Ids that are looked at by one call, so that other threads get their turn."""


class Places:
    """Made on a reading thread: a million ids take a tenth of a second."""

    def __init__(self, ids: "array[int]") -> None:
        parts = [ids[at : at + _STEP] for at in range(0, len(ids), _STEP)]
        self._low = min((min(part) for part in parts), default=0)
        high = max((max(part) for part in parts), default=-1)
        self._places = array("i", bytes(4 * (high - self._low + 1)))
        """By id, counted from one; 0 where the list does not hold it."""
        self._gone: list[int] = []
        """Places at first of what was taken out, ascending."""
        for place, number in enumerate(ids, 1):
            self._places[number - self._low] = place

    def of(self, number: int) -> int | None:
        """The place now, counted from zero; None where the list does not hold it."""
        at = number - self._low
        if not 0 <= at < len(self._places) or not self._places[at]:
            return None
        first = self._places[at] - 1
        return first - bisect_left(self._gone, first)

    def leave(self, number: int) -> None:
        """One that the list holds is taken out; what stands after it moves up."""
        at = number - self._low
        insort(self._gone, self._places[at] - 1)
        self._places[at] = 0
