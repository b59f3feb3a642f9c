"""A filter in words: `Captures of stripe, with an invalid signature, in the last 1 h`. In any language.

Every part is a sentence's code with its particulars, and parts of parts fill gaps of the sentence around them: whoever speaks
another language translates each sentence by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce

from webhook_inspector.core.problem import Particular, Problem
from webhook_inspector.core.text import visible
from webhook_inspector.search.fields import FIELDS, Kind
from webhook_inspector.search.moment import Moment
from webhook_inspector.search.query import (
    And,
    Bound,
    Compare,
    Everything,
    Field,
    Node,
    Not,
    Or,
    Query,
    Regex,
    Text,
    Wanted,
)

LONGEST = 60
"""Characters of one value."""


@dataclass(frozen=True, slots=True)
class Phrase:
    problem: Problem
    parts: "tuple[tuple[str, Phrase], ...]" = ()
    """What fills the gaps of these names."""

    @classmethod
    def of(cls, code: str, /, **gaps: "Particular | Phrase") -> "Phrase":
        plain = {name: value for name, value in gaps.items() if not isinstance(value, Phrase)}
        parts = tuple((name, value) for name, value in gaps.items() if isinstance(value, Phrase))
        return cls(Problem.of(code, **plain), parts)


def in_words(query: Query) -> Phrase:
    if query.is_empty:
        return Phrase.of("filter-all")
    return Phrase.of("filter-captures", rest=_said(query.root))


def say(phrase: Phrase, words: Callable[[Problem], str]) -> str:
    """`words` makes a sentence of a problem, in the language of whoever asks."""
    filled = {name: say(part, words) for name, part in phrase.parts}
    return words(Problem.of(phrase.problem.code, **{**dict(phrase.problem.particulars), **filled}))


def _said(node: Node) -> Phrase:
    match node:
        case Everything():
            return Phrase.of("filter-anything")
        case And(parts):
            return _row("filter-and", [_grouped(part, Or) for part in parts])
        case Or(parts):
            return _row("filter-or", [_grouped(part, And) for part in parts])
        case Not(part):
            return Phrase.of("filter-not", rest=_grouped(part, And, Or))
        case Text(words):
            return Phrase.of("filter-text", value=_shown(words))
        case Regex(pattern):
            return Phrase.of("filter-pattern", value=_shown(pattern))
        case Field(name, wanted):
            return _field(name, wanted)
        case Compare():
            return _compare(node)


def _grouped(node: Node, *kinds: type) -> Phrase:
    return Phrase.of("filter-group", rest=_said(node)) if isinstance(node, kinds) else _said(node)


def _row(code: str, phrases: list[Phrase]) -> Phrase:
    return reduce(lambda later, one: Phrase.of(code, first=one, rest=later), reversed(phrases[:-1]), phrases[-1])


def _field(name: str, wanted: tuple[Wanted, ...]) -> Phrase:
    kind = FIELDS[name].kind
    if kind is Kind.WORD and name != "colour":
        return _row("filter-or", [Phrase.of(_WORDS[name, str(one)]) for one in wanted])
    if kind in {Kind.SINCE, Kind.BEFORE}:
        return _row("filter-or", [_time(name, one) for one in wanted if isinstance(one, Moment)])
    return Phrase.of(_FIELDS[name], value=_row("filter-or", [_value(kind, one) for one in wanted]))


def _value(kind: Kind, wanted: Wanted) -> Phrase:
    if not isinstance(wanted, Bound):
        return Phrase.of("filter-value", value=_shown(str(wanted)))
    return Phrase.of(_BOUNDS[wanted.operator], number=_number(kind, wanted.number), last=_number(kind, wanted.last))


def _number(kind: Kind, number: int) -> Particular | Phrase:
    return Phrase.of("filter-bytes", number=f"{number:,}") if kind is Kind.SIZE else number


def _time(name: str, moment: Moment) -> Phrase:
    if moment.ago is not None:
        size, unit = next((one for one in _UNITS if moment.ago >= one[0] and moment.ago % one[0] == 0), _UNITS[-1])
        return Phrase.of(_AGO[name], value=Phrase.of(unit, count=moment.ago // size))
    if moment.clock is not None:
        return Phrase.of(_FIELDS[name], value=f"{moment.clock // 3600:02}:{moment.clock // 60 % 60:02}")
    return Phrase.of(_FIELDS[name], value=_local(moment.at_ns or 0))


def _local(at_ns: int) -> str:
    try:
        return datetime.fromtimestamp(at_ns // 10**9, UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError, OSError):
        return str(at_ns)


def _compare(node: Compare) -> Phrase:
    place = Phrase.of(_PLACES[node.place], path=_shown(".".join(node.path)))
    values = _row("filter-or", [Phrase.of("filter-value", value=f"“{_shown(one)}”") for one in node.wanted])
    return Phrase.of(_COMPARED[node.operator], place=place, value=values)


def _shown(text: str) -> str:
    return visible(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


_UNITS = ((86_400, "filter-days"), (3600, "filter-hours"), (60, "filter-minutes"), (1, "filter-seconds"))
_BOUNDS = {
    "=": "filter-bound-is",
    ">": "filter-bound-greater",
    ">=": "filter-bound-least",
    "<": "filter-bound-less",
    "<=": "filter-bound-most",
    "..": "filter-bound-between",
}
_COMPARED = {
    ":": "filter-compare-has",
    "=": "filter-compare-is",
    "!=": "filter-compare-other",
    ">": "filter-compare-greater",
    ">=": "filter-compare-least",
    "<": "filter-compare-less",
    "<=": "filter-compare-most",
}
_FIELDS = {
    "method": "filter-method",
    "path": "filter-path",
    "endpoint": "filter-endpoint",
    "provider": "filter-provider",
    "event": "filter-event",
    "from": "filter-from",
    "host": "filter-host",
    "status": "filter-status",
    "attempt": "filter-attempt",
    "tag": "filter-tag",
    "note": "filter-note",
    "colour": "filter-colour",
    "since": "filter-since",
    "before": "filter-before",
    "size": "filter-size-is",
}
_WORDS = {
    ("forward", "waiting"): "filter-forward-waiting",
    ("forward", "delivered"): "filter-forward-delivered",
    ("forward", "failed"): "filter-forward-failed",
    ("forward", "stopped"): "filter-forward-stopped",
    ("has", "forward"): "filter-has-forward",
    ("sig", "valid"): "filter-sig-valid",
    ("sig", "invalid"): "filter-sig-invalid",
    ("sig", "expired"): "filter-sig-expired",
    ("sig", "unsigned"): "filter-sig-unsigned",
    ("sig", "none"): "filter-sig-none",
    ("sig", "unknown"): "filter-sig-unknown",
    ("sig", "no-secret"): "filter-sig-no-secret",
    ("has", "error"): "filter-has-error",
    ("has", "retries"): "filter-has-retries",
    ("has", "body"): "filter-has-body",
    ("has", "query"): "filter-has-query",
    ("has", "event"): "filter-has-event",
    ("has", "note"): "filter-has-note",
    ("has", "tag"): "filter-has-tag",
    ("has", "colour"): "filter-has-colour",
    ("is", "live"): "filter-is-live",
    ("is", "test"): "filter-is-test",
    ("is", "retry"): "filter-is-retry",
    ("is", "pinned"): "filter-is-pinned",
    ("is", "complete"): "filter-is-complete",
    ("is", "cut"): "filter-is-cut",
    ("is", "incomplete"): "filter-is-incomplete",
    ("is", "refused"): "filter-is-refused",
}
_AGO = {"since": "filter-since-ago", "before": "filter-before-ago"}
_PLACES = {"header": "filter-place-header", "query": "filter-place-query", "body": "filter-place-body"}
