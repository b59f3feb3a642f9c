"""How much is kept: which captures are to go by the rules of retention, and the steps that take them out of the file.

Finding is for a reading connection, removing for the writing one. What is pinned stays, whatever the rules say, and so does what
still waits to be delivered: nothing that was to be sent on is dropped in silence.
"""

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from webhook_inspector.store.deliveries import remove_of
from webhook_inspector.store.marking import choose_first

Find = Callable[[sqlite3.Connection, int, int], "array[int]"]
"""What a rule finds at a moment, at most so many."""
Parameter = str | int

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

_WAITING = "SELECT capture FROM deliveries WHERE state = 'waiting'"
_MAY_GO = f"deleted_ns IS NULL AND NOT pinned AND captures.id NOT IN ({_WAITING})"
_OLDEST = f"SELECT id FROM captures WHERE {_MAY_GO}"
_PURGE = "SELECT id FROM captures WHERE deleted_ns IS NOT NULL AND deleted_ns < ? ORDER BY deleted_ns, id LIMIT ?"
_IS_UNDER = "(endpoint = ? OR substr(endpoint, 1, ?) = ?)"
_COUNT = f"""
    SELECT (SELECT count(*) FROM captures) - (SELECT count(*) FROM captures WHERE deleted_ns IS NOT NULL OR pinned)
    WHERE EXISTS ({_OLDEST})"""
_SIZES = f"""
    SELECT id, stored_size + {_OVERHEAD} FROM captures WHERE deleted_ns IS NOT NULL AND deleted_ns < ?
    UNION ALL SELECT * FROM (
        SELECT id, stored_size + {_OVERHEAD} FROM captures WHERE {_MAY_GO} ORDER BY id LIMIT ?)
    LIMIT ?"""
_SIZE_OF = f"""
    SELECT coalesce(sum(stored_size + {_OVERHEAD}), 0) FROM captures WHERE id IN (SELECT value FROM json_each(?))"""
_STILL = {
    "deleted": "deleted_ns IS NOT NULL",
    "age": _MAY_GO,
    "count": _MAY_GO,
    "size": f"(deleted_ns IS NOT NULL OR {_MAY_GO})",
}
"""What must still be true when a capture is removed that was found by a rule a moment ago."""


@dataclass(frozen=True, slots=True)
class EndpointLimits:
    """Of the captures of one endpoint. 0 is no limit."""

    path: str
    inner: tuple[str, ...] = ()
    """Paths of other endpoints under it, whose captures are not its own."""
    age_days: int = 0
    count: int = 0


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
    endpoints: tuple[EndpointLimits, ...] = ()
    """They hold beside the others."""


def expendable(
    connection: sqlite3.Connection, limits: Limits, now_ns: int, most: int
) -> "list[tuple[str, array[int]]]":
    """See `Reader.expendable`: by each rule that finds something, at most `most` ids, none of them twice.

    How many are left, and how large they are, can only be told when all are known that go for another reason.
    """
    deleted = _purge(connection, limits, now_ns, most)
    found = [("deleted", deleted)]
    gone: set[int] = set()
    for rule, find in _by_themselves(limits):
        new = _new(find(connection, now_ns, most + len(gone)), gone, most)
        found.append((rule, new))
        gone.update(new)
    if all(len(ids) < most for _, ids in found):
        many = _many(connection, limits, gone, most)
        gone.update(many)
        found += [("count", many), ("size", _large(connection, limits, now_ns, gone.union(deleted), most))]
    return [(rule, ids) for rule, ids in found if ids]


def remove(connection: sqlite3.Connection, rule: str, ids: Sequence[int]) -> tuple[list[int], list[int]]:
    """Takes captures out of the file, at most as many as one step may. What was removed, and what is left to do."""
    sql = f"""
        SELECT id, stored_size, event_id, provider, first IS NULL AND deleted_ns IS NULL FROM captures
        WHERE id IN (SELECT value FROM json_each(?)) AND {_STILL[rule.partition(":")[0]]} ORDER BY id"""
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
    remove_of(connection, removed)
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


def _by_themselves(limits: Limits) -> Iterator[tuple[str, Find]]:
    """The rules that find a capture whatever else goes."""
    for one in limits.endpoints:
        if one.age_days:
            yield f"age:{one.path}", partial(_aged, one.age_days, *_under(one))
        if one.count:
            yield f"count:{one.path}", partial(_many_under, one)
    if limits.age_days:
        yield "age", partial(_aged, limits.age_days, "1", ())


def _aged(
    days: int, where: str, values: Sequence[Parameter], connection: sqlite3.Connection, now_ns: int, most: int
) -> "array[int]":
    sql = f"{_OLDEST} AND received_ns < ? AND {where} ORDER BY id LIMIT ?"
    return _ids(connection.execute(sql, (now_ns - days * DAY_NS, *values, most)))


def _many_under(limits: EndpointLimits, connection: sqlite3.Connection, _now_ns: int, most: int) -> "array[int]":
    where, values = _under(limits)
    sql = f"SELECT count(*) FROM captures WHERE {_MAY_GO} AND {where}"
    spare = connection.execute(sql, values).fetchone()[0] - limits.count
    if spare <= 0:
        return array("q")
    return _ids(connection.execute(f"{_OLDEST} AND {where} ORDER BY id LIMIT ?", (*values, min(most, spare))))


def _under(limits: EndpointLimits) -> tuple[str, tuple[Parameter, ...]]:
    """Which captures belong to an endpoint: a condition and its parameters, as `core.endpoint.nearest` tells it."""
    paths = [one for one in (limits.path, *limits.inner) if one != "/"]
    sql = [_IS_UNDER if limits.path != "/" else "1", *(f"NOT {_IS_UNDER}" for _ in limits.inner)]
    return " AND ".join(sql), tuple(value for path in paths for value in (path, len(path) + 1, f"{path}/"))


def _many(connection: sqlite3.Connection, limits: Limits, gone: set[int], most: int) -> "array[int]":
    """Beside those that are `gone`."""
    if not limits.count:
        return array("q")
    found = connection.execute(_COUNT).fetchone()
    spare = 0 if found is None else min(most, max(0, found[0] - len(gone) - limits.count))
    if not spare:
        return array("q")
    return _new(_ids(connection.execute(f"{_OLDEST} ORDER BY id LIMIT ?", (spare + len(gone),))), gone, spare)


def _large(connection: sqlite3.Connection, limits: Limits, now_ns: int, gone: set[int], most: int) -> "array[int]":
    """Beside those that are `gone`."""
    ids: array[int] = array("q")
    if not limits.size:
        return ids
    pages = _number(connection, "PRAGMA page_count") - free_pages(connection)
    spare = pages * _number(connection, "PRAGMA page_size") - limits.size
    if gone and spare > 0:
        spare -= connection.execute(_SIZE_OF, (json.dumps(list(gone)),)).fetchone()[0]
    with_sizes = connection.execute(_SIZES, (now_ns - UNDO_NS, most + len(gone), most + len(gone)))
    for number, size in with_sizes:
        if spare <= 0 or len(ids) == most:
            break
        if number not in gone:
            ids.append(number)
            spare -= size
    with_sizes.close()
    return ids


def _new(ids: "array[int]", gone: set[int], most: int) -> "array[int]":
    """The first so many that are not gone."""
    return array("q", islice((number for number in ids if number not in gone), most)) if gone else ids[:most]


def _ids(rows: Iterable[tuple[int]]) -> "array[int]":
    return array("q", (number for (number,) in rows))


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(pragma).fetchone()[0])
