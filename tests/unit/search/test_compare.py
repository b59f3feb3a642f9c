import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.compare import Number, core_of, fits, folded, glob_fits, is_number


@pytest.mark.parametrize(
    ("operator", "wanted", "found", "expected"),
    [
        (":", "b", "aBc", True),
        (":", "x", "abc", False),
        (":", "a*c", "ABBC", True),
        (":", "a*c", "xabc", False),
        (":", "1", "21", True),
        (":", "1", Number("21"), False),
        (":", "1", Number("1.0"), True),
        ("=", "abc", "ABC", True),
        ("=", "abc", "abcd", False),
        ("=", "a*", "ab", False),
        ("=", "1.1", "1.10", True),
        ("=", "É", "é", False),
        ("!=", "a", "b", True),
        ("!=", "1", Number("1.0"), False),
        (">", "9", "10", True),
        (">", "9", "9", False),
        (">=", "9", "9.0", True),
        ("<", "-1", "-2e3", True),
        ("<=", "1", "x", False),
        (">", "2026-01-01", "2026-01-02T10:00", True),
        ("<", "b", "A", True),
        ("=", "12345678901234567890123", Number("12345678901234567890123"), True),
        ("=", "12345678901234567890123", Number("12345678901234567890124"), False),
        (">", "1", Number("1e999999"), True),
        ("=", "1000", Number("1e3"), False),
        ("=", "1E3", Number("1e3"), True),
        (":", "1e3", Number("1e3"), True),
        ("=", "0", "-0.0", True),
    ],
)
def test_fits(operator: str, wanted: str, found: str, expected: bool) -> None:
    assert fits(operator, wanted, found) is expected


@pytest.mark.parametrize("text", ["1", "-1.5", "+2", "1e5", "9" * 400])
def test_numbers(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "1_000", "٣", "nan", "inf", "0x1", "1.", "9" * 401, "1\n", "1e9999999"])
def test_no_numbers(text: str) -> None:
    assert not is_number(text)


few = st.text(st.sampled_from("ab*\n"), max_size=8)


@given(few, few)
def test_wildcards_are_those_of_a_regular_expression(pattern: str, value: str) -> None:
    expected = re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), value, re.DOTALL) is not None
    assert glob_fits(pattern.encode(), value.encode()) is expected


@given(st.sampled_from([":", "=", "!=", ">", ">=", "<", "<="]), st.text(max_size=10), st.text(max_size=10))
def test_junk_never_raises(operator: str, wanted: str, found: str) -> None:
    assert fits(operator, wanted, Number(found)) in {True, False}
    assert folded(wanted) == folded(wanted).lower()


digits = st.from_regex(r"[+-]?0{0,2}[0-9]{0,3}(\.[0-9]{0,3}0{0,2})?(e[0-9])?", fullmatch=True)


@given(st.sampled_from([":", "="]), digits | few, digits | few)
def test_what_fits_has_the_core_in_it(operator: str, wanted: str, found: str) -> None:
    if operator == "=" or "*" not in wanted:
        for value in (found, Number(found)):
            assert not fits(operator, wanted, value) or core_of(wanted) in folded(value)
