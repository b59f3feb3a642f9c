"""The history's tables, as migrations of sqlite-utils. Append only: a migration that was released is never edited.

A new migration is a function at the end, `connect.FORMAT` raised by one, the columns in `rows.py`, and a test that opens
a history of each earlier format. This file is imported only when something is to be migrated: sqlite-utils takes a tenth
of a second to load.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("history")


@migrations()
def captures_and_contents(db: Database) -> None:
    db.execute("""
        CREATE TABLE captures (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            received_ns INTEGER NOT NULL,
            endpoint TEXT NOT NULL,
            method TEXT NOT NULL,
            target TEXT NOT NULL,
            content_type TEXT NOT NULL,
            peer TEXT NOT NULL,
            host TEXT NOT NULL,
            scheme TEXT NOT NULL,
            status INTEGER NOT NULL,
            body_size INTEGER NOT NULL,
            stored_size INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            state TEXT NOT NULL,
            problem TEXT
        )""")
    db.execute("""
        CREATE TABLE contents (
            id INTEGER PRIMARY KEY,
            head BLOB NOT NULL,
            trailers BLOB NOT NULL,
            reply BLOB NOT NULL,
            body BLOB NOT NULL
        )""")
