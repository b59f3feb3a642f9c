"""The history as it is written: one file, one connection, and what is done when either of them fails.

For one thread at a time (`writer.py` has it); nothing here waits longer than SQLite's short busy time-out.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from webhook_inspector.core.capture import Record, Row
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.marks import NO_MARKS
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.store.connect import connect_writing
from webhook_inspector.store.faults import Fault, StillReadError, fault_of, problem_of
from webhook_inspector.store.files import INDEX, LOG, Place, beside, clear_log, create, set_aside
from webhook_inspector.store.migrate import CURRENT, Format, bring_up_to_date, refuse_newer
from webhook_inspector.store.rows import (
    INSERT_CAPTURE,
    INSERT_CONTENT,
    INSERT_PLAIN,
    SELECT_DELIVERY,
    SELECT_RETRIES,
    UPDATE_DELIVERY,
    UPDATE_JUDGEMENT,
    UPDATE_MARKS,
    columns_of,
    is_plain,
    judged_columns,
    marks_columns,
)

_log = logging.getLogger(__name__)

_PAGE = 4096
_FRAME = _PAGE + 24
_PAGES_PER_COMMIT = 5
"""A commit writes whole pages: the last of each table, the highest id, now and then one above them."""
Work = Callable[[sqlite3.Connection], int]
"""Changes something that is stored, inside a transaction; gives about how many pages of the file it has written."""
_ATTEMPTS = 2
_PATIENCE = 10
"""How often a reader may keep us waiting before a file that has moved is left without the end of its log."""
LONG_LOG = 256 * 2**20


class History:
    """Writes groups of records to the file at `path`, which it opens, follows and replaces as needed."""

    def __init__(
        self,
        path: Path,
        *,
        synchronous: str = "FULL",
        on_notice: Callable[[Problem], None],
        target: Format = CURRENT,
        long_log: int = LONG_LOG,
    ) -> None:
        self.path = path
        self.place = Place(None, None)
        """The files that the connection has open."""
        self.grown = 0
        """About how many pages were written since the last checkpoint."""
        self.log_size = 0
        """Bytes of the log where the last checkpoint could not move all of it, because of a reader; else 0."""
        self._synchronous = synchronous
        self._on_notice = on_notice
        self._target = target
        self._long_log = long_log
        self._told_long_log = False
        self._connection: sqlite3.Connection | None = None
        self._news: Problem | None = None
        """To be told when the file that it speaks of is open."""
        self._next = 1

    def open(self) -> None:
        """Opens the file, or begins one. A damaged one is set aside first. Raises sqlite3.Error, OSError, KnownError."""
        self.drop()
        try:
            self._open()
        except sqlite3.DatabaseError as error:
            if fault_of(error) is not Fault.DAMAGED:
                raise
            self.set_aside()
            self._open()

    def write(self, records: Sequence[Record]) -> list[Row]:
        """Commits the records, in order, and gives their rows. No records at all still write a page: a probe.

        When it returns, all of them are in the file that lies at `path`. When it raises (sqlite3.Error, OSError,
        KnownError), none may be acknowledged; an error that is `Fault.LOCKED` or `Fault.UNEXPECTED` has written none.
        """
        for _ in range(_ATTEMPTS):
            try:
                rows = self._write(records)
            except sqlite3.Error as error:
                self._mend(error)
                if fault_of(error) is not Fault.DAMAGED:
                    raise
            else:
                if rows is not None:
                    return rows
        raise KnownError(Problem.of("store-io", reason="the file is damaged or moved again and again"))

    def amend(self, judged: Sequence[tuple[int, Judgement]], marks: Mapping[str, str]) -> None:
        """Writes what captures were judged to be, and marks, in one commit. Captures that are gone are left out.

        Raises as `write` does; then nothing of it is written.
        """
        self.change(partial(_amend_all, judged=judged, marks=marks))

    def change(self, work: Work) -> None:
        """Does some work in one commit. Raises as `write` does; then nothing of it is written."""
        try:
            self.settle()
            connection = self._connection or self._open()
            with _transaction(connection):
                pages = work(connection)
        except sqlite3.Error as error:
            self._mend(error)
            raise
        self.grown += _PAGES_PER_COMMIT + pages

    def checkpoint(self) -> None:
        """Moves what lies in the log into the database, as far as readers allow, without waiting for them."""
        if self._connection is None:
            return
        try:
            _, frames, moved = self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.Error as error:
            self._mend(error)
            raise
        self.grown = 0
        self.log_size = frames * _FRAME if moved < frames else 0
        if self.log_size >= self._long_log and not self._told_long_log:
            self._on_notice(Problem.of("store-long-read", size=self.log_size))
        self._told_long_log = self.log_size > 0 and (self._told_long_log or self.log_size >= self._long_log)

    def settle(self) -> bool:
        """Whether what was committed lies in the file at `path`; if it does not, a new one has been opened there.

        A log that has lost its name is moved into the database first. Raises as `open` does, and StillReadError while a
        reader stands in the way of that.
        """
        found = Place.of(self.path)
        if self._connection is None or found == self.place:
            return True
        if found.database == self.place.database:
            _, emptied = _save_log(self._connection)
            if not emptied:
                raise StillReadError
            self._reopen(Problem.of("store-wal-moved", path=str(beside(self.path, LOG))))
            return True
        self._leave()
        self._reopen(Problem.of("store-moved", path=str(self.path)))
        return False

    def set_aside(self) -> None:
        """Puts the file away as damaged; the next `open` or `write` begins a new one. Raises OSError."""
        if self._connection is not None and Place.of(self.path).database != self.place.database:
            self._leave()  # what lies at the path now is another file
            return
        self.drop()
        aside = set_aside(self.path, "corrupt")
        _log.warning("the history was damaged and is set aside as %s", aside)
        self._on_notice(Problem.of("store-damaged", aside=str(aside)))

    def close(self) -> None:
        """Moves everything into the database and closes it."""
        self._try_to_save()
        self.drop()

    def drop(self) -> None:
        """Closes the connection; the next `write` opens a new one."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _open(self) -> sqlite3.Connection:
        if not create(self.path):
            refuse_newer(self.path, self._target.number)
        connection = connect_writing(self.path, self._synchronous)
        try:
            bring_up_to_date(connection, self.path, self._target)
            self._next = max(self._next, _highest_id(connection) + 1)
        except BaseException:
            connection.close()
            raise
        self.place = Place.of(self.path)
        self.grown = 1  # perhaps a log that was left behind
        self._connection = connection
        if self._news is not None:
            self._on_notice(self._news)
            self._news = None
        return connection

    def _reopen(self, news: Problem) -> None:
        self._news = news
        self.open()

    def _write(self, records: Sequence[Record]) -> list[Row] | None:
        """None: committed into a file that is no longer at `path`, where there is now another."""
        self.settle()
        rows = self._insert(self._connection or self._open(), records)
        try:
            return rows if self.settle() else None
        except (sqlite3.Error, StillReadError) as error:
            # Committed, but not where it would be found. Trying again would store it twice.
            raise KnownError(problem_of(error, self.path)) from error

    def _insert(self, connection: sqlite3.Connection, records: Sequence[Record]) -> list[Row]:
        rows, listed, contents = [], [], []
        for number, record in enumerate(records, self._next):
            row, *columns = columns_of(record.with_id(number))
            rows.append(row)
            listed.append(columns[0])
            contents.append(columns[1])
        with _transaction(connection):
            connection.executemany(INSERT_PLAIN, [columns for columns in listed if is_plain(columns)])
            connection.executemany(INSERT_CAPTURE, [columns for columns in listed if not is_plain(columns)])
            connection.executemany(INSERT_CONTENT, contents)
            if any(row.marks is not NO_MARKS for row in rows):
                connection.executemany(UPDATE_MARKS, [(*marks_columns(row.marks), row.id) for row in rows])
            if not records:
                connection.execute(f"PRAGMA user_version = {self._target.number}")  # the same again: one page
        if any(row.judgement.meaning.event_id for row in rows):
            rows = _with_first(connection, rows)
        self._next += len(rows)
        self.grown += _PAGES_PER_COMMIT + sum(map(size_of, records)) // _PAGE
        return rows

    def _try_to_save(self) -> bool:
        """Whether all of the log is now in the database."""
        try:
            return self._connection is not None and _save_log(self._connection)[0]
        except sqlite3.Error:
            _log.warning("the log could not be moved into the history", exc_info=True)
            return False

    def _leave(self) -> None:
        """Makes the file that has moved whole, wherever it is now, and takes its log away from `path`."""
        saved = any(self._try_to_save() for _ in range(_PATIENCE))
        self.drop()  # SQLite leaves the log where it is when the database has moved
        clear_log(self.path, self.place.log, saved=saved)
        beside(self.path, INDEX).unlink(missing_ok=True)

    def _mend(self, error: sqlite3.Error) -> None:
        """What an error asks for before the next attempt."""
        fault = fault_of(error)
        if fault is Fault.DAMAGED:
            self.set_aside()
        elif fault is Fault.OUTSIDE:
            self.drop()  # a connection that fell back to read-only, or whose disk went away, stays so
        elif isinstance(error, sqlite3.IntegrityError) and self._connection is not None:
            self._next = _highest_id(self._connection) + 1  # another program has written captures


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _with_first(connection: sqlite3.Connection, rows: list[Row]) -> list[Row]:
    """The rows just written, the retries among them with the first capture of their delivery."""
    first = dict(connection.execute(SELECT_RETRIES, (rows[0].id, rows[-1].id)))
    return [replace(row, first=first[row.id]) if row.id in first else row for row in rows]


def _amend_all(
    connection: sqlite3.Connection, judged: Sequence[tuple[int, Judgement]], marks: Mapping[str, str]
) -> int:
    for number, judgement in judged:
        _amend(connection, number, judgement)
    connection.executemany("INSERT OR REPLACE INTO marks VALUES (?, ?)", list(marks.items()))
    return len(judged) // 10


def _amend(connection: sqlite3.Connection, number: int, judgement: Judgement) -> None:
    before = connection.execute(SELECT_DELIVERY, (number,)).fetchone()
    if before is None:
        return
    connection.execute(UPDATE_JUDGEMENT, (*judged_columns(judgement), number))
    after = (judgement.meaning.event_id, judgement.meaning.provider)
    if after == before:
        return
    if not after[0]:
        connection.execute("UPDATE captures SET first = NULL WHERE id = ?", (number,))
    for delivery in (before, after):
        connection.execute(UPDATE_DELIVERY, (*delivery, *delivery))


def size_of(record: Record) -> int:
    """Bytes of a record on the disk, nearly."""
    return len(record.capture.head) + len(record.capture.body) + len(record.reply) + 200


def _save_log(connection: sqlite3.Connection) -> tuple[bool, bool]:
    """Whether all of the log is now in the database, and whether the log is empty, too: readers may stand in the way."""
    busy, frames, moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy or 0 <= frames == moved, not busy


def _highest_id(connection: sqlite3.Connection) -> int:
    """The highest id that was ever given, by captures that are there or were deleted."""
    (highest,) = connection.execute(
        "SELECT max(coalesce((SELECT max(id) FROM captures), 0), coalesce((SELECT max(id) FROM contents), 0),"
        " coalesce((SELECT max(seq) FROM sqlite_sequence WHERE name = 'captures'), 0))"
    ).fetchone()
    return int(highest)
