import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.arrivals import WIDTHS, Tally
from webhook_inspector.ui.timeline_words import counts_text, kind_texts, moment_text, span_text

SECOND = 10**9
AT = 1_795_528_985 * SECOND


@pytest.fixture
def utc(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_counts_have_a_glyph_and_a_word():
    assert counts_text(Tally(1200, 3, 0)) == "Captures: 1,203 · ✓ valid 1,200 · ✗ invalid or expired 3"
    assert counts_text(Tally(other=1)) == "Captures: 1 · – not verified 1"
    assert counts_text(Tally()) == "Captures: 0"
    assert kind_texts(Tally(1, 2, 3), worded=False) == [("ok", "✓ 1"), ("fail", "✗ 2"), ("none", "– 3")]


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (SECOND // 100, "2026-11-24 14:03:05.250"),
        (SECOND, "2026-11-24 14:03:05"),
        (60 * SECOND, "2026-11-24 14:03"),
        (86_400 * SECOND, "2026-11-24 14:03"),
    ],
)
def test_a_moment_is_told_as_exactly_as_it_has_to_be(utc, width, text):
    assert moment_text(AT + SECOND // 4, width) == text


def test_a_span_names_its_day_once(utc):
    assert span_text(AT, AT + 5 * SECOND, SECOND) == "2026-11-24 14:03:05 – 14:03:10"
    assert span_text(AT, AT + 86_400 * SECOND, SECOND) == "2026-11-24 14:03:05 – 2026-11-25 14:03:05"


@given(st.integers(-(2**63), 2**63 - 1), st.sampled_from(WIDTHS))
def test_any_moment_has_words(at_ns, width):
    assert moment_text(at_ns, width)


def test_a_time_that_the_system_does_not_know_is_its_number(monkeypatch):
    def refused(_seconds):
        raise OSError

    monkeypatch.setattr(time, "localtime", refused)
    assert moment_text(AT, SECOND) == "1795528985"
