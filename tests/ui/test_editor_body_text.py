import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.draft import DraftField
from webhook_inspector.ui.editor_body_text import MOST, content_type_of, editable, remarks_of


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
def test_what_can_be_edited_comes_back_byte_for_byte(body):
    found = editable(body)
    assert found is None or found.to_bytes() == body


def test_line_ends_are_those_of_the_bytes():
    found = editable(b"a\r\nb\r\n")
    assert (found.text, found.ending) == ("a\nb\n", "\r\n")
    assert editable("a\u00a0b é".encode()).text == "a\u00a0b é"


@pytest.mark.parametrize(
    "body", [b"\xff", b"a\r\nb\nc", b"a\rb", b"a\x00b", "a\u2028b".encode(), b"x" * (MOST + 1)], ids=repr
)
def test_what_would_not_come_back_is_not_edited_as_text(body):
    assert editable(body) is None


def test_json_is_wrong_at_a_place():
    found = remarks_of('{\n "a": 1,\n}', "application/json")
    assert (found.line, found.column) == (3, 1)
    assert remarks_of('{"a":1}', "application/json").line == 0
    assert remarks_of("plain {", "text/plain").line == 0
    assert remarks_of("", "application/json").line == 0
    assert remarks_of("oops", "application/json").line == 1
    assert remarks_of('{"a":1}\n{"b":2}', "application/x-ndjson").line == 0


def test_it_is_coloured_unless_that_would_stop_the_window():
    assert remarks_of('{"a":1}', "application/json").spans[0]
    assert not remarks_of('{"a":"' + "x" * 20_000 + '"}', "application/json").spans


@given(st.text(max_size=40), st.sampled_from(["", "application/json", "text/xml", "a/b; c", "multipart/form-data"]))
def test_any_text_can_be_looked_at(text, content_type):
    remarks_of(text, content_type)


def test_the_type_is_that_of_a_header_that_is_sent():
    fields = (DraftField(b"content-type", b"a/b", sent=False), DraftField(b"Content-Type", b"c/d"))
    assert content_type_of(fields) == "c/d"
    assert content_type_of(()) == ""
