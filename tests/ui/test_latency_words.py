from tests.ui.sent import attempt
from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.drafts.latency import tally
from webhook_inspector.ui.latency_words import _KINDS, counts, figures, milliseconds


def test_how_long():
    assert [milliseconds(one) for one in (0.00042, 0.0099, 0.0123, 4.5)] == ["0.4 ms", "9.9 ms", "12 ms", "4500 ms"]


def test_the_figures_are_those_of_the_answers():
    found = tally([attempt(200, 0.01 * at) for at in range(1, 21)])
    assert figures(found.latency) == "half within 100 ms · 95 % within 190 ms · slowest 200 ms"
    assert figures(tally([attempt(0)]).latency) == ""


def test_failures_by_kind_the_most_frequent_first_with_a_glyph():
    found = tally([attempt(200), attempt(200), attempt(500), attempt(0), attempt(0), attempt(404)])
    assert counts(found) == "✓ 2 of 6 answered with 2xx · ✗ 2 × refused connections · ✗ 1 × 404 · ✗ 1 × 500"
    assert counts(tally([attempt(500)])) == "0 of 1 answered with 2xx · ✗ 1 × 500"


def test_many_kinds_are_not_all_told():
    found = tally([attempt(status) for status in (400, 401, 403, 404, 409, 500)])
    assert counts(found).endswith("✗ 1 × 404 · ✗ 2 others")


def test_the_short_words_are_of_problems_that_there_are():
    assert set(_KINDS) <= set(SENTENCES)
