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
        body = self.request.body
        for word in words:  # noqa: SIM110 (every request comes here ten times, and all() costs as much as the search)
            if word not in body:
                return False
        return True

    @cached_property
    def start(self) -> bytes:
        """The first byte of the body that is no blank; empty where there is none, and where the body is too large to look into."""
        return self.request.body[:64].lstrip()[:1] if len(self.request.body) <= _BODY_LIMIT else b""

    @cached_property
    def form(self) -> frozenset[bytes]:
        """The names of a form's fields, whatever the content type says."""
        may_be = self.start not in (b"", b"{", b"[", b"<", b"-")
        return frozenset(name for name, _ in read_pairs(self.request.body)) if may_be else frozenset()

    @cached_property
    def json(self) -> object:
        return parse_json(self.request.body) if self.start in (b"{", b"[") else None

    def text_at(self, *path: str) -> bytes:
        """A string or number in the JSON body; empty where there is none."""
        return scalar(member(self.json, path)) or b""

    @cached_property
    def parameters(self) -> frozenset[bytes]:
        query = query_of(self.request.url)
        return frozenset(name for name, _ in read_pairs(query)) if query else frozenset()

    @cached_property
    def bearer_issuer(self) -> str | None:
        """The `iss` of a JWT in Authorization; None where there is no JWT."""
        token = compact(self.value("authorization").partition(b" ")[2])
        return None if isinstance(token, str) else text_member(json_object(from_base64url(token.payload)) or {}, "iss")

    @cached_property
    def detached_header(self) -> str:
        """The header that holds a JWS without its payload; empty where there is none."""
        found = [name for name, value in self.headers.items() if b".." in value and _DETACHED.fullmatch(value)]
        return found[0] if found else ""
