import os
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from tests.makers import RECEIVED_NS, make_capture, make_head, make_record
from tests.ui.shelf import Shelf
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.difference import Difference
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.ui.facts import (
    FACTS,
    QUERY_LIMIT,
    heading,
    local_time,
    query_text,
    size_text,
    state_text,
    tries_text,
    utc_time,
)
from webhook_inspector.ui.loaded import Delivery


def facts(record: Record) -> dict[str, str]:
    loaded = Shelf(record).loaded()
    head = record.capture.parsed()
    return {fact.key: fact.text(loaded, head) for fact in FACTS}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def lisbon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_plain_capture():
    found = facts(make_record(make_capture()))
    assert found["state"] == ""
    assert found["utc"] == "2025-11-24T16:00:00.123456789Z"
    assert found["method"] == "POST"
    assert found["target"] == "/stripe?x=1"
    assert found["path"] == "/stripe"
    assert found["query"] == "x = 1"
    assert found["version"] == "HTTP/1.1"
    assert found["host"] == "127.0.0.1:8787"
    assert found["from"] == "127.0.0.1:50000"
    assert found["type"] == "application/json"
    assert found["encoding"] == ""
    assert found["size"] == "8 bytes"
    assert found["digest"] == make_capture().sha256()
    assert found["reply"] == "200, empty body"


def test_times(lisbon: None):
    assert local_time(RECEIVED_NS) == "2025-11-24 16:00:00.123456 UTC+00:00"
    assert local_time(1_750_000_000_000_001_999) == "2025-06-15 16:06:40.000001 UTC+01:00"
    assert utc_time(0) == "1970-01-01T00:00:00.000000000Z"
    assert utc_time(-1) == "1969-12-31T23:59:59.999999999Z"


def test_zones_west_of_greenwich(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "America/St_Johns")
    time.tzset()
    try:
        assert local_time(RECEIVED_NS).endswith("UTC-03:30")
    finally:
        os.environ.pop("TZ")
        time.tzset()


def test_the_query_is_decoded_in_order_with_duplicates():
    text = query_text(b"/p?b=%C3%A9+x&a=&a=1&flag&%3Cb%3E=%00%ff&&x=a=b#end")
    assert text.split("\n") == ["b = é x", "a = ", "a = 1", "flag", r"<b> = \x00\xff", "x = a=b"]


def test_a_long_query_is_cut():
    lines = query_text(b"/?" + b"&".join(b"a=%d" % number for number in range(QUERY_LIMIT + 7))).split("\n")
    assert len(lines) == QUERY_LIMIT + 1
    assert lines[-1] == "… and 7 more"


@given(st.binary(max_size=200))
def test_no_target_breaks_the_query(target: bytes):
    assert "\x00" not in query_text(target)


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 bytes"), (1, "1 byte"), (1023, "1,023 bytes"), (43_210, "43,210 bytes (42.2 KiB)")]
)
def test_sizes(count: int, text: str):
    assert size_text(count) == text


def test_a_cut_body_says_what_is_kept():
    problem = Problem.of("body-too-long", announced=5000, limit=100, kept=8)
    record = make_record(make_capture(state=State.CUT, problem=problem, body_size=5000), status=413)
    found = facts(record)
    assert found["state"] == "Cut: 5000 bytes announced, the limit is 100. The first 8 are kept."
    assert found["size"] == "8 bytes of 5,000 bytes (4.9 KiB) announced"
    assert found["reply"] == "413, empty body"


def test_a_state_without_problem_has_words():
    loaded = Shelf(make_record(make_capture(state=State.INCOMPLETE))).loaded()
    assert state_text(loaded) == "Incomplete: the sender stopped in the middle."


def test_a_refused_request_has_facts_all_the_same():
    record = make_record(
        make_capture(
            head=b"\x16\x03\x01\x02\x00", body=b"", state=State.REFUSED, problem=Problem.of("tls-on-plain-port")
        ),
        status=0,
        reply=b"",
    )
    found = facts(record)
    assert found["state"].startswith("TLS on a plain port")
    assert found["host"] == "–"
    assert found["reply"] == "None: the sender had gone."
    assert "\x16" not in "".join(found.values())


def test_a_body_that_is_not_read_whole_has_no_digest_yet():
    assert facts(make_record(make_capture(body=b"x" * (2**20 + 1))))["digest"] == "…"


def test_the_size_of_our_reply():
    assert facts(make_record(reply=b"HTTP/1.1 200 OK\r\nX: y\r\n\r\nok!"))["reply"] == "200, body of 3 bytes"


def test_the_heading(lisbon: None):
    assert heading(Shelf(make_record()).loaded()) == "POST /stripe · 16:00:00.123 · from 127.0.0.1:50000"


def test_the_heading_of_what_is_no_request(lisbon: None):
    record = make_record(make_capture(head=b"\x16\x03", state=State.REFUSED))
    assert heading(Shelf(record).loaded()) == "16:00:00.123 · from 127.0.0.1:50000"


def test_hostile_targets_are_harmless():
    record = make_record(make_capture(head=make_head(target="/<img-src=x>\x1b[31m\x00")))
    shown = "".join(facts(record).values()) + heading(Shelf(record).loaded())
    assert "\x1b" not in shown
    assert "\x00" not in shown


def judged(meaning: Meaning, status: Status | None = Status.VALID, key_label: str = "prod") -> dict[str, str]:
    return facts(make_record(judgement=Judgement(meaning, status, "stripe", key_label)))


def test_what_a_judged_request_means():
    sent_ns = RECEIVED_NS - 2 * 10**9
    found = judged(Meaning("stripe", "invoice.paid", "evt_1", attempt=3, live=False, sent_ns=sent_ns))
    assert found["event"] == "Stripe · invoice.paid"
    assert found["event-id"] == "evt_1"
    assert found["mode"] == "Test"
    assert found["signature"] == "✓ valid · stripe · prod"
    assert found["attempt"] == "3"
    assert found["sent"] == local_time(sent_ns)
    assert found["tries"] == ""
    assert judged(Meaning(live=True))["mode"] == "Live"


NEW = ("event", "event-id", "mode", "signature", "tries", "attempt", "sent")


def test_a_request_that_nobody_has_judged_or_that_tells_nothing_has_no_such_facts():
    assert [facts(make_record())[key] for key in NEW] == [""] * len(NEW)
    assert [judged(Meaning(), None)[key] for key in NEW] == [""] * len(NEW)


def test_what_a_sender_tells_is_harmless():
    hostile = "\x1b[31m\x00<b>\u202e"
    found = "".join(judged(Meaning("stripe", hostile, hostile), key_label=hostile).values())
    assert not {"\x1b", "\x00", "\u202e"} & set(found)


@pytest.mark.parametrize(
    ("delivery", "text"),
    [
        (Delivery(1, 3, 0, None), "1 of 3"),
        (
            Delivery(2, 3, 61 * 10**9 + 1, Difference(line=False, headers=("Stripe-Signature",), body=False)),
            "2 of 3, 61 s after the one before. Changed: Stripe-Signature.",
        ),
        (
            Delivery(3, 1000, 3_600 * 10**9, Difference(line=True, headers=("A", "B"), body=True)),
            "3 of 1,000, 3,600 s after the one before. Changed: request line, A, B, body.",
        ),
        (
            Delivery(2, 2, 4 * 10**8, Difference(line=False, headers=(), body=False)),
            "2 of 2, 400 ms after the one before. Nothing has changed.",
        ),
    ],
)
def test_the_place_among_several_tries(delivery: Delivery, text: str):
    assert tries_text(replace(Shelf(make_record()).loaded(), delivery=delivery)) == text
