import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_record
from tests.unit.formats.records import RECORDS
from webhook_inspector.core.capture import Record
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.members import (
    bytes_member,
    bytes_of,
    clean_text,
    from_json,
    members_of,
    number_of,
    record_of,
    text_of,
    to_json,
    unbase64,
)


@given(RECORDS)
def test_a_record_comes_back_from_its_members(record: Record) -> None:
    members = from_json(to_json(members_of(record)))
    assert record_of(members, record.capture.head, record.capture.body) == record


def test_head_and_body_are_not_among_them() -> None:
    assert not {"head", "body", "id"} & members_of(make_record()).keys()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"a\r\n\tb", "a\r\n\tb"),
        ("é\u202e".encode(), "é\u202e"),
        (b"\x00", None),
        (b"\x1b[0m", None),
        (b"\x7f", None),
        (b"\xff", None),
        (b"\xed\xa0\x80", None),
    ],
)
def test_what_is_clean_text(raw: bytes, text: str | None) -> None:
    assert clean_text(raw) == text


@given(st.binary())
def test_any_bytes_come_back(raw: bytes) -> None:
    member = bytes_member("body", raw)
    assert len(member) == 1
    assert bytes_of(member, "body") == raw


def test_bytes_that_are_missing() -> None:
    assert bytes_of({}, "body", b"x") == b"x"
    with pytest.raises(MisfitError, match="body is missing"):
        bytes_of({}, "body")


@given(st.text(st.characters()))
def test_json_is_one_line_in_which_nothing_acts(text: str) -> None:
    written = to_json({"a": text})
    assert json.loads(written) == {"a": text}
    assert len(written.encode().splitlines()) == len(written.splitlines()) == 1
    assert not {*written} & {*"\x00\x1b\x85\x9f\u200b\u200d\u2028\u2029\u202e\u2066\ufeff"}


@given(st.binary())
def test_any_json_is_read_or_a_misfit(raw: bytes) -> None:
    try:
        value = from_json(raw)
    except MisfitError as misfit:
        value = str(misfit)
        assert value.isprintable()
    assert json.dumps(value)


def test_checks() -> None:
    assert text_of({"a": "x"}, "a") == "x"
    assert text_of({}, "a", "y") == "y"
    assert number_of({"a": 3}, "a") == 3
    assert number_of({}, "a", 4) == 4
    with pytest.raises(MisfitError, match="a is missing"):
        text_of({}, "a")
    with pytest.raises(MisfitError, match="a is not text"):
        text_of({"a": 1}, "a", "y")
    with pytest.raises(MisfitError, match="a is not a whole number from 0 to 5"):
        number_of({"a": 6}, "a", high=5)
    with pytest.raises(MisfitError, match="x is not base64"):
        unbase64("a b=", "x")
