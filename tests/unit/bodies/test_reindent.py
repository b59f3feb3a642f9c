import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.reindent import DEEPEST, reindent, reindent_slices

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=40)
LAYOUTS = st.sampled_from([(",", ":"), (", ", ": "), (" ,\r\n\t", "\n:\t ")])
PIECES = st.sampled_from(
    ['"', "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "1.10", "true", "é", "\u2028", "\x00", '"a"']
)


def bare(text: str) -> str:
    """`text` without the blanks that stand outside of strings."""
    kept = []
    inside = escaped = False
    for character in text:
        if inside or character not in " \t\r\n":
            kept.append(character)
        if escaped:
            escaped = False
        elif inside and character == "\\":
            escaped = True
        elif character == '"':
            inside = not inside
    return "".join(kept)


@given(VALUES, LAYOUTS, st.booleans(), st.sampled_from(["  ", "\t", " " * 7]))
def test_a_valid_text_becomes_what_json_writes(value, layout, ascii_only, step) -> None:
    text = json.dumps(value, separators=layout, ensure_ascii=ascii_only)
    assert "\n".join(reindent(text, step)) == json.dumps(value, indent=step, ensure_ascii=ascii_only)


@given(st.text() | st.lists(PIECES).map("".join))
def test_any_text_loses_nothing_but_blanks(text) -> None:
    assert bare("\n".join(reindent(text))) == bare(text)


@given(st.lists(PIECES).map("".join), st.integers(1, 5))
def test_slices_are_the_same_lines(text, size) -> None:
    slices = list(reindent_slices(text, size))
    assert [line for lines in slices for line in lines] == reindent(text)
    assert all(len(lines) <= size + 3 for lines in slices)


@pytest.mark.parametrize(
    "literal",
    [
        "1.10",
        "12345678901234567890.123",
        "1e400",
        "-0",
        "NaN",
        "9" * 10_000,
        '"\\u00e9\\/\\ud800"',
        '"a  b"',
        '"\\\\"',
        '"\\""',
    ],
)
def test_literals_are_kept_byte_for_byte(literal) -> None:
    assert reindent(f'{{"a":{literal},"a":[{literal}]}}') == [
        "{",
        f'  "a": {literal},',
        '  "a": [',
        f"    {literal}",
        "  ]",
        "}",
    ]


def test_empty_brackets_stay_together() -> None:
    assert reindent('{"a":{ },"b":[\n]}') == ["{", '  "a": {},', '  "b": []', "}"]


def test_indentation_ends_where_nesting_is_hostile() -> None:
    lines = reindent("[" * 20_000 + "]" * 20_000)
    assert max(map(len, lines)) == 2 * DEEPEST + len("[]")
    assert bare("".join(lines)) == "[" * 20_000 + "]" * 20_000


@pytest.mark.parametrize(
    "text", ['"' + "a" * 300_000, '"' + "\\" * 300_001, '"a' * 150_000, '"":' * 100_000, " " * 300_000]
)
def test_time_is_linear(text) -> None:
    """The first of these takes 2 ** 300,000 steps where the expression for a string may backtrack."""
    started = time.process_time()
    assert bare("".join(reindent(text))) == bare(text)
    assert time.process_time() - started < 5
