"""Looks out in a history that another program writes for the first capture that matches, and for what came nearest to it."""

from pathlib import Path
from time import time_ns

from webhook_inspector.cli.history import Beside
from webhook_inspector.core.capture import Row
from webhook_inspector.core.sentences import sentence
from webhook_inspector.search.match import Seen
from webhook_inspector.search.moment import Moment
from webhook_inspector.search.nearest import miss, nearest
from webhook_inspector.search.query import And, Everything, Field, Query
from webhook_inspector.search.words import say
from webhook_inspector.store.reader import Reader

LATE = 10_000
"""Captures that are looked at again, of those that were there at first: their verdicts may come late."""
NEAR = 20_000
"""The newest captures, among which the nearest miss is sought."""


class Watch:
    """For one thread at a time."""

    def __init__(self, path: Path, query: Query, *, after: int | None = None, since_ns: int | None = None) -> None:
        """Captures above `after` count, where it is None those that are not there at the first look; and none that came before `since_ns`."""
        self._history = Beside(path)
        self._query = query
        self._within = Query(Everything() if since_ns is None else Field("since", (Moment(at_ns=since_ns),)))
        self._first = after
        self._after = after
        self._files = 0

    def look(self) -> Row | None:
        """The first that matches. It costs nearly nothing where nothing was committed since the last look."""
        reader = self._history.changed()
        if self._history.missing:
            self._first = self._after = 0  # whatever comes now is new
        if reader is None:
            return None
        last = reader.last_id()
        if self._files and self._history.files != self._files:
            self._first = self._after = 0
        self._files = self._history.files
        if self._after is None:
            self._first = self._after = last
        ids = reader.ids(self._both(), after=self._after)
        self._after = max(self._after, last - LATE)
        return next(iter(reader.rows(ids[:1])), None)

    def miss(self) -> str:
        """What came nearest, and why it does not match; empty where nothing came."""
        reader = self._history.reader
        if reader is None or self._first is None:
            return ""
        number = self._nearest(reader, max(self._first, reader.last_id() - NEAR))
        record = reader.record(number) if number else None
        rows = reader.rows([number]) if number else []
        if record is None or not rows:
            return ""
        phrase = miss(self._query, Seen(rows[0], record.capture.head, record.capture.body), time_ns())
        return "" if phrase is None else say(phrase, sentence)

    def close(self) -> None:
        self._history.close()

    def _both(self) -> Query:
        if self._within.is_empty or self._query.is_empty:
            return self._query if self._within.is_empty else self._within
        return Query(And((self._within.root, *self._query.parts)))

    def _nearest(self, reader: Reader, after: int) -> int | None:
        met = [reader.ids(Query(part), after=after) for part in self._query.parts]
        return nearest(reader.ids(self._within, after=after), met)
