import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.moment import HIGHEST, LOWEST, nanoseconds_of, rfc3339


@given(st.integers(LOWEST, HIGHEST))
def test_every_moment_comes_back(nanoseconds: int) -> None:
    assert nanoseconds_of(rfc3339(nanoseconds)) == nanoseconds


@pytest.mark.parametrize(
    ("nanoseconds", "digits", "text"),
    [
        (0, 9, "1970-01-01T00:00:00.000000000Z"),
        (1_764_000_000_123_456_789, 9, "2025-11-24T16:00:00.123456789Z"),
        (1_764_000_000_999_999_999, 3, "2025-11-24T16:00:00.999Z"),
        (-1, 9, "1969-12-31T23:59:59.999999999Z"),
    ],
)
def test_text(nanoseconds: int, digits: int, text: str) -> None:
    assert rfc3339(nanoseconds, digits) == text


@pytest.mark.parametrize(
    ("text", "nanoseconds"),
    [
        ("1970-01-01T00:00:01Z", 10**9),
        ("1970-01-01T00:00:01", 10**9),
        ("1970-01-01T01:00:00.5+01:00", 5 * 10**8),
        ("19700101T000000.001Z", 10**6),
        ("1970-01-01 00:00:00.0000000019Z", 1),
        ("1970-01-02", 86_400 * 10**9),
    ],
)
def test_forms_that_others_write(text: str, nanoseconds: int) -> None:
    assert nanoseconds_of(text) == nanoseconds


@pytest.mark.parametrize(
    "text", ["", "now", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31", "\ud800", "1", "٢٠٢٦-01-01"]
)
def test_what_is_no_moment_is_a_misfit(text: str) -> None:
    with pytest.raises(MisfitError):
        nanoseconds_of(text)


@given(st.text())
def test_any_text_gives_a_moment_or_a_misfit(text: str) -> None:
    with contextlib.suppress(MisfitError):
        assert LOWEST <= nanoseconds_of(text) <= HIGHEST
