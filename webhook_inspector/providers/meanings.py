"""What one request tells, by the row of its provider."""

from webhook_inspector.core.headers import Fields
from webhook_inspector.core.meaning import NO_MEANING, Meaning
from webhook_inspector.providers.moments import nanoseconds
from webhook_inspector.providers.provider import Provider
from webhook_inspector.providers.source import Header, Source, either
from webhook_inspector.providers.table import OF_SCHEME, PROVIDERS
from webhook_inspector.providers.told import MOST_READ, Told

_LONGEST = 200
"""Characters of an event type or an id."""

_BINARY = Provider(
    "",
    "CloudEvents",
    "github.com/cloudevents/spec/blob/main/cloudevents/bindings/http-protocol-binding.md",
    event=Header(b"ce-type"),
    event_id=either(Header(b"ce-id"), Header(b"webhook-id"), Header(b"svix-id")),
    sent=Header(b"ce-time"),
)
"""Headers that anyone may send; asked where the provider's own row finds nothing."""

_BINARY_ALONE = frozenset({b"ce-type", b"ce-id"})


def read_meaning(provider: str, fields: Fields, body: bytes, url: str, most_read: int = MOST_READ) -> Meaning:
    """`provider` may also be the name of a scheme. Of a body `most_read` bytes are looked at. Never raises, whatever the bytes."""
    key = OF_SCHEME.get(provider, provider)
    row = PROVIDERS.get(key)
    if row is None:
        return _of_headers(key, fields)
    told = Told(fields, body, url, row, most_read)
    event, event_id, sent = _event(row.event, told), _event_id(row.event_id, told), _sent(row.sent, told)
    return Meaning(
        key,
        event or _event(_BINARY.event, told),
        event_id or _event_id(_BINARY.event_id, told),
        row.attempt.read(told) if row.attempt else 0,
        row.live.read(told) if row.live else None,
        sent or _sent(_BINARY.sent, told),
    )


def _of_headers(key: str, fields: Fields) -> Meaning:
    """Asked of every request of an unknown sender, so it makes nothing before it has seen one of the names."""
    for name, _ in fields:
        if name[:3] in (b"ce-", b"Ce-", b"CE-") and name.lower() in _BINARY_ALONE:
            told = Told(fields, b"", "", _BINARY)
            return Meaning(
                key, _event(_BINARY.event, told), _event_id(_BINARY.event_id, told), sent_ns=_sent(_BINARY.sent, told)
            )
    return Meaning(key) if key else NO_MEANING


def _event(source: Source | None, told: Told) -> str:
    text = source.read(told) if source else ""
    if text.isascii() and len(text) <= _LONGEST:
        return text
    text = _storable(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _event_id(source: Source | None, told: Told) -> str:
    """Half an id would be another event's: one that is too long is none."""
    text = source.read(told) if source else ""
    if not text.isascii():
        text = _storable(text)
    return text if len(text) <= _LONGEST else ""


def _sent(source: Source | None, told: Told) -> int | None:
    return nanoseconds(source.read(told)) if source else None


def _storable(text: str) -> str:
    r"""JSON can write halves of characters (`"\ud800"`), which no database takes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
