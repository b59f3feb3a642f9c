"""Which capture comes nearest to a filter that found none, and what keeps it from matching, in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import islice

from webhook_inspector.core.text import visible
from webhook_inspector.search.match import Seen, compared_values, field_text, matches
from webhook_inspector.search.query import Compare, Field, Node, Query, Regex, Text
from webhook_inspector.search.words import LONGEST, Phrase

_SHOWN = 3
"""Values that a place of a request has, of which it may have any number."""


def nearest(captures: Iterable[int], met: Iterable[Sequence[int]]) -> int | None:
    """The capture that most parts of a filter found, of several the newest; None where there is none at all.

    `met` holds for each part what it finds, among others than the `captures` perhaps.
    """
    counts = Counter(number for found in met for number in found)
    return max(captures, key=lambda number: (counts[number], number), default=None)


def miss(query: Query, seen: Seen, now_ns: int) -> Phrase | None:
    """`#12 POST /stripe matched path:/stripe, but sig is invalid, not valid`; None where it matches."""
    held = [(part, matches(Query(part), seen, now_ns)) for part in query.parts]
    reasons = [_reason(query, part, seen) for part, holds in held if not holds]
    if not reasons:
        return None
    row = seen.row
    capture = Phrase.of("miss-capture", number=row.id, method=visible(row.method), target=_cut(row.target))
    why = reduce(lambda later, one: Phrase.of("miss-and", first=one, rest=later), reversed(reasons))
    met = " ".join(_written(query, part) for part, holds in held if holds)
    if met:
        return Phrase.of("miss-near", capture=capture, met=met, why=why)
    return Phrase.of("miss-far", capture=capture, why=why)


def _reason(query: Query, part: Node, seen: Seen) -> Phrase:
    written = _written(query, part)
    match part:
        case Text() | Regex():
            return Phrase.of("miss-nowhere", part=written)
        case Field(name) if (found := field_text(name, seen.row)) is not None:
            return _other(name, found, written[len(name) :].removeprefix(":"))
        case Compare(place, path, operator) if operator != "!=":
            name = f"{place}.{visible('.'.join(path))}"
            values = compared_values(part, seen.head, seen.body, seen.row.content_type)
            wanted = _cut(", ".join(part.wanted))
            return _other(
                name, ", ".join(islice(values, _SHOWN)), wanted if operator in ":=" else f"{operator}{wanted}"
            )
    return Phrase.of("miss-part", part=written)


def _other(name: str, found: str, wanted: str) -> Phrase:
    if not found:
        return Phrase.of("miss-none", name=name)
    return Phrase.of("miss-other", name=name, found=_cut(found), wanted=wanted)


def _written(query: Query, part: Node) -> str:
    return _cut(query.text[part.at.start : part.at.end])


def _cut(text: str) -> str:
    return visible(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")
