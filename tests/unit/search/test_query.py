import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.search.query import Query, matches, parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("   ", ()),
        ("stripe", ("stripe",)),
        ("  invoice paid ", ("invoice", "paid")),
        ('"invoice paid" x', ("invoice paid", "x")),
        ('"open quote', ('"open', "quote")),
        ('""', ()),
        ("100% a_b", ("100%", "a_b")),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert parse(text) == Query(words)


def test_every_word_must_occur_in_head_or_body() -> None:
    assert matches(parse("STRIPE paid"), b"POST /Stripe", b'{"type":"invoice.PAID"}')
    assert not matches(parse("stripe refunded"), b"POST /stripe", b"paid")
    assert matches(parse(""), b"", b"")
    assert matches(parse("ação"), b"", "ação".encode())


@given(st.text(max_size=60), st.binary(max_size=60))
def test_every_text_is_a_query(text: str, body: bytes) -> None:
    matches(parse(text), b"", body)
