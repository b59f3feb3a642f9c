import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.compare.json_values import Number, compact, is_open, lines, name_text, parse, scalar_text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('ab é"\\', max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab.é", max_size=3), inner, max_size=3),
)


def test_numbers_keep_their_digits():
    assert parse("[1.10, 1e5, -0, NaN]") == ([Number("1.10"), Number("1e5"), Number("-0"), Number("NaN")],)
    assert parse("null") == (None,)
    assert parse("9" * 5000) == (Number("9" * 5000),)


def test_no_member_is_lost():
    assert parse('{"a": 1, "a (2)": 2, "a": 3}') == ({"a": Number("1"), "a (2)": Number("2"), "a (3)": Number("3")},)


@pytest.mark.parametrize("text", ["", "{", "[1,]", "x", "[" * 100_000])
def test_what_is_no_json(text: str):
    assert parse(text) is None


def test_texts():
    assert scalar_text("a\u202e\n") == '"a\\u202e\\n"'
    assert name_text('a"') == '"a\\""'
    assert [scalar_text(value) for value in (None, True, Number("1.0"), {}, [])] == ["null", "true", "1.0", "{}", "[]"]
    assert is_open([1])
    assert not is_open({})
    assert not is_open("text")


def test_compact():
    assert compact({"a": [Number("1"), "x"], "b": {}}) == '{"a": [1, "x"], "b": {}}'
    long = compact({"a": ["word"] * 1000}, 50)
    assert (len(long), long[-1]) == (50, "…")


@given(JSON)
def test_lines_are_those_that_everybody_knows(value: object):
    text = json.dumps(value, ensure_ascii=False, indent=2)
    parsed = parse(text)
    assert parsed is not None
    assert "\n".join(lines(parsed[0], "", "", ",")) == text + ","


@given(st.text(max_size=60))
def test_junk_never_raises(text: str):
    parse(text)
