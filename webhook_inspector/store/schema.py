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


@migrations()
def judgements(db: Database) -> None:
    """What each request tells, and the word of its verdict: NULL while it is yet to be judged, empty where there is nothing to judge."""
    for column in (
        "provider TEXT NOT NULL DEFAULT ''",
        "event TEXT NOT NULL DEFAULT ''",
        "event_id TEXT NOT NULL DEFAULT ''",
        "attempt INTEGER NOT NULL DEFAULT 0",
        "live INTEGER",
        "sent_ns INTEGER",
        "verdict TEXT",
        "signed_by TEXT NOT NULL DEFAULT ''",
        "key_label TEXT NOT NULL DEFAULT ''",
        "first INTEGER",  # the first capture of the same delivery; NULL where it is this one
    ):
        db.execute(f"ALTER TABLE captures ADD COLUMN {column}")
    db.execute("CREATE INDEX deliveries ON captures (event_id, provider) WHERE event_id != ''")
    db.execute("CREATE INDEX retries ON captures (first) WHERE first IS NOT NULL")
    db.execute("CREATE INDEX unjudged ON captures (id) WHERE verdict IS NULL")
    db.execute("CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL)")


@migrations()
def marks_and_deletion(db: Database) -> None:
    """What the user puts on captures, and when they deleted them: NULL where a capture is there.

    What is deleted is in no index that only those need which are there.
    """
    for column in (
        "deleted_ns INTEGER",
        "pinned INTEGER NOT NULL DEFAULT 0",
        "colour TEXT NOT NULL DEFAULT ''",
        "tags TEXT NOT NULL DEFAULT ''",  # with a blank before, between and behind them
        "note TEXT NOT NULL DEFAULT ''",
    ):
        db.execute(f"ALTER TABLE captures ADD COLUMN {column}")
    db.execute("DROP INDEX deliveries")
    db.execute("DROP INDEX unjudged")
    there = "deleted_ns IS NULL"
    db.execute(f"CREATE INDEX deliveries ON captures (event_id, provider) WHERE event_id != '' AND {there}")
    db.execute(f"CREATE INDEX unjudged ON captures (id) WHERE verdict IS NULL AND {there}")
    db.execute("CREATE INDEX deleted ON captures (deleted_ns) WHERE deleted_ns IS NOT NULL")
    db.execute("CREATE INDEX pinned ON captures (id) WHERE pinned")
    db.execute("CREATE INDEX tagged ON captures (tags) WHERE tags != ''")


@migrations()
def deliveries_and_attempts(db: Database) -> None:
    """What was sent, and is to be sent. A body that is the capture's own is NULL: it is stored there."""
    db.execute("DROP INDEX deliveries")  # a table has that name now
    db.execute("CREATE INDEX event_ids ON captures (event_id, provider) WHERE event_id != '' AND deleted_ns IS NULL")
    db.execute("""
        CREATE TABLE deliveries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            capture INTEGER NOT NULL,
            target TEXT NOT NULL,
            rule TEXT NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            created_ns INTEGER NOT NULL,
            next_ns INTEGER NOT NULL,
            status INTEGER NOT NULL,
            problem TEXT
        )""")
    db.execute("""
        CREATE TABLE attempts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            delivery INTEGER NOT NULL,
            number INTEGER NOT NULL,
            started_ns INTEGER NOT NULL,
            method TEXT NOT NULL,
            url TEXT NOT NULL,
            peer TEXT NOT NULL,
            status INTEGER NOT NULL,
            problem TEXT,
            dns REAL,
            connect REAL,
            tls REAL,
            first_byte REAL,
            total REAL NOT NULL,
            response_size INTEGER NOT NULL,
            sent_head BLOB NOT NULL,
            response_head BLOB,
            sent_body BLOB,
            response_body BLOB NOT NULL
        )""")
    db.execute("CREATE INDEX of_capture ON deliveries (capture, state)")
    db.execute("CREATE INDEX of_delivery ON attempts (delivery, number)")
    db.execute("CREATE INDEX in_turn ON deliveries (rule, target) WHERE state = 'waiting'")
    db.execute("CREATE INDEX due ON deliveries (rule, target, next_ns) WHERE state = 'waiting'")
    db.execute("CREATE INDEX failed ON deliveries (rule) WHERE state = 'failed'")
    db.execute("CREATE INDEX noted ON captures (id) WHERE note != ''")  # a word may be in a note
