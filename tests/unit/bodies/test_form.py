from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.form import MOST_FIELDS, FormField, form_fields, form_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a=b&c=d", ["a = b", "c = d"]),
        ("name=Jos%C3%A9+Silva&e=%e2%82%ac", ["name = José Silva", "e = €"]),
        ("a=1&a=2&A=3", ["a = 1", "a = 2", "A = 3"]),
        ("bytes=%ff%00%0d%0a%09", ["bytes = \\xff\\x00\\r\\n\\t"]),
        ("zz=%zz%4", ["zz = %zz%4"]),
        ("a=b=c", ["a = b=c"]),
        ("flag&x=&=y&&", ["flag", "x = ", " = y"]),
        ("text=%E2%80%AEevil", ["text = \\u202eevil"]),
        ("", []),
    ],
)
def test_one_line_a_field(text, lines) -> None:
    assert form_lines(text) == lines


def test_json_in_a_value_is_laid_out() -> None:
    assert form_lines("payload=%7B%22a%22%3A1.10%2C%22b%22%3A%5B%5D%7D&x=1") == [
        "payload = {",
        '  "a": 1.10,',
        '  "b": []',
        "}",
        "x = 1",
    ]


@pytest.mark.parametrize("value", ["{a:1}", "[1,", "{\xff}", "[x]"])
def test_what_only_looks_like_json_is_not(value) -> None:
    assert len(form_lines(urlencode({"a": value}))) == 1


@given(st.text())
def test_never_raises(text) -> None:
    form_lines(text)


@given(st.dictionaries(st.text("abc", min_size=1), st.text("äöü =&+%?/x", min_size=1)))
def test_tells_what_was_encoded(fields) -> None:
    assert form_lines(urlencode(fields)) == [f"{name} = {value}" for name, value in fields.items()]


def test_a_value_nested_with_malice_stays_on_its_line() -> None:
    assert len(form_lines("a=" + "[" * 300_000 + "]" * 300_000)) == 1


def test_fields_for_a_table() -> None:
    assert form_fields("a=b+c&&flag&d=%ff%0a&=x") == (
        FormField("a", "b c", "a=b+c"),
        FormField("flag", None, "flag"),
        FormField("d", "\\xff\\n", "d=%ff%0a"),
        FormField("", "x", "=x"),
    )


@given(st.text())
def test_fields_are_those_of_the_lines(text) -> None:
    fields = form_fields(text)
    assert "&".join(field.raw for field in fields).count("&") == max(len(fields) - 1, 0)
    assert all("\n" not in field.name + (field.value or "") for field in fields)


def test_fields_have_a_limit() -> None:
    assert len(form_fields("a&" * (MOST_FIELDS + 5))) == MOST_FIELDS


@pytest.mark.parametrize("shift", range(4))
def test_a_long_value_is_decoded_whole(shift) -> None:
    value = "a" * (2**18 - shift) + "%E2%82%AC" * 3
    assert form_lines(f"n={value}") == ["n = " + "a" * (2**18 - shift) + "€€€"]
