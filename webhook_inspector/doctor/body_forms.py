"""Bodies as they may have been before something on the way changed them: their ends, their charset, their coding, a form written anew."""

import re
import zlib
from collections.abc import Callable, Iterator
from urllib.parse import quote, quote_plus, unquote_to_bytes

from webhook_inspector.core.headers import first
from webhook_inspector.signatures.pairs import is_form, read_pairs, value_of
from webhook_inspector.signatures.scheme import Request

Coded = tuple[str, bytes]

_MARK = b"\xef\xbb\xbf"
_ESCAPE = re.compile(rb"%[0-9a-fA-F]{2}")
_MOST = 8 * 2**20
"""Bytes that a compressed body may grow to."""
_LARGE = 262_144
"""Bytes of a form from which on it is not written anew, which would take too long in one go."""
_MODES = {b"gzip": (31,), b"x-gzip": (31,), b"deflate": (15, -15)}
_BEGINS: dict[bytes, tuple[bytes, ...]] = {
    b"gzip": (b"\x1f\x8b",),
    b"x-gzip": (b"\x1f\x8b",),
    b"zstd": (b"\x28\xb5\x2f\xfd",),
}

ENDS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("doctor-body-newline-added", lambda body: body.removesuffix(b"\n").removesuffix(b"\r")),
    ("doctor-body-newline-lost", lambda body: body + b"\n"),
    ("doctor-body-newline-lost", lambda body: body + b"\r\n"),
    ("doctor-body-blanks", lambda body: body.rstrip()),
    ("doctor-body-blanks", lambda body: body.strip()),
    ("doctor-body-line-ends", lambda body: body.replace(b"\r\n", b"\n")),
    ("doctor-body-line-ends", lambda body: body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")),
    ("doctor-body-mark", lambda body: body.removeprefix(_MARK)),
    ("doctor-body-mark", lambda body: _MARK + body),
    ("doctor-body-unread", lambda _body: b""),
    ("doctor-body-unread", lambda _body: b"{}"),
    ("doctor-body-unread", lambda _body: b"null"),
    ("doctor-body-unread", lambda _body: b"[object Object]"),
)
"""What was signed, made of what came."""

CHARSETS: tuple[tuple[str, str, str], ...] = (
    ("doctor-body-twice-encoded", "utf-8", "latin-1"),
    ("doctor-body-twice-encoded", "utf-8", "cp1252"),
    ("doctor-body-charset", "latin-1", "utf-8"),
    ("doctor-body-charset", "cp1252", "utf-8"),
    ("doctor-body-charset", "utf-16", "utf-8"),
)
"""Code, the charset in which to read what came, and the one in which to write it."""


def other_ends(request: Request) -> Iterator[Coded]:
    for code, undo in ENDS:
        yield code, undo(request.body)


def other_charsets(request: Request) -> Iterator[Coded]:
    if request.body.isascii():
        return
    for code, read, write in CHARSETS:
        try:
            yield code, request.body.decode(read).encode(write)
        except UnicodeError:
            continue


def codings(request: Request) -> list[bytes]:
    named = first(request.fields, b"content-encoding") or b""
    return [name.strip().lower() for name in named.split(b",") if name.strip() and name.strip().lower() != b"identity"]


def decompressed(request: Request) -> Iterator[Coded]:
    """The sender signed before it compressed."""
    for mode in _MODES.get(codings(request)[-1], ()) if codings(request) else ():
        stream = zlib.decompressobj(mode)
        try:
            text = stream.decompress(request.body, _MOST)
        except zlib.error:
            continue
        if stream.eof:
            yield "doctor-body-compressed", text


def claims_coding(request: Request) -> str:
    """The coding that the header names and the body plainly does not have; empty where all is well."""
    named = codings(request)
    begins = _BEGINS.get(named[-1], ()) if named else ()
    plain = bool(begins) and not request.body.startswith(begins) and bool(request.body)
    return named[-1].decode("latin-1") if plain else ""


def other_pairs(request: Request) -> Iterator[Coded]:
    """A form that was read and written anew, or that was wrapped around JSON, as GitHub does it, or unwrapped."""
    body = request.body
    if is_form(first(request.fields, b"content-type")):
        yield "doctor-form", body.replace(b"+", b"%20")
        yield "doctor-form", body.replace(b"%20", b"+")
        if len(body) <= _LARGE:
            yield from _rewritten_pairs(body)
    elif body[:1] == b"{" and len(body) <= _LARGE:
        yield "doctor-form-payload", b"payload=" + quote_plus(body, safe="").encode()


def _rewritten_pairs(body: bytes) -> Iterator[Coded]:
    pairs = read_pairs(body)
    wrapped = value_of(pairs, b"payload")
    if wrapped is not None:
        yield "doctor-form-payload", wrapped
    yield "doctor-form", _ESCAPE.sub(lambda found: found[0].lower(), body)
    yield "doctor-form", _ESCAPE.sub(lambda found: found[0].upper(), body)
    for order in (pairs, sorted(pairs)):
        for write in (quote_plus, quote):
            texts = (f"{write(name, safe='')}={write(value, safe='')}" for name, value in order)
            yield "doctor-form", "&".join(texts).encode()
    yield "doctor-form", unquote_to_bytes(body)
    yield "doctor-form", unquote_to_bytes(body.replace(b"+", b" "))
