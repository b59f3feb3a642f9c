"""Values that a field of the filter language has in the history: for completion."""

import re
import sqlite3
from collections import Counter

from webhook_inspector.store.rows import there

LOOKED_AT = 20_000
"""The newest captures: what nobody sends any more is no help."""

_WORD = re.compile(r"\w{3,40}")
"""A word of a note; shorter ones tell nothing."""
_COLUMNS: dict[str, tuple[str, int]] = {
    "method": ("method", 1),
    "path": ("endpoint", 1),
    "endpoint": ("endpoint", 1),
    "host": ("host", 1),
    "status": ("CAST(status AS TEXT)", 1),
    "from": ("peer", 1),
    "provider": ("provider", 2),
    "event": ("event", 2),
    "attempt": ("CAST(attempt AS TEXT)", 2),
    "tag": ("tags", 3),
    "note": ("note", 3),
}
"""The column of a field, and the first format of a history that has it."""


def seen_values(connection: sqlite3.Connection, version: int, field: str, limit: int) -> list[str]:
    """The most frequent first; none for a field whose values are known anyway."""
    column, least = _COLUMNS.get(field, ("", version + 1))
    if version < least:
        return []
    sql = f"""
        SELECT value, count(*) FROM (
            SELECT {column} AS value FROM captures WHERE {there(version)} ORDER BY id DESC LIMIT {LOOKED_AT})
        WHERE value != '' GROUP BY value ORDER BY count(*) DESC, value"""
    counted = Counter[str]()
    for text, count in connection.execute(sql):
        for value in _values(field, text):
            counted[value] += count
    return [value for value, _ in counted.most_common(limit)]


def _values(field: str, text: str) -> list[str]:
    if field == "tag":
        return text.split()
    if field == "note":
        return list(dict.fromkeys(_WORD.findall(text)))
    return [text.rpartition(":")[0] if field == "from" else text]
