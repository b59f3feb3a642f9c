"""A capture as it came, head, body and trailers in one text. Runs in the workshop: no widget, no word of the window's language."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.bodies.lines import cut
from webhook_inspector.bodies.pretty import render
from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show
from webhook_inspector.ui.body_text import COPY_LIMIT, declared
from webhook_inspector.ui.loaded import BODY_LIMIT, Loaded
from webhook_inspector.ui.text_formats import Span


@dataclass(frozen=True, slots=True)
class RawText:
    lines: Sequence[str]
    spans: Sequence[Sequence[Span]]
    rules: tuple[int, ...]
    """Lines above which another part begins."""
    remarks: tuple[Problem, ...]


def prepare(loaded: Loaded) -> RawText:
    record = loaded.record
    capture = record.capture
    head, spans = _head(record)
    body, remarks = _body(loaded)
    trailers = _lines(capture.trailers)
    rules = [len(head)] if body and head else []
    if trailers:
        body.append("")
        rules.append(len(head) + len(body))
    spans = [*spans, *([] for _ in body), *map(_field_spans, trailers)]
    return RawText([*head, *body, *trailers], spans, tuple(rules), remarks)


def copyable(record: Record) -> str:
    """The same, all of it, for the clipboard: without the line breaks that only the view needs."""
    capture = record.capture
    parts = (capture.head, capture.body[:COPY_LIMIT], capture.trailers)
    return "".join(part.decode("utf-8", "backslashreplace").replace("\r\n", "\n") for part in parts)


def _head(record: Record) -> tuple[list[str], list[list[Span]]]:
    """Lines, the empty one at the end among them; of what is no request, whatever shows its bytes best."""
    capture = record.capture
    if capture.state is State.REFUSED:
        lines = list(render(capture.head, "", "", pretty=False).lines) if capture.head else []
        return lines, [[] for _ in lines]
    lines = _lines(capture.head)
    spans = [_request_spans(line) if number == 0 else _field_spans(line) for number, line in enumerate(lines)]
    return [*lines, ""], [*spans, []]


def _body(loaded: Loaded) -> tuple[list[str], tuple[Problem, ...]]:
    record = loaded.record
    if not record.capture.body:
        return [], ()
    whole = loaded.whole and record.capture.state is State.COMPLETE
    content_type = declared(record)[0]
    found = render(record.capture.body, content_type, "", pretty=False, limit=BODY_LIMIT, whole=whole)
    part = Problem.of("body-part-shown", shown=found.shown, total=loaded.stored)
    return list(found.lines), (part,) if found.shown < loaded.stored else ()


def _lines(block: bytes) -> list[str]:
    text = block.rstrip(b"\r\n")
    return cut(show(line.removesuffix(b"\r")) for line in text.split(b"\n")) if text else []


def _request_spans(line: str) -> list[Span]:
    """Method, target, version; leniently, as they are parted by blanks."""
    method = line.find(" ") if " " in line else len(line)
    version = line.rfind(" ") if line.count(" ") > 1 else len(line)
    found = [(0, method, "keyword"), (method + 1, version - method - 1, "string"), (version + 1, len(line), "name")]
    return [(start, min(length, len(line) - start), token) for start, length, token in found if start < len(line)]


def _field_spans(line: str) -> list[Span]:
    name = line.partition(":")[0]
    return [(0, len(name), "key"), (len(name), 1, "punctuation")] if len(name) < len(line) else []
