import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.compare.change import Place, Stopped
from webhook_inspector.compare.comparison import BODY_LIMIT, Comparison, Wanted, compare
from webhook_inspector.compare.ignoring import Ignoring
from webhook_inspector.core.capture import Record, State

JSON_HEADERS = (("Content-Type", "application/json"),)


def record(
    body: bytes, number: int = 1, headers: tuple[tuple[str, str], ...] = JSON_HEADERS, trailers: bytes = b""
) -> Record:
    return make_record(make_capture(make_head(headers=headers), body, trailers=trailers), number)


def names(comparison: Comparison) -> list[str]:
    return [change.name for change in comparison.changes]


def codes(comparison: Comparison) -> list[str]:
    return [remark.code for remark in comparison.remarks]


def test_json_is_compared_by_value():
    found = compare(record(b'{"a":1,"b":[1,2]}'), record(b'{ "b": [1, 3], "a": 1 }'))
    assert found.by_value
    assert names(found) == ["b[1]"]
    assert found.count(Place.BODY) == 1
    assert codes(found) == []


def test_or_by_line_where_that_is_wanted():
    found = compare(record(b'{"a":1,"b":2}'), record(b'{"b":2,"a":1}'), Wanted(as_text=True))
    assert not found.by_value
    assert found.changes


def test_parts_are_in_order_and_empty_ones_left_out():
    found = compare(record(b"{}", trailers=b"X: 1\r\n"), record(b"{}", trailers=b"X: 2\r\n"))
    assert [section.place for section in found.sections] == [Place.REQUEST, Place.HEADER, Place.TRAILER, Place.BODY]
    assert names(found) == ["X"]
    assert len(compare(record(b"{}"), record(b"{}")).sections) == 3


def test_counts():
    before = record(b'{"id":"evt_1Nx3fgh2","n":1,"m":1}', headers=(*JSON_HEADERS, ("Date", "a"), ("X", "1")))
    after = record(b'{"id":"evt_1Nx3fgh3","n":2,"m":2}', headers=(*JSON_HEADERS, ("Date", "b"), ("X", "2")))
    plain = compare(before, after)
    assert (len(plain.changes), plain.noise, plain.ignored) == (5, 2, 0)
    found = compare(before, after, Wanted(Ignoring.of(["n"], noise=True)))
    assert (len(found.changes), found.noise, found.ignored) == (2, 0, 3)
    assert (found.count(Place.HEADER), found.count(Place.BODY)) == (1, 1)


def test_compressed_bodies_are_compared_decoded():
    headers = (*JSON_HEADERS, ("Content-Encoding", "gzip"))
    found = compare(record(gzip.compress(b'{"a":1}'), 1, headers), record(gzip.compress(b'{"a":2}'), 2, headers))
    assert names(found) == ["a"]
    damaged = compare(record(gzip.compress(b'{"a":1}')[:-9], 1, headers), record(b'{"a":2}', 2))
    assert codes(damaged) == ["coding-cut"]


@pytest.mark.parametrize(
    ("before", "after", "by_value"),
    [
        (b"a=1&b=2", b"a=1&b=3", False),
        (b"\x00\x01\xff", b"\x00\x02\xff", False),
        (b"", b"{}", False),
        (b"{}", b"{", False),
    ],
)
def test_whatever_else_is_compared_by_line(before: bytes, after: bytes, by_value: bool):
    found = compare(record(before, headers=()), record(after, headers=()))
    assert found.by_value is by_value
    assert found.count(Place.BODY) == 1


def test_bytes_that_differ_in_what_no_line_shows_are_told():
    found = compare(record(b"a\r\nb", headers=()), record(b"a\nb", headers=()))
    assert (found.changes, codes(found)) == ((), ["compare-blanks"])


def test_a_body_that_is_not_whole_is_told():
    cut = make_record(make_capture(body=b"[1, 2", state=State.CUT, body_size=100), 7)
    found = compare(cut, record(b"[1, 3]"))
    assert [dict(remark.particulars) for remark in found.remarks] == [{"id": 7, "shown": 5, "total": 100}]


def test_a_large_body_is_compared_in_part():
    body = json.dumps(["x" * 100] * (BODY_LIMIT // 100)).encode()
    found = compare(record(body), record(body, 2))
    assert codes(found)[:2] == ["compare-part", "compare-part"]
    assert not found.changes


def test_more_lines_than_can_be_compared():
    found = compare(record(b"a\n" * 60_000, headers=()), record(b"a\n" * 60_000 + b"b", 2, headers=()))
    assert codes(found) == ["compare-lines", "compare-lines", "compare-blanks"]


def test_it_can_be_stopped():
    with pytest.raises(Stopped):
        compare(record(b"{}"), record(b'{"a":1}'), stop=lambda: True)


@given(st.binary(max_size=60), st.binary(max_size=60), st.binary(max_size=60), st.booleans())
def test_junk_never_raises(head: bytes, body: bytes, other: bytes, exact: bool):
    before, after = make_record(make_capture(head, body), 1), make_record(make_capture(head, other), 2)
    found = compare(before, after, Wanted(exact_headers=exact))
    assert not found.count(Place.HEADER)
    if body == other:
        assert not found.changes
