"""Follows a history that another process writes: looks now and then whether something was committed, or the file exchanged.

SQLite tells that something was committed, not what. New captures are taken in at once; whether others were judged or marked,
deleted or brought back is looked at more seldom, and the more seldom the longer that takes.
"""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.store.files import identity
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.sidebar_control import Pace

POLL_MS = 300
REVIEW_SECONDS = 1.0
"""Between two looks at what had been taken in."""


class Follower(QObject):
    rules_changed = Signal()
    """The files that hold the rules are others than before, or are looked at for the first time."""

    def __init__(
        self, feed: Feed, library: Library, history: Path, tasks: Tasks, rules_stamp: Callable[[], str]
    ) -> None:
        """`rules_stamp` gives another text when somebody has written the rules; it is called on the library's thread."""
        super().__init__(feed)
        self._feed = feed
        self._library = library
        self._history = history
        self._tasks = tasks
        self._rules_stamp = rules_stamp
        self._looking = False
        self._file: tuple[int, int] | None = None
        self._version: int | None = None
        self._stamp: str | None = None
        self._judged = ""
        """What the history says of the rules by which all of it was judged."""
        self._review = Pace(REVIEW_SECONDS)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._begin)

    def start(self) -> None:
        self._timer.start()
        self._begin()

    def stop(self) -> None:
        self._timer.stop()

    def _begin(self) -> None:
        if not self._looking:
            self._looking = True
            self._tasks.spawn(self._look(), name="look for what another process captured")
        if self._review.due and not self._review.running and self._review.wait(time.monotonic()) == 0:
            self._tasks.spawn(self._look_again(), name="look for what another process changed")

    async def _look(self) -> None:
        try:
            file, version, stamp, judged = await self._library.read(
                lambda reader: (identity(self._history), reader.version(), self._rules_stamp(), reader.mark("rules"))
            )
        except KnownError as error:  # it may be there at the next look
            self._file = None
            self._feed.failed.emit(error.problem)
        else:
            if file is not None and file != self._file:
                await self._feed.reopen()
            elif version != self._version:
                self._feed.stir()
                self._review.due = True
                if judged != self._judged:
                    self._feed.amended.emit()
            self._file, self._version, self._judged = file, version, judged
            if stamp != self._stamp and self._timer.isActive():  # not when this window has the folder by now
                self._stamp = stamp
                self.rules_changed.emit()
        finally:
            self._looking = False

    async def _look_again(self) -> None:
        self._review.begin(time.monotonic())
        try:
            done = await self._feed.look_again()
        finally:
            self._review.end(time.monotonic())
        self._review.due |= not done
