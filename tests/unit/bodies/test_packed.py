from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.packed import MANY, PackedLines, packed, size_of
from webhook_inspector.ui.matches import places

LINES = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=5), max_size=1200)


def pack(lines: list[str]) -> PackedLines:
    found = PackedLines()
    for first in range(0, len(lines), 700):
        found.add(lines[first : first + 700])
    return found


@given(LINES)
def test_the_lines_are_as_they_were(lines) -> None:
    found = pack(lines)
    assert (len(found), found.size) == (len(lines), sum(map(len, lines)))
    assert list(found) == lines
    assert [found[number] for number in range(len(lines))] == lines
    assert [found[-number - 1] for number in range(len(lines))] == lines[::-1]
    assert found[3:900:7] == lines[3:900:7]
    with pytest.raises(IndexError):
        found[len(lines)]


@given(st.lists(st.sampled_from(["needle", "NEEDLE needle", "", "x\u0130needle"]), max_size=1500))
def test_places_are_those_of_the_plain_lines(lines) -> None:
    assert [place for place in pack(lines).places("needle") if place] == [
        place for place in places(lines, "needle") if place
    ]


def test_a_line_feed_in_a_line_shifts_nothing() -> None:
    found = pack(["a\nb", *["c"] * 1000, "end"])
    assert list(found[:3]) == ["a", "b", "c"]
    assert (len(found), found[1002], found.size) == (1003, "end", 2 + 1000 + 3)


def test_many_lines_are_packed_few_are_a_tuple() -> None:
    few = packed([["a"], [], ["b", "c"]])
    assert (few, size_of(few)) == (("a", "b", "c"), 3)
    lines = [str(number) for number in range(MANY + 1000)]
    ends = [*range(0, len(lines), 300), len(lines)]
    many = packed(lines[start:end] for start, end in pairwise(ends))
    assert isinstance(many, PackedLines)
    assert list(many) == lines
    assert size_of(many) == [*accumulate(map(len, lines))][-1]
