"""JSON as lines for people."""

from webhook_inspector.bodies.lines import harmless
from webhook_inspector.bodies.reindent import reindent_slices

_MOST_TIMES = 16
_UNHEEDED = 4_096


def json_lines(text: str) -> list[str] | None:
    """A sound JSON text laid out anew; None where the lines would be a multiple of it that only hostile nesting needs."""
    room = _MOST_TIMES * len(text) + _UNHEEDED
    lines: list[str] = []
    # A carriage return can only be a blank between tokens here; made visible it would be taken for a word.
    for piece in reindent_slices(harmless(text.replace("\r", "\n")), 1_000):
        room -= sum(map(len, piece))
        if room < 0:
            return None
        lines += piece
    return lines
