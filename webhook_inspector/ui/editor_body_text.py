"""The body of a draft as text to be edited, and back into bytes; and what is wrong with it as JSON. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.bodies.highlight import spans
from webhook_inspector.bodies.jsoncheck import check
from webhook_inspector.bodies.kind import KindName, kind_of
from webhook_inspector.core.draft import DraftField
from webhook_inspector.core.headers import first
from webhook_inspector.core.text import show

MOST = 2 * 2**20
"""Bytes of the largest body that is edited as text: a document of more would stop the window."""
_LONGEST_LINE = 100_000
_COLOURED, _COLOURED_LINE = 2**18, 10_000
"""Characters up to which a text, and each of its lines, is coloured: setting up more would stop the window."""
_UNFIT = ("\u2028", "\u2029", "\x00", "\ufdd0", "\ufdd1")
"""What an edit field takes for the end of a line, or for itself."""
_LANGUAGES = {
    KindName.JSON: "json",
    KindName.JSON_LINES: "json",
    KindName.XML: "xml",
    KindName.HTML: "html",
    KindName.JAVASCRIPT: "javascript",
    KindName.CSS: "css",
    KindName.YAML: "yaml",
}


@dataclass(frozen=True, slots=True)
class EditedText:
    text: str
    """With `\\n` at the ends of its lines."""
    ending: str = "\n"
    """What stands there in the bytes."""

    def to_bytes(self) -> bytes:
        return self.text.replace("\n", self.ending).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is told about a text while it is edited."""

    language: str = ""
    spans: Sequence[Sequence[tuple[int, int, str]]] = ()
    line: int = 0
    column: int = 0
    """Where JSON is not valid, from 1; 0 where nothing is wrong."""


def editable(body: bytes) -> EditedText | None:
    """None for what is no text, too much, or would not come back the same byte for byte."""
    if len(body) > MOST:
        return None
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return None
    ending = "\r\n" if "\r\n" in text else "\n"
    found = EditedText(text.replace(ending, "\n"), ending)
    lines = found.text.split("\n")
    if any(sign in text for sign in _UNFIT) or "\r" in found.text or max(map(len, lines)) > _LONGEST_LINE:
        return None
    return found if found.to_bytes() == body else None


def remarks_of(text: str, content_type: str) -> Remarks:
    """For a worker. Only what says that it is JSON, or begins like it, can be wrong as JSON."""
    kind = kind_of(text.encode("utf-8", "replace"), content_type)
    language = _LANGUAGES.get(kind.name, "")
    declared = "json" in content_type.lower() and "lines" not in content_type.lower() and "ndjson" not in content_type
    lines = text.split("\n")
    small = len(text) <= _COLOURED and max(map(len, lines)) <= _COLOURED_LINE
    coloured = spans(lines, "json" if declared else language) if small else ()
    if not text.strip() or not (declared or kind.name is KindName.JSON):
        return Remarks(language, coloured)
    found = check(text)
    return Remarks("json", coloured, found.line, found.column)


def content_type_of(fields: Sequence[DraftField]) -> str:
    """Of the headers that are sent."""
    return show(first(((one.name, one.value) for one in fields if one.sent), b"content-type") or b"")
