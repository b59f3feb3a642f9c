"""Text of strangers made fit for display: nothing in it acts, and no line is longer than a text widget can bear."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import AnyStr

from webhook_inspector.core.text import visible

WIDTH = 2_000
"""Most characters of a display line. Longer ones are continued on the next: text widgets freeze on a line of a megabyte."""

GLANCE = 2**18
"""Characters that are worked on without a pause: each call into C holds the interpreter's lock until it is done."""

_HARMLESS = bytes(byte for byte in range(0x80) if byte in b"\t\n" or 0x20 <= byte < 0x7F)
_PILE = 4
"""Combining marks that may stand on one character; more than any language needs are a heap that paints over other lines."""


def text_lines(text: str) -> list[str]:
    r"""Lines as they end in LF or CRLF; a lone CR is shown as `\r`. None is cut yet."""
    return harmless(unified(text)).split("\n")


def text_slices(text: str) -> Iterator[list[str]]:
    """The same lines, cut, some at a time."""
    rest = ""
    for part in parts_of(harmless(unified(text))):
        first, *more = part.split("\n")
        *lines, rest = cut([rest + first, *more])  # what is cut already is cut in the same places again
        yield lines
    yield [rest]


def unified(text: str) -> str:
    """`text` with each CRLF as LF."""
    if "\r" not in text:
        return text
    parts = list(parts_of(text))
    for number in range(len(parts) - 1):
        if parts[number].endswith("\r") and parts[number + 1].startswith("\n"):
            parts[number] = parts[number][:-1]
    return "".join([part.replace("\r\n", "\n") for part in parts])


def parts_of(text: AnyStr) -> Iterator[AnyStr]:
    """`text`, GLANCE characters at a time."""
    return (text[start : start + GLANCE] for start in range(0, len(text), GLANCE))


def harmless(text: str) -> str:
    """`text` with control, bidirectional and zero-width characters written as escapes, but for line feed and tab."""
    if text.isascii() and not any(part.encode("ascii").translate(None, _HARMLESS) for part in parts_of(text)):
        return text
    characters: set[str] = set()
    for part in parts_of(text):
        characters.update(part)
    characters -= {"\n", "\t"}
    escapes = {ord(character): shown for character in characters if (shown := visible(character)) != character}
    marks = "".join(character for character in characters if unicodedata.category(character) in ("Mn", "Me"))
    if escapes:
        text = "".join([part.translate(escapes) for part in parts_of(text)])
    return _without_heaps(text, marks) if marks else text


def _without_heaps(text: str, marks: str) -> str:
    heap = re.compile(f"(?<=[{marks}]{{{_PILE}}})[{marks}]++")
    pieces: list[str] = []
    for start in range(0, len(text), GLANCE):  # what stands before a part is seen by the pattern nevertheless
        end = start
        for match in heap.finditer(text, start, start + GLANCE):
            pieces += [text[end : match.start()], match[0].encode("unicode_escape").decode("ascii")]
            end = match.end()
        pieces.append(text[end : start + GLANCE])
    return "".join(pieces)


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
    for start in range(0, len(text), GLANCE):
        for hit in pattern.finditer(text, start, start + GLANCE + longest - 1):
            if hit.start() < start + GLANCE:
                yield hit.span()
        yield None
