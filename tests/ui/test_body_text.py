import gzip

import pytest

from tests.makers import make_capture, make_head, make_record
from tests.ui.shelf import Shelf
from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.core.capture import Record
from webhook_inspector.ui.body_text import (
    CODED_PEEK,
    MANY_LINES,
    PEEK,
    Look,
    colours,
    copyable,
    declared,
    file_name,
    is_large,
    opened,
    start_of,
    text_with_colours,
)


def record_of(body: bytes, content_type: str = "application/json", coding: str = "", **more) -> Record:
    headers = [("Content-Type", content_type)] if content_type else []
    headers += [("Content-Encoding", coding)] if coding else []
    return make_record(make_capture(head=make_head(headers=tuple(headers)), body=body, **more))


def test_a_body_is_opened_as_it_shall_be_looked_at():
    loaded = Shelf(record_of(gzip.compress("é".encode()), "text/plain", "gzip")).loaded()
    assert opened(loaded, Look()).reading.text == "é"
    assert opened(loaded, Look(charset="iso8859-1")).reading.text == "Ã©"
    assert opened(loaded, Look(limit=1)).reading.content == b"\xc3"
    assert opened(loaded, Look(as_received=True)).reading.content[:2] == b"\x1f\x8b"


def test_many_lines_are_coloured_later():
    few = text_with_colours(['  "a": 1'], "json")
    assert few.spans is not None
    assert [token for _, _, token in few.spans[0]][:1] == ["key"]
    many = text_with_colours(['  "a": 1'] * 30_000, "json")
    assert many.spans is None
    assert colours(many, Progress())[2] == few.spans[0]


def test_what_is_more_than_a_document_bears():
    assert not text_with_colours(["x" * 2_000] * 1_000, "").long
    assert text_with_colours(["x" * 2_000] * 1_100, "").long
    assert not text_with_colours([""] * MANY_LINES, "").long
    assert text_with_colours([""] * (MANY_LINES + 1), "").long


def test_the_start_of_a_body():
    loaded = Shelf(record_of(b"x" * 3 * PEEK)).loaded()
    assert len(start_of(loaded).record.capture.body) == PEEK
    assert not start_of(loaded).whole
    assert len(start_of(Shelf(record_of(b"x" * PEEK, coding="gzip")).loaded()).record.capture.body) == CODED_PEEK


def test_what_is_peeked_into():
    assert not is_large(record_of(b"x" * PEEK))
    assert is_large(record_of(b"x" * (PEEK + 1)))
    assert is_large(record_of(b"x" * 10_000, coding="gzip"))
    assert not is_large(record_of(b"x" * 1000, coding="gzip"))


def test_copies_the_text_of_the_body():
    def copied(record: Record, view: View = View.PRETTY, look: Look | None = None) -> str:
        return copyable(record, view, look or Look())

    text = "x" * 5000 + "\r\n\u202eé"
    packed = gzip.compress(b'{"a":1}')
    assert copied(record_of(text.encode(), "text/plain")) == text
    assert copied(record_of(packed, coding="gzip"), View.RAW) == '{"a":1}'
    assert copied(record_of(packed, coding="gzip")) == '{\n  "a": 1\n}'
    assert copied(record_of(packed, coding="gzip"), View.RAW, Look(as_received=True)).startswith("00000000  1f 8b")
    assert copied(record_of(b'{"a":', "application/json")) == '{"a":'
    assert copied(record_of("é".encode("latin-1"), "text/plain; charset=iso-8859-1")) == "é"
    assert copied(record_of("é".encode(), "text/plain"), View.RAW, Look(charset="iso8859-1")) == "Ã©"
    assert copied(record_of(b"abc", "text/plain"), View.HEX).endswith("|abc|")
    assert copied(record_of(bytes(range(256)), "application/octet-stream")).startswith("00000000  00 01 02")


def test_what_the_sender_declared():
    assert declared(record_of(b"", "text/plain", "br")) == ("text/plain", "br")
    assert declared(record_of(b"", "")) == ("", "")


@pytest.mark.parametrize(
    ("kind", "coding", "name"),
    [
        (KindName.JSON, "", "capture-7.json"),
        (KindName.XML, "gzip", "capture-7.xml.gz"),
        (KindName.BINARY, "", "capture-7.bin"),
        (KindName.TEXT, "../../x", "capture-7.txt"),
        (KindName.JSON, "GZIP, br", "capture-7.json.gz.br"),
    ],
)
def test_file_names(kind: KindName, coding: str, name: str):
    assert file_name(record_of(b"", coding=coding).with_id(7), kind) == name
