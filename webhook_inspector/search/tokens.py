"""The words of a filter's text, with their places. Whatever is no part of the language is a word to look for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from webhook_inspector.search.faults import wrong
from webhook_inspector.search.fields import FIELDS, PLACES, Kind


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that commas part."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    """`text`, `AND`, `OR`, `NOT`, `-`, `(`, `)`, `regex`, `field` or `place`."""
    text: str
    """The word, the pattern, the field's or the place's name."""
    start: int
    end: int
    path: str = ""
    """As it was written after the place's name."""
    operator: str = ":"
    values: tuple[Value, ...] = ()


_WORDS = ("AND", "OR", "NOT")
_BLANK = re.compile(r"\s*")
_WORD = re.compile(r"\S+")
_PHRASE = re.compile(r'(?s)"((?:[^"\\]++|\\.)*+)(?:"|\\?\Z)')
_ESCAPE = re.compile(r'\\(["\\])')
_REGEX = re.compile(r"(?s)/((?:[^/\\]++|\\.|/(?![\s)]|\Z))++)/(?=[\s)]|\Z)")
_VALUE = re.compile(r'[^\s,"][^\s,]*')
_FIELD = re.compile(r"([A-Za-z]+)(?::|(?=[<>]))")
_PLACE = re.compile(r'([A-Za-z]+)\.((?:"(?:[^"\\]|\\.)*+"|[^\s:=<>!"()])++)(!=|>=|<=|[:=<>])')
_BARE = frozenset(name for name, row in FIELDS.items() if row.kind in {Kind.NUMBER, Kind.SIZE})
"""Fields that need no colon before `>` and `<`."""


def tokens(text: str) -> Iterator[Token]:
    """Raises FilterError for a field's name that is nearly right."""
    place, depth = 0, 0
    while (place := _skip(text, place)) < len(text):
        token = _token(text, place, depth)
        depth += {"(": 1, ")": -1}.get(token.kind, 0)
        place = token.end
        yield token


def unescaped(text: str) -> str:
    r"""Inside quotes `\"` is a quote and `\\` a backslash; any other backslash is itself."""
    return _ESCAPE.sub(r"\1", text)


def _skip(text: str, place: int) -> int:
    found = _BLANK.match(text, place)
    return found.end() if found else place


def _token(text: str, place: int, depth: int) -> Token:
    mark = text[place]
    if mark == "(" or (mark == ")" and (depth > 0 or _ends(text, place + 1))):
        return Token(mark, mark, place, place + 1)
    if mark == "-" and not _ends(text, place + 1) and text[place + 1] != "-":
        return Token(mark, mark, place, place + 1)
    if phrase := _PHRASE.match(text, place):
        return Token("text", unescaped(phrase[1]), place, phrase.end())
    if regex := _REGEX.match(text, place):
        return Token("regex", regex[1], place, regex.end())
    return _placed(text, place, depth) or _field(text, place, depth) or _word(text, place, depth)


def _ends(text: str, place: int) -> bool:
    return place >= len(text) or text[place].isspace()


def _word(text: str, place: int, depth: int) -> Token:
    word = _bare(_WORD, text, place, depth)
    return Token(word if word in _WORDS else "text", word, place, place + len(word))


def _bare(pattern: re.Pattern[str], text: str, place: int, depth: int) -> str:
    """A word; inside brackets without the closing ones that have no opening one in it."""
    found = pattern.match(text, place)
    word = found[0] if found else ""
    closing = word.count(")") - word.count("(") if depth else 0
    while closing > 0 and word.endswith(")"):
        word, closing = word[:-1], closing - 1
    return word


def _placed(text: str, place: int, depth: int) -> Token | None:
    found = _PLACE.match(text, place)
    if found is None:
        return None
    name = found[1].lower()
    if name not in PLACES:
        _check_near(name, tuple(PLACES), ".", place)
        return None
    values, end = _values(text, found.end(), depth)
    return Token("place", name, place, end, found[2], found[3], values)


def _field(text: str, place: int, depth: int) -> Token | None:
    found = _FIELD.match(text, place)
    if found is None or (found[0][-1] != ":" and found[1].lower() not in _BARE):
        return None
    name = found[1].lower()
    if name not in FIELDS:
        if not text.startswith("//", found.end()):
            _check_near(name, tuple(FIELDS), ":", place)
        return None
    values, end = _values(text, found.end(), depth)
    return Token("field", name, place, end, values=values)


def _values(text: str, place: int, depth: int) -> tuple[tuple[Value, ...], int]:
    found = []
    while True:
        if phrase := _PHRASE.match(text, place):
            found.append(Value(unescaped(phrase[1]), place, phrase.end()))
            place = phrase.end()
        elif word := _bare(_VALUE, text, place, depth):
            found.append(Value(word, place, place + len(word)))
            place += len(word)
        if not text.startswith(",", place):
            return tuple(found), place
        place += 1


def _check_near(name: str, names: tuple[str, ...], mark: str, place: int) -> None:
    near = next((one for one in names if _differ_little(name, one)), None)
    if near:
        end = place + len(name) + 1
        raise wrong(place, end, "filter-field-near", written=name + mark, meant=near + mark)


def _differ_little(one: str, other: str) -> bool:
    """Whether one letter is too much, missing, wrong, or changed places with its neighbour. Short names are too much alike."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or swapped
