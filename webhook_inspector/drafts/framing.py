"""Headers that belong to one connection or to the framing of one message, and so are never handed on (RFC 9110 section 7.6.1)."""

from webhook_inspector.core.headers import Fields, values

HOST, LENGTH, CODING = b"host", b"content-length", b"transfer-encoding"

HOP_BY_HOP = frozenset(
    b"connection keep-alive proxy-connection proxy-authenticate proxy-authorization te trailer upgrade".split()
)

FRAMING = frozenset({HOST, LENGTH, CODING})
"""What is made anew for each request."""

_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
"""Methods whose requests tell a length even where there is no body (RFC 9110 section 8.6)."""


def named_by_connection(fields: Fields) -> frozenset[bytes]:
    """Headers that a Connection header declares to be of this connection only, in lower case."""
    return frozenset(name.strip().lower() for value in values(fields, b"connection") for name in value.split(b","))


def tells_length(method: str, fields: Fields, body: bytes) -> bool:
    """Whether the request needs a Content-Length."""
    return bool(body) or method.upper() in _WITH_BODY or bool(values(fields, LENGTH) or values(fields, CODING))
