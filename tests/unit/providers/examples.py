"""Requests as providers document them, and what each should tell."""

import json
from dataclasses import dataclass
from datetime import datetime

from webhook_inspector.core.meaning import Meaning
from webhook_inspector.providers.meanings import read_meaning

URL = "https://hooks.example.com/in"


@dataclass(frozen=True)
class Example:
    provider: str
    body: object = b""
    """Bytes as they are, text in UTF-8, all else as JSON."""
    event: str = ""
    event_id: str = ""
    attempt: int = 0
    live: bool | None = None
    sent: str = ""
    """RFC 3339."""
    headers: tuple[tuple[str, str], ...] = ()
    url: str = URL

    @property
    def raw(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()

    @property
    def expected(self) -> Meaning:
        return Meaning(self.provider, self.event, self.event_id, self.attempt, self.live, nanoseconds_of(self.sent))

    def read(self) -> Meaning:
        fields = tuple(
            (name.encode(), value.encode()) for name, value in (("Host", "hooks.example.com"), *self.headers)
        )
        return read_meaning(self.provider, fields, self.raw, self.url)


def nanoseconds_of(text: str) -> int | None:
    return round(datetime.fromisoformat(text).timestamp() * 1_000_000) * 1_000 if text else None
