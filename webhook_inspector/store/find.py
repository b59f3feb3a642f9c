"""Which captures a query finds: by SQLite, without Python's lock, the cheap conditions first."""

import json
import sqlite3
from array import array
from bisect import bisect_right
from dataclasses import dataclass

from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.order import Order
from webhook_inspector.core.verdict import Status
from webhook_inspector.search.query import Query
from webhook_inspector.store.candidates import Propose
from webhook_inspector.store.conditions import Condition, Conditions, Parameter, required
from webhook_inspector.store.connect import format_of
from webhook_inspector.store.rows import there

_ENDS = """
    SELECT (SELECT min(id) FROM captures), (SELECT max(id) FROM captures), (SELECT count(*) FROM captures)"""
_MARKED = 3
"""The first format that has marks."""
_WRITTEN_ON = """
    SELECT id FROM captures WHERE tags != '' AND +id > :after AND +id <= :last  -- + makes it take the index of tags
    UNION SELECT id FROM captures WHERE note != '' AND id > :after AND id <= :last"""
_FIRST_CHUNK = 500
"""Candidates that are looked at closely at once, the newest first, until enough are found."""
_STEP = 10_000
"""Ids that are written as text at once, so that other threads get their turn."""

_RANKS = " ".join(
    f"WHEN '{status.value}' THEN {rank}"
    for rank, status in enumerate((Status.INVALID, Status.EXPIRED, Status.NO_SECRET, Status.UNSIGNED, Status.VALID))
)
_SENT_RANKS = " ".join(
    f"WHEN '{state.value}' THEN {rank}"
    for rank, state in enumerate(
        (DeliveryState.FAILED, DeliveryState.WAITING, DeliveryState.STOPPED, DeliveryState.DELIVERED)
    )
)
"""What asks most for a look comes first."""
ORDERS: dict[str, tuple[str, int]] = {
    "time": ("received_ns", 1),
    "method": ("method", 1),
    "target": ("target COLLATE NOCASE", 1),
    "type": ("content_type = '', content_type COLLATE NOCASE", 1),
    "peer": ("peer", 1),
    "reply": ("status", 1),
    "size": ("body_size", 1),
    "event": ("provider = '', provider, event = '', event COLLATE NOCASE", 2),
    "verdict": (f"CASE verdict {_RANKS} ELSE 9 END", 2),
    "marks": ("NOT pinned, colour = '', colour, tags = '', tags, note = ''", 3),
    "tags": ("tags = '', tags", 3),
    "note": ("note = '', note COLLATE NOCASE", 3),
    "forward": (
        f"(SELECT min(CASE state {_SENT_RANKS} END) FROM deliveries WHERE capture = captures.id) NULLS LAST",
        4,
    ),
}
"""By what captures can be put in order, as SQL, and the first format that has it. What has nothing there comes after all others."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of the captures above `after` all that are found, or only the `newest` so many."""

    after: int = 0
    newest: int | None = None

    def without(self, count: int) -> "Asked":
        return Asked(self.after, None if self.newest is None else max(0, self.newest - count))


def ids(
    connection: sqlite3.Connection, query: Query, asked: Asked, now_ns: int, propose: Propose | None = None
) -> "array[int]":
    """See `Reader.ids`. An index may `propose` what to look at; whatever is not in it yet is looked at, too."""
    version = format_of(connection)
    if query.is_empty:
        return _all(connection, version, asked)
    conditions = Conditions(version, now_ns)
    condition = conditions.of(query.root)
    conditions.register(connection)
    words = required(query.root)
    candidates = propose(words) if propose is not None and words else None
    if candidates is None:
        return _newest(connection, *_scan(condition, version), asked)
    late = _newest(connection, *_scan(condition, version), Asked(max(asked.after, candidates.watermark), asked.newest))
    chosen = candidates.ids[
        bisect_right(candidates.ids, asked.after) : bisect_right(candidates.ids, candidates.watermark)
    ]
    written_on = _written_on(connection, version, asked.after, candidates.watermark)
    if written_on:
        chosen = array("q", sorted({*chosen, *written_on}))
    return _of(connection, condition, chosen, asked.without(len(late))) + late


def first_ids(connection: sqlite3.Connection, asked: Asked) -> "array[int]":
    """Like `ids` for every capture, but of each delivery only the first."""
    version = format_of(connection)
    if version < 2 or not _exists(connection, "first IS NOT NULL"):
        return _all(connection, version, asked)
    return _newest(
        connection, f"SELECT id FROM captures WHERE first IS NULL AND {there(version)} AND id > ?", (), asked
    )


def in_order(connection: sqlite3.Connection, found: "array[int]", order: Order) -> "array[int]":
    """The ascending `found` in that order. One that the history's format does not know leaves them as they are."""
    key, since = ORDERS[order.key]
    ordered = found
    if format_of(connection) >= since:
        texts = (str(found[at : at + _STEP].tolist())[1:-1] for at in range(0, len(found), _STEP))
        sql = f"""
            SELECT captures.id FROM json_each(?) AS chosen CROSS JOIN captures ON captures.id = chosen.value
            ORDER BY {key}, captures.id"""
        rows = connection.execute(sql, (f"[{','.join(texts)}]",))
        ordered = array("q", (number for (number,) in rows))
    return ordered[::-1] if order.descending else ordered


def _written_on(connection: sqlite3.Connection, version: int, after: int, last: int) -> list[int]:
    """Captures with tags or a note, which an index does not hold: words may stand there, too."""
    if version < _MARKED:
        return []
    return [number for (number,) in connection.execute(_WRITTEN_ON, {"after": after, "last": last})]


def _all(connection: sqlite3.Connection, version: int, asked: Asked) -> "array[int]":
    if asked.after == 0 and asked.newest is None:
        first, last, count = connection.execute(_ENDS).fetchone()
        # Without gaps: a tenth of the time of reading a million ids.
        if count and last - first + 1 == count and not (version >= 3 and _exists(connection, "deleted_ns IS NOT NULL")):
            return array("q", range(first, last + 1))
    return _newest(connection, f"SELECT id FROM captures WHERE {there(version)} AND id > ?", (), asked)


def _exists(connection: sqlite3.Connection, condition: str) -> bool:
    return connection.execute(f"SELECT 1 FROM captures WHERE {condition} LIMIT 1").fetchone() is not None


def _scan(condition: Condition, version: int) -> tuple[str, tuple[Parameter, ...]]:
    tables = f"captures {_contents(condition)}"
    sql = f"SELECT captures.id FROM {tables} WHERE {there(version)} AND {condition.sql} AND captures.id > ?"
    return sql, condition.values


def _contents(condition: Condition) -> str:
    """CROSS keeps SQLite from beginning with the large table."""
    return "CROSS JOIN contents ON contents.id = captures.id" if condition.needs_contents else ""


def _newest(connection: sqlite3.Connection, sql: str, values: tuple[Parameter, ...], asked: Asked) -> "array[int]":
    if asked.newest is None:
        found = connection.execute(f"{sql} ORDER BY captures.id", (*values, asked.after))
        return array("q", (number for (number,) in found))
    found = connection.execute(f"{sql} ORDER BY captures.id DESC LIMIT ?", (*values, asked.after, max(0, asked.newest)))
    return array("q", reversed([number for (number,) in found]))


def _of(connection: sqlite3.Connection, condition: Condition, chosen: "array[int]", asked: Asked) -> "array[int]":
    """What the condition finds among the chosen, ascending."""
    sql = f"""
        SELECT captures.id FROM json_each(?) AS chosen CROSS JOIN captures ON captures.id = chosen.value
        {_contents(condition)} WHERE {there(format_of(connection))} AND {condition.sql}"""
    chunks: list[list[int]] = []
    end, size, found = len(chosen), _FIRST_CHUNK, 0
    while end > 0 and (asked.newest is None or found < asked.newest):
        start = max(0, end - size)
        rows = connection.execute(sql, (json.dumps(chosen[start:end].tolist()), *condition.values))
        chunks.append(sorted(number for (number,) in rows))
        found += len(chunks[-1])
        end, size = start, size * 4
    every = array("q", (number for chunk in reversed(chunks) for number in chunk))
    return every if asked.newest is None else every[max(0, len(every) - asked.newest) :]
