from hypothesis import given
from hypothesis import strategies as st

from tests.unit.drafts.attempts import attempt
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.latency import Latency, Tally, kind_of, rank, tally


def test_numbers_of_a_run() -> None:
    refused = Problem.of("port-taken", port=1)
    found = tally(
        [
            attempt(200, 0.3),
            attempt(204, 0.1),
            attempt(500, 0.2),
            attempt(500, 0.9),
            attempt(404, 0.4),
            attempt(problem=refused, seconds=30),
        ]
    )
    assert found == Tally(6, 2, (("500", 2), ("404", 1), ("port-taken", 1)), Latency(0.1, 0.3, 0.9, 0.9))
    assert found.failed == 4


def test_without_an_answer_there_is_no_latency() -> None:
    assert tally([]) == Tally(0, 0, (), None)
    assert tally([attempt(problem=Problem.of("x"))]).latency is None
    assert kind_of(Attempt(1, "POST", "http://a", b"", b"")) == ""


@given(st.lists(st.floats(0, 100), min_size=1, max_size=300))
def test_percentiles_are_values_that_were_there(seconds) -> None:
    ascending = sorted(seconds)
    for percent in (1, 50, 95, 100):
        found = rank(ascending, percent)
        assert sum(one <= found for one in ascending) * 100 >= percent * len(ascending)
        assert sum(one < found for one in ascending) * 100 < percent * len(ascending)


def test_nearest_ranks() -> None:
    hundred = [float(number) for number in range(1, 101)]
    assert (rank(hundred, 50), rank(hundred, 95)) == (50, 95)
    assert rank([1.0, 2.0], 50) == 1
    assert rank([1.0], 95) == 1
