from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.rows import ids
from webhook_inspector.ui.outline import Outline
from webhook_inspector.ui.places import Places


def test_without_anything_unfolded_it_is_the_list_of_heads() -> None:
    outline = Outline(ids([2, 4, 6]))
    assert list(outline) == [2, 4, 6]
    assert (len(outline), outline[-1], outline[0:2], outline.row_of(4), outline.row_of(5)) == (
        3,
        6,
        ids([2, 4]),
        1,
        None,
    )


def test_further_tries_stand_under_their_first() -> None:
    outline = Outline(ids([1, 4, 9]))
    outline.unfold(4, ids([5, 7]))
    assert list(outline) == [1, 4, 5, 7, 9]
    assert [outline[row] for row in range(5)] == [1, 4, 5, 7, 9]
    assert outline.unfolded(4) == 2
    outline.heads().pop()
    assert outline.heads() == ids([1, 4, 9])
    assert outline.unfolded(1) is None
    outline.fold(4)
    assert list(outline) == [1, 4, 9]


def test_what_is_unfolded_stays_so_while_others_come() -> None:
    outline = Outline(ids([4]))
    outline.unfold(4, ids([5]))
    outline.append(ids([8]))
    outline.prepend(ids([1, 2]))
    assert list(outline) == [1, 2, 4, 5, 8]
    assert outline.row_of(8) == 4


def test_beyond_its_end_there_is_nothing() -> None:
    outline = Outline(ids([4]))
    outline.unfold(4, ids([5]))
    with pytest.raises(IndexError):
        outline[2]


@given(st.data())
def test_rows_and_ids_belong_together(data) -> None:
    heads = sorted(data.draw(st.sets(st.integers(1, 60), min_size=1)))
    outline = Outline(array("q", heads))
    for head in data.draw(st.sets(st.sampled_from(heads))):
        free = [number for number in range(head + 1, 100) if number not in heads and outline.row_of(number) is None]
        outline.unfold(head, array("q", sorted(data.draw(st.sets(st.sampled_from(free), max_size=4))) if free else []))
    everything = list(outline)
    assert len(everything) == len(outline)
    assert [outline[row] for row in range(len(outline))] == everything
    assert [outline.row_of(number) for number in everything] == list(range(len(everything)))
    assert list(outline[1:7]) == everything[1:7]


def test_a_head_leaves_the_list() -> None:
    outline = Outline(ids([1, 4, 9]))
    outline.unfold(9, ids([10]))
    outline.leave(4)
    outline.leave(5)
    outline.leave(10)
    assert list(outline) == [1, 9, 10]
    assert [outline.row_of(number) for number in (1, 4, 9, 10)] == [0, None, 1, 2]


def test_heads_are_cut_out() -> None:
    outline = Outline(ids([1, 2, 3, 4, 9]))
    outline.unfold(9, ids([10]))
    outline.cut(2, 2)
    assert list(outline) == [1, 4, 9, 10]
    assert outline.opened() == [(9, ids([10]))]
    outline.cut(99, 1)
    assert list(outline) == [1, 4, 9, 10]


@given(st.data())
def test_rows_and_ids_belong_together_in_any_order(data) -> None:
    heads = array("q", data.draw(st.lists(st.integers(1, 60), min_size=1, unique=True)))
    outline, free = Outline(heads[:], Places(heads)), iter(range(100, 1000))
    for head in data.draw(st.lists(st.sampled_from(heads.tolist()), unique=True)):
        outline.unfold(head, array("q", [next(free) for _ in range(data.draw(st.integers(0, 3)))]))
    folded = [head for head in heads if outline.unfolded(head) is None]
    gone = data.draw(st.lists(st.sampled_from(folded), unique=True)) if folded else []
    for head in gone:
        outline.leave(head)
    everything = list(outline)
    assert [number for number in everything if number < 100] == [head for head in heads if head not in gone]
    assert [outline[row] for row in range(len(outline))] == everything
    assert [outline.row_of(number) for number in everything] == list(range(len(everything)))
    assert not any(outline.is_head(number) for number in gone)


def test_a_run_is_cut_out_of_any_order() -> None:
    heads = ids([9, 2, 7, 4, 1])
    outline = Outline(heads[:], Places(heads))
    outline.unfold(1, ids([20]))
    outline.cut(2, 3)
    assert list(outline) == [9, 1, 20]
    assert [outline.row_of(number) for number in (9, 2, 7, 4, 1, 20)] == [0, None, None, None, 1, 2]
