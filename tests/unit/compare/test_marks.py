import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.compare.marks import Mark, marks


def marked(left: str, right: str) -> tuple[list[str], list[str]]:
    found = marks(left, right)
    return [left[at : at + size] for at, size in found[0]], [right[at : at + size] for at, size in found[1]]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ('"a": 1500,', '"a": 2500,', (["1500"], ["2500"])),
        ('"a": "paid"', '"a": "open",', (["paid"], ["open"])),
        ("one two three", "one three", (["two "], [])),
        ("a", "a,", ([], [","])),
        ("a", "a", ([], [])),
        ("x " * 300 + "a", "x " * 300 + "b", (["a"], ["b"])),
        ("x " * 300, "x " * 301, ([], ["x "])),
    ],
)
def test_words(left: str, right: str, words: tuple[list[str], list[str]]):
    assert marked(left, right) == words


def without(text: str, places: tuple[Mark, ...]) -> str:
    for at, size in reversed(places):
        text = text[:at] + text[at + size :]
    return text


@given(st.text("ab, .", max_size=30), st.text("ab, .", max_size=30))
def test_what_is_not_marked_is_the_same(left: str, right: str):
    one, other = marks(left, right)
    assert without(left, one).rstrip(",") == without(right, other).rstrip(",")
