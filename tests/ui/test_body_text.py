import gzip
import time

import pytest

from tests.makers import make_capture, make_head, make_record
from tests.ui.shelf import Shelf
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.core.capture import Record, State
from webhook_inspector.ui.body_text import PEEK, colours, copyable, declared, file_name, is_large, peek, prepare
from webhook_inspector.ui.loaded import BODY_LIMIT


def record_of(body: bytes, content_type: str = "application/json", coding: str = "", **more) -> Record:
    headers = [("Content-Type", content_type)] if content_type else []
    headers += [("Content-Encoding", coding)] if coding else []
    return make_record(make_capture(head=make_head(headers=tuple(headers)), body=body, **more))


def codes(record: Record, *, pretty: bool = True) -> list[str]:
    return [remark.code for remark in prepare(Shelf(record).loaded(), pretty=pretty).remarks]


def test_json_is_laid_out_and_coloured():
    text = prepare(Shelf(record_of(b'{"a":1.10,"a":"x"}')).loaded(), pretty=True)
    assert list(text.lines) == ["{", '  "a": 1.10,', '  "a": "x"', "}"]
    assert text.spans is not None
    assert [token for _, _, token in text.spans[1]][:1] == ["key"]
    assert text.numbered
    assert text.kind.name is KindName.JSON


def test_raw_is_as_it_was_sent():
    text = prepare(Shelf(record_of(b'{"a":1}\n\n')).loaded(), pretty=False)
    assert text.lines[0] == '{"a":1}'


def test_a_compressed_body_is_decoded():
    text = prepare(Shelf(record_of(gzip.compress(b'{"a":1}'), coding="gzip")).loaded(), pretty=True)
    assert list(text.lines) == ["{", '  "a": 1', "}"]
    assert [remark.code for remark in text.remarks] == ["coding-undone"]


def test_a_binary_body_is_shown_in_hexadecimal():
    text = prepare(Shelf(record_of(bytes(range(256)), "application/octet-stream")).loaded(), pretty=True)
    assert text.lines[0].startswith("00000000  00 01 02")
    assert not text.numbered


def test_broken_json_is_shown_as_it_came_and_said_so():
    text = prepare(Shelf(record_of(b'{"a": 1,\n "b": }')).loaded(), pretty=True)
    assert list(text.lines) == ['{"a": 1,', ' "b": }']
    assert [remark.code for remark in text.remarks] == ["kind-not-json"]


@pytest.mark.parametrize("state", [State.CUT, State.INCOMPLETE])
def test_what_only_the_missing_end_breaks_is_no_fault_of_the_sender(state: State):
    assert codes(record_of(b'{"a": [1, 2', state=state, body_size=900)) == []


def test_a_large_body_is_shown_in_part():
    body = b"[" + b'{"k":"value"},' * 90_000 + b"{}]"
    assert len(body) > BODY_LIMIT
    text = prepare(Shelf(record_of(body)).loaded(), pretty=True)
    assert [remark.code for remark in text.remarks] == ["body-part-shown"]
    assert dict(text.remarks[0].particulars) == {"shown": BODY_LIMIT, "total": len(body)}
    assert text.lines[1] == "  {"


def test_many_lines_are_coloured_later():
    text = prepare(Shelf(record_of(b"[" + b'{"k":"value"},' * 30_000 + b"{}]")).loaded(), pretty=True)
    assert text.spans is None
    assert len(colours(text)) == len(text.lines)
    assert colours(text)[2]


def test_a_peek_is_the_same_beginning_and_quick():
    loaded = Shelf(record_of(b"[" + b'{"k":"value"},' * 70_000 + b"{}]")).loaded()
    begin = time.perf_counter()
    short = peek(loaded, pretty=True)
    took = time.perf_counter() - begin
    assert list(short.lines)[:1000] == list(prepare(loaded, pretty=True).lines)[:1000]
    assert short.spans
    assert took < 0.5  # promised a tenth; the machine may be busy


def test_a_peek_into_a_compressed_body():
    body = gzip.compress(b"[" + b",".join(b'{"k":"%d"}' % number for number in range(60_000)) + b"]", 1)
    text = peek(Shelf(record_of(body, coding="gzip")).loaded(), pretty=True)
    assert list(text.lines)[:4] == ["[", "  {", '    "k": "0"', "  },"]
    assert sum(map(len, text.lines)) < 3 * PEEK


def test_what_is_peeked_into():
    assert not is_large(record_of(b"x" * PEEK))
    assert is_large(record_of(b"x" * (PEEK + 1)))
    assert is_large(record_of(b"x" * 10_000, coding="gzip"))
    assert not is_large(record_of(b"x" * 1000, coding="gzip"))


def test_no_line_is_longer_than_the_view_bears():
    text = prepare(Shelf(record_of(b'{"x":"' + b"y" * 50_000 + b'"}')).loaded(), pretty=False)
    assert max(map(len, text.lines)) <= 2000


def test_copies_the_text_of_the_body():
    text = "x" * 5000 + "\r\n\u202eé"
    assert copyable(record_of(text.encode(), "text/plain"), pretty=True) == text
    assert copyable(record_of(gzip.compress(b'{"a":1}'), coding="gzip"), pretty=False) == '{"a":1}'
    assert copyable(record_of(gzip.compress(b'{"a":1}'), coding="gzip"), pretty=True) == '{\n  "a": 1\n}'
    assert copyable(record_of(b'{"a":', "application/json"), pretty=True) == '{"a":'
    assert copyable(record_of("é".encode("latin-1"), "text/plain; charset=iso-8859-1"), pretty=True) == "é"
    assert copyable(record_of(bytes(range(256)), "application/octet-stream"), pretty=True) is None


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
