"""A query held against one capture in memory: the same judgement as the history's SQL."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from webhook_inspector.core.capture import Row, State
from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.marks import COLOURS
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.compare import fits, folded, glob_fits
from webhook_inspector.search.contents import body_values, header_values, query_values
from webhook_inspector.search.fields import FIELDS, FieldKind, Kind
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
from webhook_inspector.search.regex import compiled


@dataclass(frozen=True, slots=True)
class Seen:
    """One capture: what a list shows of it, and its bytes as they are stored."""

    row: Row
    head: bytes
    body: bytes


def matches(query: Query, seen: Seen, now_ns: int) -> bool:
    """A compressed body is searched as it came: compressed."""
    return _holds(query.root, seen, now_ns)


def _holds(node: Node, seen: Seen, now_ns: int) -> bool:
    match node:
        case Everything():
            return True
        case And(parts):
            return all(_holds(part, seen, now_ns) for part in parts)
        case Or(parts):
            return any(_holds(part, seen, now_ns) for part in parts)
        case Not(part):
            return not _holds(part, seen, now_ns)
        case Text(words):
            needle = folded(words)
            return any(needle in text for text in (seen.head.lower(), seen.body.lower(), *_marked(seen.row)))
        case Field(name, wanted):
            return any(_field_holds(FIELDS[name], one, seen.row, now_ns) for one in wanted)
        case Regex() | Compare():
            return holds_inside(node, seen.head, seen.body, seen.row.content_type)


def _marked(row: Row) -> tuple[bytes, bytes]:
    """What the user wrote on a capture, as words are looked for in it."""
    return folded(_tags(row)), folded(row.marks.note)


def holds_inside(node: Regex | Compare, head: bytes, body: bytes, content_type: str) -> bool:
    """What has to look into the bytes, and what SQL cannot do."""
    if isinstance(node, Regex):
        pattern = compiled(node.pattern)
        return pattern.search(head) is not None or pattern.search(body) is not None
    found = list(compared_values(node, head, body, content_type))
    if node.operator == "!=":
        return bool(found) and all(fits("!=", one, value) for one in node.wanted for value in found)
    return any(fits(node.operator, one, value) for one in node.wanted for value in found)


def compared_values(node: Compare, head: bytes, body: bytes, content_type: str) -> Iterable[str]:
    """What the request has at the place that is compared."""
    if node.place == "header":
        return header_values(head, node.path[0])
    if node.place == "query":
        return query_values(head, node.path[0])
    return body_values(body, content_type, node.path)


def field_text(name: str, row: Row) -> str | None:
    """What a capture has in a field; None for a field of which it can only be said whether it holds."""
    if name == "sig":
        return next(word for word, status in STATUSES.items() if status is row.judgement.status)
    if name in _NUMBERS:
        return str(_NUMBERS[name](row))
    if name == "colour":
        return row.marks.colour
    return _TEXTS[name](row).strip() if name in _TEXTS else None


def _field_holds(field: FieldKind, wanted: Wanted, row: Row, now_ns: int) -> bool:
    if isinstance(wanted, Moment):
        return (row.received_ns >= wanted.ns(now_ns)) is (field.kind is Kind.SINCE)
    if isinstance(wanted, Bound):
        return _bound_holds(wanted, _NUMBERS[field.name](row))
    if field.kind is Kind.WORD:
        return _WORDS[field.name, wanted](row)
    value, ask = folded(_TEXTS[field.name](row)), folded(wanted)
    if field.kind is Kind.TAG:
        return b" " + ask + b" " in value
    if "*" in wanted:
        return glob_fits(wanted.encode("utf-8", "replace").lower(), value)
    if field.kind is Kind.HAS:
        return ask in value
    step = field.separator.encode()
    if field.kind is Kind.UNDER:
        ask = ask.rstrip(step)
    return value == ask or (field.kind is Kind.UNDER and value.startswith(ask + step))


def _bound_holds(bound: Bound, value: int) -> bool:
    return {
        "=": value == bound.number,
        ">": value > bound.number,
        ">=": value >= bound.number,
        "<": value < bound.number,
        "<=": value <= bound.number,
        "..": bound.number <= value <= bound.last,
    }[bound.operator]


def _tags(row: Row) -> str:
    """As a history has them: with a blank before, between and behind them."""
    return f" {' '.join(row.marks.tags)} " if row.marks.tags else ""


_TEXTS: dict[str, Callable[[Row], str]] = {
    "method": lambda row: row.method,
    "path": lambda row: row.endpoint,
    "endpoint": lambda row: row.endpoint,
    "provider": lambda row: row.judgement.meaning.provider,
    "event": lambda row: row.judgement.meaning.event,
    "from": lambda row: row.peer,
    "host": lambda row: row.host,
    "tag": _tags,
    "note": lambda row: row.marks.note,
}
_NUMBERS: dict[str, Callable[[Row], int]] = {
    "status": lambda row: row.status,
    "size": lambda row: row.body_size,
    "attempt": lambda row: row.judgement.meaning.attempt,
}


def _is_state(state: State) -> Callable[[Row], bool]:
    return lambda row: row.state is state


def _has_status(status: Status | None) -> Callable[[Row], bool]:
    return lambda row: row.judgement.status is status


def _is_sent(state: DeliveryState) -> Callable[[Row], bool]:
    return lambda row: getattr(row.deliveries, state.value) > 0


def _has_colour(colour: str) -> Callable[[Row], bool]:
    return lambda row: row.marks.colour == colour


STATUSES: dict[str, Status | None] = {
    "valid": Status.VALID,
    "invalid": Status.INVALID,
    "expired": Status.EXPIRED,
    "unsigned": Status.UNSIGNED,
    "unknown": Status.UNKNOWN_SCHEME,
    "no-secret": Status.NO_SECRET,
    "none": None,
}
"""The words of `sig:`."""

_WORDS: dict[tuple[str, str], Callable[[Row], bool]] = {
    **{("sig", word): _has_status(status) for word, status in STATUSES.items()},
    ("has", "error"): lambda row: row.state is not State.COMPLETE,
    ("has", "retries"): lambda row: row.tries > 1,
    ("has", "body"): lambda row: row.body_size > 0,
    ("has", "query"): lambda row: "?" in row.target,
    ("has", "event"): lambda row: bool(row.judgement.meaning.event),
    ("has", "note"): lambda row: bool(row.marks.note),
    ("has", "tag"): lambda row: bool(row.marks.tags),
    ("has", "colour"): lambda row: bool(row.marks.colour),
    ("has", "forward"): lambda row: row.deliveries.total > 0,
    **{("forward", state.value): _is_sent(state) for state in DeliveryState},
    ("is", "pinned"): lambda row: row.marks.pinned,
    **{("colour", colour): _has_colour(colour) for colour in COLOURS},
    ("is", "live"): lambda row: row.judgement.meaning.live is True,
    ("is", "test"): lambda row: row.judgement.meaning.live is False,
    ("is", "retry"): lambda row: row.first != 0 or row.judgement.meaning.attempt > 1,
    **{("is", state.value): _is_state(state) for state in State},
}
