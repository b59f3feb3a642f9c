"""The ids of the table's rows: the captures that a list shows, and under a few of them, unfolded, the further tries of the same delivery."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from typing import overload

from webhook_inspector.ui.places import Places


class Outline(Sequence[int]):
    """A million ids are eight megabytes. What is unfolded is little, and each question looks through it."""

    def __init__(self, heads: "array[int]", places: Places | None = None) -> None:
        """`places` tells where heads stand that are not ascending: then none can be added."""
        self._heads = heads
        self._places = places
        self._unfolded: dict[int, array[int]] = {}
        """Under which head which ids stand, ascending."""
        self._open: list[int] = []
        """The heads that are unfolded, from the top."""

    def __len__(self) -> int:
        return len(self._heads) + sum(map(len, self._unfolded.values()))

    @overload
    def __getitem__(self, row: int) -> int: ...

    @overload
    def __getitem__(self, row: slice) -> "array[int]": ...

    def __getitem__(self, row: int | slice) -> "int | array[int]":
        if isinstance(row, slice):
            if not self._open:
                return self._heads[row]
            return array("q", (self[place] for place in range(*row.indices(len(self)))))
        return self._at(row + len(self) if row < 0 else row)

    def __iter__(self) -> Iterator[int]:
        for head in self._heads:
            yield head
            if head in self._unfolded:
                yield from self._unfolded[head]

    def heads(self) -> "array[int]":
        """A copy."""
        return self._heads[:]

    def row_of(self, number: int) -> int | None:
        """Where an id stands; None where it does not."""
        place = self._place(number)
        if place is not None:
            return place + sum(len(self._unfolded[head]) for head in self._open if self._where(head) < place)
        for head in self._open:
            under = self._unfolded[head]
            at = bisect_left(under, number)
            if at < len(under) and under[at] == number:
                row = self.row_of(head)
                return None if row is None else row + 1 + at
        return None

    def is_head(self, number: int) -> bool:
        return self._place(number) is not None

    def unfolded(self, head: int) -> int | None:
        """How many stand under a head; None where it is folded."""
        under = self._unfolded.get(head)
        return None if under is None else len(under)

    def append(self, heads: "array[int]") -> None:
        """Newer ones."""
        self._heads.extend(heads)

    def prepend(self, heads: "array[int]") -> None:
        """Older ones."""
        self._heads = heads + self._heads

    def leave(self, head: int) -> None:
        """Takes a head that is folded out of the list."""
        self.cut(head, 1)

    def opened(self) -> list[tuple[int, "array[int]"]]:
        """What is unfolded: each head with what stands under it."""
        return [(head, self._unfolded[head]) for head in self._open]

    def cut(self, head: int, count: int) -> None:
        """Takes so many heads, from that one on, out of the list; all of them are folded."""
        place = self._place(head)
        if place is None:
            return
        if self._places is not None:
            for number in self._heads[place : place + count]:
                self._places.leave(number)
        del self._heads[place : place + count]

    def unfold(self, head: int, under: "array[int]") -> None:
        """Puts ids under a head that is folded."""
        self._unfolded[head] = under
        insort(self._open, head, key=self._where)

    def fold(self, head: int) -> None:
        del self._unfolded[head]
        self._open.remove(head)

    def _where(self, head: int) -> int:
        """The place of one that is there."""
        place = self._place(head)
        return len(self._heads) if place is None else place

    def _place(self, number: int) -> int | None:
        if self._places is not None:
            return self._places.of(number)
        place = bisect_left(self._heads, number)
        return place if place < len(self._heads) and self._heads[place] == number else None

    def _at(self, row: int) -> int:
        passed = 0
        for head in self._open:
            place = self._where(head)
            under = self._unfolded[head]
            if row <= place + passed:
                break
            if row <= place + passed + len(under):
                return under[row - place - passed - 1]
            passed += len(under)
        return self._heads[row - passed]
