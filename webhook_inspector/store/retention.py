"""How much is kept: which captures are to go by the rules of retention, and the steps that take them out of the file.

Finding is for a reading connection, removing for the writing one. What is pinned stays, whatever the rules say.
"""

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from webhook_inspector.store.marking import choose_first

DAY_NS = 86_400 * 10**9
UNDO_NS = 600 * 10**9
"""How long it can be even if the history has grown over its size."""
STEP = 200
"""Captures that are taken out of the file in one commit."""
STEP_BYTES = 16 * 2**20
STEP_PAGES = 500
"""Free pages that are given back to the disk in one commit."""
_OVERHEAD = 1_000
"""Bytes of a capture beside its body, nearly."""

_PINNED_STAY = "deleted_ns IS NULL AND NOT pinned"
_OLDEST = f"SELECT id FROM captures WHERE {_PINNED_STAY}"
_PURGE = "SELECT id FROM captures WHERE deleted_ns IS NOT NULL AND deleted_ns < ? ORDER BY deleted_ns, id LIMIT ?"
_AGED = f"{_OLDEST} AND received_ns < ? ORDER BY id LIMIT ?"
_COUNT = f"""
    SELECT (SELECT count(*) FROM captures) - (SELECT count(*) FROM captures WHERE deleted_ns IS NOT NULL OR pinned)
    WHERE EXISTS ({_OLDEST})"""
_SIZES = f"""
    SELECT id, stored_size + {_OVERHEAD} FROM captures WHERE deleted_ns IS NOT NULL AND deleted_ns < ?
    UNION ALL SELECT * FROM (
        SELECT id, stored_size + {_OVERHEAD} FROM captures WHERE {_PINNED_STAY} ORDER BY id LIMIT ?)
    LIMIT ?"""
_STILL = {
    "deleted": "deleted_ns IS NOT NULL",
    "age": _PINNED_STAY,
    "count": _PINNED_STAY,
    "size": "(deleted_ns IS NOT NULL OR NOT pinned)",
}
"""What must still be true when a capture is removed that was found by a rule a moment ago."""


@dataclass(frozen=True, slots=True)
class Limits:
    """0 is no limit."""

    age_days: int = 0
    count: int = 0
    """Captures that are not pinned."""
    size: int = 0
    """Bytes of the file that are in use."""
    deleted_days: int = 7
    """How long what the user deleted can be brought back."""


def expendable(
    connection: sqlite3.Connection, limits: Limits, now_ns: int, most: int
) -> "list[tuple[str, array[int]]]":
    """See `Reader.expendable`: by each rule that finds something, at most `most` ids."""
    found = [(rule, find(connection, limits, now_ns, most)) for rule, find in _RULES]
    return [(rule, ids) for rule, ids in found if ids]


def remove(connection: sqlite3.Connection, rule: str, ids: Sequence[int]) -> tuple[list[int], list[int]]:
    """Takes captures out of the file, at most as many as one step may. What was removed, and what is left to do."""
    sql = f"""
        SELECT id, stored_size, event_id, provider, first IS NULL AND deleted_ns IS NULL FROM captures
        WHERE id IN (SELECT value FROM json_each(?)) AND {_STILL[rule]} ORDER BY id"""
    now, later = list(ids[:STEP]), list(ids[STEP:])
    removed, size, heads = [], 0, set()
    for number, stored, event_id, provider, is_first in connection.execute(sql, (json.dumps(now),)).fetchall():
        if size and size + stored > STEP_BYTES:
            later.append(number)
            continue
        size += stored
        removed.append(number)
        if event_id and is_first:
            heads.add((event_id, provider))
    for table in ("contents", "captures"):
        connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(number,) for number in removed])
    choose_first(connection, heads)
    return removed, later


def free_pages(connection: sqlite3.Connection) -> int:
    """Pages of the file that hold nothing."""
    return _number(connection, "PRAGMA freelist_count")


def give_back(connection: sqlite3.Connection) -> int:
    """Gives some free pages back to the disk: the file is shorter after the next checkpoint. How many are left."""
    for _ in range(min(STEP_PAGES, free_pages(connection))):  # of a larger number sqlite3 carries out only the first
        connection.execute("PRAGMA incremental_vacuum(1)")
    return free_pages(connection)


def _purge(connection: sqlite3.Connection, limits: Limits, now_ns: int, most: int) -> "array[int]":
    return _ids(connection.execute(_PURGE, (now_ns - limits.deleted_days * DAY_NS, most)))


def _aged(connection: sqlite3.Connection, limits: Limits, now_ns: int, most: int) -> "array[int]":
    if not limits.age_days:
        return array("q")
    return _ids(connection.execute(_AGED, (now_ns - limits.age_days * DAY_NS, most)))


def _many(connection: sqlite3.Connection, limits: Limits, _now_ns: int, most: int) -> "array[int]":
    if not limits.count:
        return array("q")
    found = connection.execute(_COUNT).fetchone()
    spare = 0 if found is None else found[0] - limits.count
    return _ids(connection.execute(f"{_OLDEST} ORDER BY id LIMIT ?", (min(most, max(0, spare)),)))


def _large(connection: sqlite3.Connection, limits: Limits, now_ns: int, most: int) -> "array[int]":
    pages = _number(connection, "PRAGMA page_count") - free_pages(connection)
    spare = pages * _number(connection, "PRAGMA page_size") - limits.size
    ids: array[int] = array("q")
    if not limits.size:
        return ids
    with_sizes = connection.execute(_SIZES, (now_ns - UNDO_NS, most, most))
    for number, size in with_sizes:
        if spare <= 0:
            break
        ids.append(number)
        spare -= size
    with_sizes.close()
    return ids


_RULES: "tuple[tuple[str, Callable[[sqlite3.Connection, Limits, int, int], array[int]]], ...]" = (
    ("deleted", _purge),
    ("age", _aged),
    ("count", _many),
    ("size", _large),
)


def _ids(rows: Iterable[tuple[int]]) -> "array[int]":
    return array("q", (number for (number,) in rows))


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(pragma).fetchone()[0])
