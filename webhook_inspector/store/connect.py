"""Connections to a history: one kind that writes, one kind that only reads.

There is never more than one that writes. SQLite 3.7.0–3.51.2 can corrupt a database in WAL mode when two connections
write or checkpoint at the same moment, so the writing connection makes all checkpoints (automatic ones are off) and a
reading one is opened `mode=ro`, which keeps it from checkpointing even when it is the last to close.
"""

import sqlite3
import sys
from pathlib import Path

FORMAT = 4
"""The number of migrations in `schema.py`: the version of the file that this program writes, kept as `user_version`."""

BUSY_MS = 100
"""How long SQLite itself waits for a lock, in milliseconds; who waits longer tries again."""

_LOG_LIMIT = 16 * 2**20

_WRITING = (
    "PRAGMA auto_vacuum=INCREMENTAL",  # takes effect in a new file only; lets deleted captures give their space back
    "PRAGMA wal_autocheckpoint=0",
    f"PRAGMA journal_size_limit={_LOG_LIMIT}",
    "PRAGMA trusted_schema=0",
)
_MACOS = (
    "PRAGMA fullfsync=1",  # plain fsync does not reach the disk there
    "PRAGMA checkpoint_fullfsync=1",
)
_READING = (
    "PRAGMA query_only=1",
    "PRAGMA trusted_schema=0",
)


def connect_writing(path: Path, synchronous: str) -> sqlite3.Connection:
    """Opens an existing file (it may be empty) for writing. `synchronous` is FULL or NORMAL."""
    connection = _connect(path, "rw", BUSY_MS)
    try:
        for pragma in (*_WRITING, *(_MACOS if sys.platform == "darwin" else ())):
            connection.execute(pragma)
        _begin_log(connection)
        connection.execute(f"PRAGMA synchronous={synchronous}")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_reading(path: Path, *, immutable: bool = False, busy_ms: int = 20 * BUSY_MS) -> sqlite3.Connection:
    """Opens for reading only. `immutable` reads a file on a read-only disk, without locks and without its -wal."""
    connection = _connect(path, "ro&immutable=1" if immutable else "ro", busy_ms)
    try:
        for pragma in _READING:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def format_of(connection: sqlite3.Connection) -> int:
    """The format of the file; 0 for a new one."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)


def _begin_log(connection: sqlite3.Connection) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    if mode != "wal":
        raise OSError(f"the disk does not support SQLite's write-ahead log (journal mode {mode})")


def _connect(path: Path, mode: str, busy_ms: int) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=busy_ms / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
