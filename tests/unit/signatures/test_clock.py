import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.verdict import Step
from webhook_inspector.signatures.clock import (
    age_step,
    iso_seconds,
    iso_text,
    life_steps,
    time_step,
    tolerance,
    unix_seconds,
    unreadable_step,
)


@given(st.integers(0, 4_000_000_000))
def test_iso_round_trip(seconds) -> None:
    assert iso_seconds(iso_text(seconds).encode()) == seconds


def test_iso_forms() -> None:
    assert iso_seconds(b"2026-01-02T14:10:00Z") == 1_767_363_000
    assert iso_seconds(b"2026-01-02T11:10:00.5-03:00") == 1_767_363_000.5
    assert iso_seconds(b"2026-01-02T14:10:00") == 1_767_363_000
    assert iso_seconds(b"2026-01-02T14:10:00.123456789Z") == pytest.approx(1_767_363_000.123456)


@given(st.binary(max_size=30))
def test_junk_is_no_time(text) -> None:
    assert unix_seconds(text) is None or text.isdigit()
    iso_seconds(text)


def test_unix_seconds() -> None:
    assert unix_seconds(b"1767363000") == 1_767_363_000
    for text in (b"", b"-1", b"1.5", b"1e5", b" 1", b"9" * 16, "١".encode()):
        assert unix_seconds(text) is None


def test_iso_out_of_range() -> None:
    iso_seconds(b"0001-01-01T00:00:00+14:00")
    assert iso_seconds(b"10000-01-01T00:00:00Z") is None


def test_tolerance_is_a_whole_number_or_nothing() -> None:
    assert tolerance({"tolerance_seconds": 300}) == 300
    assert tolerance({}) is None
    assert tolerance({"tolerance_seconds": True}) is None
    assert tolerance({"tolerance_seconds": "300"}) is None


@pytest.mark.parametrize(("when", "holds"), [(1000, True), (700, True), (699, False), (1300, True), (1301, False)])
def test_age_counts_in_both_directions(when, holds) -> None:
    assert age_step(when, 1000, 300).holds is holds
    assert age_step(when, 1000, None).holds


def test_age_says_how_much() -> None:
    assert age_step(998, 1000, 300).fact == "the timestamp is 2 s old, the limit is 300 s"
    assert age_step(1002, 1000, 300).fact == "the timestamp is 2 s ahead of the clock, the limit is 300 s"


def test_a_limit_needs_a_time() -> None:
    assert [step.holds for step in life_steps(None, None, 1000, 300)] == [False]
    assert life_steps(None, None, 1000, None) == ()


def test_the_end_of_a_signature() -> None:
    assert [step.holds for step in life_steps(990, 1000, 1000, None)] == [True, True]
    assert [step.holds for step in life_steps(990, 999, 1000, None)] == [True, False]


def values(step: Step) -> tuple[str, str]:
    return step.expected, step.found


def test_limit_and_age_stand_beside_the_fact_as_numbers() -> None:
    assert values(age_step(998, 1000, 300)) == ("300", "2")
    assert values(age_step(1002.4, 1000, 300)) == ("300", "-2")
    assert values(age_step(998, 1000, None)) == ("", "2")
    assert values(time_step("x", None, holds=True)) == ("", "")


def test_an_end_has_no_limit_but_a_distance() -> None:
    assert [values(step) for step in life_steps(None, 990, 1000, None)] == [("", "10")]
    assert [values(step) for step in life_steps(None, 1010, 1000, None)] == [("", "-10")]
    assert [values(step) for step in life_steps(None, None, 1000, 300)] == [("300", "")]


def test_a_time_ahead_may_not_count() -> None:
    assert age_step(2000, 1000, 300, ahead_counts=False).holds
    assert not age_step(699, 1000, 300, ahead_counts=False).holds


def test_a_text_that_is_no_time() -> None:
    step = unreadable_step(b"12\xff", "iso", holds=False)
    assert (step.holds, values(step)) == (False, ("iso", "12\\xff"))
    assert step.fact == "the timestamp 12\\xff is no time in iso"
    assert unreadable_step(b"x" * 1000, "s", holds=True).fact == f"the timestamp {'x' * 40} is no time in s"
