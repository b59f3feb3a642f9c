"""The engine on its own thread and loop, and the one way from there to the window.

What happens per request must never reach the GUI thread per request: captures only raise a flag, and one signal is under way
until the window has looked.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from webhook_inspector.core.events import (
    Captured,
    Event,
    Fault,
    Judged,
    Judging,
    Listening,
    Notice,
    NotListening,
    Removed,
    RulesChanged,
)
from webhook_inspector.engine import Engine

T = TypeVar("T")

Happening = Listening | NotListening | Fault | Notice | RulesChanged | Judged | Judging | Removed


class Inbox(QObject):
    """Made on the GUI thread; `put` is called from the engine's. Connect its signals with QueuedConnection."""

    captured = Signal()
    """There are new captures. Not said again until `look`."""
    happened = Signal()
    """There are other events for `take`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._dirty = False
        self._events: deque[Happening] = deque()

    def put(self, event: Event) -> None:
        with self._lock:
            if isinstance(event, Captured):
                told, self._dirty = self._dirty, True
            else:
                told = bool(self._events)
                self._events.append(event)
        if not told:
            (self.captured if isinstance(event, Captured) else self.happened).emit()

    def look(self) -> None:
        """From now on a new capture is announced again: call it before reading the history."""
        with self._lock:
            self._dirty = False

    def take(self) -> list[Happening]:
        """Everything that happened since the last time, in order."""
        with self._lock:
            events = list(self._events)
            self._events.clear()
        return events


class EngineThread:
    """`make_engine` is called on the thread: building the engine imports what the first paint must not wait for."""

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        self._make = make_engine
        self._ready: Future[tuple[asyncio.AbstractEventLoop, Engine]] = Future()
        self._ended: Future[None] = Future()
        self._over: asyncio.Event | None = None
        self._thread = Thread(target=self._run, name="engine", daemon=True)

    def start(self) -> None:
        self._thread.start()

    async def ask(self, question: Callable[[Engine], Coroutine[Any, Any, T]]) -> T:
        """Runs a coroutine of the engine on its own loop and brings its outcome to the caller's."""
        loop, engine = await asyncio.shield(asyncio.wrap_future(self._ready))
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(question(engine), loop))

    async def stop(self) -> None:
        """Stops the engine: the last commit, the last replies. Then ends the thread."""
        try:
            await self.ask(lambda engine: engine.stop())
        finally:
            if self._ready.exception() is None:
                await self.ask(self._finish)
            await asyncio.wrap_future(self._ended)
            self._thread.join()

    def _run(self) -> None:
        try:
            asyncio.run(self._live())
        finally:
            self._ended.set_result(None)

    async def _live(self) -> None:
        self._over = asyncio.Event()
        try:
            engine = self._make()
        except BaseException as error:
            self._ready.set_exception(error)
            raise
        self._ready.set_result((asyncio.get_running_loop(), engine))
        await self._over.wait()

    async def _finish(self, _engine: Engine) -> None:
        if self._over is not None:
            self._over.set()
