from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.ui.text_formats import CURRENT, MATCH, formats_of, place_spans, ranges, units
from webhook_inspector.ui.theme import LIGHT


def test_every_token_has_its_colour():
    looks = formats_of(LIGHT)
    for token, colour in LIGHT.tokens.items():
        assert looks[token].foreground().color().name() == colour
    assert looks[MATCH].background().color().name() == LIGHT.match


def test_spans_become_ranges():
    found = ranges('"a": 1', [(0, 3, "key"), (5, 1, "number")], formats_of(LIGHT))
    assert [(part.start, part.length) for part in found] == [(0, 3), (5, 1)]


def test_tokens_without_a_colour_are_left_out():
    assert ranges("abc", [(0, 1, "whatever"), (1, 0, "key")], formats_of(LIGHT)) == []


def test_characters_beyond_the_basic_plane_count_twice_for_qt():
    found = ranges("\U0001f600x\U0001f600", [(1, 1, "key"), (2, 1, "string")], formats_of(LIGHT))
    assert [(part.start, part.length) for part in found] == [(2, 1), (3, 2)]


def test_the_place_to_look_at_is_marked_otherwise():
    places = [(0, 1, 3), (0, 5, 6)]
    assert list(place_spans(places, (0, 5, 6))) == [(1, 2, MATCH), (5, 1, CURRENT)]


@given(st.text())
def test_units_are_those_of_utf_16(text: str):
    assert units(text) == len(text) + sum(character > "\uffff" for character in text)
