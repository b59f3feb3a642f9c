import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.ui.line_caret import MOVES, Caret

LINES = ["one two", "", "three"]


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        ((0, 0), "MoveToNextChar", (0, 1)),
        ((0, 7), "MoveToNextChar", (1, 0)),
        ((2, 5), "MoveToNextChar", (2, 5)),
        ((0, 0), "MoveToPreviousChar", (0, 0)),
        ((2, 0), "MoveToPreviousChar", (1, 0)),
        ((0, 5), "MoveToNextLine", (1, 0)),
        ((2, 1), "MoveToPreviousLine", (1, 0)),
        ((0, 3), "MoveToNextPage", (2, 3)),
        ((2, 3), "MoveToPreviousPage", (0, 3)),
        ((0, 3), "MoveToStartOfLine", (0, 0)),
        ((0, 3), "MoveToEndOfLine", (0, 7)),
        ((2, 3), "MoveToStartOfDocument", (0, 0)),
        ((0, 3), "MoveToEndOfDocument", (2, 5)),
    ],
)
def test_moves(start, step, end):
    assert Caret(start, start).moved(step, LINES, 5, select=False) == Caret(end, end)
    assert Caret(start, start).moved(step, LINES, 5, select=True) == Caret(end, start)


def test_what_is_selected():
    assert Caret((2, 2), (0, 4)).text(LINES, 99) == "two\n\nth"
    assert Caret((0, 4), (2, 2)).text(LINES, 99) == "two\n\nth"
    assert Caret((0, 3), (0, 1)).text(LINES, 99) == "ne"
    assert Caret((0, 3), (0, 3)).text(LINES, 99) == ""
    assert [Caret((2, 2), (0, 4)).on_line(line, len(LINES[line])) for line in range(3)] == [(4, 7), (0, 0), (0, 2)]
    assert Caret((0, 1), (0, 2)).on_line(2, 5) == (0, 0)


def test_a_selection_that_is_copied_has_a_limit():
    assert len(Caret((999, 0), (0, 0)).text(["x" * 100] * 1000, 1000)) < 2000


def test_words():
    assert Caret((0, 5), (0, 5)).on_word(LINES).text(LINES, 99) == "two"
    assert Caret((1, 0), (1, 0)).on_word(LINES) == Caret((1, 0), (1, 0))


@given(st.lists(st.text(max_size=5), min_size=1), st.lists(st.sampled_from(sorted(MOVES)) | st.none()))
def test_it_never_leaves_the_text(lines, steps):
    caret = Caret()
    for step in steps:
        caret = caret.moved(step, lines, 3, select=True) if step else caret.on_word(lines)
        for line, column in (caret.at, caret.anchor):
            assert 0 <= column <= len(lines[line])
        caret.text(lines, 10)


def test_nothing_to_move_in():
    assert Caret().moved("MoveToNextChar", [], 1, select=False) == Caret()
    assert Caret().text([], 9) == ""
