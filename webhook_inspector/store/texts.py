"""What the search index is made of, as it is read from a history."""

import sqlite3

from webhook_inspector.store.index import BODY_LIMIT, Extent, Text

MARK = "history"
"""Name of the mark by which a history is known: a random word, kept in it."""

_EXTENT = """
    SELECT coalesce((SELECT value FROM marks WHERE name = ?), ''),
        coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'captures'), 0)"""
_TEXTS = """
    SELECT id, head, CASE WHEN length(body) <= ?1 THEN body END FROM contents WHERE id > ?2 ORDER BY id LIMIT ?3"""


def extent(connection: sqlite3.Connection) -> Extent:
    """Without a mark where the history has none yet."""
    mark, last = connection.execute(_EXTENT, (MARK,)).fetchone()
    return Extent(str(mark), int(last))


def texts(connection: sqlite3.Connection, after: int, limit: int, size: int) -> tuple[Extent, list[Text]]:
    """The first texts above `after`: at most `limit`, and no more after `size` bytes; and of which history they are."""
    found: list[Text] = []
    read = 0
    connection.execute("BEGIN")  # both of one moment
    try:
        known = extent(connection)
        for number, head, body in connection.execute(_TEXTS, (BODY_LIMIT, after, limit)):
            part = _first_part(connection, number) if body is None else body
            found.append(Text(number, head, part, whole=body is not None))
            read += len(head) + len(part)
            if read >= size:
                break
        return known, found
    finally:
        connection.execute("ROLLBACK")


def _first_part(connection: sqlite3.Connection, number: int) -> bytes:
    """Without reading the rest, as SQLite's substr would."""
    with connection.blobopen("contents", "body", number, readonly=True) as body:
        return body.read(BODY_LIMIT)
