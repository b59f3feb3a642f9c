"""Keeps the table up to date: searches, takes in new captures at most ten times a second, and fetches the rows that are looked at.

Everything is read on the library's threads; the GUI thread only gets ids and cells that are ready to paint.
"""

import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from webhook_inspector.core.capture import Row
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
SETTLE_MS = 1000
CALM = 20
"""So many times as long as looking through the whole list takes, it is left alone after that."""
UNFOLDED = 1000
"""Further tries of one delivery that are shown."""


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
    tried_again: list[Cells]
    """Captures in the table of whose deliveries another try has come."""
    unfolded: "dict[int, array[int]]"
    """The further tries of those that are unfolded."""


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
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._begin_settle)
        self._late: list[set[int]] = []
        """For each answer that is under way, what was judged since it was asked for: it may come without that."""
        self._gone: list[set[int]] = []
        """And likewise what is gone since."""
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
        self._settling.stop()
        await self._tasks.stop()

    async def _search(self, query: Query, turn: int) -> None:
        self.searching.emit(True)
        try:
            with self._asking():
                found = await self._library.search(lambda reader: first_found(reader, query))
                self._show(query, turn, found)
            if len(found.ids) == FIRST:
                with self._asking():
                    every = await self._library.search(lambda reader: found_by(reader, query))
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
            with self._asking():
                news = await self._library.read(
                    lambda reader: news_of(reader, query, last, self._history, self._model.unfolded)
                )
                if self.ready and self._shown == turn:  # else another search has taken it in already
                    self._take_in(news)
        except KnownError as error:
            self.failed.emit(error.problem)
        finally:
            self._flushing = False
        if self._stirred:
            self.stir()

    def _take_in(self, news: News) -> None:
        self.taken += news.last - self.last
        self.last = news.last
        self.disk_size = news.disk_size
        self._model.append(news.ids, news.cells)
        for number, ids in news.unfolded.items():
            if self._model.unfolded(number) is not None:  # still
                self._model.unfold(number, ids)
        self._model.fill(news.tried_again)
        self.counted.emit()

    def judged(self, numbers: Sequence[int]) -> None:
        """Captures have been judged anew: those that are in sight are painted so."""
        for late in self._late:
            late.update(numbers)
        self._repaint(numbers)

    def dropped(self, numbers: Sequence[int]) -> None:
        """Captures are gone. Where one of them was the first of its delivery, another try takes its place."""
        for gone in self._gone:
            gone.update(numbers)
        self._holes += self._model.drop(numbers)
        self.settle()
        self.counted.emit()

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """From a question until what it found is shown."""
        late: set[int] = set()
        gone: set[int] = set()
        self._late.append(late)
        self._gone.append(gone)
        try:
            yield
        finally:
            self._late = [one for one in self._late if one is not late]
            self._gone = [one for one in self._gone if one is not gone]
            if gone:
                self._holes += self._model.drop(sorted(gone))
            self._repaint(late)

    def _repaint(self, numbers: Iterable[int]) -> None:
        kept = self._model.kept(numbers)
        if kept and self.ready:
            self._tasks.spawn(self._refresh(kept), name="show judgements")

    def toggle_tries(self, number: int) -> None:
        """Shows the further tries of a delivery under its first, or hides them again."""
        if self._model.unfolded(number) is not None:
            self._model.fold(number)
        elif self.ready:
            self._tasks.spawn(self._unfold(number), name="show further tries")

    async def _refresh(self, numbers: "array[int]") -> None:
        try:
            cells = await self._library.read(partial(cells_in, ids=numbers))
        except KnownError as error:
            self.failed.emit(error.problem)
            return
        self._model.fill(cells)
        if folds(self.query):
            self._fold_away([one.row for one in cells if one.row.first and self._model.is_head(one.id)])

    def settle(self) -> None:
        """Judging has come to an end. It begins with the newest: a first try that was found last changes who stands under whom."""
        if not self._settling.isActive():
            self._settling.start()

    def _begin_settle(self) -> None:
        if self.ready and folds(self.query):
            self._tasks.spawn(self._settle(), name="put tries in their places")

    async def _settle(self) -> None:
        heads, query, last, turn, began = self._model.heads(), self.query, self.last, self._shown, time.monotonic()
        try:
            cells = await self._library.read(lambda reader: misplaced(reader, query, heads, last))
        except KnownError as error:
            self.failed.emit(error.problem)
            return
        self._settling.setInterval(max(SETTLE_MS, int((time.monotonic() - began) * 1000) * CALM))
        if not self.ready or self._shown != turn:
            return
        if cells is None:
            self.search(query)
        else:
            self._fold_away([one.row for one in cells if one.row.first and self._model.is_head(one.id)])

    def _fold_away(self, rows: Sequence[Row]) -> None:
        """They turned out to be further tries of what is shown already: they go where those are."""
        for row in rows:
            self._model.leave(row.id)
        firsts = {row.first for row in rows}
        for first in firsts:
            if self._model.unfolded(first) is not None:
                self._model.fold(first)
                self.toggle_tries(first)
        if firsts:
            self._repaint(firsts)  # how many tries there are
            self.counted.emit()

    async def _unfold(self, number: int) -> None:
        try:
            with self._asking():
                ids, cells = await self._library.read(lambda reader: tries_of(reader, number))
                self._model.unfold(number, ids, cells)
        except KnownError as error:
            self.failed.emit(error.problem)

    def _begin_fetch(self) -> None:
        if not self._fetching:
            self._fetching = True
            self._tasks.spawn(self._fetch(), name="fetch rows")

    async def _fetch(self) -> None:
        try:
            while ids := self._model.take_wanted():
                with self._asking():
                    self._model.fill(await self._library.read(partial(cells_in, ids=ids)))
        except KnownError as error:
            self.failed.emit(error.problem)
        finally:
            self._fetching = False


def first_found(reader: Reader, query: Query) -> Found:
    """The newest of what a query finds. The newest id is read first, so that nothing falls between this and the news."""
    last = reader.last_id()
    holes = max(0, last - reader.count())  # more than `last` are those that came in this moment
    ids = found_by(reader, query, newest=FIRST)
    return Found(ids, cells_in(reader, ids[-PAGE:]), max(last, ids[-1] if ids else 0), holes)


def news_of(reader: Reader, query: Query, after: int, history: Path, unfolded: Callable[[int], int | None]) -> News:
    """What came after an id, with the rows that someone at the end of the table sees at once."""
    last = reader.last_id()
    ids = found_by(reader, query, after=after)
    again = reader.tried_again(after) if folds(query) else array("q")
    return News(
        ids,
        cells_in(reader, ids[-PAGE:]),
        max(last, ids[-1] if ids else 0),
        disk_size(history),
        cells_in(reader, again[-PAGE:]),
        {number: reader.retries(number, UNFOLDED) for number in again if unfolded(number) is not None},
    )


def folds(query: Query) -> bool:
    """Whether of each delivery only the first try is shown: not in a search, which shows everything that it finds."""
    return query.is_empty


def found_by(reader: Reader, query: Query, *, after: int = 0, newest: int | None = None) -> "array[int]":
    """The ids that the table shows."""
    if folds(query):
        return reader.first_ids(after=after, newest=newest)
    return reader.ids(query, after=after, newest=newest)


def misplaced(reader: Reader, query: Query, heads: "array[int]", last: int) -> list[Cells] | None:
    """What of a list is a further try by now; None where too much is otherwise to take out one after the other."""
    found = found_by(reader, query)
    found = found[: bisect_right(found, last)]
    if found == heads:
        return []
    right = set(found)
    gone = array("q", (number for number in heads if number not in right))
    if len(gone) > PAGE or len(heads) - len(gone) != len(found):
        return None
    return cells_in(reader, gone)


def tries_of(reader: Reader, number: int) -> "tuple[array[int], list[Cells]]":
    """The further tries of a delivery, with the first of them ready to paint."""
    ids = reader.retries(number, UNFOLDED)
    return ids, cells_in(reader, ids[:PAGE])


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
