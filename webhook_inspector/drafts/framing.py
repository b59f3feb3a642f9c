"""Headers that frame one message: they are made anew for each request."""

from webhook_inspector.core.headers import Fields, values

HOST, LENGTH, CODING = b"host", b"content-length", b"transfer-encoding"

FRAMING = frozenset({HOST, LENGTH, CODING})

_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
"""Methods whose requests tell a length even where there is no body (RFC 9110 section 8.6)."""


def tells_length(method: str, fields: Fields, body: bytes) -> bool:
    """Whether the request needs a Content-Length."""
    return bool(body) or method.upper() in _WITH_BODY or bool(values(fields, LENGTH) or values(fields, CODING))
