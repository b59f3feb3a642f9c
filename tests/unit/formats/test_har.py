import io
import json
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_record
from tests.unit.formats.records import RECORDS, read, reason, storable, written
from webhook_inspector import __version__
from webhook_inspector.core.capture import Record
from webhook_inspector.formats import har
from webhook_inspector.formats.har import FORMAT
from webhook_inspector.formats.har_entry import OURS, entry_of

FOREIGN = {
    "startedDateTime": "2026-11-24T08:06:00Z",
    "request": {
        "method": "POST",
        "url": "http://a/b",
        "headers": [{"name": "X", "value": "1"}],
        "postData": {"mimeType": "text/plain", "text": "hi"},
    },
    "response": {"status": 200, "statusText": "OK", "headers": [], "content": {"text": "ok"}},
}


def log(*entries: object) -> bytes:
    return json.dumps({"log": {"version": "1.2", "entries": entries}}).encode()


@given(st.lists(RECORDS, max_size=4))
def test_what_is_written_comes_back(records: list[Record]) -> None:
    assert read(FORMAT, written(FORMAT, records)) == records


def test_a_file_is_a_log_with_one_entry_a_line() -> None:
    content = written(FORMAT, [make_record(), make_record(make_capture(body=b"\xff"))])
    found = json.loads(content)
    assert found["log"].keys() == {"version", "creator", "pages", "entries"}
    assert found["log"]["version"] == "1.2"
    assert found["log"]["creator"] == {"name": "Webhook Inspector", "version": __version__}
    assert found["log"]["entries"][0] == entry_of(make_record())
    assert len(content.splitlines()) == 4


def test_no_captures_are_a_valid_log() -> None:
    assert json.loads(written(FORMAT, []))["log"]["entries"] == []
    assert read(FORMAT, written(FORMAT, [])) == []


def test_writing_streams() -> None:
    pieces = FORMAT.dumps(make_record() for _ in count())
    assert [next(pieces)[:1] for _ in range(3)] == [b"{", b"\n", b","]


def test_ours_and_those_of_others_in_one_file() -> None:
    ours = json.loads(written(FORMAT, [make_record()]))["log"]["entries"][0]
    found = read(FORMAT, log(FOREIGN, ours))
    assert found[0].capture.head == b"POST /b HTTP/1.1\r\nHost: a\r\nX: 1\r\nContent-Length: 2\r\n\r\n"
    assert found[1] == make_record()


def test_without_our_member_the_rest_is_enough_to_be_read() -> None:
    entry = entry_of(make_record())
    del entry[OURS]
    capture = read(FORMAT, log(entry))[0].capture
    assert capture.body == make_capture().body
    assert capture.parsed().target == make_capture().parsed().target
    assert capture.parsed().fields[:2] == make_capture().parsed().fields


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_marks_and_wide_characters(encoding: str) -> None:
    content = json.dumps({"log": {"entries": [FOREIGN]}}).encode(encoding)
    assert len(read(FORMAT, content)) == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "not JSON (Expecting value, column 1)"),
        (b"{\n]", "not JSON (Expecting property name enclosed in double quotes, line 2, column 1)"),
        (b"\xff\xff", "not UTF-8 text"),
        (b"[" * 1_000_000, "nested too deeply"),
        (b'{"log":{"entries":[' + b'{"a":' * 100_000, "nested too deeply"),
        (b'{"log":' + b"9" * 10_000 + b"}", "a number with too many digits"),
        (b"[]", "log is not a JSON object"),
        (b'{"log":[]}', "log is not a JSON object"),
        (b"{}", "it has no list of log.entries"),
        (b'{"log":{"entries":{}}}', "it has no list of log.entries"),
        (log(1), "entry 1: entry is not a JSON object"),
        (log(FOREIGN, {}), "entry 2: method is missing"),
        (log(FOREIGN, {**FOREIGN, OURS: {"received_ns": 1}}), "entry 2: head is missing"),
        (log({**FOREIGN, OURS: {"received_ns": 2**70, "head": ""}}), f"entry 1: received_ns is not a whole number from {-(2**63)} to {2**63 - 1}"),
        (log({**FOREIGN, OURS: "junk"}), f"entry 1: {OURS} is not a JSON object"),
    ],
)  # fmt: skip
def test_junk_is_refused_with_its_place(content: bytes, expected: str) -> None:
    assert reason(FORMAT, content) == expected


def test_what_is_before_the_junk_is_given() -> None:
    loaded = FORMAT.load(io.BytesIO(log(FOREIGN, 1)))
    assert next(loaded).capture.body == b"hi"


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(har, "SIZE_LIMIT", 100)
    assert "larger than 100 bytes" in reason(FORMAT, b" " * 101)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=3,
)
LEAVES = st.sampled_from(
    ["", "a", "http://a/b", "https://[::1", "GET", "X: 1\r\nY: 2", "1\n2", "base64", "/w==", "2026-11-24T00:00:00Z", 200, 5, 2**70, {"code": 1}]
)  # fmt: skip


@st.composite
def changed(draw: st.DrawFn, value: Any = None) -> Any:
    """An entry that is right in most of its places."""
    if value is None:
        value = draw(
            st.sampled_from([FOREIGN, entry_of(make_record()), entry_of(make_record(make_capture(body=b"\xff")))])
        )
    if draw(st.integers(0, 19)) == 19:
        return draw(JUNK | LEAVES)
    if isinstance(value, dict):
        return {
            name: draw(changed(found)) if found else found
            for name, found in value.items()
            if draw(st.integers(0, 29)) < 29
        }
    if isinstance(value, list):
        return [draw(changed(found)) for found in value if found]
    return value


@given(st.one_of(st.binary(), st.lists(changed(), max_size=2).map(lambda entries: log(*entries))))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    if not reason(FORMAT, content):
        records = read(FORMAT, content)
        assert all(map(storable, records))
        assert read(FORMAT, written(FORMAT, records)) == records
