"""The word of a verdict for the terminal: with a glyph, for who sees no colours, and a colour."""

from webhook_inspector.core.verdict import Status

WAITING = "…"
"""In place of a verdict: the capture is yet to be verified."""

_GLYPHS = {Status.VALID: "✓", Status.INVALID: "✗", Status.EXPIRED: "!"}
_COLOURS = {Status.VALID: "green", Status.INVALID: "red", Status.EXPIRED: "yellow"}

WORDS: dict[Status, str] = {status: f"{_GLYPHS.get(status, '–')} {status.value}" for status in Status}


def colour_of(status: Status | None) -> str:
    return "dim" if status is None else _COLOURS.get(status, "dim")
