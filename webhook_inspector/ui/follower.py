"""Follows a history that another process writes: looks now and then whether something was committed, or the file exchanged."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.store.files import identity
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.library import Library

POLL_MS = 300


class Follower(QObject):
    def __init__(self, feed: Feed, library: Library, history: Path, tasks: Tasks) -> None:
        super().__init__(feed)
        self._feed = feed
        self._library = library
        self._history = history
        self._tasks = tasks
        self._looking = False
        self._file: tuple[int, int] | None = None
        self._version: int | None = None
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

    async def _look(self) -> None:
        try:
            file, version = await self._library.read(lambda reader: (identity(self._history), reader.version()))
        except KnownError as error:  # it may be there at the next look
            self._file = None
            self._feed.failed.emit(error.problem)
        else:
            if file is not None and file != self._file:
                await self._feed.reopen()
            elif version != self._version:
                self._feed.stir()
            self._file, self._version = file, version
        finally:
            self._looking = False
