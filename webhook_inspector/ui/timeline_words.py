"""The words of the timeline: from when to when, and how many came then."""

import time

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.arrivals import Tally
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui.texts import number

_SECOND = 10**9
_MINUTE = 60 * _SECOND

KINDS: tuple[tuple[str, str, str, str], ...] = (
    ("valid", "ok", "✓", QT_TRANSLATE_NOOP("Timeline", "valid")),
    ("failed", "fail", "✗", QT_TRANSLATE_NOOP("Timeline", "invalid or expired")),
    ("other", "none", "–", QT_TRANSLATE_NOOP("Timeline", "not verified")),
)
"""The field of a Tally, the colour of the theme, glyph and words."""


def kind_texts(tally: Tally, *, worded: bool = True) -> list[tuple[str, str]]:
    """Of every kind that came its colour of the theme and what is to be said: `✗ invalid or expired 3`, or only `✗ 3`."""
    found = []
    for field, tone, glyph, words in KINDS:
        count = getattr(tally, field)
        if count:
            word = f"{QCoreApplication.translate('Timeline', words)} " if worded else ""
            found.append((tone, f"{glyph} {word}{number(count)}"))
    return found


def counts_text(tally: Tally) -> str:
    """`Captures: 16 · ✓ valid 15 · ✗ invalid or expired 1`."""
    total = QCoreApplication.translate("Timeline", "Captures: {count}").format(count=number(tally.total))
    return " · ".join([total, *(words for _, words in kind_texts(tally))])


def span_text(since_ns: int, before_ns: int, width: int) -> str:
    """`2026-11-24 14:03:05 – 14:03:10`, by the local clock and as exactly as stretches of that width need it."""
    begin, end = moment_text(since_ns, width), moment_text(before_ns, width)
    day = begin.partition(" ")[0] + " "
    return f"{begin} – {end.removeprefix(day)}"


def moment_text(at_ns: int, width: int) -> str:
    """`2026-11-24 14:03`, with seconds or milliseconds where stretches are shorter than a minute or a second."""
    seconds, rest = divmod(at_ns, _SECOND)
    try:
        moment = time.localtime(seconds)
    except (OverflowError, OSError, ValueError):  # a year that the system's clock does not know
        return str(seconds)
    if width % _MINUTE == 0:
        return time.strftime("%Y-%m-%d %H:%M", moment)
    text = time.strftime("%Y-%m-%d %H:%M:%S", moment)
    return text if width % _SECOND == 0 else f"{text}.{rest // 10**6:03}"
