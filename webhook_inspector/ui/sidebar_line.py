"""One line of the sidebar. Needs nothing: it is there before the first paint."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    TITLE = auto()
    """Of a section; it can only be read."""
    FILTER = auto()
    SAVED = auto()
    """A filter of the user's own, which can be changed and removed."""
    REMARK = auto()
    """Like a title, but of less weight."""


@dataclass(frozen=True, slots=True)
class Line:
    kind: Kind
    text: str
    filter: str = ""
    """What a click searches for; empty: everything."""
    glyph: str = ""
    tone: str = "muted"
    """Of the glyph: a colour of the theme or of its marks."""
    count: int | None = None
    """None while it is not known."""
    hint: str = ""
    """For the tooltip, beside the text."""

    @property
    def can_be_picked(self) -> bool:
        return self.kind in (Kind.FILTER, Kind.SAVED)
