"""Content codings (RFC 9110 section 8.4) taken off a copy of a body, for showing.

The body is hostile until shown otherwise: what comes out is limited in size and in proportion to what went in, piece by piece,
so that no bomb ever takes the memory; and a stream that is cut or damaged gives what there is of it, with the reason.
"""

from dataclasses import dataclass

from webhook_inspector.bodies.codings import CODINGS, BrokenStreamError, pieces
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible

_UNHEEDED = 2**20
"""Bytes that any body may become whatever the proportion: repetition compresses well, and a MiB harms nobody."""
_MOST_CODINGS = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    """The content of a body, as far as it could be had."""

    content: bytes
    """The body as it came, where nothing could be taken off."""
    coding: str
    """What was taken off, in the order of the header: `gzip`, or `gzip, br`; empty where nothing was."""
    fault: Problem | None
    """Why it could not be decoded, or where it stopped."""
    complete: bool
    """Whether `content` is the whole of what the sender encoded."""

    @property
    def problem(self) -> str | None:
        """`fault` in English."""
        return sentence(self.fault) if self.fault else None


def decode(body: bytes, encoding: str, *, limit: int = 16 * 2**20, ratio: int = 100) -> Decoded:
    """Undoes the codings that a Content-Encoding value lists, the last one first. Never raises.

    Stops at `limit` bytes, and at `ratio` times the size of the body where that is more than a MiB.
    """
    names = [name for token in encoding.split(",") if (name := token.strip().lower()) not in ("", "identity")]
    if not body or not names:
        return Decoded(body, "", None, complete=True)
    if len(names) > _MOST_CODINGS:
        return Decoded(body, "", Problem.of("coding-many", count=len(names)), complete=False)
    cap = _Cap.of(len(body), limit, ratio)
    content = body
    undone: list[str] = []
    faults: list[Problem] = []
    for name in reversed(names):
        found, fault = _undo(name, content, cap)
        if fault:
            faults.append(fault)
        if found is None:
            break
        content = found
        undone.insert(0, name)
    complete = all(fault.code == "coding-rest" for fault in faults)
    return Decoded(content, ", ".join(undone), faults[0] if faults else None, complete)


@dataclass(frozen=True, slots=True)
class _Cap:
    """How much may come out of any coding of the list, and what to say where it would be more."""

    size: int
    fault: Problem

    @classmethod
    def of(cls, received: int, limit: int, ratio: int) -> "_Cap":
        in_proportion = max(received * ratio, _UNHEEDED)
        if limit <= in_proportion:
            return cls(limit, Problem.of("coding-limit", size=limit))
        return cls(in_proportion, Problem.of("coding-ratio", size=in_proportion, ratio=ratio))


def _undo(name: str, content: bytes, cap: _Cap) -> tuple[bytes | None, Problem | None]:
    """What comes out (None where nothing does), and why it is not all."""
    coding = CODINGS.get(name)
    if coding is None:
        return None, Problem.of("coding-unknown", coding=visible(name[:100]))
    found: list[bytes] = []
    room = cap.size
    try:
        for piece in pieces(coding, content):
            found.append(piece[:room])
            if len(piece) > room:
                return b"".join(found), cap.fault
            room -= len(piece)
    except BrokenStreamError as broken:
        size = cap.size - room
        came_out = size > 0 or broken.code in ("coding-rest", "coding-members")
        code = broken.code if came_out or broken.code == "coding-cut" else "coding-nothing"
        fault = Problem.of(code, coding=coding.name, size=size, reason=broken.reason)
        return (b"".join(found) if came_out else None), fault
    return b"".join(found), None
