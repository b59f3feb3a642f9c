"""Which of the captures that have come are sent on by a rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.core.capture import listed_of
from webhook_inspector.core.endpoint import holds
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import Problem
from webhook_inspector.forwarding.request import hop_fault
from webhook_inspector.search.match import Seen, matches
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import And, Compare, Node, Not, Or, Query, Regex, Text
from webhook_inspector.store.deliveries import IMPORTED, Headed, passed_over
from webhook_inspector.store.reader import Reader

STEP = 200
"""Captures that are looked at before others get their turn."""


@dataclass(frozen=True, slots=True)
class Choice:
    captures: tuple[int, ...]
    reached: int
    """The id up to which captures were looked at."""
    more: bool
    """Whether there may be more to look at now."""
    unjudged: bool = False
    """Whether the next one has to be judged before the filter can be asked."""
    faults: tuple[Problem, ...] = ()
    """Why captures are not sent on that the rule would send on."""


def choose(reader: Reader, rule: ForwardRule, after: int, own: str, now_ns: int) -> Choice:
    """Looks at the next captures above `after`. `own` is our own id among the hops.

    What is no whole request is not sent on: a receiver would take it for one. What was imported was never sent to us.
    """
    query = parse(rule.filter).query or Query()
    found = reader.heads(after, STEP)
    looked = found if query.is_empty else _judged(found)
    imported = passed_over(reader.mark(IMPORTED))
    wanted: list[int] = []
    faults: list[Problem] = []
    for one in looked:
        if not one.complete or not holds(rule.endpoint, listed_of(one.head).endpoint):
            continue
        if any(low <= one.id <= high for low, high in imported):
            continue
        fault = hop_fault(one.head, own)
        if fault is None:
            wanted.append(one.id)
        elif fault not in faults:
            faults.append(fault)
    if not query.is_empty:
        wanted = _matching(reader, query, wanted, now_ns)
    unjudged = len(looked) < len(found)
    reached = looked[-1].id if looked else after
    return Choice(tuple(wanted), reached, len(found) == STEP and not unjudged, unjudged, tuple(faults))


def _judged(found: Sequence[Headed]) -> Sequence[Headed]:
    """Those before the first that is not judged yet: a filter may ask for a verdict."""
    first = next((place for place, one in enumerate(found) if not one.judged), len(found))
    return found[:first]


def _matching(reader: Reader, query: Query, wanted: Sequence[int], now_ns: int) -> list[int]:
    inside = _looks_inside(query.root)
    chosen = []
    for row in reader.rows(wanted):
        record = reader.record(row.id) if inside else None
        head, body = (b"", b"") if record is None else (record.capture.head, record.capture.body)
        if matches(query, Seen(row, head, body), now_ns):
            chosen.append(row.id)
    return chosen


def _looks_inside(node: Node) -> bool:
    """Whether the filter asks for more than a row tells."""
    match node:
        case And(parts) | Or(parts):
            return any(map(_looks_inside, parts))
        case Not(part):
            return _looks_inside(part)
        case _:
            return isinstance(node, Text | Regex | Compare)
