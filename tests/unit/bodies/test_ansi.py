import re

from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.ansi import ansi
from webhook_inspector.bodies.highlight import Token, spans


def test_colours() -> None:
    lines = ["{", '  "a": 1', "}"]
    assert list(ansi(lines, spans(lines, "json"))) == ["{", '  \x1b[34m"a"\x1b[0m: \x1b[36m1\x1b[0m', "}"]


def test_lines_beyond_the_spans_are_plain() -> None:
    assert list(ansi(["1", "2"], [[(0, 1, Token.NUMBER)]])) == ["\x1b[36m1\x1b[0m", "2"]


def test_an_unknown_token_is_plain() -> None:
    assert list(ansi(["abc"], [[(1, 1, "unheard-of")]])) == ["abc"]


@given(st.lists(st.text(st.characters(exclude_categories=["C"]))))
def test_without_the_codes_it_is_the_text(lines) -> None:
    coloured = ansi(lines, spans(lines, "yaml"))
    assert [re.sub(r"\x1b\[[0-9]+m", "", line) for line in coloured] == lines
