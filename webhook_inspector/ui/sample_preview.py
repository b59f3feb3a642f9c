"""A request before it is sent, for reading: head as it goes out, body laid out and coloured. Runs in the workshop: no widget."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.bodies.highlight import spans
from webhook_inspector.bodies.pretty import render
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.headers import first, parse_fields
from webhook_inspector.core.text import show
from webhook_inspector.ui.check_exchange import laid_out
from webhook_inspector.ui.text_formats import Span


@dataclass(frozen=True, slots=True)
class Preview:
    lines: Sequence[str] = ()
    spans: Sequence[Sequence[Span]] = ()
    rules: tuple[int, ...] = ()
    """Lines above which another part begins."""


def preview_of(outgoing: Outgoing) -> Preview:
    head = laid_out(outgoing.head, b"", 0)
    fields = parse_fields(outgoing.head.partition(b"\n")[2])
    content_type = show(first(fields, b"content-type") or b"")
    body = render(outgoing.body, content_type, "", pretty=True)
    coloured = spans(body.lines, body.language)
    rules = (len(head.lines),) if body.lines else ()
    return Preview([*head.lines, *body.lines], [*head.spans, *coloured], rules)
