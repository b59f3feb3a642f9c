"""Deliveries and their attempts as the history has them: how they are written, in small steps, and how they are found.

What writes is for `Steps.do`, what finds is for the reading connection.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from webhook_inspector.core.capture import State
from webhook_inspector.core.delivery import Attempt, Deliveries, Delivery, DeliveryState, Response, Timings
from webhook_inspector.core.problem import Problem
from webhook_inspector.store.rows import there

STEP = 500
"""Deliveries that one step changes."""

IMPORTED = "forward-imported"
"""The name of the mark that tells which captures were imported."""
MOST_IMPORTS = 100
"""The latest that are remembered: rules have passed the others long ago."""
ENDLESS = 2**62

_DELIVERY = "capture, target, rule, state, attempts, created_ns, next_ns, status, problem"
_NAMED = ", ".join(f"deliveries.{name}" for name in ("id", *_DELIVERY.split(", ")))
_SELECT = f"SELECT {_NAMED} FROM deliveries"
_INSERT = f"INSERT INTO deliveries ({_DELIVERY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"
_ATTEMPT = """
    delivery, number, started_ns, method, url, peer, status, problem, dns, connect, tls, first_byte, total,
    response_size, sent_head, response_head"""
_INSERT_ATTEMPT = f"""
    INSERT INTO attempts ({_ATTEMPT}, sent_body, response_body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"""
_AFTER = """
    UPDATE deliveries SET attempts = ?2, next_ns = ?3, status = ?4, problem = ?5,
        state = CASE WHEN state = 'waiting' OR ?6 = 'delivered' THEN ?6 ELSE state END
    WHERE id = ?1 RETURNING state"""
"""What the user has stopped while it was on its way stays stopped, unless it has arrived."""
_PUT_MARK = "INSERT INTO marks VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2"
_HERE = f"CROSS JOIN captures ON captures.id = deliveries.capture WHERE deliveries.state = 'waiting' AND {there(4)}"
"""A delivery of a capture that is deleted waits until that is brought back, or goes with it."""
_COUNTED = f"""
    SELECT rule, 'waiting', count(*) FROM deliveries {_HERE} GROUP BY rule
    UNION ALL SELECT rule, state, count(*) FROM deliveries WHERE state = 'failed' GROUP BY rule"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A delivery that waits, and the bytes of the body that it sends."""

    delivery: Delivery
    size: int


@dataclass(frozen=True, slots=True)
class Headed:
    """A capture as a forward rule looks at it first."""

    id: int
    complete: bool
    judged: bool
    head: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """An attempt that was made."""

    delivery: Delivery
    """As it is after it."""
    attempt: Attempt
    own_body: bool
    """Whether the body that was sent is the capture's own, as it is stored: it is not stored twice."""


def enqueue(connection: sqlite3.Connection, mark: str, reached: int, wanted: Sequence[Delivery]) -> list[Delivery]:
    """Stores deliveries, together with the mark up to which id captures were looked at: both are there, or neither is."""
    stored = [add(connection, one) for one in wanted]
    connection.execute(_PUT_MARK, (mark, str(reached)))
    return stored


def add(connection: sqlite3.Connection, delivery: Delivery) -> Delivery:
    """The delivery with its id."""
    (number,) = connection.execute(_INSERT, _columns(delivery)).fetchone()
    return replace(delivery, id=number)


def begin_marks(connection: sqlite3.Connection, prefix: str, names: Sequence[str]) -> dict[str, int]:
    """Of each name the id up to which captures were looked at. A new one begins behind the newest capture.

    Other marks with that prefix go: whoever comes back after having been away begins anew.
    """
    (newest,) = connection.execute("SELECT coalesce(max(id), 0) FROM captures").fetchone()
    known = dict(
        connection.execute("SELECT name, value FROM marks WHERE substr(name, 1, ?) = ?", (len(prefix), prefix))
    )
    for gone in known.keys() - {prefix + name for name in names}:
        connection.execute("DELETE FROM marks WHERE name = ?", (gone,))
    found = {}
    for name in names:
        value = known.get(prefix + name, "")
        found[name] = int(value) if value.isdecimal() else newest
        connection.execute(_PUT_MARK, (prefix + name, str(found[name])))
    return found


def mark_or(connection: sqlite3.Connection, name: str, usual: str) -> str:
    """The mark of that name; where there is none, it becomes the usual one."""
    connection.execute("INSERT INTO marks VALUES (?, ?) ON CONFLICT (name) DO NOTHING", (name, usual))
    return str(connection.execute("SELECT value FROM marks WHERE name = ?", (name,)).fetchone()[0])


def put_mark(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute(_PUT_MARK, (name, value))


def begin_import(connection: sqlite3.Connection, last: int) -> None:
    """What comes above the id `last`, until `end_import`, was not sent to us: no rule sends it on."""
    ranges = passed_over(mark_or(connection, IMPORTED, ""))[-MOST_IMPORTS:]
    put_mark(connection, IMPORTED, json.dumps([*ranges, (last + 1, ENDLESS)]))


def end_import(connection: sqlite3.Connection) -> None:
    """Also of one that was broken off."""
    ranges = passed_over(mark_or(connection, IMPORTED, ""))
    if ranges and ranges[-1][1] == ENDLESS:
        (newest,) = connection.execute("SELECT coalesce(max(id), 0) FROM captures").fetchone()
        put_mark(connection, IMPORTED, json.dumps([*ranges[:-1], (ranges[-1][0], newest)]))


def passed_over(mark: str) -> list[tuple[int, int]]:
    """The first and last ids of what was imported, as the mark IMPORTED has them. Junk: nothing was."""
    try:
        return [(int(low), int(high)) for low, high in json.loads(mark or "[]")]
    except (ValueError, TypeError, OverflowError, RecursionError):
        return []


def keep_attempts(connection: sqlite3.Connection, made: Iterable[Made]) -> list[Made]:
    """Stores attempts, and each delivery as it is after its attempt; those whose delivery is gone are left out.

    They have their ids then, and the deliveries the states that they have in the history.
    """
    kept = []
    for one in made:
        delivery, attempt = one.delivery, one.attempt
        problem = None if delivery.problem is None else delivery.problem.to_json()
        after = (delivery.id, delivery.attempts, delivery.next_ns, delivery.status, problem, delivery.state.value)
        state = connection.execute(_AFTER, after).fetchone()
        if state is None:
            continue
        (number,) = connection.execute(_INSERT_ATTEMPT, _attempt_columns(one)).fetchone()
        kept.append(
            replace(
                one,
                delivery=replace(delivery, state=DeliveryState(state[0])),
                attempt=replace(attempt, id=number, delivery=delivery.id),
            )
        )
    return kept


def stop(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Delivery]:
    """Those that were waiting and are stopped now."""
    return _changed(connection, ids, "state = 'stopped', next_ns = 0", "state = 'waiting'")


def retry(connection: sqlite3.Connection, ids: Iterable[int], now_ns: int) -> list[Delivery]:
    """Those that had ended without being delivered, or wait for later, and are due now."""
    return _changed(
        connection, ids, f"state = 'waiting', next_ns = {int(now_ns)}", "state != 'delivered' AND rule != ''"
    )


def retry_failed(connection: sqlite3.Connection, rule: str, after: int, now_ns: int) -> list[Delivery]:
    """The next failed ones of a rule with ids above `after`, which are due now. None left: an empty list."""
    sql = "SELECT id FROM deliveries WHERE state = 'failed' AND rule = ? AND id > ? ORDER BY id LIMIT ?"
    return retry(connection, [number for (number,) in connection.execute(sql, (rule, after, STEP)).fetchall()], now_ns)


def remove_of(connection: sqlite3.Connection, captures: Sequence[int]) -> None:
    """Takes the deliveries of captures that are removed out of the file, with their attempts."""
    ids = (json.dumps(list(captures)),)
    chosen = "SELECT id FROM deliveries WHERE capture IN (SELECT value FROM json_each(?))"
    connection.execute(f"DELETE FROM attempts WHERE delivery IN ({chosen})", ids)
    connection.execute(f"DELETE FROM deliveries WHERE id IN ({chosen})", ids)


def deliveries_of(connection: sqlite3.Connection, capture: int) -> list[Delivery]:
    """See `Reader.deliveries_of`."""
    return _read_all(connection.execute(f"{_SELECT} WHERE capture = ? ORDER BY id", (capture,)))


def delivery(connection: sqlite3.Connection, number: int) -> Delivery | None:
    found = connection.execute(f"{_SELECT} WHERE id = ?", (number,)).fetchone()
    return None if found is None else _read(found)


def newest(connection: sqlite3.Connection, state: DeliveryState, limit: int) -> list[Delivery]:
    """See `Reader.deliveries`."""
    sql = f"{_SELECT} WHERE state = '{state.value}' ORDER BY id DESC LIMIT ?"
    return _read_all(connection.execute(sql, (limit,)))


def waiting(connection: sqlite3.Connection, lane: tuple[str, str], limit: int, *, in_order: bool) -> list[Waiting]:
    """See `Reader.waiting`."""
    index, order = ("in_turn", "") if in_order else ("due", "deliveries.next_ns, ")
    sql = f"""
        SELECT captures.stored_size, {_NAMED} FROM deliveries INDEXED BY {index} {_HERE} AND rule = ? AND deliveries.target = ?
        ORDER BY {order}deliveries.id LIMIT ?"""
    found = connection.execute(sql, (*lane, limit))
    return [Waiting(_read(columns), size) for size, *columns in found]


def counted(connection: sqlite3.Connection) -> dict[str, Deliveries]:
    """See `Reader.delivery_counts`."""
    counts: dict[str, dict[str, int]] = {}
    for rule, state, count in connection.execute(_COUNTED):
        counts.setdefault(rule, {})[state] = count
    return {rule: Deliveries(**states) for rule, states in counts.items()}


def attempts_of(connection: sqlite3.Connection, number: int) -> list[Attempt]:
    """See `Reader.attempts_of`."""
    sql = f"SELECT id, {_ATTEMPT}, x'', x'' FROM attempts WHERE delivery = ? ORDER BY number, id"
    return [_read_attempt(columns) for columns in connection.execute(sql, (number,))]


def attempt(connection: sqlite3.Connection, number: int) -> Attempt | None:
    """See `Reader.attempt`."""
    body = """
        coalesce(sent_body, (
            SELECT body FROM deliveries JOIN contents ON contents.id = capture WHERE deliveries.id = delivery), x'')"""
    sql = f"SELECT id, {_ATTEMPT}, {body}, response_body FROM attempts WHERE id = ?"
    found = connection.execute(sql, (number,)).fetchone()
    return None if found is None else _read_attempt(found)


def heads(connection: sqlite3.Connection, after: int, limit: int) -> list[Headed]:
    """See `Reader.heads`."""
    sql = f"""
        SELECT captures.id, state, verdict IS NOT NULL, head FROM captures
        JOIN contents ON contents.id = captures.id WHERE captures.id > ? AND {there(4)} ORDER BY captures.id LIMIT ?"""
    return [
        Headed(number, state == State.COMPLETE, bool(judged), head)
        for number, state, judged, head in connection.execute(sql, (after, limit))
    ]


def _changed(connection: sqlite3.Connection, ids: Iterable[int], values: str, condition: str) -> list[Delivery]:
    sql = f"""
        UPDATE deliveries SET {values} WHERE id IN (SELECT value FROM json_each(?)) AND {condition}
        RETURNING id, {_DELIVERY}"""
    return _read_all(connection.execute(sql, (json.dumps(list(ids)),)).fetchall())


def _columns(one: Delivery) -> tuple[Any, ...]:
    problem = None if one.problem is None else one.problem.to_json()
    moments = (one.created_ns, one.next_ns)
    return (one.capture, one.target, one.rule, one.state.value, one.attempts, *moments, one.status, problem)


def _read_all(rows: Iterable[Sequence[Any]]) -> list[Delivery]:
    return [_read(columns) for columns in rows]


def _read(columns: Sequence[Any]) -> Delivery:
    number, capture, target, rule, state, attempts, created_ns, next_ns, status, problem = columns
    return Delivery(
        target,
        created_ns,
        capture,
        rule,
        DeliveryState(state),
        attempts,
        next_ns,
        status,
        None if problem is None else Problem.from_json(problem),
        number,
    )


def _attempt_columns(made: Made) -> tuple[Any, ...]:
    one = made.attempt
    response, times = one.response, one.timings
    return (
        *(made.delivery.id, one.number, one.started_ns, one.method, one.url, one.peer),
        0 if response is None else response.status,
        None if one.problem is None else one.problem.to_json(),
        *(times.dns, times.connect, times.tls, times.first_byte, times.total),
        0 if response is None else response.body_size,
        one.sent_head,
        None if response is None else response.head,
        None if made.own_body else one.sent_body,
        b"" if response is None else response.body,
    )


def _read_attempt(columns: Sequence[Any]) -> Attempt:
    number, delivery_id, place, started_ns, method, url, peer, status, problem, *rest = columns
    dns, connect, tls, first_byte, total, size, sent_head, response_head, sent_body, response_body = rest
    response = None if response_head is None else Response(status, response_head, response_body, size)
    return Attempt(
        started_ns=started_ns,
        method=method,
        url=url,
        sent_head=sent_head,
        sent_body=sent_body,
        response=response,
        problem=None if problem is None else Problem.from_json(problem),
        timings=Timings(dns, connect, tls, first_byte, total),
        peer=peer,
        number=place,
        id=number,
        delivery=delivery_id,
    )
