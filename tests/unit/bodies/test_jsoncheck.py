import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.jsoncheck import Checked, check

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=30)
PIECES = st.sampled_from(
    ['"', "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "1.10", "true", "NaN", "é", '"a"', "\\u12"]
)


@given(st.text() | st.lists(PIECES).map("".join))
def test_agrees_with_the_parser(text) -> None:
    try:
        json.loads(text)
    except ValueError:
        assert not check(text).sound
        assert check(text).line >= 1
    else:
        assert check(text).sound


@given(VALUES, st.booleans(), st.sampled_from([None, 3]), st.data())
def test_the_beginning_of_a_valid_text_is_never_wrong(value, ascii_only, indent, data) -> None:
    text = (
        json.dumps(value, ensure_ascii=ascii_only, indent=indent, allow_nan=True)
        .replace("NaN", "0")
        .replace("Infinity", "0")
    )
    end = data.draw(st.integers(0, len(text)))
    assert check(text[:end], whole=False) == Checked()


def test_every_beginning_of_a_text_with_every_token() -> None:
    text = '{"k\\"\\u00e9\\ud83d\\ude00": [true, false, null, -1.5e-10, "", {}], "x": {"y": []}}  '
    for end in range(len(text) + 1):
        assert check(text[:end], whole=False) == Checked(), text[:end]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ('{"a": 1,}', 1, 9),
        ('{\n  "a": 1\n  "b": 2\n}', 3, 3),
        ('{"a": 1} x', 1, 10),
        ("{'a': 1}", 1, 2),
        ('["\x00"]', 1, 3),
        ("[01]", 1, 3),
    ],
)
def test_tells_the_place(text, line, column) -> None:
    assert check(text) == Checked(line, column, sound=False)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("[NaN]", 1, 2), ('{"NaN": "Infinity",\n "a": -Infinity}', 2, 7), ('["\\"NaN",\nInfinity, NaN]', 2, 1)],
)
def test_constants_are_wrong_but_the_structure_is_sound(text, line, column) -> None:
    assert check(text) == Checked(line, column, sound=True)


def test_a_fault_long_before_the_cut_is_the_senders() -> None:
    text = '{"a": 1,, "b": [' + "1, " * 100
    assert check(text, whole=False) == Checked(1, 9, sound=False)


@pytest.mark.parametrize(
    "text", ["[" * 200_000 + "]" * 200_000, "[" + "9" * 10_000 + "]", "[1e400]", '{"a":1,"a":2}', '"\\ud800"']
)
def test_extremes_that_are_valid(text) -> None:
    assert check(text) == Checked()
