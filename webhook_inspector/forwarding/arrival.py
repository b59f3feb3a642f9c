"""Whether a proxy rule holds a capture in the moment in which it arrives, before anything is stored. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from webhook_inspector.core.capture import Capture, Record, State, path_of_capture, row_of
from webhook_inspector.core.endpoint import holds
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.forwarding.request import hop_fault
from webhook_inspector.search.match import Seen, matches
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import And, Field, Node, Not, Or, Query

LATER: dict[str, frozenset[str] | None] = {
    "status": None,
    "tag": None,
    "note": None,
    "colour": None,
    "forward": None,
    "has": frozenset({"retries", "note", "tag", "colour", "forward"}),
    "is": frozenset({"retry", "pinned"}),
}
"""Fields of the filter language, with the values, that tell of a capture what is known only later; None: all values."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A proxy rule with its filter, understood."""

    rule: ForwardRule
    query: Query

    @classmethod
    def of(cls, rule: ForwardRule) -> "Watched":
        return cls(rule, parse(rule.filter).query or Query())

    def fits(self, capture: Capture, judgement: Judgement, now_ns: int) -> bool:
        """Whether the filter holds."""
        row = row_of(Record(capture, 0, judgement=judgement))
        return matches(self.query, Seen(row, capture.head, capture.body), now_ns)

    def later(self) -> str:
        """What the filter asks that nobody knows yet, as it may be written: `status`, `is:pinned`; empty where there is nothing."""
        return next(_later(self.query.root), "")


def concerned(rules: tuple[Watched, ...], capture: Capture, own: str) -> bool:
    """Whether one of the rules may hold it, as far as a glance tells.

    What is no whole request, came back to us or wants a tunnel is ours to answer. `own` is our own id among the hops.
    """
    if capture.state is not State.COMPLETE or capture.head.startswith(b"CONNECT "):
        return False
    path = path_of_capture(capture)
    return any(holds(one.rule.endpoint, path) for one in rules) and hop_fault(capture.head, own) is None


def holding(
    rules: tuple[Watched, ...], capture: Capture, judge: Callable[[], Judgement | None], now_ns: int
) -> ForwardRule | None:
    """The first rule that holds it. Without a verdict, which `judge` may not know yet, no filter holds."""
    path = path_of_capture(capture)
    judgement: Judgement | None = None
    for one in rules:
        if not holds(one.rule.endpoint, path):
            continue
        if one.query.is_empty:
            return one.rule
        judgement = judgement or judge()
        if judgement is not None and one.fits(capture, judgement, now_ns):
            return one.rule
    return None


def _later(node: Node) -> Iterator[str]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _later(part)
        case Not(part):
            yield from _later(part)
        case Field(name, wanted) if name in LATER:
            values = LATER[name]
            if values is None:
                yield name
            else:
                yield from (f"{name}:{one}" for one in wanted if one in values)
