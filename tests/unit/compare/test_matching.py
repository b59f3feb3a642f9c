import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.compare.change import Stopped
from webhook_inspector.compare.matching import Matching, match


def go_on() -> bool:
    return False


def check(before: list[str], after: list[str], found: Matching) -> None:
    """Runs follow each other without a gap, and are the same exactly where they say so."""
    left = right = 0
    for run in found.runs:
        assert (run.left.start, run.right.start) == (left, right)
        left, right = run.left.stop, run.right.stop
        if run.same:
            assert before[run.left.start : left] == after[run.right.start : right] != []
        else:
            assert len(run.left) + len(run.right) > 0
    assert (left, right) == (len(before), len(after))


def test_what_is_inserted_and_removed():
    found = match(list("abcdef"), list("axcdf"), go_on)
    assert [(run.same, len(run.left), len(run.right)) for run in found.runs] == [
        (True, 1, 1),
        (False, 1, 1),
        (True, 2, 2),
        (False, 1, 0),
        (True, 1, 1),
    ]
    assert found.complete


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_every_pair_of_texts(before: list[str], after: list[str]):
    found = match(before, after, go_on)
    check(before, after, found)
    assert found.complete
    if before == after:
        assert all(run.same for run in found.runs)


def test_when_time_is_up_the_rest_is_told_as_different():
    clock = iter(range(1000))
    before, after = list("a1b2c3d"), list("x1y2z3w")
    found = match(before, after, go_on, seconds=1, clock=lambda: next(clock))
    check(before, after, found)
    assert not found.complete


def test_it_can_be_stopped():
    with pytest.raises(Stopped):
        match(["a", "b"], ["c", "b", "d"], lambda: True)


def test_lines_that_repeat_do_not_make_it_slow():
    generator = random.Random(1)
    before = [generator.choice("abcdefgh") for _ in range(20_000)]
    after = [generator.choice("abcdefgh") for _ in range(20_000)]
    begun = time.monotonic()
    check(before, after, match(before, after, go_on))
    assert time.monotonic() - begun < 5
