from tests.ui.compared import compared
from webhook_inspector.compare.change import Kind, Place
from webhook_inspector.ui.compare_rows import CONTEXT, Layout, copyable, lay_out


def kinds(layout: Layout) -> list[str]:
    return ["" if shown.row is None else shown.row.kind.value for shown in layout.rows]


def test_each_part_has_a_heading():
    layout = lay_out(compared(), side_by_side=True, folded=False)
    headings = [shown.heading for shown in layout.rows if shown.heading is not None]
    assert headings == [Place.REQUEST, Place.HEADER, Place.BODY]
    assert not any(shown.left_out for shown in layout.rows)


def test_stops_are_the_beginnings_of_what_differs():
    layout = lay_out(compared(), side_by_side=True, folded=False)
    found = kinds(layout)
    assert [found[stop] for stop in layout.stops] == ["changed", "changed", "added"]
    assert all(found[stop - 1] in ("", "same") for stop in layout.stops)


def test_inline_has_what_is_gone_above_what_is_new():
    layout = lay_out(compared(), side_by_side=False, folded=False)
    rows = [shown.row for shown in layout.rows if shown.row is not None]
    assert not [row for row in rows if row.kind is Kind.CHANGED or (row.left is not None and row.right is not None)]
    assert copyable(layout.rows).splitlines()[:5] == [
        "  POST /stripe?x=1 HTTP/1.1",
        "  content-type: application/json",
        "− X: 1",
        "+ X: 2",
        "  {",
    ]


def test_folded_leaves_out_what_is_the_same():
    whole = lay_out(compared(), side_by_side=True, folded=False)
    folded = lay_out(compared(), side_by_side=True, folded=True)
    left_out = sum(shown.left_out for shown in folded.rows)
    assert left_out > 0
    assert len([shown for shown in whole.rows if shown.row]) > len([shown for shown in folded.rows if shown.row])
    assert Place.REQUEST not in [shown.heading for shown in folded.rows]
    assert len(folded.stops) == len(whole.stops)
    start = folded.stops[-1]
    assert kinds(folded)[start - CONTEXT : start] == ["same"] * CONTEXT


def test_nothing_different():
    layout = lay_out(compared(b"{}", b"{}"), side_by_side=True, folded=False)
    assert len(layout.stops) == 1  # the header X
    assert layout.widest == len("content-type: application/json")
    assert Layout().widest == 0
