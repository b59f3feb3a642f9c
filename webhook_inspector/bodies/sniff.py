"""What bytes are by their looks."""

import codecs
import re

_SIGNATURES: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), media)
    for pattern, media in (
        (rb"\x89PNG\r\n\x1a\n", "image/png"),
        (rb"\xff\xd8\xff", "image/jpeg"),
        (rb"GIF8[79]a", "image/gif"),
        (rb"RIFF....WEBP", "image/webp"),
        (rb"II\*\0|MM\0\*", "image/tiff"),
        (rb"%PDF-", "application/pdf"),
        (rb"PK\x03\x04", "application/zip"),
        (rb"\x1f\x8b\x08", "application/gzip"),
        (rb"\x28\xb5\x2f\xfd", "application/zstd"),
        (rb"BZh[1-9]1AY", "application/x-bzip2"),
        (rb"\xfd7zXZ\0", "application/x-xz"),
        (rb"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
        (rb"SQLite format 3\0", "application/vnd.sqlite3"),
    )
)
_LOOKED_AT = 4_096
_FORM_LOOKED_AT = 2**20
"""Of what is longer, the field that this cuts in two is left out."""
_CONTROLS = bytes(byte for byte in range(256) if byte not in b"\t\n\x0c\r\x1b" and (byte < 0x20 or byte == 0x7F))
"""Control characters that no text holds; form feed and escape (coloured logs) may occur in one."""
_UPPER_CONTROLS = bytes(range(0x80, 0xA0))
"""The same of Latin-1; in UTF-8 these bytes are parts of characters."""

_XML = re.compile(r"<\?xml[\s?]|<[A-Za-z_][\w.:-]*+(?:\s|/?>)")
_HTML = re.compile(
    r"<!doctype\s++html|<!--|</?(?:html|head|body|meta|script|style|div|span|p|br|hr|img|table|ul|ol|pre|h[1-6])(?=[\s/>])",
    re.IGNORECASE,
)
_FORM = re.compile(r"[\w.%+*~!$'()\[\]:;,@/-]++=[^&=\s]*+(?:&[\w.%+*~!$'()\[\]:;,@/-]++=[^&=\s]*+)++", re.ASCII)


def signature(content: bytes) -> str:
    """The media type whose well-known first bytes these are; empty where they are none's."""
    return next((media for pattern, media in _SIGNATURES if pattern.match(content)), "")


def is_binary(content: bytes, *, declared_text: bool) -> bool:
    """Whether these bytes are better shown as hexadecimal.

    What is declared as text may hold some control characters, NUL among them, and need not be UTF-8.
    """
    start = content[:_LOOKED_AT]
    readable = _is_utf8(start)
    controls = _count(start, _CONTROLS)
    if declared_text:
        return controls > len(start) * (0.3 if readable else 0.1)
    if readable:
        return b"\0" in start or controls > len(start) * 0.05
    return controls > 0 or _count(start, _UPPER_CONTROLS) > len(start) * 0.05


def markup(text: str) -> str:
    """`xml` or `html` where the text begins like it; else empty."""
    start = text[:_LOOKED_AT].lstrip()
    if _HTML.match(start):
        return "html"
    return "xml" if _XML.match(start) else ""


def is_form(text: str) -> bool:
    """Whether the text, as far as is looked at, is `a=b&c=d`, of two fields at least: one alone is too likely to be chance."""
    if len(text) > _FORM_LOOKED_AT:
        text = text[:_FORM_LOOKED_AT].rpartition("&")[0]
    return _FORM.fullmatch(text) is not None


def _is_utf8(start: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(start)
    except UnicodeDecodeError:
        return False
    return True


def _count(content: bytes, wanted: bytes) -> int:
    return len(content) - len(content.translate(None, wanted))
