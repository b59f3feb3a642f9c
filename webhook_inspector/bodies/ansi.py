"""Coloured text for a terminal, in the sixteen colours that every one of them and every palette has."""

from collections.abc import Iterable, Iterator, Sequence

from webhook_inspector.bodies.highlight import Span, Token

_CODES: dict[str, str] = {
    Token.KEY: "34",
    Token.NAME: "33",
    Token.STRING: "32",
    Token.NUMBER: "36",
    Token.KEYWORD: "35",
    Token.COMMENT: "90",
    Token.ERROR: "31",
}
"""SGR parameters of the foreground alone, readable on light and dark; punctuation keeps the terminal's own colour."""


def ansi(lines: Iterable[str], spans: Iterable[Sequence[Span]]) -> Iterator[str]:
    """Each line with its spans coloured. Lines beyond the last list of spans are not coloured."""
    coloured = iter(spans)
    for line in lines:
        yield _painted(line, next(coloured, ()))


def _painted(line: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    end = 0
    for start, length, token in spans:
        text = line[start : start + length]
        code = _CODES.get(token)
        pieces += [line[end:start], f"\x1b[{code}m{text}\x1b[0m" if code else text]
        end = start + length
    return "".join([*pieces, line[end:]])
