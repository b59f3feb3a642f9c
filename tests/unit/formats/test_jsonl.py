import io
import json
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import RECEIVED_NS, make_capture, make_head, make_record
from tests.unit.formats.records import RECORDS, read, reason, storable, written
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.problem import Problem
from webhook_inspector.formats import lines
from webhook_inspector.formats.jsonl import FORMAT


def line(**members: object) -> bytes:
    return json.dumps({"received_ns": 1, "head": "GET / HTTP/1.1\r\n\r\n", **members}).encode() + b"\n"


@given(st.lists(RECORDS, max_size=4))
def test_what_is_written_comes_back(records: list[Record]) -> None:
    content = written(FORMAT, records)
    assert read(FORMAT, content) == records
    assert content.count(b"\n") == len(records) == len(content.decode().splitlines())


def test_a_line_is_ready_for_people_and_jq() -> None:
    found = json.loads(written(FORMAT, [make_record()]))
    assert found == {
        "received_at": "2025-11-24T16:00:00.123456789Z",
        "method": "POST",
        "target": "/stripe?x=1",
        "headers": [["Host", "127.0.0.1:8787"], ["Content-Type", "application/json"]],
        "received_ns": RECEIVED_NS,
        "peer": "127.0.0.1:50000",
        "scheme": "http",
        "state": "complete",
        "problem": None,
        "body_size": 8,
        "status": 200,
        "trailers": "",
        "reply": "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "head": "POST /stripe?x=1 HTTP/1.1\r\nHost: 127.0.0.1:8787\r\nContent-Type: application/json\r\n\r\n",
        "body": '{"hi":1}',
    }


def test_a_problem_is_an_object() -> None:
    problem = Problem.of("hung-up-in-body", received=3, announced=9)
    capture = make_capture(body=b"abc", state=State.INCOMPLETE, problem=problem, body_size=9)
    found = json.loads(written(FORMAT, [make_record(capture)]))
    assert found["problem"] == {"code": "hung-up-in-body", "announced": 9, "received": 3}
    assert found["body_size"] == 9


def test_bytes_that_are_no_text_are_base64() -> None:
    found = json.loads(written(FORMAT, [make_record(make_capture(body=b"\xff"))]))
    assert found["body_base64"] == "/w=="
    assert "body" not in found


def test_nothing_in_a_line_acts_on_a_terminal() -> None:
    capture = make_capture(make_head(target="/\x1b[31m"), "\u202e\u2028\x1b".encode())
    content = written(FORMAT, [make_record(capture), make_record(make_capture(body="\u202e é".encode()))])
    assert content.decode().replace("\n", "").isprintable()
    assert b"\\u202e \xc3\xa9" in content


def test_the_id_is_not_kept() -> None:
    assert read(FORMAT, written(FORMAT, [make_record(number=7)])) == [make_record()]


def test_members_for_people_are_not_read() -> None:
    content = line(method="PUT", target=5, headers="junk", received_at="never", something="else")
    assert read(FORMAT, content)[0].capture.head == b"GET / HTTP/1.1\r\n\r\n"


def test_what_is_missing_has_a_default() -> None:
    content = json.dumps({"received_at": "2025-11-24T16:00:00.123456789Z", "head": "x", "body": "abc"}).encode()
    capture = make_capture(b"x", b"abc", peer="")
    assert read(FORMAT, content) == [make_record(capture, status=0, reply=b"")]


def test_empty_lines_a_mark_at_the_start_and_no_line_feed_at_the_end() -> None:
    content = b"\xef\xbb\xbf" + line() + b"\n \r\n" + line().rstrip()
    assert len(read(FORMAT, content)) == 2
    assert read(FORMAT, b"") == []


def test_records_stream_both_ways() -> None:
    endless = FORMAT.dumps(make_record() for _ in count())
    assert next(endless)
    stream = io.BytesIO(line() + b"junk\n")
    loaded = FORMAT.load(stream)
    assert next(loaded)
    assert stream.tell() == len(line())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (line() + b"\n" + b"{junk\n", "line 3: not JSON (Expecting property name enclosed in double quotes, column 2)"),
        (b"[1]\n", "line 1: not a JSON object"),
        (b"\xff\n", "line 1: not UTF-8 text"),
        (b"[" * 100_000, "line 1: nested too deeply"),
        (line(body_size="X").replace(b'"X"', b"9" * 5000), "line 1: a number with too many digits"),
        (line(status=10**30), "line 1: status is not a whole number from 0 to 999"),
        (line(status=True), "line 1: status is not a whole number from 0 to 999"),
        (line(status=1.5), "line 1: status is not a whole number from 0 to 999"),
        (line(status=float("nan")), "line 1: status is not a whole number from 0 to 999"),
        (line(body_size=-1), f"line 1: body_size is not a whole number from 0 to {2**63 - 1}"),
        (line(received_ns=2**63), f"line 1: received_ns is not a whole number from {-(2**63)} to {2**63 - 1}"),
        (b'{"head":""}', "line 1: received_ns is missing"),
        (b'{"received_at":"soon","head":""}', "line 1: not a date and time"),
        (b'{"received_ns":1}', "line 1: head is missing"),
        (line(head=None), "line 1: head is not text"),
        (line(body=5), "line 1: body is not text"),
        (line(body_base64="?"), "line 1: body_base64 is not base64"),
        (line(body_base64="é"), "line 1: body_base64 is not base64"),
        (line(body="\ud800"), "line 1: body holds half a character (a lone surrogate)"),
        (line(problem={"code": "\ud800"}), "line 1: problem holds half a character (a lone surrogate)"),
        (line(problem={"code": "x", "\ud800": 1}), "line 1: problem holds half a character (a lone surrogate)"),
        (line(problem=[1]), "line 1: problem is not a JSON object"),
        (line(problem={}), "line 1: code is missing"),
        (line(state="lost"), "line 1: state is none of complete, cut, incomplete, refused"),
        (line(scheme="file"), "line 1: scheme is none of http, https"),
        (line(peer="a\nb"), "line 1: peer holds characters that no address has"),
        (line(peer="\ud800"), "line 1: peer holds characters that no address has"),
    ],
)
def test_junk_is_refused_with_its_place(content: bytes, expected: str) -> None:
    assert reason(FORMAT, content) == expected


def test_a_problem_may_have_any_particulars() -> None:
    content = line(problem={"code": "x", "cls": 1, "self": "a", "list": [1], "none": None})
    assert read(FORMAT, content)[0].capture.problem == Problem("x", (("cls", 1), ("self", "a")))


def test_an_endless_line_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LINE_LIMIT", 100)
    assert reason(FORMAT, b" " * 101) == "line 1: longer than 100 bytes"
    assert reason(FORMAT, b" " * 99 + b"\n") == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KNOWN = st.sampled_from(
    [
        "received_ns",
        "received_at",
        "peer",
        "scheme",
        "state",
        "problem",
        "body_size",
        "status",
        "trailers",
        "reply",
        "head",
        "body",
        "head_base64",
        "body_base64",
        "reply_base64",
    ]
)
VALUES = JSON | st.sampled_from(
    ["", "http", "complete", "/w==", "2026-11-24", 1, {"code": "x"}, {"code": "x", "y": 2**70}]
)
OBJECTS = st.dictionaries(KNOWN, VALUES).map(lambda found: {"received_ns": 1, "head": "", **found})


@given(
    st.one_of(
        st.binary(),
        st.lists(OBJECTS | JSON, max_size=3).map(lambda found: b"\n".join(json.dumps(o).encode() for o in found)),
    )
)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    if not reason(FORMAT, content):
        records = read(FORMAT, content)
        assert all(map(storable, records))
        assert read(FORMAT, written(FORMAT, records)) == records
