from array import array

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.rows import ids
from webhook_inspector.ui.places import Places


def test_none_in_an_empty_list():
    assert Places(ids([])).of(0) is None


@given(st.lists(st.integers(-50, 50_000), unique=True, max_size=30), st.data())
def test_each_stands_where_it_does_also_after_others_left(numbers, data):
    places, left = Places(array("q", numbers)), list(numbers)
    for number in data.draw(st.lists(st.sampled_from(numbers), unique=True)) if numbers else []:
        places.leave(number)
        left.remove(number)
    assert [places.of(number) for number in left] == list(range(len(left)))
    assert all(places.of(number) is None for number in {*numbers, -51, 7, 60_000} - set(left))
