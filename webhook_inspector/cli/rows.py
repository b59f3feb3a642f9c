"""A row of the history for the terminal: as one JSON object, or as one line whose columns align."""

import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from operator import gt

from webhook_inspector.cli.streams import coloured, paint
from webhook_inspector.cli.verdict_words import WAITING, WORDS, colour_of
from webhook_inspector.core.capture import Row, State
from webhook_inspector.core.marks import NO_MARKS
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible
from webhook_inspector.core.verdict import Status
from webhook_inspector.formats.moment import rfc3339

TARGET_LIMIT = 300
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LIMITS = (20, 23, 16, 3, 10, 16, 40)
"""Widest that each column before the target may become."""
_FIRST_WIDTHS: tuple[int, ...] = (5, 12, 6, 3, 8, 9, 16)
_SIDES = "><<>><<"
_TOLD = {status: "" if status is Status.UNKNOWN_SCHEME else word for status, word in WORDS.items()}
"""A list says nothing where nothing tells how a request is signed: of many that is so, and no fault."""
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_UNITS = ("KiB", "MiB", "GiB", "TiB", "PiB", "EiB")


def as_json(row: Row) -> dict[str, object]:
    """What `--json` says of a row. What nothing tells is null, and so is the verdict of what is yet to be verified."""
    judgement = row.judgement
    meaning, status = judgement.meaning, judgement.status
    return {
        "id": row.id,
        "received_at": rfc3339(row.received_ns),
        "endpoint": row.endpoint,
        "method": row.method,
        "target": row.target,
        "provider": meaning.provider or None,
        "event": meaning.event or None,
        "event_id": meaning.event_id or None,
        "attempt": meaning.attempt or None,
        "live": meaning.live,
        "verdict": None if status is None else status.value,
        "signed_by": judgement.scheme or None,
        "first": row.first or None,
        "tries": row.tries,
        "status": row.status,
        "size": row.body_size,
        "peer": row.peer,
        "content_type": row.content_type,
        "host": row.host,
        "state": row.state.value,
        "problem": words(row),
        "pinned": row.marks.pinned,
        "colour": row.marks.colour or None,
        "tags": list(row.marks.tags),
        "note": row.marks.note or None,
    }


def local_time(nanoseconds: int) -> str:
    """Date and time to the millisecond as the user's clock has it: `2026-11-24 09:09:10.123`."""
    seconds, rest = divmod(nanoseconds, 10**9)
    return f"{_local_second(seconds)}.{rest // 10**6:03}"


@lru_cache(maxsize=16)
def _local_second(seconds: int) -> str:
    try:
        return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(seconds))
    except (OSError, OverflowError, ValueError):  # Windows knows no local time before 1970
        return f"{_EPOCH + timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S}"


def size_text(size: int) -> str:
    """`8 B`, `1.2 KiB`, `64.0 MiB`."""
    if size < 1024:
        return f"{size} B"
    value = size / 1024
    for unit in _UNITS:
        if value < 1023.95:
            return f"{value:.1f} {unit}"
        value /= 1024
    return f"{value * 1024:.0f} {_UNITS[-1]}"


def words(row: Row) -> str | None:
    """Why the row is not complete, in one sentence; None where it is."""
    return None if row.problem is None else visible(sentence(row.problem))


def told(row: Row) -> str:
    """Provider and event: `stripe invoice.paid`; empty where the request tells neither."""
    meaning = row.judgement.meaning
    return visible(f"{meaning.provider} {meaning.event}".strip())


def tries_text(row: Row) -> str:
    """Which try of its delivery it is, or how many there were: `↳ 2nd try of 17`, `3 tries`; empty where it is the only one."""
    if not row.first:
        return f"{row.tries} tries" if row.tries > 1 else ""
    attempt = row.judgement.meaning.attempt
    return f"↳ {ordinal(attempt)} try of {row.first}" if attempt > 1 else f"↳ retry of {row.first}"


def ordinal(number: int) -> str:
    """`2nd`, `11th`."""
    return f"{number}{'th' if 10 < number % 100 < 14 else _ORDINALS.get(number % 10, 'th')}"


def marks_text(row: Row) -> str:
    """The pin, the tags and that there is a note, in little room: `pinned #slow red ✎`; empty where nothing is marked."""
    marks = row.marks
    tags = (f"#{tag}" for tag in marks.tags)
    return " ".join(filter(None, ("pinned" if marks.pinned else "", *tags, marks.colour, "✎" if marks.note else "")))


Lines = Callable[[Sequence[Row]], list[str]]
"""One line, without its end, for each row."""


def lines_as(*, as_json: bool, dated: bool) -> Lines:
    """How rows are to be printed on standard output; `dated` puts the date before the time."""
    return _json_lines if as_json else Columns(dated=dated, colour=coloured(sys.stdout)).lines


def _json_lines(rows: Sequence[Row]) -> list[str]:
    return [json.dumps(as_json(row)) for row in rows]


class Columns:
    """Lays rows out as lines. A column grows with what it has seen, so that later lines align with earlier ones."""

    def __init__(self, *, dated: bool, colour: bool) -> None:
        self._dated = dated
        self._colour = colour
        self._widths = _FIRST_WIDTHS
        self._specs = _specs(_FIRST_WIDTHS)

    def lines(self, rows: Sequence[Row]) -> list[str]:
        """Thousands a second are wanted while capturing: hence builtins and no more calls than needed."""
        cells = [self._cells(row) for row in rows]
        for each in cells:
            self._grow(each)
        return [self._line(row, each) for row, each in zip(rows, cells, strict=True)]

    def _line(self, row: Row, cells: tuple[str, ...]) -> str:
        parts = [*map(format, cells, self._specs), cut(row.target, TARGET_LIMIT)]
        if row.first or row.tries > 1:
            parts.append(tries_text(row))
        if row.marks is not NO_MARKS:
            parts.append(marks_text(row))
        if self._colour:
            parts[1] = paint(parts[1], "dim")
            parts[3] = paint(parts[3], _status_colour(row.status))
            parts[5] = paint(parts[5], colour_of(row.judgement.status)) if cells[5] else parts[5]
            parts[8:] = [paint(part, "dim") for part in parts[8:]]
        problem = words(row)
        if problem:
            parts.append(paint(problem, "red") if self._colour else problem)
        return "  ".join(parts)

    def _grow(self, cells: tuple[str, ...]) -> None:
        lengths = tuple(map(len, cells))
        if any(map(gt, lengths, self._widths)):
            self._widths = tuple(map(max, lengths, self._widths))
            self._specs = _specs(self._widths)

    def _cells(self, row: Row) -> tuple[str, ...]:
        moment, status = local_time(row.received_ns), row.judgement.status
        cells = (
            str(row.id),
            moment if self._dated else moment[11:],
            row.method,
            str(row.status or "–"),
            size_text(row.body_size),
            _waiting(row) if status is None else _TOLD[status],
            told(row) or row.content_type.partition(";")[0],
        )
        return tuple(map(cut, cells, _LIMITS))


def _waiting(row: Row) -> str:
    """What is not a request is never verified."""
    return "" if row.state is State.REFUSED else WAITING


def _specs(widths: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(map("{}{}".format, _SIDES, widths))


def cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _status_colour(status: int) -> str:
    if 200 <= status < 300:
        return "green"
    return "yellow" if 300 <= status < 400 else "red"
