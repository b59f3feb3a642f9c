"""What each view of a body is made of, ready to be shown. Runs in the workshop: no widget, no word of the window's language."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from webhook_inspector.bodies.choose import View, views_of
from webhook_inspector.bodies.form import FormField, form_fields
from webhook_inspector.bodies.hexdump import HexLines
from webhook_inspector.bodies.jsontree import JsonTree, scan
from webhook_inspector.bodies.jwt import MOST_TOKENS, token_lines, tokens
from webhook_inspector.bodies.kind import Kind
from webhook_inspector.bodies.lines import cut
from webhook_inspector.bodies.multipart import MOST_PARTS, Part, split
from webhook_inspector.bodies.pretty import Opened, lay_out, part_shown
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.body_text import BodyText, Look, declared, opened, start_of, text_with_colours
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.picture import Picture, picture


@dataclass(frozen=True, slots=True)
class Fields:
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    parts: tuple[Part, ...]


Shown = BodyText | HexLines | JsonTree | Fields | Parts | Picture

_PART = "body-part-shown"


@dataclass(frozen=True, slots=True)
class BodyContent:
    view: View | None
    """None: there is no body."""
    views: tuple[View, ...]
    """All that fit."""
    shown: Shown
    kind: Kind
    remarks: tuple[Problem, ...]
    coded: bool
    """Whether the sender declared a content coding."""
    size: int
    """Bytes of the body as it is stored; 0 where only its beginning was looked at."""
    one_line: bool
    """Whether it is a text without a line end, as far as it was read."""

    @property
    def partial(self) -> bool:
        """Whether there is more of the body than is shown."""
        return any(remark.code == _PART for remark in self.remarks)


def peek(loaded: Loaded, look: Look) -> BodyContent | None:
    """The beginning of a large body, in a few milliseconds. None where the view needs all of it."""
    found = prepare(start_of(loaded), look)
    return replace(found, remarks=(), size=0) if found.view in _PEEKED else None


def prepare(loaded: Loaded, look: Look, progress: Progress | None = None, body: Opened | None = None) -> BodyContent:
    """All that is shown of the body. Raises StoppedError where `progress` was stopped. `body`: it, where it was opened before."""
    body = body or opened(loaded, look)
    views = views_of(body.reading)
    wanted = look.views.get(body.reading.kind.name)
    view = wanted if wanted in views else next(iter(views), None)
    made = _MAKERS[view](body, progress or Progress()) if view else _Made(BodyText((), (), ""), 0)
    read, total = made.size, len(body.decoded.content)
    if not loaded.whole:
        read, total = min(read, len(loaded.record.capture.body)), loaded.stored
    remarks = (*body.remarks, *made.remarks, part_shown(read, total))
    return BodyContent(
        view=view,
        views=views,
        shown=made.shown,
        kind=body.reading.kind,
        remarks=tuple(remark for remark in remarks if remark),
        coded=bool(declared(loaded.record)[1]),
        size=loaded.stored,
        one_line=bool(body.reading.text) and "\n" not in body.reading.text,
    )


@dataclass(frozen=True, slots=True)
class _Made:
    shown: Shown
    size: int
    """Bytes of the content that are in it."""
    remarks: tuple[Problem, ...] = ()


def _text(body: Opened, progress: Progress, *, pretty: bool) -> _Made:
    found = lay_out(body, pretty=pretty, progress=progress)
    known = {_PART, *(remark.code for remark in body.remarks)}
    more = tuple(remark for remark in found.remarks if remark.code not in known)
    return _Made(text_with_colours(found.lines, found.language), found.shown, more)


def _tree(body: Opened, progress: Progress, *, by_line: bool) -> _Made:
    tree = scan(body.reading.text, by_line=by_line, progress=progress)
    remarks = () if tree.complete else (Problem.of("body-tree-part", count=len(tree) - 1),)
    return _Made(tree, len(body.reading.content), remarks)


def _tokens(body: Opened, _progress: Progress) -> _Made:
    lines: list[str] = []
    rules: list[int] = []
    found = tokens(body.reading.text)
    for token in islice(found, MOST_TOKENS):
        if lines:
            lines.append("")
            rules.append(len(lines))
        lines += cut(token_lines(token))
    text = text_with_colours(lines, "json")
    return _Made(replace(text, rules=tuple(rules)), len(body.reading.content), (Problem.of("body-token-unverified"),))


def _parts(body: Opened, _progress: Progress) -> _Made:
    found = split(body.reading.content, body.reading.media.boundary)
    parts = tuple(islice(found, MOST_PARTS))
    remarks = (Problem.of("multipart-many", count=MOST_PARTS),) if next(found, None) else ()
    return _Made(Parts(parts), len(body.reading.content), remarks)


def _fields(body: Opened, _progress: Progress) -> _Made:
    return _Made(Fields(form_fields(body.reading.text)), len(body.reading.content))


def _whole(make: Callable[[bytes], Shown]) -> Callable[[Opened, Progress], _Made]:
    """Of all that was decoded: these views have no limit of their own."""
    return lambda body, _progress: _Made(make(body.decoded.content), len(body.decoded.content))


_MAKERS: dict[View, Callable[[Opened, Progress], _Made]] = {
    View.PRETTY: partial(_text, pretty=True),
    View.RAW: partial(_text, pretty=False),
    View.TREE: partial(_tree, by_line=False),
    View.ROWS: partial(_tree, by_line=True),
    View.FORM: _fields,
    View.PARTS: _parts,
    View.TOKENS: _tokens,
    View.IMAGE: _whole(picture),
    View.HEX: _whole(HexLines),
}

_PEEKED = frozenset({View.PRETTY, View.RAW, View.TREE, View.ROWS, View.FORM, View.HEX})
