"""A configured secret as a key: what kind of key its text is."""

from collections.abc import Sequence

from webhook_inspector.signatures.scheme import Key

_SHAPES = (("-----BEGIN CERTIFICATE", "certificate_pem"), ("-----BEGIN", "public_key_pem"), ("{", "jwk"))


def key_of(text: str, kinds: Sequence[str], *, label: str = "", key_id: str = "") -> Key:
    """A key of the kind that its text shows, if the scheme takes that, or else of the first kind that it takes."""
    start = text.lstrip()
    shown = next((kind for begin, kind in _SHAPES if start.startswith(begin)), "")
    return Key(shown if shown in kinds else kinds[0], text, key_id, label=label)
