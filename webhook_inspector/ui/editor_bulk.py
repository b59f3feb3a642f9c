"""Headers, or other pairs, as a text to be edited in bulk: one a line, those that are not ticked behind `//`."""

from collections.abc import Sequence

from webhook_inspector.core.draft import DraftField

OFF = "// "
"""No name of a header begins with a slash."""


def text_of(raw: bytes) -> str:
    """As one edits it. What is no UTF-8 is shown byte by byte, and goes back the same way."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def bytes_of(text: str, before: bytes) -> bytes:
    """The inverse of `text_of`: what was no UTF-8 `before` stays so, as far as it can."""
    if text == text_of(before):
        return before
    try:
        before.decode()
    except UnicodeDecodeError:
        return text.encode("latin-1" if all(sign < "\u0100" for sign in text) else "utf-8", "replace")
    return text.encode("utf-8", "replace")


def bulk_text(fields: Sequence[DraftField]) -> str:
    return "\n".join(map(_line, fields))


def bulk_fields(text: str, before: Sequence[DraftField] = ()) -> tuple[DraftField, ...]:
    """Lines that stand as they were `before` keep their exact bytes; empty ones are left out."""
    known = {_line(one): one for one in before}
    return tuple(known.get(line) or _field(line) for line in text.split("\n") if line.strip())


def _line(one: DraftField) -> str:
    text = f"{text_of(one.name)}: {text_of(one.value)}"
    shown = text.replace("\r", "\\r").replace("\n", "\\n")
    return shown if one.sent else OFF + shown


def _field(line: str) -> DraftField:
    sent = not line.startswith(OFF.strip())
    name, _, value = (line if sent else line.removeprefix(OFF.strip()).lstrip()).partition(":")
    return DraftField(name.strip().encode("utf-8", "replace"), value.strip(" \t").encode("utf-8", "replace"), sent)
