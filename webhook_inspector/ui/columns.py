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
from webhook_inspector.core.sentences import QT_TRANSLATE_NOOP
from webhook_inspector.core.text import visible
from webhook_inspector.ui import texts

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
    alignment: Qt.AlignmentFlag = LEFT


@dataclass(frozen=True, slots=True)
class Cells:
    """One capture ready to paint: a text for each column, and the tone of the whole row."""

    id: int
    texts: tuple[str, ...]
    tone: str
    """A colour of the theme: `fail` refused, `warn` cut or incomplete, `text` otherwise. The path says it in words too."""
    row: Row


def cells_of(row: Row) -> Cells:
    return Cells(
        id=row.id,
        texts=tuple(texts.cut(visible(column.text(row))) for column in COLUMNS),
        tone=_TONES[row.state],
        row=row,
    )


def tooltip_of(row: Row, column: int) -> str:
    """Plain text for `texts.plain_tooltip`; empty where there is nothing to add."""
    return texts.cut(visible(COLUMNS[column].tooltip(row)), 1000)


def clock_time(received_ns: int) -> str:
    """Local time of day with milliseconds, `14:03:21.118`."""
    seconds, rest = divmod(received_ns, 10**9)
    return f"{time.strftime('%H:%M:%S', time.localtime(seconds))}.{rest // 10**6:03d}"


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


_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}")
"""A method as RFC 9110 section 9.1 has it."""
_TONES = {State.COMPLETE: "text", State.CUT: "warn", State.INCOMPLETE: "warn", State.REFUSED: "fail"}
_GLYPHS = {State.COMPLETE: "!", State.CUT: "!", State.INCOMPLETE: "!", State.REFUSED: "✗"}

COLUMNS: tuple[Column, ...] = (
    Column(
        "time",
        QT_TRANSLATE_NOOP("Column", "Time"),
        "00:00:00.000",
        lambda row: clock_time(row.received_ns),
        lambda row: iso_time(row.received_ns),
    ),
    Column("method", QT_TRANSLATE_NOOP("Column", "Method"), "OPTIONS", _method_text, lambda row: row.method),
    Column("path", QT_TRANSLATE_NOOP("Column", "Path"), "", path_text, path_text),
    Column(
        "type",
        QT_TRANSLATE_NOOP("Column", "Type"),
        "application/octet-stream",
        _type_text,
        lambda row: row.content_type,
    ),
    Column("from", QT_TRANSLATE_NOOP("Column", "From"), "127.0.0.1:50000", lambda row: row.peer, lambda row: row.peer),
    Column("reply", QT_TRANSLATE_NOOP("Column", "Reply"), "Reply", _reply_text, _reply_tooltip),
    Column(
        "size",
        QT_TRANSLATE_NOOP("Column", "Size"),
        "1023 bytes",
        lambda row: texts.size(row.body_size),
        _size_tooltip,
        RIGHT,
    ),
)
