"""Marks captures, deletes them and brings them back: small steps, each a piece of work for `Writer.change`.

What is deleted stays in the history for a while, with the moment of its deletion: all captures of one deletion have the same.
Of a delivery that was tried several times the first try that is there is its first; a deleted one belongs to none.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from webhook_inspector.core.marks import MarkChange
from webhook_inspector.store.rows import (
    FIRST_OF,
    SELECT_MARKS,
    UPDATE_DELIVERY,
    UPDATE_MARKS,
    marks_columns,
    read_marks,
)

STEP = 500
"""Captures that one step changes."""

Delivery = tuple[str, str]
"""Event id and provider."""
_IN = "id IN (SELECT value FROM json_each(?))"
_TOUCHED = f"SELECT id, event_id, provider FROM captures WHERE {_IN} AND first IS NULL AND deleted_ns IS NULL"
_DELETE = f"UPDATE captures SET deleted_ns = ?, first = NULL WHERE {_IN} AND deleted_ns IS NULL RETURNING id"
_DELETED = "SELECT id, event_id, provider FROM captures WHERE deleted_ns = ? ORDER BY id LIMIT ?"
_RESTORE = f"UPDATE captures SET deleted_ns = NULL, verdict = NULL WHERE {_IN}"
"""Verdicts are told anew: the rules may have changed while nobody judged it."""
_CLEARED = "SELECT id FROM captures WHERE deleted_ns IS NULL AND NOT pinned AND id < ? ORDER BY id DESC LIMIT ?"


def steps(ids: Sequence[int]) -> list[list[int]]:
    """The ids in portions for one step each, the newest first: then the first of a delivery goes last, and rarely must another become it."""
    falling = sorted(ids, reverse=True)
    return [falling[start : start + STEP] for start in range(0, len(falling), STEP)]


def mark(connection: sqlite3.Connection, ids: Iterable[int], change: MarkChange) -> list[int]:
    """Changes the marks of captures that are there; those that have others now."""
    changed = []
    for number in ids:
        columns = connection.execute(f"{SELECT_MARKS} AND deleted_ns IS NULL", (number,)).fetchone()
        if columns is None:
            continue
        before = read_marks(columns)
        after = change.of(before)
        if after != before:
            connection.execute(UPDATE_MARKS, (*marks_columns(after), number))
            changed.append(number)
    return changed


def delete(connection: sqlite3.Connection, ids: Iterable[int], moment_ns: int) -> list[int]:
    """Deletes captures, softly; those that were there. `moment_ns` names the deletion."""
    wanted = json.dumps(list(ids))
    heads = {(event_id, provider) for _, event_id, provider in connection.execute(_TOUCHED, (wanted,)) if event_id}
    gone = [number for (number,) in connection.execute(_DELETE, (moment_ns, wanted))]
    choose_first(connection, heads)
    return gone


def clear(connection: sqlite3.Connection, below: int, moment_ns: int) -> list[int]:
    """Deletes the next newest captures with ids below `below` that are not pinned. None left: an empty list."""
    ids = [number for (number,) in connection.execute(_CLEARED, (below, STEP))]
    delete(connection, ids, moment_ns)
    return ids


def restore(connection: sqlite3.Connection, moment_ns: int) -> list[int]:
    """Brings back the next captures of a deletion, the oldest first. None left: an empty list."""
    found = connection.execute(_DELETED, (moment_ns, STEP)).fetchall()
    ids = [number for number, _, _ in found]
    connection.execute(_RESTORE, (json.dumps(ids),))
    back: dict[Delivery, list[int]] = {}
    for number, *delivery in found:
        if delivery[0]:
            back.setdefault((delivery[0], delivery[1]), []).append(number)
    for delivery_of, numbers in back.items():
        _join(connection, delivery_of, numbers)
    return ids


def choose_first(connection: sqlite3.Connection, deliveries: Iterable[Delivery]) -> None:
    """Says of each delivery anew which capture is its first, and of all others that they are tries of that one."""
    for delivery in deliveries:
        connection.execute(UPDATE_DELIVERY, (*delivery, *delivery))


def _join(connection: sqlite3.Connection, delivery: Delivery, numbers: Sequence[int]) -> None:
    """Puts captures back among the tries of their delivery; all of these are looked at only where it has another first now."""
    (first,) = connection.execute(FIRST_OF, delivery).fetchone()
    if first in numbers:
        choose_first(connection, [delivery])
    else:
        connection.execute(f"UPDATE captures SET first = ? WHERE {_IN}", (first, json.dumps(numbers)))
