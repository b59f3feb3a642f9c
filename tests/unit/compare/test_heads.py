from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.compare.change import Place, Section
from webhook_inspector.compare.heads import compare_fields, compare_requests
from webhook_inspector.compare.ignoring import NOTHING_IGNORED, Ignoring
from webhook_inspector.core.capture import Head
from webhook_inspector.core.headers import Fields

BEFORE: Fields = ((b"Host", b"x"), (b"A", b"1"), (b"B", b"2"), (b"A", b"3"))


def compared(before: Fields, after: Fields, ignoring: Ignoring = NOTHING_IGNORED, *, exact: bool = False) -> Section:
    return compare_fields(Place.HEADER, before, after, ignoring, exact=exact, stop=lambda: False)


def told(section: Section) -> list[tuple[str, str | None, str | None]]:
    return [(change.name, change.before, change.after) for change in section.changes]


def test_order_and_case_are_noise():
    after = ((b"B", b"2"), (b"host", b"x"), (b"a", b"1"), (b"A", b"3"))
    assert told(compared(BEFORE, after)) == []


def test_unless_they_are_asked_for():
    assert told(compared(((b"A", b"1"),), ((b"a", b"1"),), exact=True)) == [("a", "A: 1", "a: 1")]
    assert told(compared(((b"A", b"1"), (b"B", b"2")), ((b"B", b"2"), (b"A", b"1")), exact=True)) in (
        [("A", "1", None), ("A", None, "1")],
        [("B", None, "2"), ("B", "2", None)],
    )
    assert told(compared(BEFORE, BEFORE, exact=True)) == []


def test_what_differs():
    after = ((b"Host", b"x"), (b"New", b"\xff"), (b"A", b"1"), (b"A", b"4"), (b"A", b"5"))
    found = compared(BEFORE, after)
    assert told(found) == [("New", None, "\\xff"), ("A", "3", "4"), ("A", None, "5"), ("B", "2", None)]
    assert [row.left for row in found.rows] == ["Host: x", None, "A: 1", "A: 3", None, "B: 2"]
    assert found.rows[1].pattern == "header:new"


def test_what_is_ignored():
    before, after = ((b"Date", b"1"), (b"X", b"1")), ((b"Date", b"2"), (b"X", b"2"))
    assert [change.ignored for change in compared(before, after, Ignoring.of(["header:x"])).changes] == [False, True]
    assert [change.ignored for change in compared(before, after, Ignoring(noise=True)).changes] == [True, False]


def test_request_lines():
    before, after = Head("POST", b"/a?x=1", "HTTP/1.1", ()), Head("PUT", b"/a?x=1", "HTTP/1.0", ())
    found = compare_requests(before, after)
    assert told(found) == [("method", "POST", "PUT"), ("version", "HTTP/1.1", "HTTP/1.0")]
    assert (found.rows[0].left, found.rows[0].right) == ("POST /a?x=1 HTTP/1.1", "PUT /a?x=1 HTTP/1.0")
    assert told(compare_requests(before, before)) == []


FIELDS = st.lists(st.tuples(st.sampled_from([b"A", b"a", b"B"]), st.sampled_from([b"1", b"2"])), max_size=5).map(tuple)


@given(FIELDS, FIELDS, st.booleans())
def test_no_field_is_lost(before: Fields, after: Fields, exact: bool):
    found = compared(before, after, exact=exact)
    for side, fields in ((0, before), (1, after)):
        shown = [row.left if side == 0 else row.right for row in found.rows]
        expected = [f"{name.decode()}: {value.decode()}" for name, value in fields]
        assert sorted(line for line in shown if line is not None) == sorted(expected)
    if exact:
        assert (not found.changes) == (before == after)
