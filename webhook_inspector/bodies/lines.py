"""Text of strangers made fit for display: nothing in it acts, and no line is longer than a text widget can bear."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import AnyStr

from webhook_inspector.core.text import visible

WIDTH = 2_000
"""Most characters of a display line. Longer ones are continued on the next: text widgets freeze on a line of a megabyte."""

_GLANCE = 2**18
"""Characters that are worked on without a pause."""

_PILE = 4
"""Combining marks that may stand on one character; more than any language needs are a heap that paints over other lines."""


def text_lines(text: str) -> list[str]:
    r"""Lines as they end in LF or CRLF; a lone CR is shown as `\r`. None is cut yet."""
    return harmless(text.replace("\r\n", "\n")).split("\n")


def harmless(text: str) -> str:
    """`text` with control, bidirectional and zero-width characters written as escapes, but for line feed and tab."""
    if text.isascii() and text.isprintable():
        return text
    parts = [text[start : start + _GLANCE] for start in range(0, len(text), _GLANCE)]
    characters: set[str] = set()
    for part in parts:  # in parts, since each holds the interpreter's lock
        characters.update(part)
    characters -= {"\n", "\t"}
    escapes = {ord(character): shown for character in characters if (shown := visible(character)) != character}
    marks = "".join(character for character in characters if unicodedata.category(character) in ("Mn", "Me"))
    if escapes:
        text = "".join([part.translate(escapes) for part in parts])
    if marks:
        heap = re.compile(f"(?<=[{marks}]{{{_PILE}}})[{marks}]++")
        text = heap.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
    return text


def cut(lines: Iterable[str]) -> list[str]:
    """The lines, those longer than WIDTH in pieces. None ends between a backslash and what it escapes: that would colour wrongly."""
    pieces: list[str] = []
    for line in lines:
        start = 0
        while len(line) - start > WIDTH:
            piece = line[start : start + WIDTH]
            backslashes = WIDTH - len(piece.rstrip("\\"))
            start += WIDTH - backslashes % 2
            pieces.append(piece[: WIDTH - backslashes % 2])
        pieces.append(line[start:] if start else line)
    return pieces


def hits(pattern: re.Pattern[AnyStr], text: AnyStr, longest: int) -> Iterator[tuple[int, int] | None]:
    """Start and end of every hit, none longer than `longest`; None after each part of the text, where one may pause."""
    for start in range(0, len(text), _GLANCE):
        for hit in pattern.finditer(text, start, start + _GLANCE + longest - 1):
            if hit.start() < start + _GLANCE:
                yield hit.span()
        yield None
