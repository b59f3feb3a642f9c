from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.formats.records import MARKS
from webhook_inspector.core.marks import NO_MARKS, Marks
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.marked import marks_member, marks_of


@given(MARKS)
def test_marks_come_back(marks: Marks) -> None:
    assert marks_of(marks_member(marks)) == marks


def test_what_is_not_there_is_not_written() -> None:
    assert marks_member(NO_MARKS) == {}
    assert marks_member(Marks(tags=("slow",))) == {"marks": {"tags": ["slow"]}}
    assert marks_of({}) is NO_MARKS


def test_tags_from_elsewhere_are_put_in_order() -> None:
    assert marks_of({"marks": {"tags": ["B", "a", "b"]}}) == Marks(tags=("a", "b"))


@pytest.mark.parametrize(
    ("junk", "reason"),
    [
        ([], "marks is not a JSON object"),
        ({"pinned": 1}, "of the wrong type"),
        ({"note": None}, "of the wrong type"),
        ({"colour": "mauve"}, "There is no colour mauve"),
        ({"tags": "a"}, "not a list of words"),
        ({"tags": [1]}, "not a list of words"),
        ({"tags": ["two words"]}, "is no tag"),
        ({"tags": ["a"] * 1001}, "not a list of words"),
        ({"note": "x" * 10_001}, "longer than 10000"),
    ],
)
def test_what_is_wrong_is_said(junk: Any, reason: str) -> None:
    with pytest.raises(MisfitError, match=reason):
        marks_of({"marks": junk})


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.sampled_from(["pinned", "colour", "tags", "note"]), ANYTHING) | ANYTHING)
def test_junk_never_raises_anything_else(junk: Any) -> None:
    try:
        marks = marks_of({"marks": junk})
    except MisfitError:
        return
    assert marks_of(marks_member(marks)) == marks
