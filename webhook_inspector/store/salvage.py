"""Reads what can still be read of a damaged history, or of one from elsewhere, row by row.

Nothing in such a file is trusted: it is opened for reading only, an authorizer lets SQLite touch the two tables and
nothing else (so no view, trigger or generated column of the file's own runs), every value is checked for its type, and
every body against its SHA-256, because SQLite's pages have no checksums.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from webhook_inspector.core.capture import Record
from webhook_inspector.core.marks import NO_MARKS, Marks, in_order, note_of, tag_of
from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.store.connect import FORMAT, connect_reading, format_of
from webhook_inspector.store.files import LOG, beside
from webhook_inspector.store.rows import SELECT_MARKS, SELECT_WITH_HASH, STORED_TYPES, Columns, read_marks, read_stored

_TABLES = {"captures", "contents"}
_REAL_TABLES = """
    SELECT name FROM sqlite_schema AS entry
    WHERE type = 'table' AND rootpage > 0 AND name IN ('captures', 'contents')
        AND NOT EXISTS (SELECT 1 FROM pragma_table_xinfo(entry.name) WHERE hidden > 0)"""
"""Neither views nor virtual tables of those names, nor tables with columns that are computed."""
_READABLE = _TABLES | {"sqlite_master", "sqlite_schema", "sqlite_sequence"}
_LONGEST = 256 * 2**20
"""Bytes of the largest row that is read."""
_WINDOW = 1_000
_BLIND = 100
"""After so many windows without a readable row the rest is given up: a file may claim to go on for ever."""


class Salvage:
    """The readable records of the file at `path`, in order; iterate once. Raises KnownError where it is no history."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.readable = 0
        """How many could be read, so far; those that were deleted are among them."""
        self.unreadable = 0
        """How many were there and could not be read, so far; an estimate where whole pages are gone."""

    def __iter__(self) -> Iterator[Record]:
        with closing(_open(self._path)) as connection:
            last = _last_id(connection)
            blind = 0
            start = _next_id(connection, 1)
            while start is not None and (last is None or start <= last) and blind < _BLIND:
                end = start + _WINDOW - 1 if last is None else min(start + _WINDOW - 1, last)
                before = self.readable
                yield from self._window(connection, start, end)
                blind = 0 if self.readable > before else blind + 1
                start = _next_id(connection, end + 1)

    def _window(self, connection: sqlite3.Connection, start: int, end: int) -> Iterator[Record]:
        listed, stored, lost = set[int](), set[int](), set[int]()
        _scan(connection, "captures", (start, end), listed, lost)
        _scan(connection, "contents", (start, end), stored, lost)
        self.unreadable += len(listed | stored | lost)
        for number in sorted(listed & stored):
            record = _read(connection, number)
            if record is not None:
                self.unreadable -= 1
                self.readable += 1
                if not _is_deleted(connection, number):
                    yield replace(record, marks=_marks(connection, number))


def _open(path: Path) -> sqlite3.Connection:
    """Without a log beside it the file is opened as if on a read-only disk, so that nothing is put beside it."""
    try:
        connection = connect_reading(path, immutable=not beside(path, LOG).exists())
    except sqlite3.Error as error:
        raise _unreadable(path, reason_of(error)) from error
    try:
        _prepare(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise _unreadable(path, reason_of(error)) from error
    except KnownError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Fences the file in, and makes sure that it is a history."""
    connection.execute("PRAGMA writable_schema=1")  # still read-only: SQLite then accepts a file that was cut short
    found = format_of(connection)
    if found > FORMAT:
        raise KnownError(Problem.of("store-newer", path=str(path), found=found, known=FORMAT))
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    if {name for (name,) in connection.execute(_REAL_TABLES)} != _TABLES:
        raise _unreadable(path, "it holds no captures")
    connection.set_authorizer(_authorize)


def _unreadable(path: Path, reason: str) -> KnownError:
    return KnownError(Problem.of("file-unreadable", path=str(path), reason=reason))


def _authorize(action: int, subject: str | None, name: str | None, _database: str | None, inside: str | None) -> int:
    """Only reading of the tables themselves; `inside` names the view or trigger that wants more."""
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and subject in _READABLE and inside is None:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and name in {"min", "max"}:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _last_id(connection: sqlite3.Connection) -> int | None:
    """The highest id that anything in the file knows of; None where all of that is damaged."""
    known = []
    for sql in (
        "SELECT max(seq) FROM sqlite_sequence WHERE name = 'captures'",
        "SELECT max(id) FROM captures",
        "SELECT max(id) FROM contents",
    ):
        try:
            (number,) = connection.execute(sql).fetchone()
        except sqlite3.Error:
            continue
        if isinstance(number, int):
            known.append(number)
    return max(known, default=None)


def _next_id(connection: sqlite3.Connection, start: int) -> int | None:
    """The lowest id from `start` on; `start` where that cannot be read, None where there are no more."""
    known = []
    for sql in ("SELECT min(id) FROM captures WHERE id >= ?", "SELECT min(id) FROM contents WHERE id >= ?"):
        try:
            (number,) = connection.execute(sql, (start,)).fetchone()
        except sqlite3.Error:
            return start
        if number is not None:
            known.append(max(start, number))
    return min(known, default=None)


def _scan(connection: sqlite3.Connection, table: str, span: tuple[int, int], found: set[int], lost: set[int]) -> None:
    """Puts the ids of `table` from and to `span` into `found`, and into `lost` those that may be on unreadable pages."""
    low, high = span
    sql = f"SELECT id FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"
    try:
        found.update(number for (number,) in connection.execute(sql, (low, high, high - low + 1)))
    except sqlite3.Error:
        if low == high:
            lost.add(low)
            return
        middle = (low + high) // 2
        _scan(connection, table, (low, middle), found, lost)
        _scan(connection, table, (middle + 1, high), found, lost)


def _read(connection: sqlite3.Connection, number: int) -> Record | None:
    try:
        columns = connection.execute(SELECT_WITH_HASH, (number,)).fetchone()
        return None if columns is None else _trusted(columns)
    except (sqlite3.Error, ValueError):
        return None


def _is_deleted(connection: sqlite3.Connection, number: int) -> bool:
    """Whether the user had deleted it; not in a history of a format that does not know that."""
    try:
        found = connection.execute("SELECT deleted_ns FROM captures WHERE id = ?", (number,)).fetchone()
    except sqlite3.Error:
        return False
    return found is not None and found[0] is not None


def _marks(connection: sqlite3.Connection, number: int) -> Marks:
    """None of them where they are not what they should be, or of a format without them: the capture matters more."""
    try:
        columns = connection.execute(SELECT_MARKS, (number,)).fetchone()
        if columns is None or not all(map(isinstance, columns, (int, str, str, str))):
            return NO_MARKS
        marks = read_marks(columns)
        return replace(marks, tags=in_order(map(tag_of, marks.tags)), note=note_of(marks.note))
    except (sqlite3.Error, KnownError):
        return NO_MARKS


def _trusted(columns: Columns) -> Record | None:
    """The record, if every value is what it should be."""
    sha256, *values = columns
    if not all(isinstance(value, expected) for value, expected in zip(values, STORED_TYPES, strict=True)):
        return None
    record = read_stored(tuple(values))
    return record if hashlib.sha256(record.capture.body).digest() == sha256 else None
