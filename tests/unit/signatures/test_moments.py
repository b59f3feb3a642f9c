import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.signatures.moments import UNITS, seconds, written


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("s", b"1767315000", 1767315000),
        ("s", b"-1", None),
        ("ms", b"1767315000500", 1767315000.5),
        ("ms", b"1e3", None),
        ("iso", b"2026-01-02T00:00:00Z", 1767312000),
        ("iso", b"2026-01-02T01:00:00.634234626+01:00", 1767312000.634234),
        ("iso", b"yesterday", None),
        ("s or ms", b"1767393000", 1767393000),
        ("s or ms", b"1767394000123", 1767394000.123),
        ("s or ms", b"", None),
    ],
)
def test_units(unit, text, expected) -> None:
    found = seconds(unit, text)
    assert found == (expected if expected is None else pytest.approx(expected))


@pytest.mark.parametrize("unit", UNITS)
@given(st.integers(0, 4_000_000_000))
def test_what_is_written_is_read(unit, now) -> None:
    assert seconds(unit, written(unit, float(now))) == now


@pytest.mark.parametrize("unit", UNITS)
@given(st.binary(max_size=40))
def test_junk(unit, text) -> None:
    assert seconds(unit, text) is None or isinstance(seconds(unit, text), float)
