"""A body as lines for people: decoded, recognised, laid out where that helps, and with notes on everything that was done to it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from webhook_inspector.bodies import multipart
from webhook_inspector.bodies.decode import Decoded, decode
from webhook_inspector.bodies.form import form_lines
from webhook_inspector.bodies.hexdump import hexdump
from webhook_inspector.bodies.json_view import json_display
from webhook_inspector.bodies.kind import Kind, KindName, Reading, read
from webhook_inspector.bodies.lines import cut, harmless, text_slices, unified
from webhook_inspector.bodies.packed import packed
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.bodies.xmlindent import xml_display
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence

DECODED_LIMIT = 16 * 2**20
"""Bytes that are decoded at least, so that the size of what is not shown can be told."""
HEX_LIMIT = 64 * 2**10
"""Bytes shown of what is no text."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What is shown of a body."""

    lines: Sequence[str]
    """A tuple, or packed where they are many. Nothing in them acts on a terminal or a widget, and none is longer than `lines.WIDTH`."""
    kind: Kind
    language: str
    """Its name among Pygments' lexers, for `highlight.spans`; empty where there is nothing to colour."""
    remarks: tuple[Problem, ...]
    """What was done and what is wrong, for the window to say in its language."""
    shown: int
    """Bytes of the content that the lines stand for."""
    total: int
    """Bytes of the content, decoded."""

    @property
    def notes(self) -> tuple[str, ...]:
        """`remarks` in English."""
        return tuple(sentence(remark) for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class _View:
    """`lines` are cut; None where the view does not fit the content."""

    lines: Sequence[str] | None
    remark: Problem | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A body without its content codings, recognised: what every view is made of."""

    decoded: Decoded
    reading: Reading
    """Of the first bytes of the content."""
    remarks: tuple[Problem, ...]


def open_body(
    body: bytes,
    content_type: str,
    content_encoding: str,
    *,
    limit: int = 2**20,
    whole: bool = True,
    charset: str = "",
) -> Opened:
    """The first `limit` bytes of the decoded body. Never raises.

    An empty `content_encoding` takes the bytes as received. Not `whole`: `body` is only the beginning of what was sent.
    `charset` is what the user wants it read as, whatever was declared.
    """
    decoded = decode(body, content_encoding, limit=max(limit, DECODED_LIMIT))
    content = decoded.content[:limit]
    complete = whole and decoded.complete and len(content) == len(decoded.content)
    reading = read(content, content_type, whole=complete, charset=charset)
    remarks = [*_decoding(decoded, len(body), whole=whole), *reading.remarks, reading.kind.fault]
    return Opened(decoded, reading, tuple(remark for remark in remarks if remark))


def render(
    body: bytes,
    content_type: str,
    content_encoding: str,
    *,
    pretty: bool,
    limit: int = 2**20,
    whole: bool = True,
) -> Rendered:
    """The lines of the first `limit` bytes of the decoded body, as `open_body` takes it. Never raises."""
    return lay_out(open_body(body, content_type, content_encoding, limit=limit, whole=whole), pretty=pretty)


def lay_out(opened: Opened, *, pretty: bool, progress: Progress | None = None) -> Rendered:
    """The lines of a body that was opened."""
    reading = opened.reading
    view = _VIEWS.get(reading.kind.name, _no_view)(reading, progress or Progress()) if pretty else _View(None)
    shown = len(reading.content)
    if view.lines is not None:
        lines = view.lines
    elif reading.kind.charset:
        lines = packed(_told(text_slices(reading.text), len(reading.text), progress or Progress()))
    else:
        shown = min(shown, HEX_LIMIT)
        lines = tuple(hexdump(reading.content[:shown]))
    total = len(opened.decoded.content)
    remarks = [*opened.remarks, view.remark, part_shown(shown, total)]
    return Rendered(
        lines=lines,
        kind=reading.kind,
        language=_LANGUAGES.get(reading.kind.name, ""),
        remarks=tuple(remark for remark in remarks if remark),
        shown=shown,
        total=total,
    )


def _told(slices: Iterator[list[str]], size: int, progress: Progress) -> Iterator[list[str]]:
    """The slices, each with a word on the progress."""
    done = 0
    for lines in slices:
        done += sum(map(len, lines)) + len(lines)
        progress.tell(done, size)
        yield lines


def part_shown(shown: int, total: int) -> Problem | None:
    """What to say where it is not all."""
    return Problem.of("body-part-shown", shown=shown, total=total) if shown < total else None


def _decoding(decoded: Decoded, received: int, *, whole: bool) -> list[Problem | None]:
    """What to say of the content coding. A stream that ends early is the sender's fault only if it had an end."""
    undone = None
    if decoded.coding:
        undone = Problem.of("coding-undone", coding=decoded.coding, received=received, size=len(decoded.content))
    of_the_end = decoded.fault is not None and decoded.fault.code == "coding-cut" and not whole
    return [undone, None if of_the_end else decoded.fault]


def _json(reading: Reading, progress: Progress) -> _View:
    if not reading.sound:
        return _View(None)
    lines = json_display(reading.text, progress)
    return _View(lines, Problem.of("body-deep") if lines is None else None)


def _xml(reading: Reading, progress: Progress) -> _View:
    return _View(xml_display(harmless(unified(reading.text)), progress, whole=reading.whole))


def _form(reading: Reading, _progress: Progress) -> _View:
    return _View(packed([cut(form_lines(reading.text))]))


def _multipart(reading: Reading, _progress: Progress) -> _View:
    if reading.kind.fault:
        return _View(None)
    lines, remark = multipart.multipart_lines(reading.content, reading.media.boundary)
    return _View(packed([cut(lines)]), remark)


def _no_view(_reading: Reading, _progress: Progress) -> _View:
    return _View(None)


_VIEWS: dict[KindName, Callable[[Reading, Progress], _View]] = {
    KindName.JSON: _json,
    KindName.XML: _xml,
    KindName.FORM: _form,
    KindName.MULTIPART: _multipart,
}
"""One row a view; every other kind is shown as it came."""

_LANGUAGES: dict[KindName, str] = {
    KindName.JSON: "json",
    KindName.JSON_LINES: "json",
    KindName.XML: "xml",
    KindName.HTML: "html",
    KindName.JAVASCRIPT: "javascript",
    KindName.CSS: "css",
    KindName.YAML: "yaml",
}
