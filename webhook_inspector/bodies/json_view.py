"""JSON as lines for people."""

from collections.abc import Iterator, Sequence

from webhook_inspector.bodies.lines import cut, harmless
from webhook_inspector.bodies.packed import packed
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.bodies.reindent import reindent_slices

_MOST_TIMES = 16
_UNHEEDED = 4_096


class _RoomError(Exception):
    """The lines have become too many."""


def json_lines(text: str) -> list[str] | None:
    """A sound JSON text laid out anew; None where the lines would be a multiple of it that only hostile nesting needs."""
    try:
        return [line for lines in _slices(text, Progress()) for line in lines]
    except _RoomError:
        return None


def json_display(text: str, progress: Progress) -> Sequence[str] | None:
    """The same lines, cut, and packed where they are many."""
    try:
        return packed(cut(lines) for lines in _slices(text, progress))
    except _RoomError:
        return None


def _slices(text: str, progress: Progress) -> Iterator[list[str]]:
    room = _MOST_TIMES * len(text) + _UNHEEDED
    # A carriage return can only be a blank between tokens here; made visible it would be taken for a word.
    for lines in reindent_slices(harmless(text.replace("\r", "\n")), 1_000, progress=progress):
        room -= sum(map(len, lines))
        if room < 0:
            raise _RoomError
        yield lines
