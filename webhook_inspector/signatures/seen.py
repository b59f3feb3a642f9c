"""What detection looks at in a request: header values by lower-case name, and a few cheap questions about the body."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from webhook_inspector.signatures.encodings import from_base64url
from webhook_inspector.signatures.jose import compact, json_object, text_member
from webhook_inspector.signatures.jsontext import member, parse_json, scalar
from webhook_inspector.signatures.pairs import query_of, read_pairs
from webhook_inspector.signatures.scheme import Request

_BODY_LIMIT = 2**20
"""Larger bodies are not parsed: detection stands in the way of every request."""

_DETACHED = re.compile(rb"(ey[A-Za-z0-9_-]+)\.\.[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Seen:
    """Its answers are kept, so it has no slots."""

    request: Request

    @cached_property
    def headers(self) -> Mapping[str, bytes]:
        """The first value of each."""
        return {name.lower().decode("latin-1"): value for name, value in reversed(self.request.fields)}

    def value(self, name: str) -> bytes:
        """Of the header of that lower-case name; empty where there is none."""
        return self.headers.get(name, b"")

    def matches(self, name: str, pattern: bytes) -> bool:
        return re.fullmatch(pattern, self.value(name)) is not None

    def mentions(self, *words: bytes) -> bool:
        """Whether each stands somewhere in the body: asked first, as it takes far less time than parsing."""
        return all(word in self.request.body for word in words)

    @cached_property
    def form(self) -> frozenset[bytes]:
        """The names of a form's fields, whatever the content type says."""
        body = self.request.body
        if len(body) > _BODY_LIMIT or body.lstrip()[:1] in (b"{", b"[", b"<", b"-"):
            return frozenset()
        return frozenset(name for name, _ in read_pairs(body))

    @cached_property
    def json(self) -> object:
        body = self.request.body
        return parse_json(body) if len(body) <= _BODY_LIMIT and body.lstrip()[:1] in (b"{", b"[") else None

    def text_at(self, *path: str) -> bytes:
        """A string or number in the JSON body; empty where there is none."""
        return scalar(member(self.json, path)) or b""

    @cached_property
    def parameters(self) -> frozenset[bytes]:
        return frozenset(name for name, _ in read_pairs(query_of(self.request.url)))

    @cached_property
    def bearer_issuer(self) -> str | None:
        """The `iss` of a JWT in Authorization; None where there is no JWT."""
        token = compact(self.value("authorization").partition(b" ")[2])
        return None if isinstance(token, str) else text_member(json_object(from_base64url(token.payload)) or {}, "iss")

    @cached_property
    def detached_header(self) -> str:
        """The header that holds a JWS without its payload; empty where there is none."""
        found = (name for name, value in self.headers.items() if _DETACHED.fullmatch(value))
        return next(found, "")
