import json
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.cli.rows import (
    TARGET_LIMIT,
    Columns,
    _local_second,
    as_json,
    cut,
    lines_as,
    local_time,
    marks_text,
    ordinal,
    size_text,
    told,
    tries_text,
)
from webhook_inspector.core.capture import Row, State, row_of
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.marks import Marks
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status

ROW = row_of(make_record(number=12))
PAID = Meaning("stripe", "invoice.paid", "evt_1", 2, live=False)
JUDGED = replace(ROW, judgement=Judgement(PAID, Status.VALID, "stripe", "main"))


@pytest.fixture(autouse=True)
def an_hour_ahead(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of the machine is one hour ahead of UTC."""
    monkeypatch.setenv("TZ", "XXX-1")
    time.tzset()
    _local_second.cache_clear()
    yield
    monkeypatch.undo()
    time.tzset()
    _local_second.cache_clear()


def line(row: Row, *, dated: bool = True, colour: bool = False) -> str:
    return Columns(dated=dated, colour=colour).lines([row])[0]


def test_the_object_has_what_is_promised() -> None:
    assert as_json(ROW) == {
        "id": 12,
        "received_at": "2025-11-24T16:00:00.123456789Z",
        "endpoint": "/stripe",
        "method": "POST",
        "target": "/stripe?x=1",
        "provider": None,
        "event": None,
        "event_id": None,
        "attempt": None,
        "live": None,
        "verdict": None,
        "signed_by": None,
        "first": None,
        "tries": 1,
        "status": 200,
        "size": 8,
        "peer": "127.0.0.1:50000",
        "content_type": "application/json",
        "host": "127.0.0.1:8787",
        "state": "complete",
        "problem": None,
        "pinned": False,
        "colour": None,
        "tags": [],
        "note": None,
    }


def test_a_line_for_people() -> None:
    assert line(ROW) == (
        "   12  2025-11-24 17:00:00.123  POST    200       8 B  …          application/json  /stripe?x=1"
    )
    assert line(ROW, dated=False).startswith("   12  17:00:00.123  POST  ")


def test_what_was_judged_is_in_the_object() -> None:
    found = as_json(replace(JUDGED, first=7))
    names = ("provider", "event", "event_id", "attempt", "live", "verdict", "signed_by", "first", "tries")
    assert [found[name] for name in names] == ["stripe", "invoice.paid", "evt_1", 2, False, "valid", "stripe", 7, 1]


def test_an_event_takes_the_place_of_the_content_type() -> None:
    assert line(JUDGED, dated=False) == (
        "   12  17:00:00.123  POST    200       8 B  ✓ valid    stripe invoice.paid  /stripe?x=1"
    )
    assert len(line(JUDGED)) < 120


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.VALID, "✓ valid"),
        (Status.INVALID, "✗ invalid"),
        (Status.EXPIRED, "! expired"),
        (Status.UNSIGNED, "– unsigned"),
        (Status.NO_SECRET, "– no secret"),
        (Status.UNKNOWN_SCHEME, ""),
        (None, "…"),
    ],
)
def test_each_verdict_has_its_word(status: Status | None, word: str) -> None:
    shown = line(replace(ROW, judgement=Judgement(status=status)), dated=False)
    before, after = "   12  17:00:00.123  POST    200       8 B  ", "  application/json  /stripe?x=1"
    assert shown == f"{before}{word:<9}{after}"


def test_what_is_no_request_waits_for_no_verdict() -> None:
    assert "…" not in line(replace(ROW, state=State.REFUSED))


def test_a_long_event_is_cut() -> None:
    shown = line(replace(ROW, judgement=Judgement(Meaning("p", "e" * 100), Status.VALID)))
    assert f"  p {'e' * 37}…  /stripe" in shown


def test_what_a_sender_calls_its_event_acts_on_nothing() -> None:
    row = replace(ROW, judgement=Judgement(Meaning("p", "\x1b[2J\u202e", "\x9b"), Status.VALID))
    assert told(row) == "p \\x1b[2J\\u202e"
    assert (line(row) + json.dumps(as_json(row))).isprintable()


@pytest.mark.parametrize(
    ("first", "tries", "attempt", "text"),
    [(0, 1, 0, ""), (0, 3, 1, "3 tries"), (17, 1, 0, "↳ retry of 17"), (17, 1, 2, "↳ 2nd try of 17")],
)
def test_tries(first: int, tries: int, attempt: int, text: str) -> None:
    row = replace(ROW, first=first, tries=tries, judgement=Judgement(Meaning(attempt=attempt)))
    assert tries_text(row) == text
    assert line(row).endswith(f"/stripe?x=1{'  ' if text else ''}{text}")


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st"), (111, "111th")],
)
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


def test_a_problem_stands_at_the_end_and_acts_on_nothing() -> None:
    problem = Problem.of("content-length", value="\x1b[31m1\r\n2\u202e")
    row = replace(ROW, state=State.REFUSED, status=400, problem=problem)
    assert line(row).endswith("  /stripe?x=1  Malformed Content-Length: \\x1b[31m1\\r\\n2\\u202e")
    assert as_json(row)["problem"] == "Malformed Content-Length: \\x1b[31m1\\r\\n2\\u202e"


def test_colours_add_nothing_but_colours() -> None:
    row = replace(ROW, status=404, problem=Problem.of("not-http"))
    painted = line(row, colour=True)
    assert "\x1b[31m404\x1b[0m" in painted
    assert "\x1b[31mThese bytes are not an HTTP request.\x1b[0m" in painted
    assert "\x1b[32m✓ valid  \x1b[0m" in line(JUDGED, colour=True)
    plain = painted
    for code in ("\x1b[31m", "\x1b[2m", "\x1b[0m"):
        plain = plain.replace(code, "")
    assert plain == line(row)


def test_columns_align_and_grow() -> None:
    wide = replace(ROW, id=1_234_567, method="PROPFIND", judgement=Judgement(Meaning("p", "e" * 30)))
    columns = Columns(dated=True, colour=False)
    first, second = columns.lines([ROW, wide])
    third = columns.lines([ROW])[0]
    assert {text.index("/stripe?x=1") for text in (first, second, third)} == {first.index("/stripe?x=1")}


def test_hostile_sizes_do_not_break_the_table() -> None:
    row = replace(ROW, method="M" * 5000, content_type="t" * 5000, target="/" * 5000, peer="p" * 500, status=0)
    assert len(line(row)) < 200 + TARGET_LIMIT
    assert "  –  " in line(row)


def test_a_sender_s_escapes_are_inert() -> None:
    head = make_head(target="/\x1b]0;pwned\x07").replace(b"application/json", "a\u202eb\x9b".encode())
    row = row_of(make_record(make_capture(head)))
    printed = line(row) + json.dumps(as_json(row))
    assert printed.isprintable()
    assert "\\x1b]0;pwned\\x07" in line(row)


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1.0 KiB"),
        (3200, "3.1 KiB"),
        (2**20 - 1, "1.0 MiB"),
        (64 * 2**20, "64.0 MiB"),
        (2**63, "8.0 EiB"),
    ],
)
def test_sizes(size: int, text: str) -> None:
    assert size_text(size) == text


@given(st.integers(0, 2**80))
def test_every_size_has_a_short_text(size: int) -> None:
    assert len(size_text(size)) <= 12


@given(st.integers(-(2**63), 2**63 - 1))
def test_every_time_a_history_can_hold_has_a_text(nanoseconds: int) -> None:
    assert len(local_time(nanoseconds)) == len("2025-11-24 17:00:00.123")


def test_cut() -> None:
    assert cut("abcd", 4) == "abcd"
    assert cut("abcde", 4) == "abc…"


def test_json_lines_are_ascii() -> None:
    row = replace(ROW, target="/é\U0001f600")
    text = lines_as(as_json=True, dated=True)([row])[0]
    assert text.isascii()
    assert json.loads(text)["target"] == "/é\U0001f600"


def test_marks_take_little_room() -> None:
    marks = Marks(pinned=True, colour="red", tags=("refund", "slow"), note="why")
    assert marks_text(replace(ROW, marks=marks)) == "pinned #refund #slow red ✎"
    assert marks_text(ROW) == ""
