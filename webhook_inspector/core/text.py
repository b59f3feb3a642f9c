"""Bytes from outside as text for people: never raises, never hides anything, never lets a control character act."""

import unicodedata

_ACTING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def show(raw: bytes) -> str:
    r"""`raw` as one line of text: UTF-8 where it is, `\xNN` for every byte that is not."""
    return visible(raw.decode("utf-8", "backslashreplace"))


def visible(text: str) -> str:
    r"""`text` with control, bidirectional and zero-width characters written as escapes (`\n`, `\x1b`, `\u202e`)."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(c) if unicodedata.category(c) in _ACTING else c for c in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
