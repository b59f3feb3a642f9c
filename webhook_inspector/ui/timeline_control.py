"""Keeps the timeline up to date: counts on threads of its own, and only while it is in sight; and filters by what is chosen there."""

import time
from functools import partial

from PySide6.QtCore import QObject, QTimer

from webhook_inspector.core.arrivals import Arrivals
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.paths import DataFolder
from webhook_inspector.search.query import Query
from webhook_inspector.search.span import has_span, span_conditions, without_span
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.timeline import NOTHING_KNOWN, Known
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.filter_text import with_condition
from webhook_inspector.ui.library import Library, Superseded
from webhook_inspector.ui.sidebar_control import Pace
from webhook_inspector.ui.timeline import Span
from webhook_inspector.ui.window import MainWindow

PAUSE_SECONDS = 1.0
"""Between two countings."""


class TimelineControl(QObject):
    def __init__(self, window: MainWindow, feed: Feed, folder: DataFolder) -> None:
        super().__init__(window)
        self._window = window
        self._feed = feed
        self._tasks = Tasks()
        self._library = Library(lambda: Reader(folder.history))
        self._query = Query()
        """What `_arrivals` is of."""
        self._arrivals: Arrivals | None = None
        """None until everything has been counted."""
        self._amended = False
        self._searching = False
        self._pace = Pace(PAUSE_SECONDS)
        self._whole = Pace(PAUSE_SECONDS)
        """Of the countings of everything."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        feed.counted.connect(self.stir)
        feed.amended.connect(self.amend)
        feed.searching.connect(self._set_searching)
        window.timeline_place.shown_changed.connect(self._soon)
        window.timeline.picked.connect(self._narrow)
        window.timeline.cleared.connect(lambda: window.search.change(without_span))

    def stir(self) -> None:
        """There may be new captures, or others are searched for."""
        query = self._feed.query
        if query != self._query:
            self._query, self._arrivals = query, None
            # what is being counted is of no use any more: the next counting ends it
            self._pace, self._whole = Pace(PAUSE_SECONDS), Pace(PAUSE_SECONDS)
            self._window.timeline.show_narrowed(has_span(query.text))
        self._window.timeline_place.set_filled(self._feed.total > 0)
        self._pace.due = True
        self._soon()

    def amend(self) -> None:
        """What was counted is otherwise now."""
        self._amended = True
        self.stir()

    async def stop(self) -> None:
        self._timer.stop()
        await self._tasks.stop()
        await self._library.close()

    def _set_searching(self, on: bool) -> None:  # noqa: FBT001 (a slot of `searching`)
        self._searching = on
        self._soon()

    def _narrow(self, span: Span) -> None:
        """To what came in a span; it has no end where it goes to the newest, and those that come are to be followed."""
        follows = self._window.actions_by_key["follow"].isChecked()
        conditions = span_conditions(span.since_ns, None if span.newest and follows else span.before_ns)

        def narrowed(text: str) -> str:
            text = without_span(text)
            for condition in conditions:
                text = with_condition(text, condition)
            return text

        self._window.search.change(narrowed)

    # counting

    def _soon(self) -> None:
        if self._pace.due and not self._pace.running and self._in_sight():
            self._timer.start(int(self._pace.wait(time.monotonic()) * 1000) + 1)  # never too early

    def _in_sight(self) -> bool:
        """A search that is still running goes first: what it finds is counted then."""
        return self._feed.ready and not self._searching and not self._window.timeline.isHidden()

    def _begin(self) -> None:
        if self._in_sight() and self._pace.due and not self._pace.running:
            self._pace.begin(time.monotonic())
            self._tasks.spawn(self._paced(self._pace), name="count for the timeline")

    async def _paced(self, pace: Pace) -> None:
        """A history that cannot be read has its banner already; the next one is counted from the beginning."""
        try:
            await self._count(pace)
        except KnownError:
            self._arrivals = None
        except Superseded:
            pace.due = True  # of no effect where another search has begun
        finally:
            pace.end(time.monotonic())
        self._soon()

    async def _count(self, pace: Pace) -> None:
        before, whole = self._arrivals, self._whole
        if pace is not self._pace:
            return  # another search has begun before this came to its turn
        if before is not None and self._amended:
            if whole.wait(time.monotonic()) == 0:
                before = None
            else:
                pace.due = True  # once it is time
        if before is None:
            self._amended = False
            whole.begin(time.monotonic())
            found = await self._library.search(partial(_everything, query=self._query, known=self._known()))
            whole.end(time.monotonic())
        else:
            later = await self._library.search(partial(_later, query=self._query, after=before.last))
            found = before.plus(later)
        if pace is self._pace:  # else another search has begun
            self._arrivals = found
            self._window.timeline.show_arrivals(found)

    def _known(self) -> Known:
        """In another order than that of arrival some that were taken in may not be in their places yet."""
        model = self._window.model
        if self._query.is_empty or model.order is not None:
            return NOTHING_KNOWN
        return Known(model.heads(), self._feed.last)


def _everything(reader: Reader, query: Query, known: Known) -> Arrivals:
    return reader.arrivals(query, known=known)


def _later(reader: Reader, query: Query, after: int) -> Arrivals:
    return reader.arrivals(query, after=after)
