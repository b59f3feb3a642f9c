from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.secret import Secret, masked


def test_its_repr_shows_nothing_of_it() -> None:
    secret = Secret("/stripe", "prod", "whsec_0123456789abcdef", date(2027, 1, 1), "key-1")
    assert repr(secret) == str(secret) == "Secret('/stripe', 'prod')"
    assert "0123" not in f"{[secret]!r} {(secret,)} {secret!s}"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("whsec_0123456789abcdef", "…cdef"),
        ("short", "…"),
        ("", "…"),
        ("x" * 15, "…"),
        ("line one of many\n\n\n\n", "…"),
    ],
)
def test_only_the_end_of_a_long_one_is_shown(value, shown) -> None:
    assert masked(value) == shown


@given(st.text(min_size=1))
def test_a_mask_never_shows_more_than_a_quarter(value) -> None:
    assert len(masked(value)) - 1 <= len(value) / 4
