"""Colours of a line of text as Qt wants them: from spans and search places in characters to ranges in UTF-16 units."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from webhook_inspector.ui.matches import Place
from webhook_inspector.ui.theme import Theme

Span = tuple[int, int, str]
"""First character, number of characters, token: as `bodies.highlight` gives them."""

MATCH = "match"
CURRENT = "match_current"
SELECTED = "selected"
"""Three more tokens, laid over the spans."""


def formats_of(theme: Theme) -> dict[str, QTextCharFormat]:
    """The look of every token in a theme."""
    found = {}
    for token, colour in theme.tokens.items():
        found[token] = QTextCharFormat()
        found[token].setForeground(QColor(colour))
    for token, ground, ink in (
        (MATCH, theme.match, theme.text),
        (CURRENT, theme.match_current, theme.on_match_current),
    ):
        found[token] = QTextCharFormat()
        found[token].setBackground(QColor(ground))
        found[token].setForeground(QColor(ink))
    found[SELECTED] = QTextCharFormat()
    found[SELECTED].setBackground(QColor(theme.highlight))
    return found


def place_spans(places: Iterable[Place], current: Place | None) -> Iterator[Span]:
    for place in places:
        yield place[1], place[2] - place[1], CURRENT if place == current else MATCH


def ranges(line: str, spans: Sequence[Span], looks: dict[str, QTextCharFormat]) -> list[QTextLayout.FormatRange]:
    """`spans` of `line` for `QTextLayout.setFormats`: a later one wins over an earlier; unknown tokens are left out."""
    wide = not line.isascii() and max(line) > "\uffff"
    found = []
    for start, length, token in spans:
        look = looks.get(token)
        if look is None or length <= 0:
            continue
        shown = QTextLayout.FormatRange()
        shown.start = units(line[:start]) if wide else start
        shown.length = units(line[start : start + length]) if wide else length
        shown.format = look
        found.append(shown)
    return found


def units(text: str) -> int:
    """Its length as Qt counts: a character beyond U+FFFF is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
