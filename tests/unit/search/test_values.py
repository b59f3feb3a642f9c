import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.faults import FilterError
from webhook_inspector.search.fields import FIELDS
from webhook_inspector.search.moment import Moment
from webhook_inspector.search.query import Bound, Wanted
from webhook_inspector.search.tokens import Value
from webhook_inspector.search.values import wanted_of


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("status", "200", Bound("=", 200)),
        ("status", ">=400", Bound(">=", 400)),
        ("status", "<= 5", Bound("<=", 5)),
        ("status", "=5", Bound("=", 5)),
        ("status", "5XX", Bound("..", 500, 599)),
        ("status", "200..299", Bound("..", 200, 299)),
        ("size", ">1mb", Bound(">", 2**20)),
        ("size", "1.5KB", Bound("=", 1536)),
        ("size", "1kib..2k", Bound("..", 1024, 2048)),
        ("size", "<1g", Bound("<", 2**30)),
        ("size", "0", Bound("=", 0)),
        ("size", "7b", Bound("=", 7)),
        ("since", "10m", Moment(ago=600)),
        ("before", "14:00", Moment(clock=50_400)),
        ("sig", "FAIL", "invalid"),
        ("sig", "ok", "valid"),
        ("is", "Live", "live"),
        ("path", "/A*", "/A*"),
        ("tag", "X", "X"),
    ],
)
def test_values(field: str, text: str, expected: Wanted) -> None:
    assert wanted_of(field, Value(text, 3, 3 + len(text))) == expected


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("status", "x", "filter-number"),
        ("status", "1..", "filter-number"),
        ("status", "..2", "filter-number"),
        ("status", ">", "filter-number"),
        ("status", "-1", "filter-number"),
        ("status", "٣", "filter-number"),
        ("status", "9" * 19, "filter-number"),
        ("size", "1tb", "filter-size"),
        ("size", "1.2.3", "filter-size"),
        ("since", "soon", "filter-time"),
        ("sig", "good", "filter-word"),
        ("path", "x" * 10_001, "filter-value-long"),
    ],
)
def test_what_a_field_does_not_take(field: str, text: str, code: str) -> None:
    with pytest.raises(FilterError) as caught:
        wanted_of(field, Value(text, 3, 3 + len(text)))
    fault = caught.value.fault
    assert (fault.problem.code, fault.start, fault.end) == (code, 3, 3 + len(text))


@given(
    st.sampled_from(list(FIELDS)), st.text(max_size=20) | st.from_regex(r"[<>=]*[0-9.]{0,25}[kmgbx]*", fullmatch=True)
)
def test_numbers_fit_into_the_history(field: str, text: str) -> None:
    try:
        found = wanted_of(field, Value(text, 0, len(text)))
    except FilterError as error:
        assert error.fault.problem.code.startswith("filter-")  # noqa: PT017 (both outcomes are right)
    else:
        assert not isinstance(found, Bound) or (found.number < 2**63 and found.last < 2**63)
