import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.verdict import Step
from webhook_inspector.ui.digest_compare import compare, difference, grouped, place


def step(expected: str, found: str, *, holds: bool = False) -> Step:
    return Step("digest", holds, "fact", expected, found)


def test_groups_hexadecimal_digits_only():
    assert grouped("9f2c1b04ab") == "9f2c 1b04 ab"
    assert grouped("dGVhbXM=dGVhbXM=") == "dGVhbXM=dGVhbXM="
    assert grouped("abc") == "abc"


@pytest.mark.parametrize(
    ("expected", "found", "words"),
    [
        ("9f2c1b04", "8f2c1b04", "Difference from character 1."),
        ("9f2c1b04", "9f2c1a04", "Difference from character 6."),
        ("9f2c1b04", "9F2C1B04", "Only upper and lower case differ, from character 2."),
        ("9f2c1b04", "9f2c1b", "Difference from character 7. 8 characters are expected, 6 came."),
        ("9f2c1b04", "9f2c1b04", ""),
        ("", "9f2c1b04", ""),
        ("9f2c1b04", "", ""),
        ("9f2c1b04, 7777", "9f2c1b05", ""),
    ],
)
def test_tells_where_they_differ(expected, found, words):
    assert compare(step(expected, found)).words == words


def test_marks_the_difference_in_both():
    found = compare(step("9f2c1b04", "9f2c1a04"))
    assert found.expected.text[found.expected.mark] == "b"
    assert found.found.text[found.found.mark] == "a"


def test_marks_nothing_where_a_side_has_ended():
    found = compare(step("9f2c1b04", "9f2c1b"))
    assert found.expected.mark == 7
    assert found.found.mark == -1


def test_marks_nothing_in_what_fits():
    found = compare(step("9f2c1b04", "9F2C1B04", holds=True))
    assert (found.expected.mark, found.found.mark, found.words) == (-1, -1, "")


def test_lists_several():
    found = compare(step("", "9f2c1b04, 8f2c1b04"))
    assert found.found.text == "9f2c 1b04\n8f2c 1b04"
    assert found.found.value == "9f2c1b04\n8f2c1b04"


@given(st.text(alphabet="0aZ=", max_size=20), st.text(alphabet="0aZ=", max_size=20))
def test_a_difference_is_the_first(one, other):
    at = difference(one, other)
    assert (at == -1) == (one == other)
    if at >= 0:
        assert one[:at] == other[:at]
        assert one[at : at + 1] != other[at : at + 1]


@given(st.text(alphabet="0123456789abcdefXYZ", min_size=1, max_size=40), st.integers(0, 60))
def test_a_place_is_that_of_the_same_character(value, at):
    found = place(value, at)
    assert (found == -1) == (at >= len(value))
    assert found == -1 or grouped(value)[found] == value[at]


@given(st.text(max_size=40), st.text(max_size=40), st.booleans())
def test_any_text_is_compared(expected, found, holds):
    compared = compare(step(expected, found, holds=holds))
    assert compared.expected.value.replace("\n", ", ") == expected.replace("\n", ", ")
    assert compared.found.mark < max(len(compared.found.text), 1)
