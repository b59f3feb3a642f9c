"""What a comparison is made of: changes to count, and rows to show side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Stop = Callable[[], bool]
"""Whether nobody waits for the comparison any more."""


class Stopped(Exception):  # noqa: N818  it is no error
    """Nobody waits for it any more."""


class Place(StrEnum):
    REQUEST = "request"
    STATUS = "status"
    """The first line of a response."""
    HEADER = "header"
    TRAILER = "trailer"
    BODY = "body"


class Kind(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    IGNORED = "ignored"
    """It differs, but by what is ignored."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs."""

    place: Place
    name: str
    """`method`, a header's name, the path of a value (`data.object.amount`), or a line's number, of the second body if it has it."""
    before: str | None
    """As it is shown; None where it was not there."""
    after: str | None
    noise: bool = False
    """Whether both look like ids or times, which differ in every request."""
    ignored: bool = False

    @property
    def kind(self) -> Kind:
        """Never SAME, never IGNORED."""
        if self.before is None:
            return Kind.ADDED
        return Kind.REMOVED if self.after is None else Kind.CHANGED


@dataclass(frozen=True, slots=True)
class Row:
    """One line on either side; None where there is none."""

    kind: Kind
    left: str | None
    right: str | None
    pattern: str = ""
    """What to ignore so that it counts no longer; empty where nothing can be."""
    partner: str | None = None
    """Of one side alone: the line that it stands for on the other side, if there is one."""


@dataclass(frozen=True, slots=True)
class Section:
    place: Place
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
