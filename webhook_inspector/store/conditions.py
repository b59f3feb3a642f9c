"""A query as a condition of SQL: the same judgement as `search.match`, made by SQLite as far as it can.

Values are parameters, always. NULL counts as false: substr() of nothing is NULL. What SQLite cannot do, one function of Python
does: the last, and only for captures that may fit.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.core.capture import State
from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.marks import COLOURS
from webhook_inspector.search.compare import core_of, folded
from webhook_inspector.search.contents import MOST_BODY
from webhook_inspector.search.fields import FIELDS, FieldKind, Kind
from webhook_inspector.search.match import STATUSES, holds_inside
from webhook_inspector.search.moment import Moment
from webhook_inspector.search.query import And, Bound, Compare, Everything, Field, Node, Not, Or, Regex, Text, Wanted
from webhook_inspector.store.candidates import Word

Parameter = str | int | bytes

# Both sides are bytes, so that NUL and broken UTF-8 are nothing special; lower() wants text and changes ASCII only.
_HEAD = "CAST(lower(CAST(head AS TEXT)) AS BLOB)"
_BODY = "CAST(lower(CAST(body AS TEXT)) AS BLOB)"
_SMALL = "CAST(lower({}) AS BLOB)"
_COLUMNS, _BYTES, _PYTHON = range(3)
"""What is cheap comes first. Only the first does without the contents."""


@dataclass(frozen=True, slots=True)
class Condition:
    sql: str
    values: tuple[Parameter, ...] = ()
    cost: int = _COLUMNS

    @property
    def needs_contents(self) -> bool:
        return self.cost > _COLUMNS


class Conditions:
    """Translates for a history of one format, at one moment."""

    def __init__(self, version: int, now_ns: int) -> None:
        self._version = version
        self._now_ns = now_ns
        self._inside: list[Regex | Compare] = []

    def of(self, node: Node) -> Condition:
        match node:
            case Everything():
                return Condition("1")
            case And(parts):
                return _joined(" AND ", sorted(map(self.of, parts), key=lambda one: one.cost))
            case Or(parts):
                return _joined(" OR ", sorted(map(self.of, parts), key=lambda one: one.cost))
            case Not(part):
                inner = self.of(part)
                return Condition(f"(({inner.sql}) IS NOT TRUE)", inner.values, inner.cost)
            case Text(words):
                places = (*(_SMALL.format(self._column(name)) for name in ("tag", "note")), _HEAD, _BODY)
                sql = " OR ".join(f"instr({place}, ?) > 0" for place in places)
                return Condition(f"({sql})", (folded(words),) * len(places), _BYTES)
            case Field(name, wanted):
                return _joined(" OR ", [self._field(FIELDS[name], one) for one in wanted])
            case Regex():
                return self._judged(node, "head, body, ''")
            case Compare():
                return self._compare(node)

    def register(self, connection: sqlite3.Connection) -> None:
        """Makes the connection able to answer the conditions that were given. Until the next query they are its own."""
        inside = self._inside

        def judged(index: int, head: bytes, body: bytes, content_type: str) -> bool:
            return holds_inside(inside[index], head, body, content_type)

        if inside:
            connection.create_function("judged", 4, judged, deterministic=True)

    def _judged(self, node: Regex | Compare, columns: str) -> Condition:
        self._inside.append(node)
        return Condition(f"judged(?, {columns})", (len(self._inside) - 1,), _PYTHON)

    def _compare(self, node: Compare) -> Condition:
        literals = _literals(node)
        if node.place == "body":
            size = Condition(f"length(body) <= {MOST_BODY}", (), _BYTES)
            return _joined(" AND ", [size, *_may_hold(node, literals), self._judged(node, "x'', body, content_type")])
        judged = self._judged(node, "head, x'', ''")
        if node.place == "query":
            written = (
                [Condition(f"({_ENCODED} OR {_any_in_head(literals)})", tuple(literals), _BYTES)] if literals else []
            )
            return _joined(" AND ", [Condition("instr(target, '?') > 0"), *written, judged])
        names = (folded(node.path[0]),)
        written = [Condition(_any_in_head(some), tuple(some), _BYTES) for some in (literals, names) if some]
        return _joined(" AND ", [*written, judged])

    def _field(self, field: FieldKind, wanted: Wanted) -> Condition:
        if isinstance(wanted, Moment):
            sign = ">=" if field.kind is Kind.SINCE else "<"
            return Condition(f"received_ns {sign} ?", (wanted.ns(self._now_ns),))
        if isinstance(wanted, Bound):
            return _bound(self._column(field.name), wanted)
        if field.kind is Kind.WORD:
            return Condition(f"({self._word(field.name, wanted)})")
        return _text(field, self._column(field.name), wanted)

    def _column(self, name: str) -> str:
        column, least = _COLUMN_OF.get(name, (name, 1))
        return column if self._version >= least else ("0" if name == "attempt" else "''")

    def _word(self, name: str, word: str) -> str:
        if name == "sig" and self._version < 2:
            return "1" if STATUSES[word] is None else "0"
        if name == "sig":
            return _sig(word)
        sql, least = _WORDS[name, word]
        return sql if self._version >= least else "0"


def required(node: Node) -> list[Word]:
    """For an index: what has to be in the head or body of whatever is found, if not in its tags or its note."""
    match node:
        case And(parts):
            return [word for part in parts for word in required(part)]
        case Or(parts):
            texts = [folded(part.words) for part in parts if isinstance(part, Text)]
            return [tuple(texts)] if len(texts) == len(parts) else []
        case Text(words):
            return [folded(words)]
        case Compare(place="header"):
            return _choice(_literals(node))
        case Compare(place="body"):
            literals = _literals(node)
            return _choice([*literals, _ESCAPE, _FORM]) if literals and all(map(_is_plain, literals)) else []
        case _:
            return []


def _choice(words: Sequence[bytes]) -> list[Word]:
    return [words[0] if len(words) == 1 else tuple(words)] if words else []


def _joined(word: str, parts: Sequence[Condition]) -> Condition:
    values = tuple(value for part in parts for value in part.values)
    return Condition(f"({word.join(part.sql for part in parts)})", values, max(part.cost for part in parts))


def _may_hold(node: Compare, literals: Sequence[bytes]) -> list[Condition]:
    """What a body must have for a value to be in it: one of the values, or at least the name."""
    names = [step for step in node.path if step != "*" and not step.isdecimal()]
    if literals:
        return [_has_one(literals)]
    return [_has_one([folded(names[-1])])] if names and "\ufffd" not in names[-1] else []


def _any_in_head(words: Sequence[bytes]) -> str:
    return f"({' OR '.join([f'instr({_HEAD}, ?) > 0'] * len(words))})"


def _has_one(words: Sequence[bytes]) -> Condition:
    """JSON can write any letter as an escape, a form in yet other ways."""
    sql = " OR ".join([f"instr({_BODY}, ?) > 0"] * len(words))
    other = f"instr(body, ?) > 0 OR instr(lower(content_type), '{_FORM.decode()}') > 0"
    return Condition(f"({sql} OR {other})", (*words, _ESCAPE if all(map(_is_plain, words)) else b"\\"), _BYTES)


def _is_plain(word: bytes) -> bool:
    """Whether JSON has no other way to write it than `_ESCAPE`."""
    return word.isascii() and not set(word) & _ESCAPED


_ESCAPE = b"\\u00"
"""With what every escape of an ASCII letter begins in JSON."""
_ESCAPED = frozenset(b'"\\/' + bytes(range(32)))
"""What JSON can write, or must, with a backslash and another letter than u."""
_FORM = b"urlencoded"
"""Part of the content type of a form."""


def _literals(node: Compare) -> list[bytes]:
    """Bytes of which some stand wherever one of the values stands, in any case of ASCII letters; none where that cannot be said.

    A header may have been folded where a value has a blank.
    """
    if node.operator not in {":", "="} or any("\ufffd" in one or " " in one for one in node.wanted):
        return []
    if node.operator == ":" and any("*" in one for one in node.wanted):
        return []
    found = [core_of(one) for one in node.wanted]
    return found if all(found) else []


_ENCODED = "instr(target, '%') > 0 OR instr(target, '+') > 0"
"""Whether a parameter's value may be written otherwise."""


def _bound(column: str, bound: Bound) -> Condition:
    if bound.operator == "..":
        return Condition(f"({column} BETWEEN ? AND ?)", (bound.number, bound.last))
    return Condition(f"{column} {bound.operator} ?", (bound.number,))


def _text(field: FieldKind, column: str, wanted: str) -> Condition:
    if field.kind is Kind.TAG:
        return Condition(f"instr(CAST(lower({column}) AS BLOB), ?) > 0", (b" " + folded(wanted) + b" ",))
    if "*" in wanted:
        pattern = wanted.encode("utf-8", "replace").lower().replace(b"[", b"[[]").replace(b"?", b"[?]")
        return Condition(f"lower({column}) GLOB CAST(? AS TEXT)", (pattern,))
    if field.kind is Kind.HAS:
        return Condition(f"instr(CAST(lower({column}) AS BLOB), ?) > 0", (folded(wanted),))
    if field.kind is Kind.IS:
        return Condition(f"CAST(lower({column}) AS BLOB) = ?", (folded(wanted),))
    step = field.separator.encode()
    value = folded(wanted).rstrip(step)
    sql = f"(CAST(lower({column}) AS BLOB) = ? OR substr(CAST(lower({column}) AS BLOB), 1, ?) = ?)"
    return Condition(sql, (value, len(value) + len(step), value + step))


def _sig(word: str) -> str:
    status = STATUSES[word]
    if status is not None:
        return f"verdict IS '{status.value}'"
    known = ", ".join(f"'{one.value}'" for one in STATUSES.values() if one)
    return f"coalesce(verdict, '') NOT IN ({known})"


_COLUMN_OF: dict[str, tuple[str, int]] = {
    "path": ("endpoint", 1),
    "from": ("peer", 1),
    "size": ("body_size", 1),
    "provider": ("provider", 2),
    "event": ("event", 2),
    "attempt": ("attempt", 2),
    "tag": ("tags", 3),
    "note": ("note", 3),
}
"""Of fields that are called otherwise in the table, or are not in histories of every format."""

_AGAIN = "SELECT 1 FROM captures AS again WHERE again.first = captures.id"
_SENT = "SELECT 1 FROM deliveries WHERE deliveries.capture = captures.id"
_WORDS: dict[tuple[str, str], tuple[str, int]] = {
    ("has", "error"): ("state != 'complete'", 1),
    ("has", "body"): ("body_size > 0", 1),
    ("has", "query"): ("instr(target, '?') > 0", 1),
    ("has", "event"): ("event != ''", 2),
    ("has", "note"): ("note != ''", 3),
    ("has", "tag"): ("tags != ''", 3),
    ("has", "colour"): ("colour != ''", 3),
    ("has", "forward"): (f"EXISTS ({_SENT})", 4),
    **{
        ("forward", state.value): (f"EXISTS ({_SENT} AND deliveries.state = '{state.value}')", 4)
        for state in DeliveryState
    },
    ("has", "retries"): (f"EXISTS ({_AGAIN})", 2),
    ("is", "live"): ("live IS 1", 2),
    ("is", "test"): ("live IS 0", 2),
    ("is", "retry"): ("first IS NOT NULL OR attempt > 1", 2),
    ("is", "pinned"): ("pinned != 0", 3),
    **{("colour", colour): (f"colour = '{colour}'", 3) for colour in COLOURS},
    **{("is", state.value): (f"state = '{state.value}'", 1) for state in State},
}
