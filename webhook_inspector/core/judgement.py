"""What we make of one request: what it tells, and the word of its signature's verdict."""

from dataclasses import dataclass

from webhook_inspector.core.meaning import NO_MEANING, Meaning
from webhook_inspector.core.verdict import Status


@dataclass(frozen=True, slots=True)
class Judgement:
    meaning: Meaning = NO_MEANING
    status: Status | None = None
    """None: not judged yet."""
    scheme: str = ""
    """By which it was verified; empty where nothing tells how it is signed."""
    key_label: str = ""
    """Which key fits, by its label."""


NOT_JUDGED = Judgement()
