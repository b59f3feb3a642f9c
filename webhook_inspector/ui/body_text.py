"""A capture's body as the pane Body shows and copies it. Runs in the workshop: no widget, and no word of the window's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from webhook_inspector.bodies.charset import text_of
from webhook_inspector.bodies.decode import decode
from webhook_inspector.bodies.highlight import spans
from webhook_inspector.bodies.json_view import json_lines
from webhook_inspector.bodies.kind import Kind, KindName, kind_of
from webhook_inspector.bodies.mediatype import MediaType
from webhook_inspector.bodies.pretty import Rendered, render
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show
from webhook_inspector.ui.loaded import BODY_LIMIT, Loaded
from webhook_inspector.ui.text_formats import Span

PEEK = 16 * 2**10
"""Bytes of a body that are rendered at once, so that there is something to read while the rest is being laid out."""
CODED_PEEK = 2 * 2**10
"""The same of a body that is still to be decompressed."""

COPY_LIMIT = 16 * 2**20
"""Bytes of the largest text that is copied."""

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
class BodyText:
    lines: Sequence[str]
    spans: Sequence[Sequence[Span]] | None
    """None: the lines are many, `colours` has yet to be asked."""
    kind: Kind
    language: str
    remarks: tuple[Problem, ...]

    @property
    def numbered(self) -> bool:
        """Lines of text have numbers; those of a hex view begin with their own."""
        return bool(self.kind.charset)


def is_large(record: Record) -> bool:
    """Whether to show a peek before the whole is ready."""
    return len(record.capture.body) > _peek_size(record)


def peek(loaded: Loaded, *, pretty: bool) -> BodyText:
    """The beginning of a large body, in a few milliseconds."""
    record = loaded.record
    start = replace(record, capture=replace(record.capture, body=record.capture.body[: _peek_size(record)]))
    return _text(_rendered(start, pretty=pretty, whole=False, limit=PEEK), ())


def prepare(loaded: Loaded, *, pretty: bool) -> BodyText:
    """All that is shown of the body."""
    record = loaded.record
    found = _rendered(record, pretty=pretty, whole=loaded.whole and record.capture.state is State.COMPLETE)
    remarks = found.remarks
    if not loaded.whole:
        part = Problem.of("body-part-shown", shown=min(found.shown, len(record.capture.body)), total=loaded.stored)
        remarks = (*(remark for remark in remarks if remark.code != part.code), part)
    return _text(found, remarks)


def colours(text: BodyText) -> list[list[Span]]:
    return spans(text.lines, text.language)


def copyable(record: Record, *, pretty: bool) -> str | None:
    """The text of the body, all of it, as the sender meant it; JSON laid out anew if `pretty`. None: it is no text."""
    content_type, coding = declared(record)
    content = decode(record.capture.body, coding, limit=COPY_LIMIT).content
    kind = kind_of(content, content_type)
    if not kind.charset:
        return None
    text = text_of(content, MediaType.parse(content_type).charset).text
    lines = json_lines(text) if pretty and kind.name is KindName.JSON and kind.fault is None else None
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


def _rendered(record: Record, *, pretty: bool, whole: bool, limit: int = BODY_LIMIT) -> Rendered:
    content_type, coding = declared(record)
    return render(record.capture.body, content_type, coding, pretty=pretty, limit=limit, whole=whole)


def _text(rendered: Rendered, remarks: tuple[Problem, ...]) -> BodyText:
    few = sum(map(len, rendered.lines)) <= 8 * PEEK
    coloured = spans(rendered.lines, rendered.language) if few else None
    return BodyText(rendered.lines, coloured, rendered.kind, rendered.language, remarks)
