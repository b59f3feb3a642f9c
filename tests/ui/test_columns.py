import time

import pytest

from tests.makers import RECEIVED_NS
from tests.ui.rows import make_row, place_of
from webhook_inspector.core.capture import Row, State
from webhook_inspector.core.delivery import Deliveries
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.marks import COLOURS, Marks
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.store import rows as stored_rows
from webhook_inspector.store.find import ORDERS
from webhook_inspector.ui import columns
from webhook_inspector.ui.columns import (
    COLUMNS,
    TRIES,
    cells_of,
    clock_time,
    colour_word,
    iso_time,
    path_text,
    tooltip_of,
    url_of,
)

PAID = Meaning("stripe", "invoice.paid", "evt_1", attempt=2, live=False)


@pytest.fixture
def zone(monkeypatch):
    monkeypatch.setenv("TZ", "America/Sao_Paulo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def text_of(row: Row, key: str) -> str:
    return cells_of(row).texts[place_of(key)]


def tone_of(row: Row, key: str) -> str:
    return cells_of(row).tones[place_of(key)]


def judged(status: Status | None, **more: str) -> Row:
    return make_row(judgement=Judgement(PAID, status, **more))


def test_columns_of_the_contract():
    titles = ["Marks", "Time", "Method", "Path", "Provider · event", "Signature", "Type", "From"]
    titles += ["Tags", "Note", "Reply", "Forward", "Size"]
    assert [column.title for column in COLUMNS] == titles
    assert [column.title for column in COLUMNS if not column.shown] == ["Type", "From", "Tags", "Note"]


@pytest.mark.parametrize(
    ("deliveries", "text", "tone"),
    [
        (Deliveries(), "", "text"),
        (Deliveries(delivered=2), "✓ 2/2", "ok"),
        (Deliveries(waiting=1, delivered=1), "! waiting 1/2", "warn"),
        (Deliveries(waiting=1, failed=1), "✗ failed 0/2", "fail"),
        (Deliveries(stopped=1, delivered=1), "– stopped 1/2", "none"),
    ],
)
def test_what_has_become_of_sending_it_on(deliveries, text, tone):
    row = make_row(deliveries=deliveries)
    assert (text_of(row, "forward"), tone_of(row, "forward")) == (text, tone)


def test_the_tooltip_counts_deliveries():
    row = make_row(deliveries=Deliveries(waiting=1, delivered=1200, failed=2, stopped=3))
    words = tooltip_of(row, place_of("forward"))
    assert words == "Deliveries made: 1,200 · failed: 2 · waiting: 1 · stopped: 3"
    assert tooltip_of(make_row(), place_of("forward")) == ""


def test_time_is_local_with_milliseconds_and_the_tooltip_has_the_zone(zone):
    assert clock_time(RECEIVED_NS) == "13:00:00.123"
    assert iso_time(RECEIVED_NS) == "2025-11-24T13:00:00.123456-03:00"


def test_texts_of_a_usual_capture():
    cells = cells_of(make_row())
    texts = ("POST", "/stripe", "", "…", "application/json", "127.0.0.1:50000", "", "", "200", "", "3.1 KiB")
    assert (cells.texts[0], cells.texts[2:]) == ("", texts)
    assert [tone for tone in cells.tones if tone != "text"] == ["none"]
    assert tone_of(make_row(), "signature") == "none"


@pytest.mark.parametrize(
    ("state", "glyph", "tone"),
    [(State.REFUSED, "✗", "fail"), (State.CUT, "!", "warn"), (State.INCOMPLETE, "!", "warn")],
)
def test_a_capture_that_is_not_whole_says_why_with_a_glyph_and_in_words(state, glyph, tone):
    row = make_row(state=state, problem=Problem.of("headers-too-many", limit=200), target="/x")
    assert path_text(row) == f"{glyph} The request has more than 200 headers. · /x"
    assert {tone_of(row, column.key) for column in COLUMNS if column.key != "signature"} == {tone}


def test_a_refused_capture_without_a_target():
    row = make_row(state=State.REFUSED, problem=Problem.of("tls-on-plain-port"), target="", method="", status=0)
    assert text_of(row, "path").startswith("✗ TLS on a plain port")
    assert text_of(row, "reply") == "–"
    assert text_of(row, "signature") == ""  # it is never judged, so nothing is awaited
    assert "gone" in tooltip_of(row, place_of("reply"))


@pytest.mark.parametrize(
    ("status", "text", "tone"),
    [
        (Status.VALID, "✓ valid", "ok"),
        (Status.INVALID, "✗ invalid", "fail"),
        (Status.EXPIRED, "! expired", "warn"),
        (Status.UNSIGNED, "– unsigned", "none"),
        (Status.NO_SECRET, "– no secret", "none"),
        (Status.UNKNOWN_SCHEME, "", "none"),
        (None, "…", "none"),
    ],
)
def test_each_verdict_has_glyph_word_and_tone(status, text, tone):
    row = judged(status)
    assert (text_of(row, "signature"), tone_of(row, "signature")) == (text, tone)
    assert tone_of(row, "path") == "text"


def test_no_verdict_is_forgotten():
    assert all(columns.verdict_text(status) or status is Status.UNKNOWN_SCHEME for status in Status)


def test_the_tooltip_of_a_signature_says_how_and_with_which_key():
    row = judged(Status.VALID, scheme="stripe", key_label="prod")
    assert tooltip_of(row, place_of("signature")) == "✓ valid · stripe · prod"
    assert tooltip_of(judged(Status.UNKNOWN_SCHEME), place_of("signature")) == ""


@pytest.mark.parametrize(
    ("meaning", "tries", "first", "text"),
    [
        (PAID, 1, 0, "Stripe · invoice.paid"),
        (PAID, 3, 0, "Stripe · invoice.paid · 3 ×"),
        (PAID, 1, 7, "↳ Stripe · invoice.paid"),
        (PAID, TRIES - 1, 0, "Stripe · invoice.paid · 9,999 ×"),
        (PAID, TRIES, 0, "Stripe · invoice.paid · 10,000+ ×"),
        (Meaning("stripe"), 1, 0, "Stripe"),
        (Meaning(event="ping"), 1, 0, "ping"),
        (Meaning("of-a-later-version", "ping"), 1, 0, "of-a-later-version · ping"),
        (Meaning(), 1, 0, ""),
    ],
)
def test_provider_and_event_with_the_number_of_tries(meaning, tries, first, text):
    assert text_of(make_row(judgement=Judgement(meaning), tries=tries, first=first), "event") == text


def test_as_many_tries_are_counted_as_the_history_counts():
    assert columns.TRIES == stored_rows.TRIES


def test_the_tooltip_of_an_event_has_what_the_cell_has_no_room_for():
    assert tooltip_of(judged(None), place_of("event")) == ("Stripe · invoice.paid · Event id: evt_1 · Attempt 2 · Test")
    live = make_row(judgement=Judgement(Meaning("stripe", live=True)))
    assert tooltip_of(live, place_of("event")) == "Stripe · Live"
    assert tooltip_of(make_row(), place_of("event")) == ""


def test_cells_are_short_and_of_one_line():
    hostile = Meaning("stripe", "paid\n\u202e\x1b[31m" + "x" * 5000, "evt\n\x00" + "y" * 5000)
    row = make_row(
        target="/" + "a" * 5000 + "\n\u202e",
        method="P\x1bT",
        content_type="text/\x1bplain\n" + "t" * 5000,
        judgement=Judgement(hostile, Status.VALID, "stripe", "la\nbel"),
    )
    shown = cells_of(row).texts
    assert all(len(text) <= 300 for text in shown)
    assert shown[place_of("path")].endswith("…")
    assert shown[place_of("method")] == "–"
    tooltips = [tooltip_of(row, place) for place in range(len(COLUMNS))]
    assert all(len(text) <= 1000 for text in tooltips)
    assert not {"\n", "\x1b", "\u202e", "\x00"} & set("".join(shown) + "".join(tooltips))


def test_the_size_tooltip_is_exact():
    assert tooltip_of(make_row(body_size=3174), place_of("size")) == "Size of the body in bytes: 3,174"


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


def test_marks_are_glyphs_in_the_colour_that_was_given():
    row = make_row(marks=Marks(pinned=True, colour="red", tags=("refund", "slow"), note="Ask\nthem"))
    assert (text_of(row, "marks"), tone_of(row, "marks")) == ("★●#✎", "red")
    assert (text_of(row, "tags"), text_of(row, "note")) == ("#refund #slow", "Ask them")
    tooltip = tooltip_of(row, place_of("marks"))
    assert tooltip.startswith("Pinned · red · #refund #slow · Ask")
    assert [colour_word(name) for name in ("", *COLOURS)] == ["", *COLOURS]
    assert tone_of(make_row(), "marks") == "text"


def test_every_column_can_put_the_rows_in_order():
    assert {column.sort for column in COLUMNS} == set(ORDERS)
