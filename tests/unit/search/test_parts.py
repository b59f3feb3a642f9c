import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webhook_inspector.search.parse import parse
from webhook_inspector.search.parts import parts_of, text_without

pieces = st.sampled_from(
    [
        *("a", "b/", "/x", "/x y/", '"a b"', '"', '"q\\"', "(", ")", "-", "NOT ", " AND ", " OR ", " ", "  ", "\\"),
        *("path:/x", 'path:"a b",c', "sig:valid", "since:10m", "body.a.b=1", 'body."a', '":c', 'header."x y"=1', "z"),
    ]
)
texts = st.lists(pieces, max_size=9).map("".join) | st.lists(pieces, max_size=9).map(" ".join)


def understood(text: str) -> bool:
    return parse(text).query is not None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ('""', ()),
        ("size:x", ()),
        ("a", ("a",)),
        ("a OR b", ("a OR b",)),
        ("path:/x -(a b) (c OR d)", ("path:/x", "-(a b)", "(c OR d)")),
        ("a AND (b NOT c)", ("a", "b", "NOT c")),
        ('a "b c', ("a", '"b c')),
    ],
)
def test_what_must_hold_by_itself_is_a_part(text: str, parts: tuple[str, ...]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        ("a  b c", {1}, "a c"),
        ("a b", {0, 1}, ""),
        ("a AND b", {0}, "b"),
        ("a AND b AND c", {1}, "a c"),
        ("(a b) c", {0}, "(b) c"),
        ("(a b) c", {0, 1}, "c"),
        ('-x a "b c', {1}, '-x "b c'),
        ("size:x", {0}, "size:x"),
        ("a", set(), "a"),
        ('body."a x" z":c', {1}, '"body.\\"a" "z\\":c"'),  # else the two left would be one
    ],
)
def test_what_is_left_is_as_it_was_written(text: str, gone: set[int], left: str) -> None:
    assert text_without(text, gone) == left


@given(texts.filter(understood), st.sets(st.integers(0, 8)))
@example('body."a x" -(z":c w)', {1})
@example('body."a x" (z":c OR NOT (w "\\"")) ""', {1})
def test_what_is_left_asks_for_the_other_parts(text: str, gone: set[int]) -> None:
    query = parse(text).query
    left = parse(text_without(text, gone)).query
    assert query is not None
    assert left is not None
    assert left.parts == tuple(part for place, part in enumerate(query.parts) if place not in gone)


@given(st.text() | texts, st.sets(st.integers(0, 8)))
def test_junk_never_raises(text: str, gone: set[int]) -> None:
    parts_of(text)
    text_without(text, gone)
