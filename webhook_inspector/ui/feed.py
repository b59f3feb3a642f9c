"""Keeps the table up to date: searches, takes in new captures at most ten times a second, and fetches the rows that are looked at.

Everything is read on the library's threads; the GUI thread only gets ids and cells that are ready to paint.
"""

import time
from array import array
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.search.query import Query
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.captures_model import PAGE, CapturesModel
from webhook_inspector.ui.columns import Cells, cells_of
from webhook_inspector.ui.library import Library, Superseded

FLUSH_SECONDS = 0.1
"""Between two takings-in of new captures."""
FIRST = 1000
"""Ids of the newest captures that a search shows at once, before it has found all."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search shows at first."""

    ids: "array[int]"
    cells: list[Cells]
    last: int
    """The newest id when the search began: later ones come as news."""
    holes: int
    """How many of the ids up to `last` have no capture any more."""


@dataclass(frozen=True, slots=True)
class News:
    """What came since."""

    ids: "array[int]"
    cells: list[Cells]
    last: int
    disk_size: int


class Feed(QObject):
    """Between a library and a model. `search` first; then `stir` whenever there may be something new."""

    searching = Signal(bool)
    counted = Signal()
    """`total`, `taken`, `disk_size` or the number of rows has changed."""
    failed = Signal(object)
    """The history cannot be read: a Problem."""

    def __init__(self, model: CapturesModel, library: Library, history: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query = Query()
        """Of the rows that are shown."""
        self.ready = False
        """Whether the rows of a search are shown."""
        self.last = 0
        """The newest id that has been taken in, whether the query finds it or not."""
        self.disk_size = 0
        self.taken = 0
        """New captures since the start."""
        self.before_read: Callable[[], None] = _nothing
        """Called before each taking-in: what comes after it is announced again."""
        self._model = model
        self._library = library
        self._history = history
        self._tasks = Tasks()
        self._holes = 0
        self._latest = 0
        self._shown = 0
        self._flushing = False
        self._flushed = 0.0
        self._fetching = False
        self._stirred = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin_flush)
        model.wanted.connect(self._begin_fetch)

    @property
    def total(self) -> int:
        """Captures in the history, found or not."""
        return self.last - self._holes

    def search(self, query: Query) -> None:
        """Shows what `query` finds. The rows before stay until the first of it are there."""
        self._latest += 1
        self._tasks.spawn(self._search(query, self._latest), name="search")

    def stir(self) -> None:
        """There may be new captures."""
        if self._flushing or not self.ready:
            self._stirred = True
        elif not self._timer.isActive():
            wait = self._flushed + FLUSH_SECONDS - time.monotonic()
            self._timer.start(max(0, int(wait * 1000)))

    async def reopen(self) -> None:
        """The history is another file now."""
        self.ready = False
        await self._library.reopen()
        self._model.forget()
        self.search(self.query)

    async def stop(self) -> None:
        self.ready = False
        self._timer.stop()
        await self._tasks.stop()

    async def _search(self, query: Query, turn: int) -> None:
        self.searching.emit(True)
        try:
            found = await self._library.search(lambda reader: first_found(reader, query))
            self._show(query, turn, found)
            if len(found.ids) == FIRST:
                every = await self._library.search(lambda reader: reader.ids(query))
                self._model.prepend(every[: bisect_left(every, found.ids[0])])
            self.counted.emit()
        except Superseded:
            return
        except KnownError as error:
            self.failed.emit(error.problem)
        if turn == self._latest:
            self.searching.emit(False)

    def _show(self, query: Query, turn: int, found: Found) -> None:
        self.query = query
        self._shown = turn
        self.last = found.last
        self._holes = found.holes
        self.ready = True
        self._model.reset(found.ids, found.cells)
        self.counted.emit()
        self.stir()  # what came while the search ran

    def _begin_flush(self) -> None:
        if self.ready and not self._flushing:
            self._flushing = True
            self._tasks.spawn(self._flush(), name="take in new captures")

    async def _flush(self) -> None:
        self._flushed = time.monotonic()
        self._stirred = False
        self.before_read()
        query, last, turn = self.query, self.last, self._shown
        try:
            news = await self._library.read(lambda reader: news_of(reader, query, last, self._history))
        except KnownError as error:
            self.failed.emit(error.problem)
        else:
            if self.ready and self._shown == turn:  # else another search has taken it in already
                self._take_in(news)
        finally:
            self._flushing = False
        if self._stirred:
            self.stir()

    def _take_in(self, news: News) -> None:
        self.taken += news.last - self.last
        self.last = news.last
        self.disk_size = news.disk_size
        self._model.append(news.ids, news.cells)
        self.counted.emit()

    def _begin_fetch(self) -> None:
        if not self._fetching:
            self._fetching = True
            self._tasks.spawn(self._fetch(), name="fetch rows")

    async def _fetch(self) -> None:
        try:
            while ids := self._model.take_wanted():
                self._model.fill(await self._library.read(partial(cells_in, ids=ids)))
        except KnownError as error:
            self.failed.emit(error.problem)
        finally:
            self._fetching = False


def first_found(reader: Reader, query: Query) -> Found:
    """The newest of what a query finds. The newest id is read first, so that nothing falls between this and the news."""
    last = reader.last_id()
    holes = max(0, last - reader.count())  # more than `last` are those that came in this moment
    ids = reader.ids(query, newest=FIRST)
    return Found(ids, cells_in(reader, ids[-PAGE:]), max(last, ids[-1] if ids else 0), holes)


def news_of(reader: Reader, query: Query, after: int, history: Path) -> News:
    """What came after an id, with the rows that someone at the end of the table sees at once."""
    last = reader.last_id()
    ids = reader.ids(query, after=after)
    return News(ids, cells_in(reader, ids[-PAGE:]), max(last, ids[-1] if ids else 0), disk_size(history))


def cells_in(reader: Reader, ids: "array[int]") -> list[Cells]:
    return [cells_of(row) for row in reader.rows(ids)]


def disk_size(history: Path) -> int:
    """Bytes of the history and of its log."""
    return sum(_size(path) for path in (history, history.with_name(history.name + "-wal")))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _nothing() -> None:
    pass
