"""The few members that somebody asks for, out of the beginning of a JSON text that is cut, broken or too deep for a parser."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from json import JSONDecoder
from typing import NoReturn

Path = tuple[str | int, ...]
"""Names of members and places in arrays, from the outside in."""

Wanted = Mapping[str | int, "Wanted"]
"""Paths as a tree; a leaf is empty."""

Found = dict[str | int, object]
"""An object by its members' names, or an array by its places. What nobody asked for is None."""

EXACT = JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, strict=False)
"""Numbers stay as they were written: an id must not lose a digit."""

_MOST_STEPS = 3_000
"""Members that are looked at one by one: a hostile text ends here after a few milliseconds, an honest one at its cut."""

_BLANKS = re.compile(r"[ \t\r\n]*+")


class _CutError(Exception):
    """The text ends here, or is no JSON from here on."""


def tree_of(paths: Iterable[Path]) -> Wanted:
    """A path that ends where another goes on asks for all names of that object, not for its values."""
    root: dict[str | int, dict[str | int, object]] = {}
    for path in paths:
        here = root
        for step in path:
            here = here.setdefault(step, {})  # type: ignore[assignment] # each value is such a tree again
    return root  # type: ignore[return-value]


def read_beginning(text: str, wanted: Wanted) -> object:
    """What `wanted` names, numbers as their text; of two members with one name the last. None where nothing is there.

    No character is parsed twice: what is not asked for goes through the standard library's parser, which is the fastest way past it.
    """
    root: Found = {}
    with suppress(_CutError):
        _Reader(text).into(root, 0, wanted)
    return root.get(0)


class _Reader:
    """Goes forward once. What is read is put in its place before its inside is read, so that a cut loses nothing."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._steps = 0

    def into(self, place: Found, key: str | int, wanted: Wanted | None) -> None:
        """The value that begins here, as `place[key]`; only passed where `wanted` is None."""
        start = self._blanks()
        if wanted is None or start not in "{[":
            value = self._value()
            place[key] = None if wanted is None else value
            return
        inner: Found = {}
        place[key] = inner
        self._at += 1
        if start == "{":
            self._members(inner, wanted)
        else:
            self._items(inner, wanted)

    def _members(self, found: Found, wanted: Wanted) -> None:
        if self._blanks() == "}":
            self._at += 1
            return
        more = True
        while more:
            name = self._value() if self._blanks() == '"' else self._give_up()
            if self._blanks() != ":":
                self._give_up()
            self._at += 1
            self.into(found, str(name), wanted.get(str(name)))
            more = self._goes_on("}")

    def _items(self, found: Found, wanted: Wanted) -> None:
        """Those behind the last that is wanted are passed too, for the sake of what comes behind the array."""
        if self._blanks() == "]":
            self._at += 1
            return
        place, more = 0, True
        while more:
            self.into(found, place, wanted.get(place))
            place += 1
            more = self._goes_on("]")

    def _goes_on(self, end: str) -> bool:
        character = self._blanks()
        if character not in (",", end):
            self._give_up()
        self._at += 1
        return character == ","

    def _blanks(self) -> str:
        """The next character that is no blank."""
        match = _BLANKS.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at] if self._at < len(self._text) else self._give_up()

    def _value(self) -> object:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            self._give_up()
        try:
            value, self._at = EXACT.raw_decode(self._text, self._at)
        except (ValueError, RecursionError):
            self._give_up()
        # A number at the end of the text may be half of one.
        return value if self._at < len(self._text) else self._give_up()

    def _give_up(self) -> NoReturn:
        raise _CutError
