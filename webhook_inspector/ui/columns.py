"""The columns of the table of captures: one row each, and the texts of a capture ready to paint.

Cells are made on the reading thread, so nothing here may touch a widget.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, Qt

from webhook_inspector.core.capture import Row, State
from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.text import visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.core.verdict import Status
from webhook_inspector.ui import texts

TRIES = 10_000
"""As many tries the history counts (`store.rows.TRIES`; a table that waits for its first paint knows no database)."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    title: str
    sample: str
    """A text that just fits at first; the column without one takes the room that is left."""
    text: Callable[[Row], str]
    tooltip: Callable[[Row], str]
    sort: str
    """By what a click on its title puts the rows in order: a key of `store.find.ORDERS`."""
    alignment: Qt.AlignmentFlag = LEFT
    tone: Callable[[Row], str] | None = None
    """A colour of the theme, or of its marks, for the cell, where it has another than its row; empty: it has not."""
    shown: bool = True
    """Whether it is there until the user chooses."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One capture ready to paint: a text and a tone for each column."""

    id: int
    texts: tuple[str, ...]
    tones: tuple[str, ...]
    """Colours of the theme: `fail` refused, `warn` cut or incomplete, `text` otherwise. The path says it in words too."""
    row: Row


def cells_of(row: Row) -> Cells:
    usual = _TONES[row.state]
    return Cells(
        id=row.id,
        texts=tuple(texts.cut(visible(column.text(row))) for column in COLUMNS),
        tones=tuple(usual if column.tone is None else column.tone(row) or usual for column in COLUMNS),
        row=row,
    )


def tooltip_of(row: Row, column: int) -> str:
    """Plain text for `texts.plain_tooltip`; empty where there is nothing to add."""
    return texts.cut(visible(COLUMNS[column].tooltip(row)), 1000)


def clock_time(received_ns: int, place: Callable[[float], time.struct_time] = time.localtime) -> str:
    """Time of day there with milliseconds, `14:03:21.118`."""
    seconds, rest = divmod(received_ns, 10**9)
    return f"{time.strftime('%H:%M:%S', place(seconds))}.{rest // 10**6:03d}"


def iso_time(received_ns: int) -> str:
    """Date, time in microseconds and zone, `2026-11-24T14:03:21.118007-03:00`."""
    seconds, rest = divmod(received_ns, 10**9)
    moment = datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest // 1000)
    return moment.astimezone().isoformat(timespec="microseconds")


def path_text(row: Row) -> str:
    """The target; where the capture is not whole, first why."""
    if row.problem is None:
        return row.target
    sentence = f"{_GLYPHS[row.state]} {texts.problem_text(row.problem)}"
    return f"{sentence} · {row.target}" if row.target else sentence


def url_of(row: Row) -> str:
    """The address that the sender asked for, as far as the request tells."""
    return row.target if "://" in row.target.partition("?")[0] else f"http://{row.host}{row.target}"


def _method_text(row: Row) -> str:
    """Bytes that are no request have no method, whatever stands before their first blank."""
    return row.method if _TOKEN.fullmatch(row.method) else "–"


def _type_text(row: Row) -> str:
    return row.content_type.partition(";")[0].strip()


def _reply_text(row: Row) -> str:
    return str(row.status) if row.status else "–"


def _reply_tooltip(row: Row) -> str:
    return "" if row.status else QCoreApplication.translate("Column", "The sender had gone before it got a reply.")


def _size_tooltip(row: Row) -> str:
    return QCoreApplication.translate("Column", "Size of the body in bytes: {size}").format(
        size=texts.number(row.body_size)
    )


def event_text(row: Row) -> str:
    """`Stripe · invoice.paid · 3 ×`; before a further try of the same delivery `↳`."""
    meaning = row.judgement.meaning
    parts = [provider_title(meaning.provider), meaning.event]
    if row.tries > 1:
        parts.append(f"{texts.number(row.tries)}{'+' if row.tries == TRIES else ''} ×")
    text = " · ".join(part for part in parts if part)
    return f"↳ {text}" if row.first else text


def provider_title(key: str) -> str:
    """Imported late: the first paint needs no providers."""
    from webhook_inspector.providers.table import PROVIDERS

    return PROVIDERS[key].title if key in PROVIDERS else key


def signature_text(row: Row) -> str:
    """Glyph and word of the verdict; `…` while nobody has judged it."""
    status = row.judgement.status
    if status is None:
        return "" if row.state is State.REFUSED else "…"
    return verdict_text(status)


def verdict_text(status: Status) -> str:
    glyph, word, _ = _VERDICTS[status]
    return f"{glyph} {QCoreApplication.translate('Column', word)}" if word else ""


def _signature_tone(row: Row) -> str:
    status = row.judgement.status
    return _VERDICTS[status][2] if status else "none"


def _event_tooltip(row: Row) -> str:
    meaning = row.judgement.meaning
    lines = [event_text(row)]
    if meaning.event_id:
        lines.append(QCoreApplication.translate("Column", "Event id: {id}").format(id=meaning.event_id))
    if meaning.attempt:
        lines.append(QCoreApplication.translate("Column", "Attempt {number}").format(number=meaning.attempt))
    if meaning.live is not None:
        lines.append(QCoreApplication.translate("Column", _LIVE[0] if meaning.live else _LIVE[1]))
    return " · ".join(line for line in lines if line)


def _signature_tooltip(row: Row) -> str:
    judgement = row.judgement
    parts = (signature_text(row), judgement.scheme, judgement.key_label)
    return " · ".join(part for part in parts if part)


def forward_text(row: Row) -> str:
    """`✓ 1/1`, `! waiting 2/5`, `✗ failed 0/1`: how many of its deliveries have arrived; empty where nothing is sent on."""
    sent = row.deliveries
    if not sent.total:
        return ""
    glyph, word, _ = _SENT[_sent_state(row)]
    words = (glyph, QCoreApplication.translate("Column", word) if word else "")
    return " ".join((*filter(None, words), f"{texts.number(sent.delivered)}/{texts.number(sent.total)}"))


def _sent_state(row: Row) -> DeliveryState:
    """What of its deliveries asks most for a look."""
    return next((state for state in _SENT if getattr(row.deliveries, state.value)), DeliveryState.DELIVERED)


def _forward_tone(row: Row) -> str:
    return _SENT[_sent_state(row)][2] if row.deliveries.total else ""


def _forward_tooltip(row: Row) -> str:
    there = [(label, getattr(row.deliveries, state.value)) for state, label in _SENT_COUNTS.items()]
    lines = [
        QCoreApplication.translate("Column", label).format(count=texts.number(count)) for label, count in there if count
    ]
    return " · ".join(lines)


_SENT: dict[DeliveryState, tuple[str, str, str]] = {
    DeliveryState.FAILED: ("✗", QT_TRANSLATE_NOOP("Column", "failed"), "fail"),
    DeliveryState.WAITING: ("!", QT_TRANSLATE_NOOP("Column", "waiting"), "warn"),
    DeliveryState.STOPPED: ("–", QT_TRANSLATE_NOOP("Column", "stopped"), "none"),
    DeliveryState.DELIVERED: ("✓", "", "ok"),
}
"""Glyph, word and colour of what has become of a capture's deliveries; the first that there is counts."""
_SENT_COUNTS = {
    DeliveryState.DELIVERED: QT_TRANSLATE_NOOP("Column", "Deliveries made: {count}"),
    DeliveryState.FAILED: QT_TRANSLATE_NOOP("Column", "failed: {count}"),
    DeliveryState.WAITING: QT_TRANSLATE_NOOP("Column", "waiting: {count}"),
    DeliveryState.STOPPED: QT_TRANSLATE_NOOP("Column", "stopped: {count}"),
}
_VERDICTS: dict[Status, tuple[str, str, str]] = {
    Status.VALID: ("✓", QT_TRANSLATE_NOOP("Column", "valid"), "ok"),
    Status.INVALID: ("✗", QT_TRANSLATE_NOOP("Column", "invalid"), "fail"),
    Status.EXPIRED: ("!", QT_TRANSLATE_NOOP("Column", "expired"), "warn"),
    Status.UNSIGNED: ("–", QT_TRANSLATE_NOOP("Column", "unsigned"), "none"),
    Status.NO_SECRET: ("–", QT_TRANSLATE_NOOP("Column", "no secret"), "none"),
    Status.UNKNOWN_SCHEME: ("", "", "none"),
}
"""Glyph, word and colour of each verdict; never the colour alone."""
_LIVE = (QT_TRANSLATE_NOOP("Column", "Live"), QT_TRANSLATE_NOOP("Column", "Test"))
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}")
"""A method as RFC 9110 section 9.1 has it."""
_TONES = {State.COMPLETE: "text", State.CUT: "warn", State.INCOMPLETE: "warn", State.REFUSED: "fail"}
_GLYPHS = {State.COMPLETE: "!", State.CUT: "!", State.INCOMPLETE: "!", State.REFUSED: "✗"}

_COLOURS = {
    "red": QT_TRANSLATE_NOOP("Column", "red"),
    "orange": QT_TRANSLATE_NOOP("Column", "orange"),
    "yellow": QT_TRANSLATE_NOOP("Column", "yellow"),
    "green": QT_TRANSLATE_NOOP("Column", "green"),
    "blue": QT_TRANSLATE_NOOP("Column", "blue"),
    "purple": QT_TRANSLATE_NOOP("Column", "purple"),
}


def colour_word(name: str) -> str:
    """The name of a colour that the user gives, in the language of the window."""
    return QCoreApplication.translate("Column", _COLOURS[name]) if name else ""


def marks_text(row: Row) -> str:
    """`★` pinned, `●` with a colour, `#` with tags, `✎` with a note."""
    marks = row.marks
    there = (("★", marks.pinned), ("●", marks.colour), ("#", marks.tags), ("✎", marks.note))
    return "".join(glyph for glyph, holds in there if holds)


def _marks_tooltip(row: Row) -> str:
    marks = row.marks
    pinned = QCoreApplication.translate("Column", "Pinned") if marks.pinned else ""
    return " · ".join(part for part in (pinned, colour_word(marks.colour), tags_text(row), marks.note) if part)


def tags_text(row: Row) -> str:
    return " ".join(f"#{tag}" for tag in row.marks.tags)


def _note_text(row: Row) -> str:
    """In one line."""
    return " ".join(row.marks.note.split())


COLUMNS: tuple[Column, ...] = (
    Column(
        "marks",
        QT_TRANSLATE_NOOP("Column", "Marks"),
        "★●#✎",
        marks_text,
        _marks_tooltip,
        "marks",
        tone=lambda row: row.marks.colour,
    ),
    Column(
        "time",
        QT_TRANSLATE_NOOP("Column", "Time"),
        "00:00:00.000Z",
        lambda row: clock_time(row.received_ns),
        lambda row: iso_time(row.received_ns),
        "time",
    ),
    Column("method", QT_TRANSLATE_NOOP("Column", "Method"), "OPTIONS", _method_text, lambda row: row.method, "method"),
    Column("path", QT_TRANSLATE_NOOP("Column", "Path"), "", path_text, path_text, "target"),
    Column(
        "event",
        QT_TRANSLATE_NOOP("Column", "Provider · event"),
        "Mercado Pago · payment.updated",
        event_text,
        _event_tooltip,
        "event",
    ),
    Column(
        "signature",
        QT_TRANSLATE_NOOP("Column", "Signature"),
        "– sem segredo",
        signature_text,
        _signature_tooltip,
        "verdict",
        tone=_signature_tone,
    ),
    Column(
        "type",
        QT_TRANSLATE_NOOP("Column", "Type"),
        "application/octet-stream",
        _type_text,
        lambda row: row.content_type,
        "type",
        shown=False,
    ),
    Column(
        "from",
        QT_TRANSLATE_NOOP("Column", "From"),
        "127.0.0.1:50000",
        lambda row: row.peer,
        lambda row: row.peer,
        "peer",
        shown=False,
    ),
    Column("tags", QT_TRANSLATE_NOOP("Column", "Tags"), "#refund #slow", tags_text, tags_text, "tags", shown=False),
    Column(
        "note",
        QT_TRANSLATE_NOOP("Column", "Note"),
        "Asked support about it",
        _note_text,
        lambda row: row.marks.note,
        "note",
        shown=False,
    ),
    Column("reply", QT_TRANSLATE_NOOP("Column", "Reply"), "Reply", _reply_text, _reply_tooltip, "reply"),
    Column(
        "forward",
        QT_TRANSLATE_NOOP("Column", "Forward"),
        "! waiting 2/5",
        forward_text,
        _forward_tooltip,
        "forward",
        tone=_forward_tone,
    ),
    Column(
        "size",
        QT_TRANSLATE_NOOP("Column", "Size"),
        "1023 bytes",
        lambda row: texts.size(row.body_size),
        _size_tooltip,
        "size",
        RIGHT,
    ),
)
