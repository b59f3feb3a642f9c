"""Brings a history up to the format of this program: in one transaction, with a copy of the older file beside it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.store.connect import BUSY_MS, FORMAT, connect_reading, connect_writing, format_of
from webhook_inspector.store.faults import Fault, fault_of
from webhook_inspector.store.files import create, replace


@dataclass(frozen=True, slots=True)
class Format:
    """A format of the file, and how to reach it."""

    number: int
    apply: Callable[[sqlite3.Connection], None]
    """Runs the migrations that are still missing, inside the caller's transaction."""


def _apply(connection: sqlite3.Connection) -> None:
    from webhook_inspector.store.schema import migrations

    apply(migrations, connection)


def apply(migrations: Any, connection: sqlite3.Connection) -> None:
    """Applies `migrations`, a sqlite_utils.Migrations: imported late, it takes a tenth of a second to load."""
    from sqlite_utils import Database

    # Plugins of sqlite-utils, should the user have any, have no business in our file.
    migrations.apply(Database(connection, recursive_triggers=False, execute_plugins=False))


CURRENT = Format(FORMAT, _apply)


def refuse_newer(path: Path, known: int) -> None:
    """Raises KnownError where a newer version wrote the file. Only reads, so that the file stays as it is."""
    with closing(connect_reading(path, busy_ms=BUSY_MS)) as connection:
        found = format_of(connection)
    if found > known:
        raise KnownError(Problem.of("store-newer", path=str(path), found=found, known=known))


def bring_up_to_date(connection: sqlite3.Connection, path: Path, target: Format = CURRENT) -> None:
    """Migrates the history at `path` through its writing connection. Raises KnownError where that fails.

    Afterwards the file is either whole in the new format or as it was.
    """
    if format_of(connection) == target.number:
        return
    backup = _back_up(connection, path, target.number) if _has_tables(connection) else None
    try:
        connection.execute("BEGIN IMMEDIATE")
        target.apply(connection)
        connection.execute(f"PRAGMA user_version = {target.number}")
        connection.execute("COMMIT")
    except Exception as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if backup is None or fault_of(error) in {Fault.LOCKED, Fault.DAMAGED}:
            raise
        raise KnownError(
            Problem.of("store-migration", path=str(path), reason=reason_of(error), backup=str(backup))
        ) from error


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None


def _back_up(connection: sqlite3.Connection, path: Path, number: int) -> Path:
    """A whole copy, `history.db.before-2`; under another name until it is whole."""
    backup = path.with_name(f"{path.name}.before-{number}")
    part = path.with_name(backup.name + ".part")
    part.unlink(missing_ok=True)
    create(part)
    try:
        with closing(connect_writing(part, "FULL")) as copy:
            connection.backup(copy)
        replace(part, backup)
    finally:
        part.unlink(missing_ok=True)
    return backup
