from hypothesis import given
from hypothesis import strategies as st

from tests.ui.sent import attempt
from webhook_inspector.ui.latency_columns import picture_of


def test_a_column_for_each_in_the_order_in_which_they_were_sent():
    picture = picture_of([attempt(200, 0.3, at=2), attempt(500, 0.1, at=1), attempt(0, 0.2, at=3)])
    assert [(one.median, one.slowest, one.failed) for one in picture.columns] == [
        (0.1, 0.1, 1),
        (0.3, 0.3, 0),
        (0, 0, 1),
    ]
    assert (picture.tally.count, picture.tally.succeeded) == (3, 1)


def test_of_many_each_column_has_several():
    picture = picture_of([attempt(200, at / 1000, at=at) for at in range(1, 11)], most=4)
    assert [(one.median, one.slowest) for one in picture.columns] == [
        (0.002, 0.003),
        (0.005, 0.006),
        (0.008, 0.009),
        (0.01, 0.01),
    ]


@given(st.lists(st.tuples(st.sampled_from([0, 200, 404]), st.floats(0, 60)), max_size=60), st.integers(1, 9))
def test_nothing_is_left_out_and_there_are_never_too_many(sent, most):
    picture = picture_of([attempt(status, seconds, at=at) for at, (status, seconds) in enumerate(sent)], most)
    assert len(picture.columns) <= most
    assert sum(one.failed for one in picture.columns) == sum(status != 200 for status, _ in sent)
    slowest = max((one.slowest for one in picture.columns), default=0)
    assert slowest == max((seconds for status, seconds in sent if status), default=0)
