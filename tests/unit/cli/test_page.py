import json
import sys
from base64 import b64decode
from dataclasses import replace

import pytest

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.cli.page import header_lines, json_object, page
from webhook_inspector.core.capture import Capture, Record, State, row_of
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Status


def text(capture: Capture, number: int = 12) -> str:
    return "\n".join(lines(make_record(capture, number)))


def lines(record: Record, **changed: object) -> list[str]:
    return list(page(record, replace(row_of(record), **changed)))  # type: ignore[arg-type]


def test_a_page_has_everything() -> None:
    shown = text(make_capture()).splitlines()
    assert shown[0] == "Capture 12"
    assert "  Request   POST /stripe?x=1 HTTP/1.1" in shown
    assert any(line.startswith("  Received  ") and "2025-11-24T16:00:00.123456789Z" in line for line in shown)
    assert "  From      127.0.0.1:50000" in shown
    assert "  Reply     HTTP/1.1 200 OK" in shown
    assert "  Body      8 B, application/json" in shown
    assert f"  SHA-256   {make_capture().sha256()}" in shown
    start = shown.index("Headers")
    assert shown[start + 1 : start + 3] == ["  Host: 127.0.0.1:8787", "  Content-Type: application/json"]
    assert shown[shown.index("Body") + 1 :][-3:] == ["{", '  "hi": 1', "}"]
    assert not any(line.startswith(("  State", "Trailers")) for line in shown)


def test_what_is_not_complete_says_so() -> None:
    capture = make_capture(
        state=State.CUT, body_size=99, problem=Problem.of("slow-head", seconds=3), trailers=b"X: y\r\n"
    )
    shown = text(capture)
    assert "\n  State     cut, 8 of 99 body bytes are kept\n" in shown
    assert "\n  Problem   Too slow: the head was not complete after 3 s.\n" in shown
    assert "\nTrailers\n  X: y\n" in shown


def test_what_was_judged_stands_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    meaning = Meaning("stripe", "invoice.paid", "evt_1", 2, live=False)
    judgement = Judgement(meaning, Status.INVALID, "stripe")
    shown = lines(make_record(), judgement=judgement, first=7)
    assert "  Event     stripe invoice.paid, evt_1, 2nd try, test" in shown
    assert "  Verdict   ✗ invalid, stripe" in shown
    assert "  Tries     ↳ 2nd try of 7" in shown
    valid = Judgement(Meaning(live=True), Status.VALID, "stripe", "main")
    assert "  Verdict   ✓ valid, stripe, with the key main" in lines(make_record(), judgement=valid)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "  Verdict   \x1b[31m✗ invalid\x1b[0m, stripe" in lines(make_record(), judgement=judgement)


def test_what_was_not_judged_says_so_or_nothing() -> None:
    shown = lines(make_record())
    assert "  Verdict   … not verified yet" in shown
    assert not any(line.startswith(("  Event", "  Tries")) for line in shown)
    refused = lines(make_record(make_capture(state=State.REFUSED, problem=Problem.of("not-http"))))
    assert not any(line.startswith("  Verdict") for line in refused)


def test_no_reply_was_sent() -> None:
    assert "  Reply     none: the sender had gone" in lines(make_record(status=0, reply=b""))


@pytest.mark.parametrize("body", [b"\x1b]0;x\x07\x9b", "\u202ea\u200b\x85".encode(), b"\x00\xff", b"", b"\x1b[2J" * 9])
def test_nothing_a_sender_wrote_acts_on_the_terminal(body: bytes) -> None:
    head = b"P\x1bOST /\x07\xe2\x80\xae HTTP/1.1\r\nX\x9b: \x1b[31m\x85\r\nContent-Type: text/plain\x1b\r\n\r\n"
    problem = Problem.of("content-length", value="\x1b[31m")
    hostile = Judgement(Meaning("stripe", "\x1b[2J", "\x07"), Status.VALID, "stripe", "\u202e")
    capture = make_capture(head, body, state=State.CUT, problem=problem, trailers=b"a: \x1b\n")
    shown = lines(make_record(capture), judgement=hostile)
    assert all(line.isprintable() for line in shown)


def test_header_lines_keep_order_case_and_duplicates() -> None:
    head = b"POST / HTTP/1.1\r\nB: 1\r\na: \xff\r\nb:2\r\n folded\r\n\r\n"
    assert header_lines(make_capture(head)) == ["B: 1", "a: \\xff", "b:2", " folded"]
    assert header_lines(make_capture(b"\x16\x03\x01")) == []


def test_colours_change_nothing_but_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = text(make_capture())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    painted = text(make_capture())
    assert "\x1b[1mCapture 12\x1b[0m" in painted
    assert '\x1b[34m"hi"\x1b[0m' in painted
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[34m", "\x1b[36m"):
        painted = painted.replace(code, "")
    assert painted == plain


def test_the_object_holds_everything() -> None:
    record: Record = make_record(make_capture(make_head("PUT", "/x"), b"\xff\x00"), 7)
    found = json.loads(json_object(record, row_of(record)))
    assert (found["id"], found["method"], found["target"], found["size"]) == (7, "PUT", "/x", 2)
    assert found["http_version"] == "HTTP/1.1"
    assert found["headers"][0] == ["Host", "127.0.0.1:8787"]
    assert b64decode(found["body_base64"]) == b"\xff\x00"
    assert found["head"].encode() == record.capture.head
    assert found["reply"].encode() == record.reply
    assert found["sha256"] == record.capture.sha256()
    assert found["stored"] == 2
