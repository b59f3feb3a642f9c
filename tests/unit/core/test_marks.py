import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.marks import (
    NO_MARKS,
    NOTE_LIMIT,
    TAG_LIMIT,
    MarkChange,
    Marks,
    colour_of,
    in_order,
    note_of,
    tag_of,
    tags_of,
)
from webhook_inspector.core.problem import KnownError


def test_a_change_leaves_what_it_does_not_name():
    before = Marks(pinned=True, colour="red", tags=("a", "b"), note="why")
    assert MarkChange().of(before) == before
    assert MarkChange(pinned=False, colour="", note="").of(before) == Marks(tags=("a", "b"))
    assert MarkChange(add=("c", "a"), remove=("b",)).of(before).tags == ("a", "c")
    assert MarkChange(colour="blue").of(NO_MARKS) == Marks(colour="blue")


def test_tags_are_small_words_in_order():
    assert tag_of(" #Refund ") == "refund"
    assert tags_of("slow, Refund  slow #é-1") == ("refund", "slow", "é-1")
    assert tags_of(" , ") == ()
    assert in_order(["b", "a", "b"]) == ("a", "b")


@pytest.mark.parametrize("junk", ["", "#", "two words", "-x", "a,b", "a\0", "x" * (TAG_LIMIT + 1), "\ud800"])
def test_what_is_no_tag(junk: str):
    with pytest.raises(KnownError, match="mark-tag"):
        tag_of(junk)


@given(st.text())
def test_any_text_gives_tags_that_stay_as_they_are_or_is_refused(text: str):
    try:
        tags = tags_of(text)
    except KnownError:
        return
    assert tags_of(" ".join(tags)) == tags


def test_notes():
    assert note_of("  two\n lines ") == "two\n lines"
    assert note_of("a\ud800b\0") == "a�b�"
    with pytest.raises(KnownError, match="mark-note-long"):
        note_of("x" * (NOTE_LIMIT + 1))


def test_colours():
    assert (colour_of(""), colour_of("red")) == ("", "red")
    with pytest.raises(KnownError, match="mark-colour"):
        colour_of("mauve")
