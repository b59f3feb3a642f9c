from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.ui.secret_words import end_of, free_label, hidden

PEM = "-----BEGIN PUBLIC KEY-----\n" + "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n" * 25 + "-----END PUBLIC KEY-----\n"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y", "…fE5y"),
        ("short", "…"),
        ("", "…"),
        (PEM, "PEM, 27 lines"),
        ('{\n"kty": "OKP"\n}', "JSON, 3 lines"),
        ("one\ntwo", "text, 2 lines"),
    ],
)
def test_a_secret_is_named_without_being_shown(qapp, value, words):
    assert hidden(value) == words


@given(st.text(min_size=1))
def test_at_most_the_end_is_shown(value):
    words = hidden(value)
    assert value not in words or value in "…PEM, JSON, text, 0123456789 lines"


@pytest.mark.parametrize(
    ("expires", "words"),
    [
        (None, "never"),
        (date(2026, 3, 2), "3/2/26"),
        (date(2026, 3, 1), "3/1/26"),
        (date(2026, 2, 28), "2/28/26, expired"),
    ],
)
def test_the_last_day_counts_still(qapp, expires, words):
    assert end_of(expires, date(2026, 3, 1)) == words


@pytest.mark.parametrize(
    ("taken", "label"), [((), "1"), (("1",), "2"), (("2", "live"), "1"), (("1", "2", "3"), "4"), (("live",), "1")]
)
def test_the_first_free_number_is_the_label(taken, label):
    assert free_label(taken) == label
