import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.moment import moment_of
from webhook_inspector.search.parse import parse
from webhook_inspector.search.span import has_span, span_conditions, without_span, written

AT = 1_795_528_800 * 10**9


@pytest.fixture(params=["UTC", "America/Sao_Paulo", "Asia/Kathmandu"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_is_written_by_the_local_clock(zone: str) -> None:
    expected = {
        "UTC": "2026-11-24T14:00:00Z",
        "America/Sao_Paulo": "2026-11-24T11:00:00-03:00",
        "Asia/Kathmandu": "2026-11-24T19:45:00+05:45",
    }
    assert written(AT) == expected[zone]


@given(st.integers(-(2**63) + 1, 2**63 - 1))
def test_what_is_written_is_that_moment(at_ns: int) -> None:
    moment = moment_of(written(at_ns))
    assert moment is not None
    assert moment.ns(0) == at_ns


def test_a_moment_before_the_zone_had_whole_minutes_is_exact(zone: str) -> None:
    assert zone
    at_ns = -5_000_000_000 * 10**9
    moment = moment_of(written(at_ns))
    assert moment is not None
    assert moment.ns(0) == at_ns


def test_conditions_of_a_span() -> None:
    both = span_conditions(AT, AT + 5 * 10**8)
    assert [text.partition(":")[0] for text in both] == ["since", "before"]
    assert both[1].partition(":")[2] == written(AT + 5 * 10**8)
    assert span_conditions(AT, None) == both[:1]
    assert all(parse(text).query for text in both)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a since:10m b before:14:00", "a b"),
        ("since:10m", ""),
        ("a -since:10m", "a -since:10m"),
        ("since:10m OR a", "since:10m OR a"),
        ("size:x since:1m", "size:x since:1m"),
        ("a", "a"),
    ],
)
def test_takes_out_only_what_must_hold_by_itself(text: str, left: str) -> None:
    assert without_span(text) == left
    assert has_span(text) == (text != left)
