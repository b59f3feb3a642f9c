"""Two captures compared as wholes. It takes a second for megabytes: not for the window's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from webhook_inspector.bodies.decode import Decoded, decode
from webhook_inspector.bodies.kind import KindName, Reading, read
from webhook_inspector.bodies.pretty import render
from webhook_inspector.compare.change import Change, Place, Section, Stop
from webhook_inspector.compare.heads import compare_fields, compare_requests
from webhook_inspector.compare.ignoring import NOTHING_IGNORED, Ignoring
from webhook_inspector.compare.json_values import parse
from webhook_inspector.compare.lines import MOST_LINES, compare_lines
from webhook_inspector.compare.values import compare_values
from webhook_inspector.core.capture import Record
from webhook_inspector.core.headers import first, parse_fields
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show

BODY_LIMIT = 2 * 2**20
"""Bytes of a body, and of what it decodes to, that are compared."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What counts."""

    ignoring: Ignoring = NOTHING_IGNORED
    exact_headers: bool = False
    """Whether the order of header fields and the case of their names count."""
    as_text: bool = False
    """Whether JSON, too, is compared line by line: the order of members and the way they are written count."""


PLAINLY = Wanted()


@dataclass(frozen=True)
class Comparison:
    sections: tuple[Section, ...]
    by_value: bool
    """Whether changes of the body are those of JSON values, not of lines."""
    remarks: tuple[Problem, ...] = ()

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Those that count."""
        return tuple(change for section in self.sections for change in section.changes if not change.ignored)

    @cached_property
    def ignored(self) -> int:
        return sum(change.ignored for section in self.sections for change in section.changes)

    @cached_property
    def noise(self) -> int:
        """Of the changes that count, those that look like ids or times."""
        return sum(change.noise for change in self.changes)

    def count(self, place: Place) -> int:
        return sum(change.place is place for change in self.changes)


@dataclass(frozen=True, slots=True)
class _Side:
    record: Record
    decoded: Decoded
    reading: Reading
    whole: bool


def compare(before: Record, after: Record, wanted: Wanted = PLAINLY, *, stop: Stop = _never) -> Comparison:
    """`before` and `after` may have only the first BODY_LIMIT bytes of their bodies. Raises Stopped when `stop` says so."""
    heads = before.capture.parsed(), after.capture.parsed()
    trailers = parse_fields(before.capture.trailers), parse_fields(after.capture.trailers)
    sections = [compare_requests(*heads)]
    for place, fields in ((Place.HEADER, (heads[0].fields, heads[1].fields)), (Place.TRAILER, trailers)):
        if any(fields):
            found = compare_fields(place, *fields, wanted.ignoring, exact=wanted.exact_headers, stop=stop)
            sections.append(found)
    sides = _side(before), _side(after)
    remarks = [remark for side in sides for remark in _told(side)]
    body = None if wanted.as_text else _values(sides, wanted.ignoring, stop)
    if body is None:
        body, told = _lines(sides, wanted.ignoring, stop)
        return Comparison((*sections, body), by_value=False, remarks=(*remarks, *told))
    return Comparison((*sections, body), by_value=True, remarks=tuple(remarks))


def _side(record: Record) -> _Side:
    capture = record.capture
    decoded = decode(capture.body[:BODY_LIMIT], _value(record, b"content-encoding"), limit=BODY_LIMIT)
    whole = len(capture.body) <= BODY_LIMIT and len(capture.body) == capture.body_size and decoded.complete
    return _Side(record, decoded, read(decoded.content, _value(record, b"content-type"), whole=whole), whole)


def _value(record: Record, name: bytes) -> str:
    return show(first(record.capture.parsed().fields, name) or b"")


def _told(side: _Side) -> list[Problem]:
    """What keeps the body from being compared as a whole."""
    capture = side.record.capture
    if len(capture.body) < capture.body_size or len(capture.body) > BODY_LIMIT:
        shown = min(len(capture.body), BODY_LIMIT)
        return [Problem.of("compare-part", id=side.record.id, shown=shown, total=capture.body_size)]
    fault = side.decoded.fault
    return [] if fault is None else [fault]


def _values(sides: tuple[_Side, _Side], ignoring: Ignoring, stop: Stop) -> Section | None:
    """None where they are not both JSON."""
    if any(side.reading.kind.name is not KindName.JSON or not side.reading.sound for side in sides):
        return None
    values = [parse(side.reading.text) for side in sides]
    if values[0] is None or values[1] is None:
        return None
    return compare_values(values[0][0], values[1][0], ignoring, stop)


def _lines(sides: tuple[_Side, _Side], ignoring: Ignoring, stop: Stop) -> tuple[Section, list[Problem]]:
    texts = [_text(side) for side in sides]
    told = [
        Problem.of("compare-lines", id=side.record.id, lines=MOST_LINES)
        for side, text in zip(sides, texts, strict=True)
        if len(text) > MOST_LINES
    ]
    section, complete = compare_lines(texts[0][:MOST_LINES], texts[1][:MOST_LINES], ignoring, stop)
    if not complete:
        told.append(Problem.of("compare-late"))
    if not section.changes and sides[0].decoded.content != sides[1].decoded.content:
        told.append(Problem.of("compare-blanks"))
    return section, told


def _text(side: _Side) -> Sequence[str]:
    """The lines of a view of the body: laid out, and of what is no text the bytes."""
    if not side.decoded.content:
        return ()
    content_type = _value(side.record, b"content-type")
    return render(side.decoded.content, content_type, "", pretty=True, limit=BODY_LIMIT, whole=side.whole).lines
