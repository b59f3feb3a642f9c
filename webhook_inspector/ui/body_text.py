"""A capture's body as the pane Body shows and copies it. Runs in the workshop: no widget, and no word of the window's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from webhook_inspector.bodies.charset import text_as, text_of
from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.decode import decode
from webhook_inspector.bodies.hexdump import hexdump
from webhook_inspector.bodies.highlight import spans
from webhook_inspector.bodies.json_view import json_lines
from webhook_inspector.bodies.kind import KindName, kind_of
from webhook_inspector.bodies.mediatype import MediaType
from webhook_inspector.bodies.packed import size_of
from webhook_inspector.bodies.pretty import Opened, open_body
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.headers import first
from webhook_inspector.core.text import show
from webhook_inspector.ui.loaded import BODY_LIMIT, Loaded
from webhook_inspector.ui.text_formats import Span

PEEK = 16 * 2**10
"""Bytes of a body that are rendered at once, so that there is something to read while the rest is being laid out."""
CODED_PEEK = 2 * 2**10
"""The same of a body that is still to be decompressed."""

MANY_LINES = 20_000
MANY_CHARACTERS = 2 * 2**20
"""Text from which on only the lines in sight are laid out: a document of so much stops the window when it goes."""

COPY_LIMIT = 16 * 2**20
"""Bytes of the largest text that is copied."""
HEX_COPY_LIMIT = 2**20
"""The same of what is copied in hexadecimal."""

_SUFFIXES = {
    KindName.JSON: ".json",
    KindName.JSON_LINES: ".jsonl",
    KindName.XML: ".xml",
    KindName.HTML: ".html",
    KindName.FORM: ".txt",
    KindName.JAVASCRIPT: ".js",
    KindName.CSS: ".css",
    KindName.YAML: ".yaml",
    KindName.TEXT: ".txt",
}
_CODING_SUFFIXES = {"gzip": ".gz", "x-gzip": ".gz", "br": ".br", "zstd": ".zst"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a body shall be shown."""

    views: Mapping[KindName, View] = field(default_factory=lambda: MappingProxyType({}))
    """The view that was chosen for a kind; the others have that which tells most."""
    as_received: bool = False
    """With its content codings left on."""
    charset: str = ""
    """What it is read as; empty: whatever was declared, or fits."""
    limit: int = BODY_LIMIT


@dataclass(frozen=True, slots=True)
class BodyText:
    lines: Sequence[str]
    spans: Sequence[Sequence[Span]] | None
    """None: the lines are many, `colours` has yet to be asked."""
    language: str
    long: bool = False
    """Whether it is more than a document bears."""
    rules: tuple[int, ...] = ()
    """Lines above which another part begins."""


def is_large(record: Record) -> bool:
    """Whether to show a peek before the whole is ready."""
    return len(record.capture.body) > _peek_size(record)


def start_of(loaded: Loaded) -> Loaded:
    """The same with only the beginning of the body, which is rendered in a few milliseconds."""
    record = loaded.record
    body = record.capture.body[: _peek_size(record)]
    return replace(loaded, record=replace(record, capture=replace(record.capture, body=body)))


def opened(loaded: Loaded, look: Look) -> Opened:
    record = loaded.record
    content_type, coding = declared(record)
    return open_body(
        record.capture.body,
        content_type,
        "" if look.as_received else coding,
        limit=look.limit,
        whole=loaded.whole and record.capture.state is State.COMPLETE,
        charset=look.charset,
    )


def text_with_colours(lines: Sequence[str], language: str) -> BodyText:
    size = size_of(lines)
    coloured = spans(lines, language) if size <= 8 * PEEK else None
    return BodyText(lines, coloured, language, long=len(lines) > MANY_LINES or size > MANY_CHARACTERS)


def colours(text: BodyText, progress: Progress) -> list[list[Span]]:
    return spans(text.lines, text.language, progress=progress)


def copyable(record: Record, view: View, look: Look) -> str:
    """The text of the body, all of it, as the sender meant it; JSON laid out anew in the view Pretty. What is no text in hexadecimal."""
    content_type, coding = declared(record)
    content = decode(record.capture.body, "" if look.as_received else coding, limit=COPY_LIMIT).content
    kind = kind_of(content, content_type)
    if view is View.HEX or not (kind.charset or look.charset):
        return "\n".join(hexdump(content[:HEX_COPY_LIMIT]))
    charset = MediaType.parse(content_type).charset
    text = text_as(content, look.charset).text if look.charset else text_of(content, charset).text
    laid_out = view is View.PRETTY and kind.name is KindName.JSON and kind.fault is None
    lines = json_lines(text) if laid_out else None
    return text if lines is None else "\n".join(lines)


def declared(record: Record) -> tuple[str, str]:
    """Content-Type and Content-Encoding; each empty where there is none."""
    fields = record.capture.parsed().fields
    return show(first(fields, b"content-type") or b""), show(first(fields, b"content-encoding") or b"")


def file_name(record: Record, kind: KindName) -> str:
    """A name for the stored bytes: `capture-12.json`, or `capture-12.json.gz` where they are compressed."""
    codings = [token.strip().lower() for token in declared(record)[1].split(",")]
    packed = "".join(_CODING_SUFFIXES.get(token, "") for token in codings)
    return f"capture-{record.id}{_SUFFIXES.get(kind, '.bin')}{packed}"


def _peek_size(record: Record) -> int:
    return CODED_PEEK if declared(record)[1] else PEEK
