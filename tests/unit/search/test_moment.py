import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.moment import Moment, moment_of

NOW = 1_764_000_000 * 10**9
"""2025-11-24 16:00:00 UTC."""


@pytest.fixture(params=["UTC", "America/Sao_Paulo", "Asia/Kathmandu"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("text", "seconds"), [("10s", 10), ("10m", 600), ("1min", 60), ("2H", 7200), ("3d", 259_200), ("1w", 604_800)]
)
def test_ago(text: str, seconds: int) -> None:
    moment = moment_of(text)
    assert moment == Moment(ago=seconds)
    assert moment.ns(NOW) == NOW - seconds * 10**9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-11-24T16:00:00Z", 1_764_000_000),
        ("2025-11-24t16:00:00z", 1_764_000_000),
        ("2025-11-24T13:00:00-03:00", 1_764_000_000),
        ("2025-11-24T16:00Z", 1_764_000_000),
        ("1969-12-31T23:59:59Z", -1),
    ],
)
def test_exact_times(text: str, expected: int, zone: str) -> None:
    moment = moment_of(text)
    assert moment is not None
    assert moment.ns(NOW) == expected * 10**9


def test_fractions_are_exact() -> None:
    assert moment_of("2025-11-24T16:00:00.123456789Z") == Moment(at_ns=NOW + 123_456_789)
    assert moment_of("2025-11-24T16:00:00.5+00:00") == Moment(at_ns=NOW + 500_000_000)


def test_a_day_begins_at_local_midnight(zone: str) -> None:
    moment = moment_of("2025-11-24")
    assert moment is not None
    local = datetime.fromtimestamp(moment.ns(NOW) // 10**9, UTC).astimezone()
    assert (local.date().isoformat(), local.hour, local.minute) == ("2025-11-24", 0, 0)


@given(st.integers(0, 86_399))
def test_a_clock_time_is_the_last_that_was(clock: int) -> None:
    found = Moment(clock=clock).ns(NOW)
    assert NOW - 90_000 * 10**9 < found <= NOW
    local = datetime.fromtimestamp(found // 10**9, UTC).astimezone()
    assert local.hour * 3600 + local.minute * 60 + local.second == clock


@pytest.mark.parametrize(
    "text",
    ["", "x", "25:00", "14:60", "2026-02-31", "2026-13-01", "10", "m", "10 m", "-5m", "2026-01-01T", "1٣m", "14:00:99"],
)
def test_no_times(text: str) -> None:
    assert moment_of(text) is None


def test_far_away_times_fit_into_the_history() -> None:
    for moment in (Moment(ago=10**9 * 604_800), moment_of("0001-01-01T00:00:00Z"), moment_of("9999-12-31T23:59:59Z")):
        assert moment is not None
        assert -(2**63) < moment.ns(NOW) < 2**63
    assert Moment(clock=0).ns(2**80) == 2**63 - 1


@given(st.text(max_size=30) | st.from_regex(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?", fullmatch=True))
def test_junk_never_raises(text: str) -> None:
    moment = moment_of(text)
    assert moment is None or abs(moment.ns(NOW)) < 2**63
