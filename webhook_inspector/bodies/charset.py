"""Bytes as text: by byte order mark, else by the declared charset, else UTF-8 where all of it is, else Latin-1.

A guess must not look like a fact: whatever is not what the sender declared, or UTF-8, is remarked on.
"""

import codecs
import json
import re
from dataclasses import dataclass

from webhook_inspector.bodies.lines import parts_of
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible

LATIN = "latin-1"
"""Cannot fail: each byte is the character of the same number."""

CHARSETS = (
    "utf-8",
    "iso8859-1",
    "cp1252",
    "utf-16-le",
    "utf-16-be",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "koi8-r",
    "cp1251",
)
"""Those to choose from, by Python's names."""

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python knows others that must not be reached from outside: "punycode" and "idna" take quadratic time, "unicode_escape" warns.
_KNOWN = re.compile(
    r"utf-8|ascii|utf-(?:16|32)(?:-[lb]e)?|iso8859-\d+|cp125\d|cp437|cp85[028]|cp866|cp87[45]|cp9(?:32|49|50)|koi8-[rut]"
    r"|mac-(?:roman|cyrillic|greek|latin2|turkish)|shift_jis(?:_2004|x0213)?|euc_(?:jp|kr|jis_2004|jisx0213)|iso2022_(?:jp|kr)\w*"
    r"|gb2312|gbk|gb18030|hz|big5(?:hkscs)?|johab|tis-620|kz1048|ptcp154"
)
_LABEL = re.compile(r"[a-z0-9._:+-]{1,40}")
_ENDIAN = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""Without a mark Python would take the order of this machine; senders mean that of theirs, which is nearly always this."""


@dataclass(frozen=True, slots=True)
class Text:
    """Decoded bytes, and as what they were decoded."""

    text: str
    charset: str
    """The name by which Python knows it."""
    remarks: tuple[Problem, ...] = ()


def text_as(content: bytes, name: str) -> Text:
    """`content` as somebody who looks at it wants it read: what does not fit shows as U+FFFD, and nothing is said against it."""
    for mark, marked in _MARKS:
        if marked == name and content.startswith(mark):
            content = content[len(mark) :]
    return Text(_decode(content, name, "replace", whole=True), name)


def text_of(content: bytes, declared: str = "", *, whole: bool = True) -> Text:
    """`content` as text; never fails. Not `whole`: a character that the end cuts in two is left out."""
    for mark, name in _MARKS:
        if content.startswith(mark) and (text := _decoded(content[len(mark) :], name, whole=whole)) is not None:
            return Text(text, name, (Problem.of("charset-mark"),))
    known = known_charset(declared)
    if known and (text := _decoded(content, known, whole=whole)) is not None:
        return Text(text, known)
    if not declared and (guessed := nul_pattern(content, whole=whole)):
        return guessed
    text = _decoded(content, "utf-8", whole=whole)
    used = LATIN if text is None else "utf-8"
    return Text(content.decode(LATIN) if text is None else text, used, _remarks(content, declared, known, used))


def known_charset(label: str) -> str:
    """Python's name of a charset; empty where there is none of that name, or it is none of text."""
    if not _LABEL.fullmatch(label):
        return ""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    return _ENDIAN.get(name, name) if _KNOWN.fullmatch(name) else ""


def nul_pattern(content: bytes, *, whole: bool = True) -> Text | None:
    """UTF-16 or UTF-32 without a mark, told by where the NUL bytes of its first, ASCII, characters stand (RFC 4627 section 3)."""
    name = json.detect_encoding(content[:4])
    if b"\0" not in content[:4] or not name.startswith(("utf-16-", "utf-32-")):
        return None
    text = _decoded(content, name, whole=whole)
    if text is None or not (text[:2].isascii() and "".join(text[:100].split()).isprintable()):
        return None
    return Text(text, name, (Problem.of("charset-guess", used=name),))


def _decoded(content: bytes, name: str, *, whole: bool) -> str | None:
    try:
        return _decode(content, name, "strict", whole=whole)
    except UnicodeError:
        return None


def _decode(content: bytes, name: str, errors: str, *, whole: bool) -> str:
    """In parts, since each call holds the interpreter's lock."""
    decoder = codecs.getincrementaldecoder(name)(errors)
    parts = [decoder.decode(part) for part in parts_of(content)]
    return "".join([*parts, decoder.decode(b"", whole)])


def _remarks(content: bytes, declared: str, known: str, used: str) -> tuple[Problem, ...]:
    if not declared:
        return () if used == "utf-8" else (Problem.of("charset-latin", offset=_misfit(content, "utf-8")),)
    label = visible(declared[:100])
    if not known:
        return (Problem.of("charset-unknown", charset=label, used=used),)
    return (Problem.of("charset-wrong", charset=label, used=used, offset=_misfit(content, known)),)


def _misfit(content: bytes, name: str) -> int:
    """Position, from 0, of the first byte that does not fit."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    begin = 0
    try:
        for part in parts_of(content):
            kept = len(decoder.getstate()[0])  # of a character that the part before has cut in two
            decoder.decode(part)
            begin += len(part)
        kept = len(decoder.getstate()[0])
        decoder.decode(b"", True)
    except UnicodeDecodeError as error:
        return begin - kept + error.start
    except UnicodeError:
        return 0
    return len(content)
