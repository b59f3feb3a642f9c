"""Keeps the table up to date: searches, takes in new captures at most ten times a second, and fetches the rows that are looked at.

Everything is read on the library's threads; the GUI thread only gets ids and cells that are ready to paint.
"""

import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from webhook_inspector.core.capture import Row
from webhook_inspector.core.order import Order
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.search.query import Query
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.columns import Cells
from webhook_inspector.ui.found import (
    FIRST,
    Found,
    News,
    Shown,
    all_found,
    cells_in,
    first_found,
    folds,
    found_again,
    misplaced,
    news_of,
    ordered_found,
    outline_of,
    tries_of,
)
from webhook_inspector.ui.library import Library, Superseded

FLUSH_SECONDS = 0.1
"""Between two takings-in of new captures."""
SETTLE_MS = 1000
CALM = 20
"""So many times as long as looking through the whole list takes, it is left alone after that."""
SORT_SECONDS = 1.0
"""Between two times that what came is put in its places, at least."""
SORT_CALM = 10
"""So many times as long as putting all in order takes, it is not done again."""


class Feed(QObject):
    """Between a library and a model. `search` first; then `stir` whenever there may be something new."""

    searching = Signal(bool)
    counted = Signal()
    """`total`, `taken`, `disk_size` or the number of rows has changed."""
    amended = Signal()
    """What had been taken in is otherwise now: judged or marked anew, gone, or back again."""
    failed = Signal(object)
    """The history cannot be read: a Problem."""
    differed = Signal(object)
    """Rows that were read again are otherwise than what was shown: their ids."""

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
        self._wanted: tuple[Query, Order | None] = (self.query, None)
        """What the last search was, whether its rows are shown or not."""
        self._sorting = QTimer(self)
        self._sorting.setSingleShot(True)
        self._sorting.setInterval(int(SORT_SECONDS * 1000))
        self._sorting.timeout.connect(self._begin_sort_in)
        self._late: list[set[int]] = []
        """For each answer that is under way, what was judged since it was asked for: it may come without that."""
        self._gone: list[set[int]] = []
        """And likewise what is gone since."""
        self._agings = 0
        """How often all that is shown was found to be old."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin_flush)
        model.wanted.connect(self._begin_fetch)
        model.order_wanted.connect(self.put_in_order)

    @property
    def total(self) -> int:
        """Captures in the history, found or not."""
        return self.last - self._holes

    def search(self, query: Query) -> None:
        """Shows what `query` finds. The rows before stay until the first of it are there."""
        self._begin_search(query, self._wanted[1])

    def put_in_order(self, order: Order | None) -> None:
        """Shows what the last search finds in another order; None: that of arrival."""
        query, before = self._wanted
        if order != before:
            self._wanted = (query, order)
            if self._latest:  # else there is no history yet
                self._begin_search(query, order)

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
        self.search(self._wanted[0])
        self.amended.emit()

    async def stop(self) -> None:
        self.ready = False
        self._timer.stop()
        self._settling.stop()
        self._sorting.stop()
        await self._tasks.stop()

    def _begin_search(self, query: Query, order: Order | None) -> None:
        self._latest += 1
        self._wanted = (query, order)
        self._tasks.spawn(self._search(query, order, self._latest), name="search")

    async def _search(self, query: Query, order: Order | None, turn: int) -> None:
        self.searching.emit(True)
        try:
            await (self._search_newest(query, turn) if order is None else self._search_ordered(query, order, turn))
            self.counted.emit()
        except Superseded:
            return
        except KnownError as error:
            if turn == self._latest:
                self.failed.emit(error.problem)
        if turn == self._latest:
            self.searching.emit(False)

    async def _search_newest(self, query: Query, turn: int) -> None:
        """In the order of arrival: first what is in sight."""
        with self._asking():
            found = await self._library.search(lambda reader: first_found(reader, query))
            self._show(query, turn, found)
        if len(found.ids) == FIRST:
            with self._asking():
                holes, every = await self._library.search(lambda reader: all_found(reader, query))
                if self._shown == turn:
                    self._model.prepend(every[: bisect_left(every, found.ids[0])])
                    if found.holes is None:
                        self._count(holes)
        elif found.holes is None:
            holes = await self._library.search(lambda reader: reader.holes())
            if self._shown == turn:
                self._count(holes)

    async def _search_ordered(self, query: Query, order: Order, turn: int) -> None:
        opened, began = self._model.opened(), time.monotonic()
        with self._asking():
            found = await self._library.search(lambda reader: ordered_found(reader, query, order, opened))
            self._show(query, turn, found)
        calm = (time.monotonic() - began) * SORT_CALM
        self._sorting.setInterval(int(max(SORT_SECONDS, calm) * 1000))

    def _sort_in(self) -> None:
        """Something came or changed in a list that has its own order."""
        if not self._sorting.isActive():
            self._sorting.start()

    def _begin_sort_in(self) -> None:
        if self.ready and self._model.order is not None and self._shown == self._latest:
            self._latest += 1
            self._tasks.spawn(self._search_again(self._latest), name="put new captures in order")

    async def _search_again(self, turn: int) -> None:
        (query, order), before = self._wanted, self.last
        if order is None:
            return
        try:
            await self._search_ordered(query, order, turn)
            self.taken += self.last - before
            self.counted.emit()
        except Superseded:
            return
        except KnownError as error:
            if turn == self._latest:  # the rows that are there stay
                self.failed.emit(error.problem)
                self._shown = turn

    async def look_again(self) -> bool:
        """Another process may have changed what was taken in: rows that are looked at are read again, and which there are.

        False where a search came between; what that shows may have been read before the change.
        """
        self._agings += 1
        self._model.age()
        query, order, turn = self.query, self._model.order, self._shown
        if not self.ready or turn != self._latest:
            return False
        shown = Shown(self._model.heads(), self._model.opened(), self.last)
        try:
            with self._asking():
                found = await self._library.search(lambda reader: found_again(reader, query, order, shown))
                if not self.ready or turn != self._latest:
                    return False
                self._renew(found)
        except Superseded:
            return False
        except KnownError as error:
            self.failed.emit(error.problem)
        self.searching.emit(False)  # a search whose older rows it read in its place says so no more
        return True

    def _renew(self, found: Found) -> None:
        if found.same:
            self._count(self._holes if found.holes is None else found.holes)
            return
        before = self.last
        self._latest += 1
        self._show(self.query, self._latest, found, anew=True)
        self.taken += self.last - before

    def _show(self, query: Query, turn: int, found: Found, *, anew: bool = False) -> None:
        if turn != self._latest:  # answers may come in another order than they were asked for
            raise Superseded
        self.query = query
        self._shown = turn
        holes = self._holes if found.holes is None else found.holes
        back = holes != self._holes or found.last < self.last
        self.last = found.last
        self._holes = holes
        self.ready = True
        self._model.show_outline(outline_of(found), found.order, found.cells, anew=anew)
        self.counted.emit()
        if back:
            self.amended.emit()
        self.stir()  # what came while the search ran

    def _count(self, holes: int) -> None:
        """Among very many they were not counted before the first rows were shown."""
        if holes != self._holes:
            self._holes = holes
            self.counted.emit()
            self.amended.emit()

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
        if self._model.order is None:
            self._model.append(news.ids, news.cells)
        elif news.ids:
            self._sort_in()
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
        self.amended.emit()

    def dropped(self, numbers: Sequence[int]) -> None:
        """Captures are gone. Where one of them was the first of its delivery, another try takes its place."""
        for gone in self._gone:
            gone.update(numbers)
        self._holes += self._model.drop(numbers)
        self.settle()
        self.counted.emit()
        self.amended.emit()

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """From a question until what it found is shown."""
        late: set[int] = set()
        gone: set[int] = set()
        agings = self._agings
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
            if self._agings != agings:
                self._model.age()

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
        if self._model.order is not None:
            self._sort_in()
        elif self.ready and folds(self.query):
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
                turn = self._shown
                with self._asking():
                    cells = await self._library.read(partial(cells_in, ids=ids))
                    self._fetched(cells, set(ids) if self.ready and turn == self._shown else set())
        except KnownError as error:
            self.failed.emit(error.problem)
        finally:
            self._fetching = False

    def _fetched(self, cells: Sequence[Cells], wanted: set[int]) -> None:
        """What of the wanted is not there any more leaves the list; it would be asked for again and again."""
        differing = self._model.fill(cells)
        gone = wanted.difference(one.id for one in cells)
        if gone:
            self._holes += self._model.drop(sorted(gone))
            self.counted.emit()
        if differing:
            self.differed.emit(differing)
        if gone or differing:
            self.amended.emit()


def _nothing() -> None:
    pass
