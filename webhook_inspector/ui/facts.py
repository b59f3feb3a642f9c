"""What the pane Overview tells of a capture: one row of the table a fact, each with the text that it has for a record."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QCoreApplication, QDateTime, Qt, QTimeZone

from webhook_inspector.core.capture import Head, State, path_of
from webhook_inspector.core.headers import first
from webhook_inspector.core.sentences import QT_TRANSLATE_NOOP
from webhook_inspector.core.text import show, visible
from webhook_inspector.ui import texts
from webhook_inspector.ui.columns import clock_time
from webhook_inspector.ui.loaded import Loaded

translate = QCoreApplication.translate

QUERY_LIMIT = 200
"""Query parameters that are listed."""

NOTHING = "–"

_STATES = {
    State.CUT: QT_TRANSLATE_NOOP("Overview", "Cut: only the first part of the body is kept."),
    State.INCOMPLETE: QT_TRANSLATE_NOOP("Overview", "Incomplete: the sender stopped in the middle."),
    State.REFUSED: QT_TRANSLATE_NOOP("Overview", "Refused: not a request that can be understood."),
}


@dataclass(frozen=True, slots=True)
class Fact:
    key: str
    label: str
    """English; translated in the context `Overview`."""
    text: Callable[[Loaded, Head], str]
    """Empty: the row is hidden."""
    code: bool = False
    """Whether it is shown in the font of fixed width."""


def heading(loaded: Loaded) -> str:
    """`POST /github · 14:03:25.118 · from 127.0.0.1:50000`; the request line is left out where there is none."""
    capture = loaded.record.capture
    head = capture.parsed()
    line = "" if capture.state is State.REFUSED else f"{head.method} {path_of(show(head.target))}"
    sender = translate("Overview", "from {address}").format(address=visible(capture.peer))
    return " · ".join(part for part in (line, clock_time(capture.received_ns), sender) if part)


def state_text(loaded: Loaded) -> str:
    """Why the capture is not whole; empty where it is."""
    capture = loaded.record.capture
    if capture.problem is not None:
        return visible(texts.problem_text(capture.problem))
    return translate("Overview", _STATES[capture.state]) if capture.state in _STATES else ""


def local_time(received_ns: int) -> str:
    """`2026-11-24 14:03:25.118007 UTC+01:00`, in the zone of this machine."""
    moment = QDateTime.fromMSecsSinceEpoch(received_ns // 10**6)
    minutes = moment.offsetFromUtc() // 60
    zone = f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    return f"{moment.toString('yyyy-MM-dd HH:mm:ss')}.{received_ns // 1000 % 10**6:06d} {zone}"


def utc_time(received_ns: int) -> str:
    """RFC 3339 with every digit that was measured: `2026-11-24T13:03:25.118007123Z`."""
    moment = QDateTime.fromMSecsSinceEpoch(received_ns // 10**6, QTimeZone(QTimeZone.Initialization.UTC))
    return f"{moment.toString(Qt.DateFormat.ISODate).removesuffix('Z')}.{received_ns % 10**9:09d}Z"


def query_text(target: bytes) -> str:
    """The parameters of a target's query, decoded, one `name = value` a line."""
    query = target.partition(b"?")[2].partition(b"#")[0]
    parts = [part for part in query.split(b"&") if part]
    lines = [_decoded(part) for part in parts[:QUERY_LIMIT]]
    if len(parts) > QUERY_LIMIT:
        lines.append(translate("Overview", "… and {count} more").format(count=texts.number(len(parts) - QUERY_LIMIT)))
    return "\n".join(lines)


def size_text(count: int) -> str:
    """Exact, and in units for reading: `43,210 bytes (42.2 KiB)`."""
    if count == 1:
        return translate("Overview", "1 byte")
    exact = translate("Overview", "{count} bytes").format(count=texts.number(count))
    return exact if count < 1024 else f"{exact} ({texts.size(count)})"


def _decoded(part: bytes) -> str:
    name, mark, value = part.replace(b"+", b" ").partition(b"=")
    decoded = show(unquote_to_bytes(name))
    return f"{decoded} = {show(unquote_to_bytes(value))}" if mark else decoded


def _field(head: Head, name: bytes) -> str:
    return show(first(head.fields, name) or b"")


def _size(loaded: Loaded, _head: Head) -> str:
    whole = loaded.record.capture.body_size
    if loaded.stored == whole:
        return size_text(whole)
    words = translate("Overview", "{kept} of {whole} announced")
    return words.format(kept=size_text(loaded.stored), whole=size_text(whole))


def _digest(loaded: Loaded, _head: Head) -> str:
    return loaded.record.capture.sha256() if loaded.whole else "…"


def _reply(loaded: Loaded, _head: Head) -> str:
    record = loaded.record
    if not record.status:
        return translate("Overview", "None: the sender had gone.")
    body = record.reply.partition(b"\r\n\r\n")[2]
    if not body:
        return translate("Overview", "{status}, empty body").format(status=record.status)
    return translate("Overview", "{status}, body of {size}").format(status=record.status, size=size_text(len(body)))


FACTS: tuple[Fact, ...] = (
    Fact("state", QT_TRANSLATE_NOOP("Overview", "State"), lambda loaded, _: state_text(loaded)),
    Fact(
        "received",
        QT_TRANSLATE_NOOP("Overview", "Time received"),
        lambda loaded, _: local_time(loaded.record.capture.received_ns),
    ),
    Fact("utc", QT_TRANSLATE_NOOP("Overview", "In UTC"), lambda loaded, _: utc_time(loaded.record.capture.received_ns)),
    Fact("from", QT_TRANSLATE_NOOP("Overview", "From"), lambda loaded, _: visible(loaded.record.capture.peer)),
    Fact("method", QT_TRANSLATE_NOOP("Overview", "Method"), lambda _, head: head.method or NOTHING),
    Fact("target", QT_TRANSLATE_NOOP("Overview", "Target"), lambda _, head: show(head.target) or NOTHING, code=True),
    Fact(
        "path",
        QT_TRANSLATE_NOOP("Overview", "Path"),
        lambda _, head: path_of(show(head.target)) or NOTHING,
        code=True,
    ),
    Fact(
        "query", QT_TRANSLATE_NOOP("Overview", "Query parameters"), lambda _, head: query_text(head.target), code=True
    ),
    Fact("version", QT_TRANSLATE_NOOP("Overview", "HTTP version"), lambda _, head: head.version or NOTHING),
    Fact("host", QT_TRANSLATE_NOOP("Overview", "Host"), lambda _, head: _field(head, b"host") or NOTHING),
    Fact(
        "type",
        QT_TRANSLATE_NOOP("Overview", "Content type"),
        lambda _, head: _field(head, b"content-type") or NOTHING,
    ),
    Fact(
        "encoding",
        QT_TRANSLATE_NOOP("Overview", "Content encoding"),
        lambda _, head: _field(head, b"content-encoding"),
    ),
    Fact("size", QT_TRANSLATE_NOOP("Overview", "Body size"), _size),
    Fact("digest", QT_TRANSLATE_NOOP("Overview", "SHA-256 of the body"), _digest, code=True),
    Fact("reply", QT_TRANSLATE_NOOP("Overview", "Reply"), _reply),
)
