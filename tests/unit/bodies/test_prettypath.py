import json

from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.json_view import json_lines
from webhook_inspector.bodies.jsontree import scan
from webhook_inspector.bodies.lines import WIDTH, cut
from webhook_inspector.bodies.prettypath import steps_of_line, value_of_line
from webhook_inspector.bodies.reindent import DEEPEST

VALUES = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(st.text(), inner, min_size=1),
    max_leaves=20,
)


@given(VALUES)
def test_the_lines_that_begin_a_value_have_the_paths_of_the_tree(value) -> None:
    tree = scan(json.dumps(value))
    lines = json_lines(json.dumps(value))
    begins = [number for number, line in enumerate(lines) if line.lstrip(" ")[:1] not in ("}", "]")]
    assert [steps_of_line(lines, number) for number in begins] == [tree.steps(item) for item in range(1, len(tree))]


def test_a_closing_bracket_stands_for_what_it_closes() -> None:
    lines = json_lines('{"a":[1,{"b":2}],"c":3}')
    assert steps_of_line(lines, lines.index("    }")) == ("a", 1)
    assert steps_of_line(lines, lines.index("  ],")) == ("a",)
    assert steps_of_line(lines, len(lines) - 1) == ()


def test_the_rest_of_a_long_line_stands_for_the_same_value() -> None:
    lines = cut(json_lines(json.dumps(["x", "y" * 3 * WIDTH, "z"])))
    paths = [steps_of_line(lines, number) for number in range(len(lines))]
    assert paths == [(), (0,), (1,), (1,), (1,), (1,), (2,), ()]


def test_too_deep_to_tell() -> None:
    lines = json_lines("[" * (DEEPEST + 5) + '"' + "y" * 1_500 + '"' + "]" * (DEEPEST + 5))
    assert lines is not None
    assert steps_of_line(lines, DEEPEST + 5) is None
    assert steps_of_line(lines, DEEPEST - 1) == (0,) * (DEEPEST - 1)


@given(st.lists(st.text(), min_size=1), st.data())
def test_junk_never_raises(lines, data) -> None:
    steps_of_line(lines, data.draw(st.integers(0, len(lines) - 1)))


def test_values_stand_as_they_came() -> None:
    assert [value_of_line(line) for line in ('  "a": 1.10,', '  "b": "x, y"', "  null,", "  {")] == [
        "1.10",
        '"x, y"',
        "null",
        "{",
    ]
