"""Base64, base64url and hex, strictly: one text for each value, so that a changed character is always a changed signature."""

import base64
import binascii


def from_base64(text: bytes) -> bytes | None:
    """The bytes behind base64 (RFC 4648 section 4); padding may be missing. None where it is not exactly that."""
    bare = text.rstrip(b"=")
    try:
        found = base64.b64decode(bare + b"=" * (-len(bare) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    return (
        found
        if len(text) - len(bare) in (0, -len(bare) % 4) and to_base64(found).rstrip("=").encode() == bare
        else None
    )


def from_base64url(text: bytes) -> bytes | None:
    """The bytes behind base64url without padding, as JWS has it (RFC 7515 section 2)."""
    if b"+" in text or b"/" in text or b"=" in text:
        return None
    return from_base64(text.replace(b"-", b"+").replace(b"_", b"/"))


def from_hex(text: bytes) -> bytes | None:
    """The bytes behind hex digits of either case."""
    try:
        return binascii.unhexlify(text)
    except (binascii.Error, ValueError):
        return None


def to_base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def to_base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def to_hex(raw: bytes) -> str:
    return raw.hex()
