import time

import pytest

from tests.makers import RECEIVED_NS
from tests.ui.rows import make_row
from webhook_inspector.core.capture import State
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.columns import COLUMNS, cells_of, clock_time, iso_time, path_text, tooltip_of, url_of

BY_KEY = {column.key: place for place, column in enumerate(COLUMNS)}


@pytest.fixture
def zone(monkeypatch):
    monkeypatch.setenv("TZ", "America/Sao_Paulo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_columns_of_the_contract():
    assert [column.title for column in COLUMNS] == ["Time", "Method", "Path", "Type", "From", "Reply", "Size"]


def test_time_is_local_with_milliseconds_and_the_tooltip_has_the_zone(zone):
    assert clock_time(RECEIVED_NS) == "13:00:00.123"
    assert iso_time(RECEIVED_NS) == "2025-11-24T13:00:00.123456-03:00"


def test_texts_of_a_usual_capture():
    texts = cells_of(make_row()).texts
    assert texts[1:] == ("POST", "/stripe", "application/json", "127.0.0.1:50000", "200", "3.1 KiB")
    assert cells_of(make_row()).tone == "text"


@pytest.mark.parametrize(
    ("state", "glyph", "tone"),
    [(State.REFUSED, "✗", "fail"), (State.CUT, "!", "warn"), (State.INCOMPLETE, "!", "warn")],
)
def test_a_capture_that_is_not_whole_says_why_with_a_glyph_and_in_words(state, glyph, tone):
    row = make_row(state=state, problem=Problem.of("headers-too-many", limit=200), target="/x")
    assert path_text(row) == f"{glyph} The request has more than 200 headers. · /x"
    assert cells_of(row).tone == tone


def test_a_refused_capture_without_a_target():
    row = make_row(state=State.REFUSED, problem=Problem.of("tls-on-plain-port"), target="", method="", status=0)
    cells = cells_of(row)
    assert cells.texts[BY_KEY["path"]].startswith("✗ TLS on a plain port")
    assert cells.texts[BY_KEY["reply"]] == "–"
    assert "gone" in tooltip_of(row, BY_KEY["reply"])


def test_cells_are_short_and_of_one_line():
    row = make_row(target="/" + "a" * 5000 + "\n\u202e", method="P\x1bT")
    texts = cells_of(row).texts
    assert all(len(text) <= 300 for text in texts)
    assert texts[BY_KEY["path"]].endswith("…")
    assert texts[BY_KEY["method"]] == "–"


def test_the_size_tooltip_is_exact():
    assert tooltip_of(make_row(body_size=3174), BY_KEY["size"]) == "Size of the body in bytes: 3,174"


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("/stripe?x=1", "http://127.0.0.1:8787/stripe?x=1"),
        ("http://example.com/a", "http://example.com/a"),
        ("/to?url=http://a/", "http://127.0.0.1:8787/to?url=http://a/"),
    ],
)
def test_the_address_that_was_asked_for(target, url):
    assert url_of(make_row(target=target)) == url
