import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.providers.moments import nanoseconds

SECOND = 10**9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1600000000", 1_600_000_000 * SECOND),
        ("1600000000.329", 1_600_000_000 * SECOND + 329_000_000),
        ("1600000000.1234567891", 1_600_000_000 * SECOND + 123_456_789),
        ("1600000000123", 1_600_000_000 * SECOND + 123_000_000),
        ("1600000000123456", 1_600_000_000 * SECOND + 123_456_000),
        ("1600000000123456789", 1_600_000_000 * SECOND + 123_456_789),
        ("2020-09-13T12:26:40Z", 1_600_000_000 * SECOND),
        ("2020-09-13 12:26:40 UTC", 1_600_000_000 * SECOND),
        ("2020-09-13T09:26:40.5-03:00", 1_600_000_000 * SECOND + 500_000_000),
        ("2020-09-13T09:26:40-0300", 1_600_000_000 * SECOND),
        ("2020-09-13T12:26:40.123456789Z", 1_600_000_000 * SECOND + 123_456_789),
    ],
)
def test_what_providers_write(text: str, expected: int) -> None:
    assert nanoseconds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2020-09-13T12:26:40",
        "2020-09-13",
        "12345",
        "-1600000000",
        "1.6e9",
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59Z",
        "99999999999999",
        "9999999999999999999",
        "١٦٠٠٠٠٠٠٠٠",
        "1" * 5_000,
        "2020-09-13T12:26:40Z" + " " * 50,
    ],
)
def test_what_is_no_time_or_no_certain_one(text: str) -> None:
    assert nanoseconds(text) is None


@given(st.text() | st.from_regex(r"[0-9.]{0,30}") | st.from_regex(r"[0-9T:.+-]{0,40}Z?"))
def test_junk_never_raises(text: str) -> None:
    moment = nanoseconds(text)
    assert moment is None or 0 < moment < 2**63


@given(st.integers(min_value=10**8, max_value=9 * 10**9), st.integers(min_value=0, max_value=10**9 - 1))
def test_no_digit_is_lost(seconds: int, fraction: int) -> None:
    assert nanoseconds(f"{seconds}.{fraction:09}") == seconds * SECOND + fraction
