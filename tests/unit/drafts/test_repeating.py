from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.drafts.repeating import MOST, Pace, Repetition, Start, problem_of, schedule

SECOND = 10**9
REPETITIONS = st.builds(
    Repetition,
    times=st.integers(1, 4),
    at_once=st.integers(1, 4),
    pace=st.sampled_from(Pace),
    per_second=st.floats(0.1, 1000),
    speed=st.floats(0.1, 1000),
    doubled=st.booleans(),
    shuffled=st.booleans(),
    seed=st.integers(),
)
MOMENTS = st.lists(st.integers(0, 10**12), max_size=8)


def starts(moments, **wanted) -> list[tuple[float, int]]:
    return [(one.seconds, one.index) for one in schedule(moments, Repetition(**wanted))]


def test_one_draft_many_times() -> None:
    assert starts([0], times=3) == [(0, 0)] * 3
    assert starts([0], times=3, pace=Pace.RATE, per_second=2) == [(0, 0), (0.5, 0), (1, 0)]


def test_captures_with_their_gaps() -> None:
    moments = [5 * SECOND, 6 * SECOND, 10 * SECOND]
    assert starts(moments, pace=Pace.ORIGINAL) == [(0, 0), (1, 1), (5, 2)]
    assert starts(moments, pace=Pace.ORIGINAL, speed=10) == [(0, 0), (0.1, 1), (0.5, 2)]
    assert starts(moments) == [(0, 0), (0, 1), (0, 2)]


def test_rounds_follow_each_other() -> None:
    assert starts([0, SECOND], times=2, pace=Pace.ORIGINAL) == [(0, 0), (1, 1), (2, 0), (3, 1)]


def test_doubled_sends_each_twice_in_a_row() -> None:
    assert starts([0, SECOND], doubled=True, pace=Pace.ORIGINAL) == [(0, 0), (0, 0), (1, 1), (1, 1)]
    assert starts([0, 0], doubled=True, pace=Pace.RATE, per_second=1) == [(0, 0), (1, 0), (2, 1), (3, 1)]


def test_a_seed_gives_its_order_again() -> None:
    moments = list(range(20))
    orders = [tuple(index for _, index in starts(moments, shuffled=True, seed=seed)) for seed in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2]
    assert sorted(orders[0]) == moments
    both = [index for _, index in starts(moments, shuffled=True, times=2)]
    assert both[:20] != both[20:]


@given(MOMENTS, REPETITIONS)
def test_each_is_sent_as_often_as_asked_for_and_no_start_goes_back(moments, repetition) -> None:
    found = schedule(moments, repetition)
    each = repetition.times * (2 if repetition.doubled else 1)
    assert sorted(one.index for one in found) == sorted(list(range(len(moments))) * each)
    assert all(one.seconds <= other.seconds for one, other in pairwise(found))
    assert not found or found[0].seconds == 0


@pytest.mark.parametrize(
    ("repetition", "count", "code"),
    [
        (Repetition(times=0), 1, "repeat-number"),
        (Repetition(at_once=0), 1, "repeat-number"),
        (Repetition(per_second=0), 1, "repeat-speed"),
        (Repetition(speed=-1), 1, "repeat-speed"),
        (Repetition(speed=float("nan")), 1, "repeat-speed"),
        (Repetition(speed=float("inf")), 1, "repeat-speed"),
        (Repetition(times=MOST + 1), 1, "repeat-many"),
        (Repetition(times=MOST // 2 + 1, doubled=True), 1, "repeat-many"),
    ],
)
def test_what_makes_no_sense_is_told(repetition, count, code) -> None:
    problem = problem_of(repetition, count)
    assert problem is not None
    assert problem.code == code
    assert "{" not in sentence(problem)
    with pytest.raises(KnownError):
        schedule([0] * count, repetition)


def test_the_limit_itself_is_allowed() -> None:
    assert problem_of(Repetition(times=MOST), 1) is None
    assert schedule([], Repetition(times=5)) == ()
    assert schedule([7]) == (Start(0, 0),)
