"""A comparison for the terminal, and as an object for JSON."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

from webhook_inspector.cli.streams import coloured, paint
from webhook_inspector.compare.change import Change, Kind, Place, Row, Section
from webhook_inspector.compare.comparison import Comparison
from webhook_inspector.compare.inline import GLYPHS, inline, near
from webhook_inspector.core.sentences import sentence

CONTEXT = 3
"""Lines around those that differ."""
_COLOURS = {Kind.ADDED: "green", Kind.REMOVED: "red", Kind.CHANGED: "yellow"}
_TITLES = {Place.REQUEST: "Request", Place.HEADER: "Headers", Place.TRAILER: "Trailers", Place.BODY: "Body"}
_NOUNS = {Place.REQUEST: "part of the request line", Place.HEADER: "header", Place.TRAILER: "trailer"}
_NOUNS_MANY = {Place.REQUEST: "parts of the request line", Place.HEADER: "headers", Place.TRAILER: "trailers"}


def as_object(pair: tuple[int, int], comparison: Comparison) -> dict[str, Any]:
    every = [change for section in comparison.sections for change in section.changes]
    return {
        "before": pair[0],
        "after": pair[1],
        "same": not comparison.changes,
        "body_by": "value" if comparison.by_value else "line",
        "ignored": comparison.ignored,
        "notes": [sentence(remark) for remark in comparison.remarks],
        "changes": [_change_object(change) for change in every],
    }


def lines_of(pair: tuple[int, int], comparison: Comparison) -> Iterator[str]:
    """Values of a JSON body by their paths, lines of any other where they stand in it."""
    colour = coloured(sys.stdout)
    yield _title(f"Capture {pair[0]} → capture {pair[1]}", colour)
    for remark in comparison.remarks:
        yield f"({sentence(remark)})"
    for section in comparison.sections:
        if any(not change.ignored for change in section.changes):
            yield ""
            yield _title(_TITLES[section.place], colour)
            by_path = section.place is not Place.BODY or comparison.by_value
            yield from _changes(section.changes, colour) if by_path else _rows(section, colour)
    yield ""
    yield summary(comparison)


def summary(comparison: Comparison) -> str:
    """`They differ in 2 headers, 3 values of the body.`, and what was ignored."""
    parts = [
        _counted(comparison.count(place), _NOUNS.get(place, ""), _NOUNS_MANY.get(place, ""))
        for place in (Place.REQUEST, Place.HEADER, Place.TRAILER)
    ]
    noun = "value" if comparison.by_value else "line"
    parts.append(_counted(comparison.count(Place.BODY), f"{noun} of the body", f"{noun}s of the body"))
    told = [part for part in parts if part]
    words = f"They differ in {', '.join(told)}." if told else "Nothing differs."
    if comparison.ignored:
        words += f" Ignored: {_counted(comparison.ignored, 'difference', 'differences')}."
    if comparison.noise == 1:
        words += " 1 of them looks like an id or a time: leave it out with --ignore-ids."
    elif comparison.noise:
        words += f" {comparison.noise} of them look like ids or times: leave them out with --ignore-ids."
    return words


def _changes(changes: Iterable[Change], colour: bool) -> Iterator[str]:
    for change in changes:
        if not change.ignored:
            values = " → ".join(value for value in (change.before, change.after) if value is not None)
            text = f"{GLYPHS[change.kind]} {change.name or '(all)'}: {values}"
            yield f"  {paint(text, _COLOURS[change.kind]) if colour else text}"


def _rows(section: Section, colour: bool) -> Iterator[str]:
    last = -1
    for place in near(section.rows, CONTEXT):
        if place > last + 1:
            yield "  …"
        last = place
        yield from (f"  {_painted(row, colour)}" for row in inline([section.rows[place]]))


def _painted(row: Row, colour: bool) -> str:
    text = f"{GLYPHS[row.kind]} {row.left if row.right is None else row.right}"
    return paint(text, _COLOURS[row.kind]) if colour and row.kind in _COLOURS else text


def _change_object(change: Change) -> dict[str, Any]:
    return {
        "place": change.place.value,
        "name": change.name,
        "kind": change.kind.value,
        "before": change.before,
        "after": change.after,
        "looks_like_id_or_time": change.noise,
        "ignored": change.ignored,
    }


def _counted(count: int, one: str, many: str) -> str:
    return "" if count == 0 else f"{count} {one if count == 1 else many}"


def _title(text: str, colour: bool) -> str:
    return paint(text, "bold") if colour else text
