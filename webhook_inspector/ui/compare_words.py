"""What a comparison is told with in the window's language."""

from PySide6.QtCore import QCoreApplication

from webhook_inspector.compare.change import Kind, Place
from webhook_inspector.compare.comparison import Comparison
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui.texts import number

translate = QCoreApplication.translate

HEADINGS = {
    Place.REQUEST: QT_TRANSLATE_NOOP("Compare", "Request line"),
    Place.STATUS: QT_TRANSLATE_NOOP("Compare", "First line"),
    Place.HEADER: QT_TRANSLATE_NOOP("Compare", "Headers"),
    Place.TRAILER: QT_TRANSLATE_NOOP("Compare", "Trailers"),
    Place.BODY: QT_TRANSLATE_NOOP("Compare", "Body"),
}
KINDS = {
    Kind.SAME: QT_TRANSLATE_NOOP("Compare", "same"),
    Kind.CHANGED: QT_TRANSLATE_NOOP("Compare", "changed"),
    Kind.ADDED: QT_TRANSLATE_NOOP("Compare", "added"),
    Kind.REMOVED: QT_TRANSLATE_NOOP("Compare", "removed"),
    Kind.IGNORED: QT_TRANSLATE_NOOP("Compare", "ignored"),
}
_FIRST_LINES = {
    Place.REQUEST: QT_TRANSLATE_NOOP("Compare", "request line"),
    Place.STATUS: QT_TRANSLATE_NOOP("Compare", "first line"),
}
_HEADERS = (QT_TRANSLATE_NOOP("Compare", "1 header"), QT_TRANSLATE_NOOP("Compare", "{count} headers"))
_TRAILERS = (QT_TRANSLATE_NOOP("Compare", "1 trailer"), QT_TRANSLATE_NOOP("Compare", "{count} trailers"))
_VALUES = (QT_TRANSLATE_NOOP("Compare", "1 value"), QT_TRANSLATE_NOOP("Compare", "{count} values"))
_LINES = (QT_TRANSLATE_NOOP("Compare", "1 line of the body"), QT_TRANSLATE_NOOP("Compare", "{count} lines of the body"))
_IGNORED = (QT_TRANSLATE_NOOP("Compare", "1 is ignored."), QT_TRANSLATE_NOOP("Compare", "{count} are ignored."))
_NOISE = (
    QT_TRANSLATE_NOOP("Compare", "1 looks like an id or a time."),
    QT_TRANSLATE_NOOP("Compare", "{count} look like ids or times."),
)


def counts_text(comparison: Comparison) -> str:
    """`request line, 1 header, 2 values`; of responses `first line, …`; empty where nothing differs."""
    parts = [translate("Compare", words) for place, words in _FIRST_LINES.items() if comparison.count(place)]
    counted = {Place.HEADER: _HEADERS, Place.TRAILER: _TRAILERS, Place.BODY: _VALUES if comparison.by_value else _LINES}
    parts += [_counted(comparison.count(place), some) for place, some in counted.items() if comparison.count(place)]
    return ", ".join(parts)


def summary(comparison: Comparison) -> str:
    """Says how much differs, how much of that is noise, and how much is ignored."""
    counts = counts_text(comparison)
    words = [
        translate("Compare", "Different: {parts}.").format(parts=counts)
        if counts
        else translate("Compare", "Nothing is different.")
    ]
    words += [
        _counted(count, some) for count, some in ((comparison.noise, _NOISE), (comparison.ignored, _IGNORED)) if count
    ]
    return " ".join(words)


def hint_text(comparison: Comparison, event: str, number_before: int) -> str:
    """`Since the last invoice.paid (capture 12): 2 values`, for the overview."""
    since = translate("Compare", "Since the last {event} (capture {id}):").format(event=event, id=number_before)
    counts = counts_text(comparison) or translate("Compare", "nothing but ids and times")
    return f"{since} {counts}"


def _counted(count: int, words: tuple[str, str]) -> str:
    return translate("Compare", words[0] if count == 1 else words[1]).format(count=number(count))
