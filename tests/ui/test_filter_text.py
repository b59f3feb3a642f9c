import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Not
from webhook_inspector.ui.filter_text import offers_at, reading_of, with_condition

PIECES = st.sampled_from(
    ["a", '"', "/", "/x/", "OR", "NOT", "(", ")", "-", " ", "sig:valid", "path:", "\\", "body.a=1"]
)
TEXTS = st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=8).map(" ".join), st.lists(PIECES).map("".join))


def test_a_filter_is_read_in_words():
    assert reading_of("sig:invalid provider:stripe").words == "Captures with an invalid signature, of stripe"
    assert reading_of("sig:invalid").fault is None


def test_a_filter_that_asks_for_nothing_has_no_words():
    assert reading_of("  ").words == ""


def test_a_fault_has_its_place():
    reading = reading_of("a size:x")
    assert reading.words == ""
    assert reading.fault is not None
    assert "a size:x"[reading.fault.start : reading.fault.end] == "x"


def test_offers_replace_the_word_at_the_cursor():
    (offer,) = offers_at("a provider:str b", 14, {"provider": ["stripe", "github"]}.__getitem__)
    assert (offer.text, offer.start, offer.end) == ("stripe", 11, 14)


@pytest.mark.parametrize(
    ("text", "condition", "expected"),
    [
        ("", "sig:valid", "sig:valid"),
        ("  ", "sig:valid", "sig:valid"),
        ("invoice ", "-sig:valid", "invoice -sig:valid"),
        ("a OR b", "sig:valid", "(a OR b) sig:valid"),
        ("a sig:valid b", "sig:valid", "a sig:valid b"),
        ("sig:valid", "sig:valid", "sig:valid"),
        ("size:x", "sig:valid", "sig:valid"),
        ('"two words', "sig:valid", '"two words" sig:valid'),
        ('a OR "b c', "sig:valid", '(a OR "b c") sig:valid'),
        ("/a b", "endpoint:/x/", "endpoint:/x/ /a b"),
    ],
)
def test_one_more_condition(text, condition, expected):
    assert with_condition(text, condition) == expected


@given(TEXTS, st.sampled_from(["sig:valid", "-endpoint:/a/", 'event:"a b"']))
def test_whatever_is_written_the_condition_holds_and_nothing_is_loosened(text, condition):
    both, more = parse(with_condition(text, condition)).query, parse(condition).query
    assert both is not None
    assert more is not None
    assert more.root in both.parts
    before = parse(text).query
    assert before is None or both.parts == (more.root,) or set(before.parts) <= set(both.parts)


def test_a_condition_is_kept_apart_from_its_opposite():
    query = parse(with_condition("sig:valid", "-sig:valid")).query
    assert query is not None
    assert isinstance(query.parts[1], Not)
