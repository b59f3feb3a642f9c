import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.shelf import Shelf
from tests.ui.test_body_text import record_of
from tests.unit.bodies.test_jwt import jwt
from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.hexdump import HexLines
from webhook_inspector.bodies.jsontree import JsonTree
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.ui.body_content import BodyContent, Fields, Parts, peek, prepare
from webhook_inspector.ui.body_text import BodyText, Look
from webhook_inspector.ui.loaded import BODY_LIMIT
from webhook_inspector.ui.picture import Picture


def content_of(record: Record, view: View | None = None) -> BodyContent:
    views = dict.fromkeys(KindName, view) if view else {}
    return prepare(Shelf(record).loaded(), Look(views))


def lines_of(record: Record, view: View | None = None) -> list[str]:
    shown = content_of(record, view).shown
    assert isinstance(shown, BodyText)
    return list(shown.lines)


def codes(record: Record) -> list[str]:
    return [remark.code for remark in content_of(record).remarks]


def test_json_is_laid_out_and_coloured():
    content = content_of(record_of(b'{"a":1.10,"a":"x"}'))
    assert content.view is View.PRETTY
    assert isinstance(content.shown, BodyText)
    assert list(content.shown.lines) == ["{", '  "a": 1.10,', '  "a": "x"', "}"]
    assert content.shown.spans
    assert not content.partial
    assert not content.coded


@pytest.mark.parametrize(
    ("record", "view", "kind"),
    [
        (record_of(b'{"a":1}'), View.TREE, JsonTree),
        (record_of(b'{"a":1}'), View.HEX, HexLines),
        (record_of(b'{"a":1}\n2', "application/x-ndjson"), View.ROWS, JsonTree),
        (record_of(b"a=b&c=d", "application/x-www-form-urlencoded"), View.FORM, Fields),
        (record_of(b"--x\r\n\r\nhi\r\n--x--", "multipart/form-data; boundary=x"), View.PARTS, Parts),
        (record_of(b"\x89PNG\r\n\x1a\n", "image/png"), View.IMAGE, Picture),
        (record_of(jwt({"a": 1}).encode(), "text/plain"), View.TOKENS, BodyText),
    ],
)
def test_each_view_has_what_it_shows(record: Record, view: View, kind: type):
    content = content_of(record, view)
    assert content.view is view
    assert isinstance(content.shown, kind)


def test_a_view_that_does_not_fit_gives_way():
    assert content_of(record_of(b'{"a":1,}'), View.TREE).view is View.RAW


def test_raw_is_as_it_was_sent():
    assert lines_of(record_of(b'{"a":1}\n\n'), View.RAW)[0] == '{"a":1}'


def test_a_compressed_body_is_decoded():
    record = record_of(gzip.compress(b'{"a":1}'), coding="gzip")
    assert lines_of(record) == ["{", '  "a": 1', "}"]
    assert codes(record) == ["coding-undone"]
    assert content_of(record).coded


def test_broken_json_is_shown_as_it_came_and_said_so():
    record = record_of(b'{"a": 1,\n "b": }')
    assert lines_of(record) == ['{"a": 1,', ' "b": }']
    assert codes(record) == ["kind-not-json"]


def test_tokens_are_parted_and_said_to_be_unverified():
    record = record_of((jwt({"a": 1}) + " " + jwt({"b": 2})).encode(), "text/plain")
    shown = content_of(record).shown
    assert isinstance(shown, BodyText)
    assert [shown.lines[rule] for rule in shown.rules] == ["{"]
    assert codes(record) == ["body-token-unverified"]


def test_more_parts_than_are_shown_are_told():
    body = b"--x\r\n\r\na\r\n" * 1_001 + b"--x--"
    assert codes(record_of(body, "multipart/form-data; boundary=x")) == ["multipart-many"]


@pytest.mark.parametrize("state", [State.CUT, State.INCOMPLETE])
def test_what_only_the_missing_end_breaks_is_no_fault_of_the_sender(state: State):
    assert codes(record_of(b'{"a": [1, 2', state=state, body_size=900)) == []


def test_a_large_body_is_shown_in_part():
    body = b"[" + b'{"k":"value"},' * 90_000 + b"{}]"
    content = content_of(record_of(body))
    assert content.partial
    assert [dict(remark.particulars) for remark in content.remarks] == [{"shown": BODY_LIMIT, "total": len(body)}]


def test_a_peek_is_the_same_beginning_and_quick():
    loaded = Shelf(record_of(b"[" + b'{"k":"value"},' * 70_000 + b"{}]")).loaded()
    begin = time.perf_counter()
    short = peek(loaded, Look())
    took = time.perf_counter() - begin
    assert short is not None
    assert isinstance(short.shown, BodyText)
    assert list(short.shown.lines)[:1000] == lines_of(loaded.record)[:1000]
    assert short.shown.spans
    assert short.remarks == ()
    assert took < 0.5  # promised a tenth; the machine may be busy


def test_no_peek_where_a_view_needs_all():
    assert peek(Shelf(record_of(b"\x89PNG\r\n\x1a\n" + bytes(99_999), "image/png")).loaded(), Look()) is None


def test_no_line_is_longer_than_the_view_bears():
    assert max(map(len, lines_of(record_of(b'{"x":"' + b"y" * 50_000 + b'"}'), View.RAW))) <= 2000


@given(st.binary(max_size=200), st.text(max_size=30), st.sampled_from([*View, None]), st.booleans())
def test_never_raises(body: bytes, content_type: str, view: View | None, gzipped: bool):
    text = content_type.encode("ascii", "ignore").decode().replace("\r", "").replace("\n", "")
    content = content_of(record_of(body, text, "gzip" if gzipped else ""), view)
    assert (content.view in content.views) or not body
    assert all(remark.code in SENTENCES for remark in content.remarks)
