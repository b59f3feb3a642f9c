import json

import pytest
from hypothesis import given

from tests.unit.compare.test_json_values import JSON
from webhook_inspector.compare.change import Change, Kind, Section, Stopped
from webhook_inspector.compare.ignoring import NOTHING_IGNORED, Ignoring
from webhook_inspector.compare.json_values import parse
from webhook_inspector.compare.values import compare_values


def compared(before: str, after: str, ignoring: Ignoring = NOTHING_IGNORED) -> Section:
    one, other = parse(before), parse(after)
    assert one is not None
    assert other is not None
    found = compare_values(one[0], other[0], ignoring, lambda: False)
    assert found is not None
    return found


def changes(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    return [(change.name, change.before, change.after) for change in compared(before, after).changes]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ('{"a": 1, "b": 2}', '{"b": 2, "a": 1}', []),
        ('{"a": 1}', '{"a": 1.0}', [("a", "1", "1.0")]),
        ('{"a": "1"}', '{"a": 1}', [("a", '"1"', "1")]),
        ('{"a": null}', "{}", [("a", "null", None)]),
        ("{}", '{"a": null}', [("a", None, "null")]),
        ('{"a": null}', '{"a": 0}', [("a", "null", "0")]),
        ('{"a": {"b": [1, 2]}}', '{"a": {"b": [1, 3, 4]}}', [("a.b[1]", "2", "3"), ("a.b[2]", None, "4")]),
        ('{"a": []}', '{"a": {}}', [("a", "[]", "{}")]),
        ('{"a": {"x": 1}}', '{"a": 1}', [("a", '{"x": 1}', "1")]),
        ("1", "2", [("", "1", "2")]),
        (
            '[{"id": "a", "n": 1}, {"id": "b", "n": 2}]',
            '[{"id": "b", "n": 3}, {"id": "a", "n": 1}]',
            [('[id="b"].n', "2", "3")],
        ),
        ('[{"id": "a"}, {"id": "a"}]', '[{"id": "a"}, {"id": "b"}]', [("[1].id", '"a"', '"b"')]),
        ('{"e": "\\u00e9"}', '{"e": "é"}', []),
        ('{"a": 1, "a": 2}', '{"a": 1}', [('["a (2)"]', "2", None)]),
        ("true", "1", [("", "true", "1")]),
    ],
)
def test_what_differs(before: str, after: str, expected: list[tuple[str, str | None, str | None]]):
    assert changes(before, after) == expected


def test_rows_stand_beside_each_other():
    rows = compared('{"a": 1, "b": {"x": 1}, "d": 4}', '{"a": 2, "c": [5], "d": 4}').rows
    assert [(row.kind.value, row.left, row.right) for row in rows] == [
        ("same", "{", "{"),
        ("changed", '  "a": 1,', '  "a": 2,'),
        ("added", None, '  "c": ['),
        ("added", None, "    5"),
        ("added", None, "  ],"),
        ("removed", '  "b": {', None),
        ("removed", '    "x": 1', None),
        ("removed", "  },", None),
        ("same", '  "d": 4', '  "d": 4'),
        ("same", "}", "}"),
    ]
    assert rows[1].pattern == "$.a"


def test_what_is_ignored_counts_and_shows_as_such():
    found = compared(
        '{"a": {"b": 1}, "created": 1764000000}', '{"a": {"b": 2}, "created": 1764000001}', Ignoring.of(["a"])
    )
    assert [(change.name, change.ignored, change.noise) for change in found.changes] == [
        ("a.b", True, False),
        ("created", False, True),
    ]
    assert [row.kind for row in found.rows].count(Kind.IGNORED) == 1


def test_a_long_value_takes_several_rows():
    rows = compared(json.dumps(["x" * 5000]), json.dumps(["y" * 3000])).rows
    assert [row.kind for row in rows] == [Kind.SAME, *[Kind.CHANGED] * 3, Kind.SAME]
    assert rows[3].right is None


def test_what_is_too_deep_is_left_to_others():
    value: list[object] = []
    for _ in range(5000):
        value = [value]
    assert compare_values(value, [value], NOTHING_IGNORED, lambda: False) is None


def test_it_can_be_stopped():
    with pytest.raises(Stopped):
        compare_values([1], [1], NOTHING_IGNORED, lambda: True)


@given(JSON, JSON)
def test_both_sides_are_told_whole(before: object, after: object):
    """Each side of the rows is that JSON text; it differs exactly where a change is told; the other way round is the mirror."""
    one, other = json.dumps(before), json.dumps(after)
    found = compared(one, other)
    left = "\n".join(row.left for row in found.rows if row.left is not None)
    right = "\n".join(row.right for row in found.rows if row.right is not None)
    assert json.loads(left) == before
    assert json.loads(right) == after
    assert bool(found.changes) == (parse(one) != parse(other))
    assert mirrored(found.changes) == sorted(
        (change.name, change.before or "", change.after or "") for change in compared(other, one).changes
    )


def mirrored(found: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return sorted((change.name, change.after or "", change.before or "") for change in found)


@given(JSON)
def test_nothing_differs_from_itself(value: object):
    found = compared(json.dumps(value), json.dumps(value, indent=3))
    assert not found.changes
    assert all(row.kind is Kind.SAME and row.left == row.right for row in found.rows)
