import itertools

from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.arrivals import LEAST, MOST, NONE, WIDTHS, Arrivals, Tally, width_for

SECOND = 10**9
moments = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 10**12)


def test_each_width_divides_the_next() -> None:
    assert all(wider > width and wider % width == 0 for width, wider in itertools.pairwise(WIDTHS))


@given(moments, moments)
def test_whatever_the_time_there_are_few_stretches(one: int, other: int) -> None:
    first, last = sorted((one, other))
    width = width_for(first, last)
    assert last // width - first // width < MOST
    narrower = [found for found in WIDTHS if found < width]
    assert all(last // found - first // found >= MOST for found in narrower)


def counted(moments: list[int]) -> Arrivals:
    found = Arrivals()
    for place, at in enumerate(moments, 1):
        found = found.plus(Arrivals(place, WIDTHS[0], {at // WIDTHS[0]: Tally(1)}))
    return found


@given(st.lists(moments, min_size=1, max_size=12), st.data())
def test_what_is_counted_piece_by_piece_is_what_is_counted_at_once(times: list[int], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(times)))
    whole = counted(times)
    parts = counted(times[:cut]).plus(counted(times[cut:]))
    assert (parts.width, parts.tallies) == (whole.width, whole.tallies)
    assert whole.of(whole.stretches).total == len(times)
    assert LEAST <= len(whole.stretches) <= MOST
    assert all(whole.tallies[at // whole.width].total for at in times)


def test_nothing_came() -> None:
    assert Arrivals().stretches == range(0)
    assert Arrivals().of(range(5)) == NONE
    assert Arrivals().plus(Arrivals(last=7)) == Arrivals(last=7)


def test_a_single_capture_stands_at_the_end() -> None:
    one = Arrivals(1, SECOND, {100: Tally(valid=1)})
    assert one.stretches == range(100 - LEAST + 1, 101)


def test_counts_of_one_stretch_are_added() -> None:
    both = Arrivals(1, SECOND, {3: Tally(1, 2, 3)}).plus(Arrivals(2, SECOND, {3: Tally(1, 0, 0), 4: Tally(other=5)}))
    assert both == Arrivals(2, SECOND, {3: Tally(2, 2, 3), 4: Tally(other=5)})
    assert both.of((3, 4)) == Tally(2, 2, 8)
