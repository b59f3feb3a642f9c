"""A query as SQL: the same judgement as `search.query.matches`, made by SQLite without Python's lock."""

import sqlite3
from array import array

from webhook_inspector.search.query import Query, matches

_MOST_WORDS = 50
"""SQLite limits how deep an expression is; of a query with more words, Python judges the rest."""

# Both sides are bytes, so that NUL and broken UTF-8 are nothing special; lower() wants text and changes ASCII only.
_HAS_WORD = """(
    instr(CAST(lower(CAST(head AS TEXT)) AS BLOB), ?) OR instr(CAST(lower(CAST(body AS TEXT)) AS BLOB), ?))"""
_ENDS = """
    SELECT (SELECT min(id) FROM captures), (SELECT max(id) FROM captures), (SELECT count(*) FROM captures)"""


def ids(connection: sqlite3.Connection, query: Query, after: int, newest: int | None) -> "array[int]":
    """See `Reader.ids`."""
    words = sorted(set(query.words), key=len, reverse=True)  # the longest is the rarest, mostly
    return _search(connection, words, after, newest) if words else _all(connection, after, newest)


def first_ids(connection: sqlite3.Connection, after: int, newest: int | None) -> "array[int]":
    """Like `ids` for every capture, but of each delivery only the first."""
    if connection.execute("SELECT 1 FROM captures WHERE first IS NOT NULL LIMIT 1").fetchone() is None:
        return _all(connection, after, newest)
    return _newest(connection, "SELECT id FROM captures WHERE first IS NULL AND id > ?", [after], newest)


def _all(connection: sqlite3.Connection, after: int, newest: int | None) -> "array[int]":
    first, last, count = connection.execute(_ENDS).fetchone()
    if count == 0:
        return array("q")
    if last - first + 1 == count:  # no gaps: a tenth of the time of reading a million ids
        start = max(first, after + 1) if newest is None else max(first, after + 1, last - newest + 1)
        return array("q", range(start, last + 1))
    return _newest(connection, "SELECT id FROM captures WHERE id > ?", [after], newest)


def _search(connection: sqlite3.Connection, words: list[str], after: int, newest: int | None) -> "array[int]":
    some, rest = words[:_MOST_WORDS], Query(tuple(words[_MOST_WORDS:]))
    conditions = ["id > ?", *[_HAS_WORD] * len(some)]
    values: list[int | bytes] = [after]
    for word in some:
        values += [word.encode("utf-8", "surrogatepass").lower()] * 2
    if rest.words:
        connection.create_function("has_rest", 2, lambda head, body: matches(rest, head, body), deterministic=True)
        conditions.append("has_rest(head, body)")
    return _newest(connection, f"SELECT id FROM contents WHERE {' AND '.join(conditions)}", values, newest)


def _newest(
    connection: sqlite3.Connection, sql: str, values: list[int | bytes] | list[int], newest: int | None
) -> "array[int]":
    if newest is None:
        return array("q", (number for (number,) in connection.execute(f"{sql} ORDER BY id", values)))
    found = connection.execute(f"{sql} ORDER BY id DESC LIMIT ?", [*values, max(0, newest)]).fetchall()
    return array("q", (number for (number,) in reversed(found)))
