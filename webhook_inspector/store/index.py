"""The search index beside a history, as it is read: which captures may hold some words. Without it a search looks at every capture.

It is a file of its own that may be deleted at any time. It holds the runs of bytes of heads and stored bodies, in SQLite's FTS5; see
`index_runs`. A few neighbouring captures are one text of it: what they have in common is held once, and what is proposed is looked at anyway.
"""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from webhook_inspector.store.candidates import Candidates, Word
from webhook_inspector.store.connect import connect_reading
from webhook_inspector.store.faults import Fault, fault_of, primary
from webhook_inspector.store.files import Identity, beside, create, identity
from webhook_inspector.store.index_runs import Question, above, beginnings, completed, expression, question

FORMAT = 2
"""As the file's `user_version`. Any other is deleted by the writer: an index is made anew, never brought up to date."""
BODY_LIMIT = 2**20
"""Bytes of a body that are indexed; a capture with more is a candidate always."""
TOGETHER = 4
"""Captures that are one text of the index at most, by their ids."""
DAMAGED = "-damaged"
"""End of the name of an empty file by which a reader tells the writer, perhaps in another process, that the index is damaged."""

_MOST_RUNS = 200
"""With one beginning. Of a word that begins more the index tells little."""

_ABOUT = "SELECT history, watermark, samples FROM about"
_SEEN = "SELECT run, seen FROM sampled WHERE run IN (SELECT value FROM json_each(?))"
_RUNS = "SELECT term, doc FROM runs WHERE term >= ? AND term < ?"
_FOUND = """
    SELECT first, last FROM texts CROSS JOIN parts ON parts.number = texts.rowid WHERE texts MATCH ?
    ORDER BY texts.rowid"""
_LARGE = "SELECT id FROM large WHERE id <= ?"


@dataclass(frozen=True, slots=True)
class Text:
    """What of a capture is indexed: its head, and the first BODY_LIMIT bytes of its stored body."""

    id: int
    head: bytes
    body: bytes
    whole: bool
    """Whether that is all of the stored body."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Which history it is, by a mark that it carries, and the highest id that it has ever given."""

    mark: str
    last: int


class Index:
    """Proposes candidates. For any thread but one at a time; only `interrupt` may come from another one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._place: Identity | None = None

    def candidates(self, words: Sequence[Word], history: Extent, most: int) -> Candidates | None:
        """None where the words are too short to tell, where more than `most` captures would be proposed, or where it is no index of that history.

        Raises sqlite3.OperationalError (SQLITE_INTERRUPT) after `interrupt`, and nothing else.
        """
        asked = question(words)
        place = identity(self._path)
        if not asked or not history.mark or place is None:
            return None
        try:
            found = self._ask(self._opened(place), asked, history, most)
        except (sqlite3.Error, OSError) as error:
            if primary(error) == sqlite3.SQLITE_INTERRUPT:
                raise
            self.close()
            if fault_of(error) is Fault.DAMAGED:
                with suppress(OSError):  # a folder that is not ours to write in
                    create(beside(self._path, DAMAGED))
            return None
        return found if identity(self._path) == place else None  # what was read may be half of another file

    def interrupt(self) -> None:
        """Stops the question that another thread is asking."""
        connection = self._connection
        if connection is not None:
            with suppress(sqlite3.ProgrammingError):  # closed in this moment
                connection.interrupt()

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _opened(self, place: Identity) -> sqlite3.Connection:
        if self._connection is None or place != self._place:
            self.close()
            self._connection = connect_reading(self._path)
            self._place = place
        return self._connection

    def _ask(self, connection: sqlite3.Connection, asked: Question, history: Extent, most: int) -> Candidates | None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != FORMAT:
            return None
        connection.execute("BEGIN")  # the watermark and what lies below it, of one moment
        try:
            mark, watermark, samples = connection.execute(_ABOUT).fetchone()
            if mark != history.mark or watermark > history.last:
                return None
            known = completed(asked, {one: _begun(connection, one, most) for one in beginnings(asked)})
            ids = _found(connection, known, samples, most) if known else None
            if ids is None:
                return None
            large = [number for (number,) in connection.execute(_LARGE, (watermark,))]
            return Candidates(array("q", sorted({*ids, *large}) if large else ids), watermark)
        finally:
            connection.execute("ROLLBACK")


def _begun(connection: sqlite3.Connection, beginning: str, most: int) -> list[str] | None:
    """The runs that begin so; None where they are many, or so are the texts that have them."""
    runs: list[str] = []
    texts = 0
    for run, count in connection.execute(_RUNS, (beginning, above(beginning))):
        runs.append(run)
        texts += count
        if len(runs) > _MOST_RUNS or texts * TOGETHER > most:
            return None
    return runs


def _found(connection: sqlite3.Connection, asked: Question, samples: int, most: int) -> "array[int] | None":
    """The captures of all texts that FTS5 finds; None where they are too many."""
    ids = array("q")
    if not all(asked):
        return ids
    wanted = [run for choice in asked for one in choice for run in one]
    seen = dict(connection.execute(_SEEN, (json.dumps(wanted),)))
    for first, last in connection.execute(_FOUND, (expression(asked, seen, samples),)):
        ids.extend(range(first, last + 1))
        if len(ids) > most:
            return None
    return ids
