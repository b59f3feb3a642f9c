"""What the pane Overview tells of a capture: one row of the table a fact, each with the text that it has for a record."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QCoreApplication, QDateTime, Qt, QTimeZone

from webhook_inspector.core.capture import Head, State, path_of
from webhook_inspector.core.difference import Difference
from webhook_inspector.core.headers import first
from webhook_inspector.core.meaning import NO_MEANING, Meaning
from webhook_inspector.core.text import show, visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui import texts
from webhook_inspector.ui.columns import clock_time, provider_title, verdict_text
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


def _meaning(loaded: Loaded) -> Meaning:
    judgement = loaded.record.judgement
    return NO_MEANING if judgement is None else judgement.meaning


def _event(loaded: Loaded, _head: Head) -> str:
    meaning = _meaning(loaded)
    return " · ".join(part for part in (provider_title(meaning.provider), visible(meaning.event)) if part)


def _mode(loaded: Loaded, _head: Head) -> str:
    live = _meaning(loaded).live
    return "" if live is None else translate("Overview", _MODES[live])


def _attempt(loaded: Loaded, _head: Head) -> str:
    return texts.number(_meaning(loaded).attempt) if _meaning(loaded).attempt else ""


def _sent(loaded: Loaded, _head: Head) -> str:
    sent_ns = _meaning(loaded).sent_ns
    return "" if sent_ns is None else local_time(sent_ns)


def _signature(loaded: Loaded, _head: Head) -> str:
    judgement = loaded.record.judgement
    if judgement is None or judgement.status is None:
        return ""
    parts = (verdict_text(judgement.status), judgement.scheme, judgement.key_label)
    return " · ".join(visible(part) for part in parts if part)


def tries_text(loaded: Loaded) -> str:
    """`2 of 3, 61 s after the one before. Changed: Stripe-Signature.`; empty where there is one try."""
    delivery = loaded.delivery
    if delivery is None:
        return ""
    place = translate("Overview", "{number} of {tries}").format(
        number=texts.number(delivery.number), tries=texts.number(delivery.tries)
    )
    if delivery.changed is None:
        return place
    passed = translate("Overview", "{time} after the one before").format(time=duration(delivery.after_ns))
    changed = _changed_words(delivery.changed)
    words = (
        translate("Overview", "Changed: {parts}").format(parts=changed)
        if changed
        else translate("Overview", "Nothing has changed")
    )
    return f"{place}, {passed}. {words}."


def duration(nanoseconds: int) -> str:
    """`12 ms`, `61 s`."""
    if abs(nanoseconds) < 10**9:
        return translate("Overview", "{count} ms").format(count=texts.number(nanoseconds // 10**6))
    return translate("Overview", "{count} s").format(count=texts.number(round(nanoseconds / 10**9)))


def _changed_words(changed: Difference) -> str:
    parts = [translate("Overview", "request line")] if changed.line else []
    parts += [visible(name) for name in changed.headers[:QUERY_LIMIT]]
    parts += [translate("Overview", "body")] if changed.body else []
    return ", ".join(parts)


_MODES = {True: QT_TRANSLATE_NOOP("Overview", "Live"), False: QT_TRANSLATE_NOOP("Overview", "Test")}

FACTS: tuple[Fact, ...] = (
    Fact("state", QT_TRANSLATE_NOOP("Overview", "State"), lambda loaded, _: state_text(loaded)),
    Fact("event", QT_TRANSLATE_NOOP("Overview", "Provider · event"), _event),
    Fact(
        "event-id",
        QT_TRANSLATE_NOOP("Overview", "Event id"),
        lambda loaded, _: visible(_meaning(loaded).event_id),
        code=True,
    ),
    Fact("mode", QT_TRANSLATE_NOOP("Overview", "Mode"), _mode),
    Fact("signature", QT_TRANSLATE_NOOP("Overview", "Signature"), _signature),
    Fact("tries", QT_TRANSLATE_NOOP("Overview", "Tries"), lambda loaded, _: tries_text(loaded)),
    Fact("changed", QT_TRANSLATE_NOOP("Overview", "Changed"), lambda _loaded, _head: ""),  # the pane finds it out
    Fact("attempt", QT_TRANSLATE_NOOP("Overview", "Attempt, as sent"), _attempt),
    Fact("sent", QT_TRANSLATE_NOOP("Overview", "Time of the event"), _sent),
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
    Fact(
        "tags",
        QT_TRANSLATE_NOOP("Overview", "Tags"),
        lambda loaded, _: " ".join(f"#{tag}" for tag in loaded.record.marks.tags),
    ),
    Fact("note", QT_TRANSLATE_NOOP("Overview", "Note"), lambda loaded, _: visible(loaded.record.marks.note)),
)
