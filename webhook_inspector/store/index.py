"""The search index beside a history, as it is read: which captures may hold some words. Without it a search looks at every capture.

It is a file of its own that may be deleted at any time. It holds every run of three bytes ("trigram") of each head and stored body, in
SQLite's FTS5. FTS5 knows text only and folds letters in its own way, so each byte is given to it as one character, A to Z as a to z: then
both sides agree on what a trigram is, whatever bytes the capture or the word is made of.
"""

import json
import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from webhook_inspector.store.candidates import Candidates, Word
from webhook_inspector.store.connect import connect_reading
from webhook_inspector.store.faults import Fault, fault_of, primary
from webhook_inspector.store.files import Identity, beside, create, identity

FORMAT = 1
"""As the file's `user_version`. Any other is deleted by the writer: an index is made anew, never brought up to date."""
BODY_LIMIT = 2**20
"""Bytes of a body that are indexed; a capture with more is a candidate always."""
DAMAGED = "-damaged"
"""End of the name of an empty file by which a reader tells the writer, perhaps in another process, that the index is damaged."""

_TRIGRAM = 3
_LOOKED_AT = 40
"""Trigrams of a word from which the rarest are chosen."""
_ASKED = 6
"""Trigrams that FTS5 is asked for. Each costs time, by the captures that have it: the rarest of a word tell nearly all that it tells."""
_MOST_WORDS = 8
_AS_INDEXED = bytes.maketrans(
    bytes(range(ord("A"), ord("Z") + 1)) + b"\0", bytes(range(ord("a"), ord("z") + 1)) + b"\1"
)
"""FTS5 ends a text at NUL, so that stands there as another byte; a word with either finds both, and is judged by the history."""

_ABOUT = "SELECT history, watermark, samples FROM about"
_SEEN = "SELECT trigram, seen FROM sampled WHERE trigram IN (SELECT value FROM json_each(?))"
_FOUND = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid LIMIT ?"
_LARGE = "SELECT id FROM large WHERE id <= ?"


Question = list[list[list[str]]]
"""What must all be there; each as choices, of which one is enough; each of these as trigrams, which are all needed."""


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


def indexed(content: bytes) -> str:
    """As FTS5 gets it."""
    return content.translate(_AS_INDEXED).decode("latin-1")


def question(words: Iterable[Word]) -> Question:
    """The words, or the longest of them, as trigrams; nothing where no word is long enough."""
    plain = trigrams(word for word in words if isinstance(word, bytes))
    choices = [[trigrams([one]) for one in word] for word in words if isinstance(word, tuple)]
    return [*([[plain]] if plain else []), *(choice for choice in choices if choice and all(choice))]


def trigrams(words: Iterable[bytes]) -> list[str]:
    """Of all words, or of the longest; none where no word is long enough."""
    longest = sorted({word for word in words if len(word) >= _TRIGRAM}, key=lambda word: (-len(word), word))
    return list(dict.fromkeys(trigram for word in longest[:_MOST_WORDS] for trigram in _some(indexed(word))))


def every_trigram(text: str) -> set[str]:
    return {text[place : place + _TRIGRAM] for place in range(len(text) - _TRIGRAM + 1)}


def expression(asked: Question, seen: Mapping[str, int], samples: int) -> str:
    """The question to FTS5. `seen`: in how many of the samples each trigram was."""
    return " AND ".join(
        "(" + " OR ".join(_all_of(rarest(wanted, seen, samples)) for wanted in choice) + ")" for choice in asked
    )


def _all_of(wanted: Iterable[str]) -> str:
    return "(" + " AND ".join('"' + trigram.replace('"', '""') + '"' for trigram in wanted) + ")"


def rarest(wanted: Sequence[str], seen: Mapping[str, int], samples: int) -> list[str]:
    """The rarest first, by how many of the samples they were seen in; none that most captures have, if there are others."""
    ordered = sorted(wanted, key=lambda trigram: seen.get(trigram, 0))[:_ASKED]
    return [one for one in ordered if 2 * seen.get(one, 0) <= samples] or ordered[:1]


def _some(word: str) -> list[str]:
    """All trigrams, or some from every part of it."""
    last = len(word) - _TRIGRAM
    count = min(last + 1, _LOOKED_AT)
    places = [last * number // max(1, count - 1) for number in range(count)]
    return [word[place : place + _TRIGRAM] for place in places]


class Index:
    """Proposes candidates. For any thread but one at a time; only `interrupt` may come from another one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._place: Identity | None = None

    def candidates(self, words: Sequence[Word], history: Extent, most: int) -> Candidates | None:
        """None where no word has three bytes, where more than `most` captures would be proposed, or where there is no index of that history.

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
            wanted = [trigram for choice in asked for one in choice for trigram in one]
            seen = dict(connection.execute(_SEEN, (json.dumps(wanted),)))
            found = connection.execute(_FOUND, (expression(asked, seen, samples), most + 1))
            ids = [number for (number,) in found]
            if len(ids) > most:
                return None
            large = [number for (number,) in connection.execute(_LARGE, (watermark,))]
            return Candidates(array("q", sorted({*ids, *large}) if large else ids), watermark)
        finally:
            connection.execute("ROLLBACK")
