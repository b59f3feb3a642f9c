from webhook_inspector.compare.change import Kind, Row
from webhook_inspector.compare.inline import differs, inline, lines, near

ROWS = [
    Row(Kind.SAME, "a", "A"),
    Row(Kind.CHANGED, "b", "B", "$.b"),
    Row(Kind.REMOVED, "c", None),
    Row(Kind.ADDED, None, "d"),
    Row(Kind.IGNORED, "e", "E"),
    Row(Kind.IGNORED, "f", None),
    Row(Kind.CHANGED, "g", None),
]


def test_one_column():
    assert list(lines(ROWS)) == ["  A", "− b", "+ B", "− c", "+ d", "~ E", "~ f", "− g"]


def test_what_is_changed_knows_the_other_side():
    removed, added = list(inline(ROWS[1:2]))
    assert (removed.partner, added.partner) == ("B", "b")
    assert removed.pattern == added.pattern == "$.b"


def test_what_is_near():
    rows = [Row(Kind.SAME, "x", "x")] * 20
    rows[3] = rows[5] = rows[19] = Row(Kind.ADDED, None, "y")
    assert near(rows, 2) == [1, 2, 3, 4, 5, 6, 7, 17, 18, 19]
    assert near(rows[:3], 2) == []


def test_what_differs():
    assert [differs(row.kind) for row in ROWS] == [False, True, True, True, False, False, True]
