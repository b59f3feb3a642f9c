"""What can be written at a place of a filter: names of fields, their values, and values that were seen."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from webhook_inspector.search.fields import FIELDS, PLACES, FieldKind, Kind
from webhook_inspector.search.parse import quoted

MOST = 20
_WORD = re.compile(r'(?:[^\s"]|"(?:[^"\\]|\\.)*+(?:"|\Z))*+', re.DOTALL)
_BEFORE = re.compile(r"[-(]*")
_NAMED = re.compile(r"([A-Za-z]+):")


@dataclass(frozen=True, slots=True)
class Completion:
    """Replaces `filter[start:end]` by `text`."""

    text: str
    start: int
    end: int
    help: str


def completions(text: str, cursor: int, values: Callable[[str], Sequence[str]]) -> list[Completion]:
    """For the word that ends at the cursor; `values` gives what a field has been. None where there is nothing to add."""
    start = _start_of_word(text, cursor)
    word = text[start:cursor]
    named = _NAMED.match(word)
    field = FIELDS.get(named[1].lower()) if named else None
    if named is None:
        return list(_names(word, start, cursor))[:MOST]
    if field is None:
        return []
    last = start + max(named.end(), _last_value(word))
    return list(_values(field, text[last:cursor], last, cursor, values))[:MOST]


def _start_of_word(text: str, cursor: int) -> int:
    place = 0
    while place < cursor:
        found = _WORD.match(text, place)
        end = found.end() if found else place
        if end >= cursor:
            break
        place = end + 1
    before = _BEFORE.match(text, place, cursor)
    return before.end() if before else place


def _last_value(word: str) -> int:
    """Where the last of the values that commas part begins."""
    place, inside = 0, False
    for index, character in enumerate(word):
        inside ^= character == '"'
        if character == "," and not inside:
            place = index + 1
    return place


def _names(word: str, start: int, end: int) -> Iterator[Completion]:
    wanted = word.lower()
    for row in FIELDS.values():
        if row.name.startswith(wanted):
            yield Completion(f"{row.name}:", start, end, f"{row.help} · {row.examples[0]}")
    for place in PLACES.values():
        if place.name.startswith(wanted):
            yield Completion(f"{place.name}.", start, end, f"{place.help} · {place.examples[0]}")


def _values(
    field: FieldKind, written: str, start: int, end: int, values: Callable[[str], Sequence[str]]
) -> Iterator[Completion]:
    wanted = written.strip('"').lower()
    if field.kind is Kind.WORD:
        known = list(field.own_values)
    elif field.kind in {Kind.SINCE, Kind.BEFORE, Kind.SIZE}:
        known = [example.partition(":")[2] for example in field.examples]
    else:
        known = list(values(field.name))
    starting = [value for value in known if value.lower().startswith(wanted)]
    holding = [value for value in known if wanted in value.lower() and value not in starting]
    for value in (*starting, *holding):
        if value.lower() != wanted:
            yield Completion(quoted(value), start, end, field.help)
