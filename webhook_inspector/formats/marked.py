"""Marks as a JSON member: what the user has put on a capture goes with it into files and comes back from them."""

from collections.abc import Mapping
from typing import Any

from webhook_inspector.core.marks import NO_MARKS, Marks, colour_of, in_order, note_of, tag_of
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.formats.format import MisfitError

MOST_TAGS = 1_000
"""Of one capture in a file: more is junk."""


def marks_member(marks: Marks) -> dict[str, Any]:
    """`{"marks": {"pinned": true, "colour": "red", "tags": ["slow"], "note": "Ask them"}}`; what is not there is left out, too."""
    told = {"pinned": marks.pinned, "colour": marks.colour, "tags": list(marks.tags), "note": marks.note}
    there = {name: value for name, value in told.items() if value}
    return {"marks": there} if there else {}


def marks_of(members: Mapping[str, Any]) -> Marks:
    """The inverse, for members of any origin. Raises MisfitError."""
    told = members.get("marks")
    if told is None:
        return NO_MARKS
    if not isinstance(told, dict):
        raise MisfitError("marks is not a JSON object")
    pinned, colour, note, tags = (
        told.get("pinned", False),
        told.get("colour", ""),
        told.get("note", ""),
        told.get("tags", []),
    )
    if not isinstance(pinned, bool) or not isinstance(colour, str) or not isinstance(note, str):
        raise MisfitError("marks holds a pin, a colour or a note of the wrong type")
    if not isinstance(tags, list) or len(tags) > MOST_TAGS or not all(isinstance(tag, str) for tag in tags):
        raise MisfitError("the tags in marks are not a list of words")
    try:
        marks = Marks(pinned, colour_of(colour), in_order(map(tag_of, tags)), note_of(note))
    except KnownError as error:
        raise MisfitError(sentence(error.problem)) from error
    return NO_MARKS if marks == NO_MARKS else marks
