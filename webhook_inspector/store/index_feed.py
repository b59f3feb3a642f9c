"""The search index as it is written: by one connection, on one thread of the process that has the data folder."""

import logging
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.store.connect import connect_writing
from webhook_inspector.store.faults import Fault, fault_of, primary, problem_of
from webhook_inspector.store.files import INDEX, LOG, Identity, beside, create, identity
from webhook_inspector.store.index import DAMAGED, FORMAT, TOGETHER, Text
from webhook_inspector.store.index_runs import every_run, indexed

_log = logging.getLogger(__name__)

TEXT_SIZE = 2**14
"""Bytes of a text at which no further capture is put to it."""
SAMPLED = 64
"""Of every so many texts, one shows which runs are common."""
_SAMPLE_SIZE = 8_000
DISK_LEFT = 512 * 2**20
"""Bytes that must stay free on the disk: captures need them more."""

_TABLES = (
    """CREATE TABLE about (
        history TEXT NOT NULL, watermark INTEGER NOT NULL, arrived_ns INTEGER NOT NULL, fed INTEGER NOT NULL,
        samples INTEGER NOT NULL)""",
    "INSERT INTO about VALUES ('', 0, 0, 0, 0)",
    "CREATE TABLE sampled (run TEXT PRIMARY KEY, seen INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE parts (number INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL)",
    "CREATE TABLE large (id INTEGER PRIMARY KEY)",
    # Only which texts hold a run, not where: a quarter of the size, and a candidate is looked at anyway.
    """CREATE VIRTUAL TABLE texts USING fts5(
        text, content='', detail='none', columnsize=0, tokenize='trigram case_sensitive 1')""",
    "INSERT INTO texts (texts, rank) VALUES ('automerge', 8)",
    # Bytes gathered before they are written: a commit of many captures stays one piece, and less is merged later.
    "INSERT INTO texts (texts, rank) VALUES ('hashsize', 16777216)",
    "CREATE VIRTUAL TABLE runs USING fts5vocab(texts, row)",
    f"PRAGMA user_version = {FORMAT}",
)
_PRAGMAS = (
    "PRAGMA wal_autocheckpoint=1000",  # by this connection: it is the only one that writes
    "PRAGMA cache_size=-8192",
)
_ABOUT = "SELECT history, watermark, arrived_ns, fed FROM about"
_CLEAR = (
    "INSERT INTO texts (texts) VALUES ('delete-all')",
    "DELETE FROM parts",
    "DELETE FROM large",
    "DELETE FROM sampled",
    "UPDATE about SET samples = 0",
)
_SET_ABOUT = "UPDATE about SET history = ?, watermark = ?, arrived_ns = ?, fed = ?"


class IndexFeed:
    """Lives on one thread. After a KnownError it is closed; `open` begins again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.history = ""
        """The mark of the history that it belongs to; empty where it is new."""
        self.watermark = 0
        """Everything up to this id is indexed."""
        self.arrived_ns = 0
        """When the capture of that id came: another history may have another capture under the same id."""
        self.fed = 0
        """How many captures are indexed, those among them that were deleted since."""
        self._connection: sqlite3.Connection | None = None
        self._place: Identity | None = None

    @property
    def in_place(self) -> bool:
        """Whether it is open, the file still lies at its path, and nobody has found it damaged."""
        here = self._connection is not None and identity(self.path) == self._place
        return here and not beside(self.path, DAMAGED).exists()

    def open(self) -> None:
        """Opens the file, or begins one where there is none that can be used."""
        self.close()
        if beside(self.path, DAMAGED).exists():
            self.delete()
        with self._in_our_words():
            try:
                self._open()
            except sqlite3.DatabaseError as error:
                if fault_of(error) is not Fault.DAMAGED and primary(error) != sqlite3.SQLITE_ERROR:
                    raise
                self.close()
                self.delete()
                self._open()

    def clear(self, history: str) -> None:
        """Empties it, for another history."""
        with self._in_our_words():
            self._write(_CLEAR, (history, 0, 0, 0), [])

    def add(self, texts: Sequence[Text], arrived_ns: int) -> None:
        """Commits texts in the order of their ids; `arrived_ns` is of the last."""
        with self._in_our_words():
            if shutil.disk_usage(self.path.parent).free < DISK_LEFT:
                raise KnownError(Problem.of("store-full"))
            self._write((), (self.history, texts[-1].id, arrived_ns, self.fed + len(texts)), texts)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def delete(self) -> None:
        """Readers that have it open keep what they have, until they ask the next time. Leaves what the system does not let go."""
        _log.info("the search index cannot be used and is begun anew")
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self._clear_beside()

    def _clear_beside(self) -> None:
        """SQLite would play a log that was left behind into a new file."""
        for end in (LOG, INDEX, DAMAGED):
            with suppress(OSError):
                beside(self.path, end).unlink(missing_ok=True)

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        """What SQLite and the disk raise becomes a KnownError. A damaged index is deleted on the way."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            self.close()
            if fault_of(error) is Fault.DAMAGED or isinstance(error, sqlite3.IntegrityError):
                self.delete()
            raise KnownError(problem_of(error, self.path)) from error

    def _open(self) -> None:
        if identity(self.path) is None:
            self._clear_beside()
        new = create(self.path)
        self._connection = connection = connect_writing(self.path, "NORMAL")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        self._place = identity(self.path)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if new:
            for statement in ("BEGIN IMMEDIATE", *_TABLES, "COMMIT"):
                connection.execute(statement)
        elif version != FORMAT:
            raise _foreign()
        about = connection.execute(_ABOUT).fetchone()
        if about is None:
            raise _foreign()
        self.history, self.watermark, self.arrived_ns, self.fed = about

    def _write(self, first: Sequence[str], about: tuple[str, int, int, int], texts: Sequence[Text]) -> None:
        connection = self._connection
        if connection is None:
            raise sqlite3.ProgrammingError("the index is not open")
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in first:
                connection.execute(statement)
            for part in parts(texts):
                _write_part(connection, part)
            connection.executemany("INSERT INTO large VALUES (?)", [(text.id,) for text in texts if not text.whole])
            connection.execute(_SET_ABOUT, about)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        self.history, self.watermark, self.arrived_ns, self.fed = about


def parts(texts: Sequence[Text]) -> list[list[Text]]:
    """Which of them become one text of the index: neighbours, and few enough that a word still tells little of them apart."""
    found: list[list[Text]] = []
    size = 0
    for text in texts:
        if not found or text.id >= found[-1][0].id + TOGETHER or size >= TEXT_SIZE:
            found.append([])
            size = 0
        found[-1].append(text)
        size += len(text.head) + len(text.body)
    return found


def _write_part(connection: sqlite3.Connection, part: Sequence[Text]) -> None:
    content = indexed(b"\n".join(piece for text in part for piece in (text.head, text.body)))
    number = connection.execute("INSERT INTO parts (first, last) VALUES (?, ?)", (part[0].id, part[-1].id)).lastrowid
    connection.execute("INSERT INTO texts (rowid, text) VALUES (?, ?)", (number, content))
    if number is not None and number % SAMPLED == 0:
        _sample(connection, content)


def _sample(connection: sqlite3.Connection, content: str) -> None:
    seen = ((run,) for run in every_run(content[:_SAMPLE_SIZE]))
    connection.executemany("INSERT INTO sampled VALUES (?, 1) ON CONFLICT DO UPDATE SET seen = seen + 1", seen)
    connection.execute("UPDATE about SET samples = samples + 1")


def _foreign() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("not an index of this version")
    error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
    return error
