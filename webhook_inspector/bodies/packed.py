"""Very many lines in little memory: some hundred of them lie in one string, taken apart when one is asked for.

Millions of strings would take four times the memory, and the interpreter is held up for as long as it takes to free them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import overload

MANY = 20_000
"""Lines from which on they are packed."""
_TOGETHER = 500
"""Lines that lie in one string."""


class PackedLines(Sequence[str]):
    """A line that holds a line feed counts as two."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._starts: list[int] = []
        """The number of the first line of each block."""
        self._count = 0
        self._size = 0
        self._open: tuple[int, list[str]] = (-1, [])
        """The block that was looked into last, and its lines. Replaced as one, since two threads may look."""

    @property
    def size(self) -> int:
        """Characters, without those between the lines."""
        return self._size

    def add(self, lines: Sequence[str]) -> None:
        for first in range(0, len(lines), _TOGETHER):
            block = "\n".join(lines[first : first + _TOGETHER])
            ends = block.count("\n")
            self._starts.append(self._count)
            self._blocks.append(block)
            self._count += ends + 1
            self._size += len(block) - ends

    def places(self, wanted: str) -> Iterator[tuple[int, int, int] | None]:
        """Line, first character and the one behind the last, wherever a text occurs in a line, in either case; None after each block."""
        pattern = re.compile(re.escape(wanted), re.IGNORECASE)
        for first, block in zip(self._starts, self._blocks, strict=True):
            starts: list[int] = []
            for hit in pattern.finditer(block):
                starts = starts or list(accumulate((len(line) + 1 for line in block.split("\n")), initial=0))
                line = bisect_right(starts, hit.start()) - 1
                yield first + line, hit.start() - starts[line], hit.end() - starts[line]
            yield None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(self._count))]
        number = range(self._count)[number]
        block, lines = self._open
        if block < 0 or not 0 <= number - self._starts[block] < len(lines):
            block = bisect_right(self._starts, number) - 1
            lines = self._blocks[block].split("\n")
            self._open = block, lines
        return lines[number - self._starts[block]]

    def __iter__(self) -> Iterator[str]:
        for block in self._blocks:
            yield from block.split("\n")


def packed(slices: Iterable[Sequence[str]]) -> Sequence[str]:
    """The lines of all slices: as a tuple, or packed where they are many."""
    lines: list[str] = []
    more = iter(slices)
    for some in more:
        lines += some
        if len(lines) > MANY:
            break
    else:
        return tuple(lines)
    found = PackedLines()
    found.add(lines)
    lines = []
    for some in more:
        found.add(some)
    return found


def size_of(lines: Sequence[str]) -> int:
    """Characters of lines, packed or not."""
    return lines.size if isinstance(lines, PackedLines) else sum(map(len, lines))
