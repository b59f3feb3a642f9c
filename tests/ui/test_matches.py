import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.ui.matches import MOST, PART, Matches, find, gathered, places

LINES = ["one two", "", "Two one two", "three"]


def test_finds_every_place_in_either_case():
    assert find(LINES, "two").places == ((0, 4, 7), (2, 0, 3), (2, 8, 11))


def test_finds_letters_not_patterns():
    assert find(["a.b", "axb", "(a+)+$"], "a.b").places == ((0, 0, 3),)
    assert find(["a.b", "axb", "(a+)+$"], "(a+)+$").places == ((2, 0, 6),)


def test_nothing_wanted_is_nothing_found():
    assert len(find(LINES, "")) == 0
    assert len(find([], "x")) == 0


def test_does_not_look_over_the_end_of_a_line():
    assert len(find(["ab", "cd"], "bc")) == 0


def test_stops_at_the_limit_and_says_so():
    found = find(["x" * (MOST + 1)], "x")
    assert len(found) == MOST
    assert not found.complete
    assert find(["x" * MOST], "x").complete


def test_places_of_a_line():
    found = find(LINES, "two")
    assert found.on_line(2) == ((2, 0, 3), (2, 8, 11))
    assert found.on_line(1) == ()


def test_goes_round_in_both_directions():
    found = find(LINES, "two")
    assert found.next_after(0, -1) == 0
    assert found.next_after(0, 4) == 1
    assert found.next_after(2, 8) == 0
    assert found.last_before(2, 8) == 1
    assert found.last_before(0, 4) == 2


def test_without_places_there_is_no_next():
    assert Matches().next_after(0, 0) == -1
    assert Matches().last_before(0, 0) == -1


@given(st.lists(st.text("abAB\U0001f600é", max_size=12), max_size=8), st.text("abAB", min_size=1, max_size=3))
def test_every_place_holds_what_was_wanted(lines: list[str], wanted: str):
    found = find(lines, wanted)
    for line, start, end in found.places:
        assert lines[line][start:end].lower() == wanted.lower()
    assert list(found.places) == sorted(found.places)
    assert len(found) == sum(line.lower().count(wanted.lower()) for line in lines)


@pytest.mark.parametrize("lines", [["x"] * 5])
def test_walking_on_visits_every_place(lines: list[str]):
    found = find(lines, "x")
    seen, at = [], (0, -1)
    for _ in lines:
        index = found.next_after(*at)
        at = found.places[index][:2]
        seen.append(index)
    assert seen == [0, 1, 2, 3, 4]


def test_places_come_one_by_one_with_pauses_between():
    lines = ["x" * (PART - 8) + " needle", "", "needle"]
    assert list(places(lines, "NEEDLE")) == [(0, PART - 7, PART - 1), None, (2, 0, 6), None]
    found = list(places([*lines, *lines], "needle"))
    assert [place for place in found if place] == [
        (0, PART - 7, PART - 1),
        (2, 0, 6),
        (3, PART - 7, PART - 1),
        (5, 0, 6),
    ]
    assert found.count(None) > 2


def test_what_is_gathered_has_a_limit():
    assert gathered([None, (0, 0, 1), None]) == Matches(((0, 0, 1),))
    many = gathered((line, 0, 1) for line in range(MOST + 1))
    assert (len(many), many.complete) == (MOST, False)
