import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.ui.editor_pairs import Pair, pairs_of, split_url, text_of_pairs, with_query


def test_names_and_values_are_decoded():
    assert pairs_of("a=1&b=x%20y+z&flag&%ff=1") == (
        Pair("a", "1", "a=1"),
        Pair("b", "x y z", "b=x%20y+z"),
        Pair("flag", "", "flag"),
        Pair("%ff", "1", "%ff=1"),
    )
    assert pairs_of("") == ()


@given(st.text(max_size=40))
def test_what_nobody_touched_stands_as_it_stood(text):
    assert text_of_pairs(pairs_of(text)) == text


@given(st.lists(st.tuples(st.text(min_size=1, max_size=6), st.text(max_size=6)), max_size=4), st.booleans())
def test_what_is_written_anew_is_read_the_same(wanted, form):
    pairs = [Pair(name, value) for name, value in wanted]
    kept = [(one.name, one.value) for one in pairs_of(text_of_pairs(pairs, form=form))]
    assert kept == [
        (name.encode("utf-8", "replace").decode(), value.encode("utf-8", "replace").decode()) for name, value in wanted
    ]


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("http://a/b?c=1#d", ("http://a/b", "c=1", "#d")),
        ("http://a/b", ("http://a/b", "", "")),
        ("http://a#x?y", ("http://a", "", "#x?y")),
        ("?", ("", "", "")),
    ],
)
def test_the_address_is_taken_apart(url, parts):
    assert split_url(url) == parts


def test_a_query_takes_the_place_of_the_one_before():
    assert (
        with_query("http://a/b?c=1#d", [Pair("x", "1 2"), Pair("y", "{{name}}")]) == "http://a/b?x=1%202&y={{name}}#d"
    )
    assert with_query("http://a/b?c=1", []) == "http://a/b"
    assert text_of_pairs([Pair("a b", "1 2")], form=True) == "a+b=1+2"
