"""`{{name}}` in the address, in values of headers and in the body of a draft, filled in from an environment. Nothing is evaluated.

A draft that began as a capture may hold such marks of its own: filling in is for drafts that were written by hand, or is asked for.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from webhook_inspector.core.draft import Draft
from webhook_inspector.core.problem import Problem
from webhook_inspector.drafts.fault import Fault, Where

_MARK = re.compile(rb"\{\{[ \t]*(\$?[A-Za-z_][A-Za-z0-9_.-]{0,99})[ \t]*\}\}")


@dataclass(frozen=True, slots=True)
class Filled:
    draft: Draft
    """With every known name filled in; unknown ones stand as they were."""
    faults: tuple[Fault, ...] = ()
    """One for each unknown name at each place."""


@dataclass(frozen=True, slots=True)
class _Place:
    where: Where
    content: bytes
    row: int = -1


def built_in(now: float, unique: str) -> dict[str, str]:
    """The names that are always there. `now` in Unix seconds; `unique` a new UUID, the same wherever the one request names it."""
    moment = datetime.fromtimestamp(now, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"$timestamp": str(int(now)), "$isoTimestamp": moment, "$uuid": unique}


def fill(draft: Draft, environment: Mapping[str, str]) -> Filled:
    """What is filled in is not looked through again. A target in bytes stays as it is."""
    url, body = _filled(draft.url.encode("utf-8", "surrogatepass"), environment), _filled(draft.body, environment)
    fields = tuple(replace(one, value=_filled(one.value, environment)) for one in draft.fields)
    filled = replace(draft, url=url.decode("utf-8", "surrogatepass"), fields=fields, body=body)
    unknown = (
        Fault(place.where, Problem.of("variable-unknown", name=name), place.row)
        for place in _places(draft)
        for name in _named(place.content)
        if name not in environment
    )
    return Filled(filled, tuple(unknown))


def names(draft: Draft) -> tuple[str, ...]:
    """Every name that the draft uses, in the order in which they come first."""
    return tuple(dict.fromkeys(name for place in _places(draft) for name in _named(place.content)))


def _places(draft: Draft) -> Iterator[_Place]:
    """What may hold names: headers that are not ticked do not count."""
    yield _Place(Where.URL, draft.url.encode("utf-8", "surrogatepass"))
    for row, one in enumerate(draft.fields):
        if one.sent:
            yield _Place(Where.HEADER_VALUE, one.value, row)
    yield _Place(Where.BODY, draft.body)


def _named(content: bytes) -> dict[str, None]:
    return dict.fromkeys(found[1].decode() for found in _MARK.finditer(content))


def _filled(content: bytes, environment: Mapping[str, str]) -> bytes:
    def value(found: re.Match[bytes]) -> bytes:
        known = environment.get(found[1].decode())
        return found[0] if known is None else known.encode("utf-8", "surrogatepass")

    return _MARK.sub(value, content)
