from webhook_inspector.compare.ignoring import NOTHING_IGNORED, Ignoring
from webhook_inspector.compare.lines import compare_lines


def test_rows_and_changes():
    section, complete = compare_lines(["a", "b", "c", "e"], ["a", "x", "c", "d", "e"], NOTHING_IGNORED, lambda: False)
    assert complete
    assert [(row.kind.value, row.left, row.right) for row in section.rows] == [
        ("same", "a", "a"),
        ("changed", "b", "x"),
        ("same", "c", "c"),
        ("added", None, "d"),
        ("same", "e", "e"),
    ]
    assert [(change.name, change.before, change.after) for change in section.changes] == [
        ("2", "b", "x"),
        ("4", None, "d"),
    ]


def test_lines_that_differ_by_a_time_may_be_ignored():
    before, after = ["at 2026-11-24T12:05:49Z", "x"], ["at 2026-11-25T12:05:49Z", "y"]
    section, _ = compare_lines(before, after, Ignoring(noise=True), lambda: False)
    assert [row.kind.value for row in section.rows] == ["ignored", "changed"]
    assert [change.ignored for change in section.changes] == [True, False]
