"""Heads for captures from files of others, which tell a method, an address and headers instead of the bytes.

Nothing of them can add a line to a head: what holds a line break or another control character is refused with a reason.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from webhook_inspector.core.text import visible
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.members import utf8

TextField = tuple[str, str]

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A method or the name of a header: RFC 9110 section 5.6.2."""

_ADDRESS = re.compile(r"(https?|wss?)://([^/?#]+)([^#]*)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_FRAMING = ("content-length", "transfer-encoding")
_SCHEMES = {"http": "http", "ws": "http", "https": "https", "wss": "https"}
# Printable ASCII without the blank: whatever else is in an address is percent-encoded.
_PLAIN = "".join(map(chr, range(0x21, 0x7F)))


def request_head(
    method: str, address: str, fields: Sequence[TextField], body_size: int, version: str = ""
) -> tuple[str, bytes]:
    """Scheme and head of a request as a sender of HTTP/1.1 would have written it.

    `address` is a URL, or a path where the fields name the Host. Framing headers are set right for a body of `body_size` bytes.
    """
    if not TOKEN.fullmatch(method):
        raise MisfitError(f"{short(method)} is no method")
    scheme, host, target = _parts(address)
    if host and not any(name.lower() == "host" for name, _ in fields):
        fields = [("Host", host), *fields]
    version = version if version == "HTTP/1.0" else "HTTP/1.1"
    return scheme, f"{method} {target} {version}\r\n".encode() + _block(_framed(fields, body_size))


def reply_head(status: int, words: str, fields: Iterable[TextField], body_size: int | None) -> bytes:
    """Status line and headers of a reply. Several values in one, parted by line feeds as browsers write them, are parted again.

    `body_size` None: unknown, the framing headers stay as they are.
    """
    _check("the status text", words)
    single = [(name, part) for name, value in fields for part in value.split("\n")]
    return utf8(f"HTTP/1.1 {status} {words}\r\n", "the status text") + _block(_framed(single, body_size))


def _parts(address: str) -> tuple[str, str, str]:
    """Scheme, host (empty where the address is only a path) and target; a fragment never goes over the wire."""
    if address.startswith("/") or address == "*":
        return "http", "", _encoded(address.partition("#")[0])
    found = _ADDRESS.match(address)
    if not found:
        raise MisfitError(f"{short(address)} is no http address")
    scheme, authority, target = found.groups()
    slash = "" if target.startswith("/") else "/"
    return _SCHEMES[scheme.lower()], authority.rpartition("@")[2], slash + _encoded(target)


def _encoded(target: str) -> str:
    return quote(utf8(target, "the address"), safe=_PLAIN)


def _framed(fields: Iterable[TextField], body_size: int | None) -> list[TextField]:
    """Without chunks and without the pseudo headers of HTTP/2; one Content-Length, the right one, where there was or has to be one."""
    real = [(name, value) for name, value in fields if not name.startswith(":")]
    if body_size is None:
        return real
    length = ("Content-Length", str(body_size))
    kept: list[TextField] = []
    for name, value in real:
        if name.lower() not in _FRAMING:
            kept.append((name, value))
        elif length not in kept:
            kept.append(length)
    if body_size and length not in kept:
        kept.append(length)
    return kept


def _block(fields: Iterable[TextField]) -> bytes:
    return b"".join([*map(_line, fields), b"\r\n"])


def _line(field: TextField) -> bytes:
    name, value = field
    if not TOKEN.fullmatch(name):
        raise MisfitError(f"{short(name)} is no header name")
    _check(f"the header {name}", value)
    return utf8(f"{name}: {value.strip(' ')}\r\n", f"the header {name}")


def _check(what: str, value: str) -> None:
    if _CONTROL.search(value):
        raise MisfitError(f"{what} holds a line break or another control character")


def short(text: str) -> str:
    """A stranger's text for a sentence: one line, not long, nothing in it acts."""
    return f"“{visible(text[:80])}”"
