"""Headers that carry a digest of the body: `Content-Digest` (RFC 9530) and the older `Digest` (RFC 3230)."""

import hashlib
from collections.abc import Mapping

from webhook_inspector.core.headers import Fields, values
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Step
from webhook_inspector.signatures.encodings import from_base64, to_base64
from webhook_inspector.signatures.structured_fields import FieldSyntaxError, Item, parse_dictionary, write_dictionary

CONTENT_DIGEST, DIGEST = b"Content-Digest", b"Digest"
HASHES = {"sha-256": "sha256", "sha-512": "sha512"}
"""Digests that count, by their names in both headers. Others are passed over."""


def content_digest_step(fields: Fields, body: bytes) -> Step | None:
    """Whether `Content-Digest` is of this body; None where there is none."""
    found = values(fields, CONTENT_DIGEST)
    return _step(CONTENT_DIGEST, found, _content_digests(b", ".join(found)), body) if found else None


def digest_step(fields: Fields, body: bytes) -> Step | None:
    """Whether `Digest` is of this body; None where there is none."""
    found = values(fields, DIGEST)
    return _step(DIGEST, found, _digests(b", ".join(found)), body) if found else None


def _step(header: bytes, found: list[bytes], digests: Mapping[str, bytes], body: bytes) -> Step:
    name = header.decode()
    expected = {kind: _hashed(kind, body) for kind in digests}
    shown = show(b", ".join(found))
    if not digests:
        return Step("body digest", False, f"{name} holds no digest that is understood", found=shown)
    right = expected == digests
    fact = f"{name} {'is' if right else 'is not'} the digest of the body"
    return Step(
        "body digest", right, fact, ", ".join(f"{kind} {to_base64(raw)}" for kind, raw in expected.items()), shown
    )


def _content_digests(text: bytes) -> dict[str, bytes]:
    try:
        members = parse_dictionary(text.decode("latin-1"))
    except FieldSyntaxError:
        return {}
    items = ((kind, member.value) for kind, member in members.items() if isinstance(member, Item))
    return {kind: value for kind, value in items if kind in HASHES and isinstance(value, bytes)}


def _digests(text: bytes) -> dict[str, bytes]:
    parts = (part.strip().partition(b"=") for part in text.split(b","))
    named = ((kind.decode("latin-1").lower(), from_base64(value)) for kind, _, value in parts)
    return {kind: value for kind, value in named if kind in HASHES and value is not None}


def content_digest(fields: Fields, body: bytes) -> bytes:
    """A `Content-Digest` of the body, by the hashes of the one there is."""
    kinds = list(_content_digests(b", ".join(values(fields, CONTENT_DIGEST)))) or ["sha-256"]
    return write_dictionary({kind: Item(_hashed(kind, body), {}) for kind in kinds}).encode()


def digest(fields: Fields, body: bytes) -> bytes:
    """A `Digest` of the body, by the hashes of the one there is."""
    kinds = list(_digests(b", ".join(values(fields, DIGEST)))) or ["sha-256"]
    return ",".join(f"{kind.upper()}={to_base64(_hashed(kind, body))}" for kind in kinds).encode()


def _hashed(kind: str, body: bytes) -> bytes:
    return hashlib.new(HASHES[kind], body).digest()
