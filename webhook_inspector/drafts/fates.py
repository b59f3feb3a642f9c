"""What becomes of each header of a draft, and why: the lines that are shown beside the editor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from webhook_inspector.core.draft import Draft
from webhook_inspector.core.headers import HOP_BY_HOP, Field, Fields, named_by_connection
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show
from webhook_inspector.drafts.framing import (
    CODING,
    FRAMING,
    HOST,
    LENGTH,
    tells_length,
)


class Fate(StrEnum):
    KEPT = "kept"
    UNTICKED = "unticked"
    RECOMPUTED = "recomputed"
    REMOVED = "removed"
    SIGNED = "signed"
    """Its value is replaced by signing."""
    ADDED = "added"
    """By signing."""
    BROKEN = "broken"
    """Wrong, or missing, on purpose."""


@dataclass(frozen=True, slots=True)
class Line:
    name: bytes
    value: bytes
    """As it is sent; of a header that is not sent, as it was."""
    fate: Fate
    sent: bool
    why: Problem | None = None
    row: int = -1
    """Its place in `Draft.fields`; -1 where the draft does not have it."""

    @property
    def field(self) -> Field:
        return self.name, self.value


def fields_of(lines: Sequence[Line]) -> Fields:
    """Those that are sent, in their order."""
    return tuple(line.field for line in lines if line.sent)


def as_they_stand(draft: Draft) -> list[Line]:
    """Every ticked header unchanged, framing too."""
    dropped = FRAMING | HOP_BY_HOP
    return [
        Line(one.name, one.value, Fate.KEPT, True, Problem.of("line-raw") if one.name.lower() in dropped else None, row)
        if one.sent
        else _unticked(one.name, one.value, row)
        for row, one in enumerate(draft.fields)
    ]


def cleaned(draft: Draft, host: bytes, *, keep_host: bool) -> list[Line]:
    """With one Host and at most one Content-Length, and without what belongs to another connection."""
    ticked = draft.ticked()
    known: dict[bytes, bytes] = {HOST: host, LENGTH: str(len(draft.body)).encode()}
    dropped = HOP_BY_HOP | named_by_connection(ticked)
    lines: list[Line] = []
    for row, one in enumerate(draft.fields):
        name = one.name.lower()
        line = Line(one.name, one.value, Fate.KEPT, True, row=row)
        if not one.sent:
            line = _unticked(one.name, one.value, row)
        elif name in FRAMING:
            line = _framed(line, known.pop(name, None), keep_host=keep_host)
        elif name in dropped:
            line = _removed(line, Problem.of("line-hop"))
        lines.append(line)
    if HOST in known:
        lines.insert(0, Line(b"Host", host, Fate.RECOMPUTED, True, Problem.of("line-host")))
    if LENGTH in known and tells_length(draft.method, ticked, draft.body):
        lines.append(Line(b"Content-Length", known[LENGTH], Fate.RECOMPUTED, True, Problem.of("line-length")))
    return lines


def _unticked(name: bytes, value: bytes, row: int) -> Line:
    return Line(name, value, Fate.UNTICKED, False, Problem.of("line-unticked"), row)


def _removed(line: Line, why: Problem) -> Line:
    return replace(line, fate=Fate.REMOVED, sent=False, why=why)


def _framed(line: Line, value: bytes | None, *, keep_host: bool) -> Line:
    """`value` None: there was one of this name already, or there must be none."""
    name = line.name.lower()
    if name == CODING:
        return _removed(line, Problem.of("line-coding"))
    if value is None:
        return _removed(line, Problem.of("line-twice", name=show(line.name)))
    if name == HOST and keep_host:
        return replace(line, why=Problem.of("line-host-kept"))
    why = Problem.of("line-host") if name == HOST else Problem.of("line-length")
    return replace(line, value=value, fate=Fate.RECOMPUTED, why=why)


def with_length(lines: Sequence[Line], size: int) -> list[Line]:
    """With the length of the body as signing has left it."""
    value = str(size).encode()
    return [replace(line, value=value) if line.sent and line.name.lower() == LENGTH else line for line in lines]


def after(lines: Sequence[Line], fields: Fields, *, broken: bool) -> list[Line]:
    """The lines with what signing, or breaking, has made of the fields that are sent: of several of a name the first stays."""
    words = _BROKEN if broken else _SIGNED
    names = [name.lower() for name, _ in fields]
    found: list[Line] = []
    place = 0
    for line in lines:
        if not line.sent:
            found.append(line)
        elif line.name.lower() in names[place:]:
            there = names.index(line.name.lower(), place)
            found += [_added(field, words) for field in fields[place:there]]
            found.append(_changed(line, fields[there], words))
            place = there + 1
        else:
            found.append(replace(line, fate=words.removed, sent=False, why=words.why_removed))
    return found + [_added(field, words) for field in fields[place:]]


@dataclass(frozen=True, slots=True)
class _Words:
    changed: Fate
    why_changed: Problem
    removed: Fate
    why_removed: Problem
    added: Fate
    why_added: Problem


_SIGNED = _Words(
    changed=Fate.SIGNED,
    why_changed=Problem.of("line-signed"),
    removed=Fate.REMOVED,
    why_removed=Problem.of("line-unsigned"),
    added=Fate.ADDED,
    why_added=Problem.of("line-added"),
)
_BROKEN = _Words(
    changed=Fate.BROKEN,
    why_changed=Problem.of("line-broken"),
    removed=Fate.BROKEN,
    why_removed=Problem.of("line-broken-out"),
    added=Fate.BROKEN,
    why_added=Problem.of("line-broken"),
)


def _changed(line: Line, field: Field, words: _Words) -> Line:
    name, value = field
    if line.field == field:
        return line
    if line.value == value:
        return replace(line, name=name)
    return replace(line, name=name, value=value, fate=words.changed, why=words.why_changed)


def _added(field: Field, words: _Words) -> Line:
    return Line(*field, words.added, True, words.why_added)
