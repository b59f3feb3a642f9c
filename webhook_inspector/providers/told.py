"""What one request says, in the forms that sources ask for. Each form is made when it is first asked for."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Protocol
from urllib.parse import parse_qsl

from webhook_inspector.core.headers import Fields
from webhook_inspector.providers.shallow import EXACT, Path, read_beginning, tree_of

MOST_READ = 65_536
"""Bytes of a body that are looked at: this stands in the way of every request."""

_MOST_FIELDS = 200
_PART = re.compile(rb"\r?\n\r?\n")
_OPENING = (b"{", b"[")


class Asker(Protocol):
    """The row that a request is read by."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The JSON values that it may look at."""

    @property
    def wrapped(self) -> str:
        """The form field in which the JSON may come."""


class Told:
    def __init__(self, fields: Fields, body: bytes, url: str, asker: Asker, most_read: int = MOST_READ) -> None:
        self.headers: Mapping[bytes, bytes] = {name.lower(): value for name, value in reversed(fields)}
        self._body = body
        self._url = url
        self._asker = asker
        self._most_read = most_read

    @cached_property
    def json(self) -> object:
        """None where the body holds none. An array of a body that was too long or broken is a dictionary by places."""
        text = self._text if self._body[:1] in _OPENING else self._json_text.lstrip("\ufeff \t\r\n")
        if text[:1] not in ("{", "["):
            return None
        if len(self._body) <= self._most_read:
            try:
                return EXACT.raw_decode(text)[0]
            except (ValueError, RecursionError):
                pass
        return read_beginning(text, tree_of(self._asker.paths))

    @cached_property
    def form(self) -> Mapping[str, str]:
        """The first value of each field of a form."""
        text = self._text
        if len(self._body) > self._most_read:
            text = text[: text.rfind("&") + 1]
        return _pairs(text) if "=" in text and text[:1] not in "{[<-" else {}

    @cached_property
    def query(self) -> Mapping[str, str]:
        """The first value of each parameter of the address."""
        return _pairs(self._url.partition("?")[2].partition("#")[0][: self._most_read])

    @property
    def _text(self) -> str:
        return self._body[: self._most_read].decode("utf-8", "replace")

    @property
    def _json_text(self) -> str:
        text = self._text
        if not self._asker.wrapped or text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
            return text
        if text.startswith("--"):
            return self._part()
        return self.form.get(self._asker.wrapped, "")

    def _part(self) -> str:
        """What follows the head of the part that is named so; where the JSON in it ends, JSON itself tells."""
        head = self._body.find(b'name="%s"' % self._asker.wrapped.encode())
        start = _PART.search(self._body, head, self._most_read) if head >= 0 else None
        return self._body[start.end() : self._most_read].decode("utf-8", "replace") if start else ""


def _pairs(text: str) -> Mapping[str, str]:
    if not text:
        return {}
    try:
        return dict(reversed(parse_qsl(text, max_num_fields=_MOST_FIELDS)))
    except ValueError:
        return {}
