"""What the user puts on captures: a pin, a colour, tags and a note."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from webhook_inspector.core.problem import KnownError, Problem

COLOURS = ("red", "orange", "yellow", "green", "blue", "purple")
NOTE_LIMIT = 10_000
TAG_LIMIT = 40
_TAG = re.compile(rf"\w[\w.+/@#-]{{0,{TAG_LIMIT - 1}}}")
_BETWEEN = re.compile(r"[\s,]+")
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Marks:
    pinned: bool = False
    """Clearing the list and retention leave it alone."""
    colour: str = ""
    """One of COLOURS, or empty."""
    tags: tuple[str, ...] = ()
    """As `tag_of` gives them, in alphabetical order, each once."""
    note: str = ""


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class MarkChange:
    """What becomes of the marks of some captures; None leaves as it is what each of them has."""

    pinned: bool | None = None
    colour: str | None = None
    """Empty takes the colour away."""
    note: str | None = None
    add: tuple[str, ...] = ()
    """Tags as `tag_of` gives them."""
    remove: tuple[str, ...] = ()

    def of(self, before: Marks) -> Marks:
        return Marks(
            before.pinned if self.pinned is None else self.pinned,
            before.colour if self.colour is None else self.colour,
            tuple(sorted({*before.tags, *self.add} - {*self.remove})),
            before.note if self.note is None else self.note,
        )


@dataclass(frozen=True, slots=True)
class Deletion:
    """Captures that were deleted together and can be brought back together."""

    moment_ns: int
    """When, by which the history knows it; another one for each."""
    count: int


def tag_of(text: str) -> str:
    """A tag as it is kept: in small letters. Raises KnownError where it is none."""
    tag = text.strip().removeprefix("#").lower()
    if not _TAG.fullmatch(tag):
        raise KnownError(Problem.of("mark-tag", tag=text[: 2 * TAG_LIMIT], limit=TAG_LIMIT))
    return tag


def tags_of(text: str) -> tuple[str, ...]:
    """The tags of a text that parts them by blanks or commas. Raises KnownError for the first that is none."""
    return in_order(tag_of(word) for word in _BETWEEN.split(text) if word)


def in_order(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(tags)))


def colour_of(text: str) -> str:
    """Raises KnownError where there is no such colour; empty is none."""
    if text and text not in COLOURS:
        raise KnownError(Problem.of("mark-colour", colour=text[:40], known=", ".join(COLOURS)))
    return text


def note_of(text: str) -> str:
    """A note as it is kept: any text without blanks around it. Raises KnownError where it is too long or no text."""
    note = text.strip()
    if len(note) > NOTE_LIMIT:
        raise KnownError(Problem.of("mark-note-long", limit=NOTE_LIMIT))
    return _HALVES.sub("�", note).replace("\0", "�")
