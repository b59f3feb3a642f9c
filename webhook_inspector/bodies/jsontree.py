"""JSON as a tree of places in its text: numbers, escapes, duplicate keys and their order stay as the sender wrote them.

One pass notes where each value stands; nothing is parsed and nothing is nested in memory, so that neither depth nor number can
hurt. Items are numbers: 0 is the whole, then come the values in the order of the text, then the ranges of long containers.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice

from webhook_inspector.bodies.jsonpath import Steps, name_of
from webhook_inspector.bodies.lines import hits
from webhook_inspector.bodies.progress import Progress

DEEPEST = 300
"""Levels that are opened up; what is deeper stays one value, shown as it stands."""
MOST = 2_000_000
"""Values that are noted; a value takes some 40 bytes."""
_PAUSE = 10_000
"""Values that are gone through without a pause."""
_TOLD = 1_000
"""Values from one word on the progress to the next."""
LONG = 1_000
"""Members of a container from which on they lie in ranges: a tree view asks about each row of what is opened."""

_BLANK = r"[ \t\n\r]*+"
_STRING = r'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?'
_UNIT = re.compile(
    rf'{_BLANK}(?:({_STRING}){_BLANK}:{_BLANK})?+(?:({_STRING}|[^ \t\n\r{{}}\[\],:"]++)|([\[{{])|([\]}}])|[,:])?+',
    re.DOTALL,
)
"""A key with its colon, then a value, what opens or closes one, or a mark between two."""


@dataclass(frozen=True, slots=True)
class Range:
    """Some members of a container that has too many."""

    parent: int
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class JsonTree:
    """What `scan` found; every method but `find`, `search` and `steps` takes the same short time for any size."""

    text: str
    complete: bool
    """False where there are more than MOST values."""
    by_line: bool
    _starts: "array[int]" = field(repr=False)
    _ends: "array[int]" = field(repr=False)
    _keys: "array[int]" = field(repr=False)
    """Where the key begins, or the value where there is none: in ascending order."""
    _parents: "array[int]" = field(repr=False)
    _rows: "array[int]" = field(repr=False)
    _counts: "array[int]" = field(repr=False)
    _firsts: Sequence[int] = field(repr=False)
    _members: "array[int]" = field(repr=False)
    """The members of every container one after the other, from `_firsts` on."""
    _ranges: Sequence[Range] = field(repr=False)
    _range_at: dict[int, int] = field(repr=False)
    """The number of the first range of a container that has some."""

    def __len__(self) -> int:
        """Values, the whole among them."""
        return len(self._starts)

    def count(self, item: int) -> int:
        """Children in the tree."""
        if item >= len(self):
            return self._ranges[item - len(self)].count
        if item in self._range_at:
            return -(-self._counts[item] // _width(self._counts[item]))
        return self._counts[item]

    def size(self, item: int) -> int:
        """Members of a container, whether they lie in ranges or not."""
        return self._ranges[item - len(self)].count if item >= len(self) else self._counts[item]

    def child(self, item: int, row: int) -> int:
        if item >= len(self):
            part = self._ranges[item - len(self)]
            return self._members[self._firsts[part.parent] + part.first + row]
        if item in self._range_at:
            return len(self) + self._range_at[item] + row
        return self._members[self._firsts[item] + row]

    def parent(self, item: int) -> int:
        if item >= len(self):
            return self._ranges[item - len(self)].parent
        above = self._parents[item]
        if above in self._range_at:
            return len(self) + self._range_at[above] + self._rows[item] // _width(self._counts[above])
        return above

    def row(self, item: int) -> int:
        if item >= len(self):
            return item - len(self) - self._range_at[self._ranges[item - len(self)].parent]
        above = self._parents[item]
        return self._rows[item] % _width(self._counts[above]) if above in self._range_at else self._rows[item]

    def label(self, item: int) -> str:
        """The key as it stands, the number of an element, or from where to where a range goes."""
        if item >= len(self):
            part = self._ranges[item - len(self)]
            return f"{part.first} … {part.first + part.count - 1}"
        if self._keys[item] < self._starts[item]:
            return self._key(item)[1:].removesuffix('"')
        if self._parents[item] == 0:
            return str(self._rows[item] + 1) if self.by_line else "$"
        return str(self._rows[item])

    def opening(self, item: int) -> str:
        """`{` or `[` of a container whose members are in the tree; else empty."""
        mark = self.text[self._starts[item]] if item < len(self) and self._starts[item] < len(self.text) else ""
        return mark if mark in ("{", "[") and not self._is_closed(item) else ""

    def literal(self, item: int, limit: int | None = None) -> str:
        """The value as it stands in the text, or its first `limit` characters."""
        if item >= len(self):
            return ""
        start, end = self._starts[item], self._ends[item]
        return self.text[start : end if limit is None else min(end, start + limit)]

    def steps(self, item: int) -> Steps:
        """From the top of the text, or of its line, to a value."""
        found: list[str | int] = []
        while 0 < item < len(self) and self._parents[item]:
            named = self._keys[item] < self._starts[item]
            found.append(name_of(self._key(item)) if named else self._rows[item])
            item = self._parents[item]
        return tuple(reversed(found))

    def find(self, steps: Steps, top: int = 1) -> int | None:
        """The value at these steps from `top`. Of members of the same name the last, which is what most parsers take."""
        item = top
        for step in steps:
            members = self._members[self._firsts[item] : self._firsts[item] + self._counts[item]]
            if isinstance(step, int) and self.opening(item) == "[":
                found = members[step] if step < len(members) else None
            else:
                wanted = str(step)
                found = next((one for one in reversed(members) if self._has_name(one, wanted)), None)
            if found is None:
                return None
            item = found
        return item if item < len(self) else None

    def search(self, wanted: str) -> Iterator[int | None]:
        """Values in whose key or text `wanted` occurs, in either case, each once; None now and then, where one may pause."""
        last = 0
        for hit in hits(re.compile(re.escape(wanted), re.IGNORECASE), self.text, len(wanted)):
            if hit is None:
                yield None
            elif (item := bisect_right(self._keys, hit[0], 1) - 1) > last:
                yield item
                last = item

    def _key(self, item: int) -> str:
        return self.text[self._keys[item] : self._starts[item]].rstrip(" \t\n\r").removesuffix(":").rstrip(" \t\n\r")

    def _has_name(self, item: int, name: str) -> bool:
        return self._keys[item] < self._starts[item] and name_of(self._key(item)) == name

    def _is_closed(self, item: int) -> bool:
        """Whether it holds something that is too deep for the tree."""
        return self._counts[item] == 0 and self._ends[item] - self._starts[item] > 2 and item not in self._range_at


def scan(text: str, *, by_line: bool = False, progress: Progress | None = None) -> JsonTree:
    """The tree of a text. Whatever the text is, it never raises; `by_line`: each line is a text of its own."""
    scanned = _Scanned(progress or Progress())
    complete = all(scanned.read(text, start, end) for start, end in (_lines(text) if by_line else [(0, len(text))]))
    ends = scanned.ends
    ends[0] = len(text)
    firsts = array("I", [0])
    for start in range(0, len(ends) - 1, _PAUSE):
        scanned.progress.tell(1, 1)
        firsts.extend(
            islice(accumulate(scanned.counts[start : min(start + _PAUSE, len(ends) - 1)], initial=firsts[-1]), 1, None)
        )
    members = array("I", bytes(4 * (len(ends) - 1)))
    for item in range(1, len(ends)):
        if item % _PAUSE == 0:
            scanned.progress.tell(1, 1)
        members[firsts[scanned.parents[item]] + scanned.rows[item]] = item
    ranges = [part for item, count in enumerate(scanned.counts) if count > LONG for part in _ranges(item, count)]
    at: dict[int, int] = {}
    for number, part in enumerate(ranges):
        at.setdefault(part.parent, number)
    found = (scanned.starts, ends, scanned.keys, scanned.parents, scanned.rows, scanned.counts)
    return JsonTree(text, complete, by_line, *found, firsts, members, ranges, at)


class _Scanned:
    """The columns of the table of values, as they grow."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.starts, self.ends, self.keys, self.parents, self.rows, self.counts = (array("I", [0]) for _ in range(6))

    def read(self, text: str, start: int, end: int) -> bool:
        """Adds the values between two places. False where there are too many."""
        stack = [0]
        deeper = 0
        for match in _UNIT.finditer(text, start, end):
            kind = match.lastindex
            if kind is None:
                continue
            if kind == 4:
                if match[1] is not None and len(stack) <= DEEPEST:
                    self._put(match.start(1), match.end(1), match.end(1), stack[-1])
                if deeper:
                    deeper -= 1
                elif len(stack) > 1:
                    self.ends[stack.pop()] = match.end()
                continue
            if len(stack) > DEEPEST:
                deeper += kind == 3
                continue
            if len(self.starts) > MOST:
                return False
            if len(self.starts) % _TOLD == 0:
                self.progress.tell(match.end(), len(text))
            value = match.start(kind) if kind > 1 else match.end()
            self._put(match.start(1) if match.start(1) >= 0 else value, value, match.end(), stack[-1])
            if kind == 3:
                stack.append(len(self.starts) - 1)
        for item in stack[1:]:
            self.ends[item] = end
        return True

    def _put(self, key: int, start: int, end: int, parent: int) -> None:
        self.keys.append(key)
        self.starts.append(start)
        self.ends.append(end)
        self.parents.append(parent)
        self.rows.append(self.counts[parent])
        self.counts[parent] += 1
        self.counts.append(0)


def _lines(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _ranges(item: int, count: int) -> Iterator[Range]:
    width = _width(count)
    return (Range(item, first, min(width, count - first)) for first in range(0, count, width))


def _width(count: int) -> int:
    """Members of a range: not so few that the ranges themselves would be too many."""
    return max(LONG, -(-count // LONG))
