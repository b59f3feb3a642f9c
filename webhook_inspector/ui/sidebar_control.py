"""Keeps the sidebar up to date: counts on threads of its own, and only while it is in sight; and keeps the saved filters."""

import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.paths import DataFolder
from webhook_inspector.saved_filters import KEYS, SavedFilter, load_filters, remove_filter, save_filter
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Query
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.endpoint_control import EndpointControl
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.filter_dialog import FilterDialog
from webhook_inspector.ui.library import Library, Superseded
from webhook_inspector.ui.sidebar_lines import Shelf, lines_of
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.window import MainWindow

PAUSE_SECONDS = 1.0
"""Between two countings of what came."""
FILTER_SECONDS = 5.0
"""Between two countings of what saved filters find."""
CALM = 20
"""So many times as long as a counting of everything takes, everything is not counted again."""
MOVING = ("since:", "before:")
"""What such a filter finds may be otherwise without anything having happened."""


class SidebarControl(QObject):
    """Methods are named in the table of `actions`."""

    def __init__(self, window: MainWindow, feed: Feed, endpoints: EndpointControl, folder: DataFolder) -> None:
        super().__init__(window)
        self._window = window
        self._feed = feed
        self._endpoints = endpoints
        self._path = folder.settings
        self._tasks = Tasks()
        self._shelf = Shelf()
        self._counts = Pace(PAUSE_SECONDS)
        self._finds = Pace(FILTER_SECONDS)
        self._whole = Pace(PAUSE_SECONDS)
        """Of the countings of everything."""
        self._counting = Library(lambda: Reader(folder.history))
        self._finding = Library(lambda: Reader(folder.history))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._connect()
        self._show()

    def start(self) -> None:
        """Reads the saved filters, and counts for the first time."""
        self._spawn(self._keep(lambda _path: None))
        self.stir()

    def stir(self) -> None:
        """There may be new captures."""
        for pace in (self._counts, self._finds):
            pace.due = True
        self._soon()

    def amend(self) -> None:
        """What was counted is otherwise now."""
        self._whole.due = True
        self.stir()

    def save_filter(self) -> None:
        """Asks for the name of the filter that is searched for."""
        text = self._feed.query.text.strip()
        if text:
            self._open(SavedFilter("", text))

    async def stop(self) -> None:
        self._timer.stop()
        await self._tasks.stop()
        await self._counting.close()
        await self._finding.close()

    def _connect(self) -> None:
        window = self._window
        self._feed.counted.connect(self.stir)
        self._feed.amended.connect(self.amend)
        self._endpoints.changed.connect(self._show)
        window.split.shown_changed.connect(self._soon)
        window.sidebar.edit_wanted.connect(self._edit)
        window.sidebar.remove_wanted.connect(
            lambda name: self._spawn(self._keep(lambda path: remove_filter(path, name)))
        )
        for key in KEYS:
            QShortcut(QKeySequence(f"Alt+{key}"), window).activated.connect(lambda key=key: self._press(key))

    def _press(self, key: int) -> None:
        text = next((one.text for one in self._shelf.saved if one.key == key), "")
        if text:
            self._window.pick_filter(text)

    def _show(self) -> None:
        self._shelf = replace(self._shelf, configured=tuple(self._endpoints.rules.paths()))
        self._window.sidebar.show_lines(lines_of(self._shelf))

    # counting

    def _soon(self) -> None:
        paces = [pace for pace in (self._counts, self._finds) if pace.due and not pace.running]
        if paces and self._in_sight():
            wait = min(pace.wait(time.monotonic()) for pace in paces)
            self._timer.start(int(wait * 1000) + 1)  # never too early

    def _in_sight(self) -> bool:
        return self._feed.ready and not self._window.sidebar.isHidden()

    def _begin(self) -> None:
        if not self._in_sight():
            return  # it was hidden while the timer ran; showing it begins again
        now = time.monotonic()
        for pace, work in ((self._counts, self._count), (self._finds, self._find)):
            if pace.due and not pace.running and pace.wait(now) == 0:
                self._tasks.spawn(self._paced(pace, work), name="count for the sidebar")
        self._soon()

    async def _paced(self, pace: "Pace", work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """A history that cannot be read has its banner already; the next one is counted from the beginning."""
        pace.begin(time.monotonic())
        try:
            await work()
        except (KnownError, Superseded):
            self._whole.due = True
        finally:
            pace.end(time.monotonic())
        self._show()
        self._soon()

    async def _count(self) -> None:
        before, now = self._shelf.counts, time.monotonic()
        if before is not None and self._whole.due:
            if self._whole.wait(now) == 0:
                before = None
            else:
                self._counts.due = True  # once it is time
        after = 0 if before is None else before.last
        if before is None:
            self._whole.begin(now)
        later = await self._counting.search(lambda reader: reader.counts(after=after))
        if before is None:
            self._whole.end(time.monotonic())
        self._shelf = replace(self._shelf, counts=later if before is None else before.plus(later))

    async def _find(self) -> None:
        found: dict[str, int] = {}
        for one in self._shelf.saved:
            query = parse(one.text).query
            if query is not None:
                found[one.text] = await self._count_found(query)
                self._shelf = replace(self._shelf, found={**self._shelf.found, **found})
                self._show()
        self._shelf = replace(self._shelf, found=found)
        self._finds.due |= any(word in text for text in found for word in MOVING)

    async def _count_found(self, query: Query) -> int:
        return await self._finding.search(lambda reader: len(reader.ids(query)))

    # saved filters

    def _edit(self, name: str) -> None:
        found = next((one for one in self._shelf.saved if one.name == name), None)
        if found is not None:
            self._open(found)

    def _open(self, before: SavedFilter) -> None:
        others = [one for one in self._shelf.saved if one.name != before.name]
        dialog = FilterDialog(self._window, before, others)
        dialog.setObjectName("filter")
        dialog.given.connect(
            lambda saved: self._spawn(self._keep(lambda path: save_filter(path, saved, before=before.name)))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _keep(self, change: Callable[[Path], None]) -> None:
        """Changes the file, and shows what is in it."""
        saved = await aside(lambda: _changed(self._path, change))
        self._shelf = replace(self._shelf, saved=saved)
        self._finds.due = True
        self._finds.free_at = 0.0
        self._show()
        self._soon()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(self._told(work), name="saved filters")

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KnownError as error:
            self._warn(error.problem)

    def _warn(self, problem: Problem) -> None:
        self._window.banners.show_banner("filters", "warn", problem_text(problem), dismissable=True)


class Pace:
    """When something may be done again: after a pause, and the later the longer it took."""

    def __init__(self, pause: float) -> None:
        self.due = False
        self.running = False
        self.free_at = 0.0
        """In seconds of the monotonic clock."""
        self._pause = pause
        self._began = 0.0

    def wait(self, now: float) -> float:
        return max(0.0, self.free_at - now)

    def begin(self, now: float) -> None:
        self.due, self.running, self._began = False, True, now

    def end(self, now: float) -> None:
        self.running = False
        self.free_at = now + max(self._pause, (now - self._began) * CALM)


def _changed(path: Path, change: Callable[[Path], None]) -> tuple[SavedFilter, ...]:
    change(path)
    return load_filters(path)
