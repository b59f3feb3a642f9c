"""Reads a history, beside the writer and without ever standing in its way: every question is one short transaction."""

import json
import os
import sqlite3
import threading
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from webhook_inspector.core.arrivals import Arrivals
from webhook_inspector.core.capture import Record, Row
from webhook_inspector.core.delivery import Attempt, Deliveries, Delivery, DeliveryState
from webhook_inspector.core.order import Order
from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.search.query import Query
from webhook_inspector.store import by_hand, deliveries, find, texts
from webhook_inspector.store.candidates import Candidates, Propose, Word
from webhook_inspector.store.connect import FORMAT, connect_reading, format_of
from webhook_inspector.store.counts import Counts, counts
from webhook_inspector.store.deliveries import Headed, Waiting
from webhook_inspector.store.faults import Fault, fault_of, primary
from webhook_inspector.store.files import LOG, Place, beside
from webhook_inspector.store.index import Extent, Index, Text
from webhook_inspector.store.retention import Limits, expendable
from webhook_inspector.store.rows import read_record, read_row, select_record, select_rows, there
from webhook_inspector.store.seen_values import seen_values
from webhook_inspector.store.timeline import NOTHING_KNOWN, Known, arrivals

_T = TypeVar("_T")
_PATIENCE = 1.5
"""Seconds. The writer looks at its files every second."""
_PAUSE = 0.05

INDEX_NAME = "index.db"
MARKED = 2
"""The first format that has marks."""
FEW = 2000
"""Captures that are looked through in less time than an index is asked in."""
MANY = 40_000
"""Candidates for a search of the newest. Where there are more, the newest are found soon without."""

_IS_UNDER = "(endpoint = ?1 OR substr(endpoint, 1, length(?1) + 1) = ?1 || '/') AND {there}"
_UNDER = f"SELECT id FROM captures WHERE {_IS_UNDER} AND id < ?2 ORDER BY id DESC LIMIT ?3"
_COUNT_UNDER = f"SELECT count(*) FROM captures WHERE {_IS_UNDER}"
_NEARBY = """
    SELECT other.id FROM captures AS other JOIN captures AS this ON this.id = ?1
    WHERE other.endpoint = this.endpoint AND other.id != this.id AND other.id BETWEEN ?1 - ?2 AND ?1 + ?2 AND {there}
    ORDER BY abs(other.id - this.id) LIMIT ?3"""


_COUNT = """
    SELECT (SELECT count(*) FROM captures) - (SELECT count(*) FROM captures WHERE deleted_ns IS NOT NULL)"""
"""The quick way: an index holds what is deleted, and nothing else."""
_HOLES = """
    SELECT (SELECT coalesce(max(id), 0) FROM captures) - (SELECT count(*) FROM captures)
        + (SELECT count(*) FROM captures WHERE deleted_ns IS NOT NULL)"""
_DELETIONS = """
    SELECT deleted_ns, count(*) FROM captures WHERE deleted_ns IS NOT NULL
    GROUP BY deleted_ns ORDER BY deleted_ns DESC LIMIT ?"""

_PREVIOUS = """
    SELECT max(id) FROM (
        SELECT other.id FROM captures AS other JOIN captures AS this ON this.id = ?1
        WHERE other.id < ?1 AND other.id >= ?1 - ?2 AND {there}
            AND other.provider = this.provider AND other.event = this.event AND other.endpoint = this.endpoint
            AND this.event != '' AND coalesce(other.first, other.id) != coalesce(this.first, this.id)
        ORDER BY other.id DESC LIMIT 1)"""


class Interrupted(Exception):  # noqa: N818  it is no error
    """`Reader.interrupt` stopped the question."""


class Reader:
    """One read-only connection, for any thread but one at a time; only `interrupt` may come from another one.

    Every method raises KnownError (no-history, store-newer, store-unopenable) where the history cannot be read, and
    Interrupted. When another file comes to lie at `path`, the next question goes to that one.
    """

    def __init__(self, path: Path, *, index: Path | None = None) -> None:
        """`index` lies beside the history where nothing else is said."""
        self._path = path
        self._index = Index(index or path.with_name(INDEX_NAME))
        self._connection: sqlite3.Connection | None = None
        self._place = Place(None, None)
        self._opened = 0
        self._format = FORMAT
        self._ask(format_of)

    def ids(
        self, query: Query, *, after: int = 0, newest: int | None = None, order: Order | None = None
    ) -> "array[int]":
        """What the query finds: of the captures above `after` all, or only the `newest` so many. Without an order ascending."""
        asked = find.Asked(after, newest)
        found = self._ask(
            lambda connection: find.ids(
                connection, query, asked, time.time_ns(), self._propose(connection, after, newest)
            )
        )
        return self._in_order(found, order)

    def first_ids(self, *, after: int = 0, newest: int | None = None, order: Order | None = None) -> "array[int]":
        """Like `ids` of every capture, but of each delivery, which its sender may have tried several times, only the first."""
        found = self._ask(lambda connection: find.first_ids(connection, find.Asked(after, newest)))
        return self._in_order(found, order)

    def values(self, field: str, limit: int) -> list[str]:
        """What a field of the filter language has been lately, the most frequent first."""
        return self._ask(lambda connection: seen_values(connection, self._format, field, limit))

    def arrivals(self, query: Query, *, after: int = 0, known: Known = NOTHING_KNOWN) -> Arrivals:
        """When what the query finds came, of the captures above `after`."""
        return self._ask(
            lambda connection: arrivals(
                connection, query, known, time.time_ns(), self._propose(connection, after, None), after=after
            )
        )

    def retries(self, first: int, limit: int) -> "array[int]":
        """The captures of the same delivery as `first` that came after it, ascending; of very many the earliest."""
        return self._judged_ids("SELECT id FROM captures WHERE first = ? ORDER BY id LIMIT ?", first, limit)

    def tried_again(self, after: int) -> "array[int]":
        """The first captures of all deliveries of which another try lies above `after`."""
        return self._judged_ids("SELECT DISTINCT first FROM captures WHERE first IS NOT NULL AND id > ?", after)

    def unjudged(self, *, below: int, limit: int) -> "array[int]":
        """Captures that nobody has judged yet, newest first, with ids below `below`."""
        sql = f"SELECT id FROM captures WHERE verdict IS NULL AND {self._there()} AND id < ? ORDER BY id DESC LIMIT ?"
        return self._judged_ids(sql, below, limit)

    def unjudged_count(self) -> int:
        sql = f"SELECT count(*) FROM captures WHERE verdict IS NULL AND {self._there()}"
        return self._number(sql) if self._format >= 2 else 0

    def texts(self, after: int, limit: int, size: int) -> tuple[Extent, list[Text]]:
        """For the search index: the first texts above `after`, at most `limit`, and no more after `size` bytes."""
        return self._ask(lambda connection: texts.texts(connection, after, limit, size))

    def mark(self, name: str) -> str:
        """What the writer was told to keep under that name; empty where there is nothing."""
        sql = "SELECT coalesce(max(value), '') FROM marks WHERE name = ?"
        return (
            ""
            if self._format < 2
            else self._ask(lambda connection: str(connection.execute(sql, (name,)).fetchone()[0]))
        )

    def ids_under(self, path: str, *, below: int, limit: int) -> "array[int]":
        """Captures that were sent to `path` or to what lies under it, newest first, with ids below `below`."""
        prefix = path.rstrip("/")
        return self._ids(_UNDER.format(there=self._there()), prefix, below, limit)

    def count_under(self, path: str) -> int:
        """How many captures `ids_under` would find in all."""
        prefix = path.rstrip("/")
        sql = _COUNT_UNDER.format(there=self._there())
        return self._ask(lambda connection: int(connection.execute(sql, (prefix,)).fetchone()[0]))

    def nearby(self, number: int, reach: int, limit: int) -> "array[int]":
        """Captures that were sent to the same path as `number`, the nearest first, at most `reach` away."""
        return self._ids(_NEARBY.format(there=self._there("other")), number, reach, limit)

    def previous_of_kind(self, number: int, reach: int) -> int | None:
        """The newest before `number` of the same provider, event and path that is no other try of its delivery, at most `reach` away.

        Of a kind that comes seldom it takes half a microsecond for each that is looked at.
        """
        if self._format < 2:
            return None
        sql = _PREVIOUS.format(there=self._there("other"))
        found = self._ask(lambda connection: connection.execute(sql, (number, reach)).fetchone()[0])
        return None if found is None else int(found)

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of `ids`, in that order; those that are gone are left out."""
        wanted = json.dumps(list(ids))
        found = self._ask(lambda connection: connection.execute(select_rows(self._format), (wanted,)).fetchall())
        rows = {columns[0]: read_row(columns) for columns in found}
        return [rows[number] for number in ids if number in rows]

    def record(self, number: int, *, body_limit: int | None = None) -> Record | None:
        """The whole record, or None where it is gone. With `body_limit`, only so many bytes of the body are read."""
        return self._ask(lambda connection: _record(connection, self._format, number, body_limit))

    def records(self, ids: Iterable[int]) -> Iterator[Record]:
        """One after the other, so that few of them are in memory; those that are gone are left out."""
        for number in ids:
            record = self.record(number)
            if record is not None:
                yield record

    def stored_size(self, number: int) -> int:
        """Bytes of the body that the history has; fewer than the request's `body_size` where it was cut. 0 where it is gone."""
        return self._number("SELECT coalesce(max(stored_size), 0) FROM captures WHERE id = ?", number)

    def count(self) -> int:
        if self._format < 3:
            return self._number("SELECT count(*) FROM captures")
        return self._number(_COUNT)

    def holes(self) -> int:
        """How many of the ids up to the newest have no capture that is there. Among a million it takes 30 ms."""
        if self._format < 3:
            return self._number("SELECT coalesce(max(id), 0) - count(*) FROM captures")
        return self._number(_HOLES)

    def counts(self, *, after: int = 0) -> Counts:
        """How many captures above `after` there are, by path and by provider."""
        return self._ask(lambda connection: counts(connection, self._format, after))

    def pinned_count(self) -> int:
        return self._number(f"SELECT count(*) FROM captures WHERE pinned AND {there(3)}") if self._format >= 3 else 0

    def not_pinned(self, ids: "array[int]") -> "array[int]":
        """Those of `ids` that are not pinned."""
        if self._format < 3:
            return ids
        pinned = set(self._ids("SELECT id FROM captures WHERE pinned"))
        return array("q", (number for number in ids if number not in pinned)) if pinned else ids

    def deletions(self, limit: int) -> list[tuple[int, int]]:
        """What was deleted and can be brought back, the latest first: when, in nanoseconds, and how many captures."""
        if self._format < 3:
            return []
        return self._ask(lambda connection: connection.execute(_DELETIONS, (limit,)).fetchall())

    def tags(self) -> list[str]:
        """Every tag that a capture has, in alphabetical order."""
        if self._format < 3:
            return []
        sql = f"SELECT DISTINCT tags FROM captures WHERE tags != '' AND {there(3)}"
        found = self._ask(lambda connection: connection.execute(sql).fetchall())
        return sorted({tag for (tags,) in found for tag in tags.split()})

    def expendable(self, limits: Limits, now_ns: int, most: int) -> list[tuple[str, "array[int]"]]:
        """At most `most` captures that are to go by each rule of retention, the oldest first."""
        if self._format < 3:
            return []
        return self._ask(lambda connection: expendable(connection, limits, now_ns, most))

    def deliveries_of(self, capture: int) -> list[Delivery]:
        """Everything that was sent, or is to be sent, of a capture, in the order in which it was asked for."""
        return self._sent(lambda connection: deliveries.deliveries_of(connection, capture), [])

    def delivery(self, number: int) -> Delivery | None:
        return self._sent(lambda connection: deliveries.delivery(connection, number), None)

    def deliveries(self, state: DeliveryState, limit: int) -> list[Delivery]:
        """Of one state, the newest first."""
        return self._sent(lambda connection: deliveries.newest(connection, state, limit), [])

    def delivery_counts(self) -> dict[str, Deliveries]:
        """By the names of their rules how many wait and how many have failed, and of the others none. Those of deleted captures do not wait."""
        return self._sent(deliveries.counted, {})

    def waiting(self, rule: str, target: str, limit: int, *, in_order: bool) -> list[Waiting]:
        """What waits to be sent to a target by a rule: first what is due first or, in order, what was asked for first."""
        return self._sent(
            lambda connection: deliveries.waiting(connection, (rule, target), limit, in_order=in_order), []
        )

    def attempts_of(self, delivery: int) -> list[Attempt]:
        """The attempts of a delivery in their order, without bodies."""
        return self._sent(lambda connection: deliveries.attempts_of(connection, delivery), [])

    def attempt(self, number: int) -> Attempt | None:
        """Whole, or None where it is gone."""
        return self._sent(lambda connection: deliveries.attempt(connection, number), None)

    def last_by_hand(self, capture: int, target: str) -> Attempt | None:
        """The newest attempt by hand of a capture at a target, whole."""
        number = self._sent(lambda connection: by_hand.last_by_hand(connection, capture, target), None)
        return None if number is None else self.attempt(number)

    def heads(self, after: int, limit: int) -> list[Headed]:
        """The next captures above `after`, as a forward rule looks at them."""
        return self._sent(lambda connection: deliveries.heads(connection, after, limit), [])

    def last_id(self) -> int:
        """0 where there are no captures. One that is deleted counts, too."""
        return self._number("SELECT coalesce(max(id), 0) FROM captures")

    def version(self) -> int:
        """Another number than before when another connection has committed something, or another file lies at the path."""
        return self._ask(lambda connection: _number(connection, "PRAGMA data_version")) + (self._opened << 32)

    def interrupt(self) -> None:
        """Stops the question that another thread is asking. Without effect on one that has not begun yet."""
        connection = self._connection
        if connection is not None:
            with suppress(sqlite3.ProgrammingError):  # closed in this moment
                connection.interrupt()
        self._index.interrupt()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._index.close()

    def _propose(self, connection: sqlite3.Connection, after: int, newest: int | None) -> Propose:
        """What the search index proposes for a question. It is not asked about a few captures that came just now.

        For a word that very many have, the history is looked through: for a few of the newest it is faster soon, for all later.
        """

        def propose(words: Sequence[Word]) -> Candidates | None:
            if self._format < MARKED:
                return None
            extent = texts.extent(connection)
            if extent.last - after < FEW:
                return None
            return self._index.candidates(words, extent, extent.last // 3 if newest is None else MANY)

        return propose

    def _in_order(self, found: "array[int]", order: Order | None) -> "array[int]":
        return found if order is None else self._ask(lambda connection: find.in_order(connection, found, order))

    def _there(self, table: str = "captures") -> str:
        return there(self._format, table)

    def _ids(self, sql: str, *values: int | str) -> "array[int]":
        return self._ask(lambda connection: array("q", (number for (number,) in connection.execute(sql, values))))

    def _judged_ids(self, sql: str, *values: int) -> "array[int]":
        return self._ids(sql, *values) if self._format >= 2 else array("q")

    def _sent(self, question: Callable[[sqlite3.Connection], _T], nothing: _T) -> _T:
        """`nothing` from a history of a format without deliveries."""
        return self._ask(question) if self._format >= 4 else nothing

    def _number(self, sql: str, *values: int) -> int:
        return self._ask(lambda connection: _number(connection, sql, *values))

    def _ask(self, question: Callable[[sqlite3.Connection], _T]) -> _T:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                return question(self._follow())
            except sqlite3.ProgrammingError:
                raise
            except (sqlite3.Error, OSError) as error:
                if primary(error) == sqlite3.SQLITE_INTERRUPT:
                    raise Interrupted from None
                if self._opened == 0 or fault_of(error) is not Fault.OUTSIDE or time.monotonic() > until:
                    raise _unopenable(self._path, reason_of(error)) from error
            threading.Event().wait(_PAUSE)  # somebody moved a file, and the writer is about to put that right

    def _follow(self) -> sqlite3.Connection:
        """The connection to the file that lies at the path now.

        While nothing lies there, or only its log is missing, the writer has yet to notice: what is open is right until then.
        """
        found = Place.of(self._path)
        current = self._connection
        if current is not None and (found.database is None or found == self._place):
            return current
        if current is not None and found.database == self._place.database and found.log is None:
            return current
        try:
            connection = _connect(self._path)
        except KnownError as error:
            if current is not None and error.problem.code == "no-history":  # a new one is being begun
                return current
            raise
        if current is not None:
            current.close()
        # Reading has made the log, if there was none. If the database was replaced just now, the next question notices.
        self._place = Place(found.database, Place.of(self._path).log)
        self._connection = connection
        self._format = format_of(connection)
        self._opened += 1
        return connection


def _connect(path: Path) -> sqlite3.Connection:
    if not path.exists() or path.stat().st_size == 0:
        raise _no_history(path)
    try:
        return _checked(path)
    except sqlite3.Error:
        if os.access(path.parent, os.W_OK):
            raise
    # On a read-only disk SQLite cannot make the files that it wants beside the database.
    log = beside(path, LOG)
    if log.exists() and log.stat().st_size > 0:
        reason = f"it lies on a read-only disk, and {log.name} has to be read too; copy both to another folder"
        raise _unopenable(path, reason)
    return _checked(path, immutable=True)


def _checked(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    connection = connect_reading(path, immutable=immutable)
    try:
        _check_format(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_format(connection: sqlite3.Connection, path: Path) -> None:
    found = format_of(connection)
    if found == 0:
        raise _no_history(path)
    if found > FORMAT:
        raise KnownError(Problem.of("store-newer", path=str(path), found=found, known=FORMAT))


def _no_history(path: Path) -> KnownError:
    return KnownError(Problem.of("no-history", path=str(path)))


def _unopenable(path: Path, reason: str) -> KnownError:
    return KnownError(Problem.of("store-unopenable", path=str(path), reason=reason))


def _number(connection: sqlite3.Connection, sql: str, *values: int) -> int:
    (found,) = connection.execute(sql, values).fetchone()
    return int(found)


def _record(connection: sqlite3.Connection, version: int, number: int, body_limit: int | None) -> Record | None:
    if body_limit is None:
        columns = connection.execute(select_record(version, body=True), (number,)).fetchone()
        return None if columns is None else read_record(columns)
    connection.execute("BEGIN")  # one state of the history for both questions
    try:
        columns = connection.execute(select_record(version, body=False), (number,)).fetchone()
        if columns is None:
            return None
        with connection.blobopen("contents", "body", number, readonly=True) as body:
            return read_record((*columns[:-1], body.read(min(body_limit, len(body)))))
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")
