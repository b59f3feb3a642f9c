"""SQLite's errors, sorted by what can be done about them, and said in the words of the house."""

import errno
import os
import sqlite3
import tempfile
from enum import Enum
from pathlib import Path

from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.store.holder import holder_of


class Fault(Enum):
    """What an error asks for."""

    LOCKED = "try again"
    FULL = "refuse, try again with the same connection"
    OUTSIDE = "refuse, try again with a new connection"
    DAMAGED = "set the file aside"
    UNEXPECTED = "find the record that it comes from"


class StillReadError(Exception):
    """Another connection reads what has to be moved out of the -wal file first."""


_FAULTS = {
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Fault.LOCKED,
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_READONLY: Fault.OUTSIDE,
    sqlite3.SQLITE_PERM: Fault.OUTSIDE,
    sqlite3.SQLITE_IOERR: Fault.OUTSIDE,
    sqlite3.SQLITE_CANTOPEN: Fault.OUTSIDE,
    sqlite3.SQLITE_ERROR: Fault.OUTSIDE,  # our SQL is right, so someone has changed the tables
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
}
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def fault_of(error: Exception) -> Fault:
    if isinstance(error, StillReadError):
        return Fault.LOCKED
    if isinstance(error, OSError | KnownError):
        return Fault.OUTSIDE
    return _FAULTS.get(primary(error), Fault.UNEXPECTED)


def problem_of(error: Exception, path: Path) -> Problem:
    """`error`, met with the history at `path`, as a problem."""
    if isinstance(error, KnownError):
        return error.problem
    if fault_of(error) is Fault.LOCKED:
        return Problem.of("store-locked", holder=holder_of(path) or "another program")
    if primary(error) == sqlite3.SQLITE_FULL:
        return Problem.of("store-full")
    if primary(error) == sqlite3.SQLITE_READONLY:
        return Problem.of("store-readonly", path=str(path))
    cause = error if isinstance(error, OSError) else _ask_disk(path)
    if cause is not None and cause.errno in _DISK_FULL:
        return Problem.of("store-full")
    if cause is not None and cause.errno in _READ_ONLY:
        return Problem.of("store-readonly", path=str(path))
    return Problem.of("store-io", reason=reason_of(cause or error))


def primary(error: Exception) -> int:
    """SQLite's primary result code (sqlite.org/rescode.html); 0 for what is not from SQLite."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _ask_disk(path: Path) -> OSError | None:
    """What the disk says to a small write beside the history: SQLite's own error hides the reason ("disk I/O error")."""
    try:
        with tempfile.TemporaryFile(dir=path.parent) as file:
            file.write(bytes(8192))
            file.flush()
            os.fsync(file.fileno())
        for part in (path, path.with_name(path.name + "-wal")):
            if part.exists() and not os.access(part, os.W_OK):
                return OSError(errno.EACCES, "read-only")
    except OSError as error:
        return error
    return None
