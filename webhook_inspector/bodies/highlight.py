"""Colours of text: Pygments' tokens boiled down to a few, as spans of each line.

The text is hostile and a lexer a row of regular expressions, so the work is bounded: in characters, in the length of a line and
in time. What is left over stays without colour.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from time import monotonic
from typing import Any

from webhook_inspector.bodies.progress import Progress


class Token(StrEnum):
    """What a theme gives a colour to."""

    KEY = "key"
    """The name of a member, an element or a selector."""
    NAME = "name"
    """Any other: an attribute, a variable, an entity."""
    STRING = "string"
    NUMBER = "number"
    KEYWORD = "keyword"
    COMMENT = "comment"
    PUNCTUATION = "punctuation"
    ERROR = "error"


Span = tuple[int, int, str]
"""First character, number of characters, token."""

LINE_LIMIT = 10_000
"""Characters from which on a line is not coloured."""
TOTAL_LIMIT = 2**20
"""Characters that are coloured; the lines that follow are not."""

_TOLD = 8 * 2**10
"""Characters from one word on the progress to the next."""

_TOKENS: dict[str, Token] = {
    "Token.Name.Tag": Token.KEY,
    "Token.Name": Token.NAME,
    "Token.Keyword": Token.KEYWORD,
    "Token.Literal.Number": Token.NUMBER,
    "Token.Literal": Token.STRING,
    "Token.Comment": Token.COMMENT,
    "Token.Punctuation": Token.PUNCTUATION,
    "Token.Operator": Token.PUNCTUATION,
    "Token.Error": Token.ERROR,
}
"""Pygments' token types by name; one that is not here counts as the nearest above it that is."""


def spans(
    lines: Sequence[str],
    language: str,
    *,
    patience: float = 2.0,
    clock: Callable[[], float] = monotonic,
    progress: Progress | None = None,
) -> list[list[Span]]:
    """One list for each line up to the limits, its spans in order and apart. Pygments is imported on use, and only the lexer that is asked for.

    After `patience` seconds lexing stops; what `progress` rests does not count.
    """
    texts = list(_coloured(lines))
    text = "\n".join(texts)
    found: list[list[Span]] = [[] for _ in texts]
    last = clock() + patience
    told, number, start, end = 0, 0, 0, 0
    for position, token, value in _tokens(text, language):
        if progress is not None and position >= told:
            begin = clock()
            progress.tell(position, len(text))
            last += clock() - begin
            told = position + _TOLD
        if clock() > last:
            break
        if position < end:
            continue
        end = position + len(value)
        while position > start + len(texts[number]):
            start += len(texts[number]) + 1
            number += 1
        if token:
            _place(found, number, position - start, value, token)
    return found


def _coloured(lines: Sequence[str]) -> Iterator[str]:
    """The text that a lexer gets of each line, up to the limits."""
    total = 0
    for line in lines:
        total += len(line) + 1
        if total > TOTAL_LIMIT:
            return
        yield line if len(line) <= LINE_LIMIT else ""


def _tokens(text: str, language: str) -> Iterator[tuple[int, Token | None, str]]:
    """Position, token and text. Nothing where there is no language, or Pygments does not know it."""
    if not text or not language:
        return
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return
    known: dict[Any, Token | None] = {}
    # Unprocessed: `get_tokens` would strip and change line ends first, and positions would no longer be ours.
    for position, kind, value in lexer.get_tokens_unprocessed(text):
        if kind not in known:
            known[kind] = _token_of(kind)
        yield position, known[kind], value


def _token_of(kind: Any) -> Token | None:
    while kind is not None and str(kind) not in _TOKENS:
        kind = kind.parent
    return _TOKENS[str(kind)] if kind is not None else None


def _place(found: list[list[Span]], number: int, column: int, value: str, token: Token) -> None:
    """Notes a token on its line, or on each line that it spans."""
    for part in value.split("\n"):
        if part:
            found[number].append((column, len(part), token))
        number += 1
        column = 0
