"""The engine on its own thread and loop, and the one way from there to the window.

What happens per request must never reach the GUI thread per request: captures only raise a flag, and one signal is under way
until the window has looked.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from webhook_inspector.core.events import (
    Attempted,
    Captured,
    Event,
    Fault,
    ForwardsChanged,
    Judged,
    Judging,
    Listening,
    Notice,
    NotListening,
    Queued,
    Removed,
    RulesChanged,
)
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.engine import Engine
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings

T = TypeVar("T")
ROLE = "webhook-inspector window"

Happening = (
    Listening
    | NotListening
    | Fault
    | Notice
    | RulesChanged
    | Judged
    | Judging
    | Removed
    | ForwardsChanged
    | Queued
    | Attempted
)


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
    """`make_engine` is called on the thread, and the engine begins there at once: to listen, it need not wait for a window."""

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        self._make = make_engine
        self._begun: Future[Problem | None] = Future()
        self._ready: Future[tuple[asyncio.AbstractEventLoop, Engine]] = Future()
        self._ended: Future[None] = Future()
        self._over: asyncio.Event | None = None
        self._thread = Thread(target=self._run, name="engine", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Until it has begun, or cannot, or for so long. Not for the window's thread."""
        wait_for([self._begun], seconds)

    async def begun(self) -> Problem | None:
        """What kept the engine from beginning, once that is known. Where it listens, or why it does not, is an event."""
        return await asyncio.shield(asyncio.wrap_future(self._begun))

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
            self._begun.set_exception(error)
            raise
        self._ready.set_result((asyncio.get_running_loop(), engine))
        try:
            self._begun.set_result(await begin(engine))
        except BaseException as error:
            self._begun.set_exception(error)
            raise
        await self._over.wait()

    async def _finish(self, _engine: Engine) -> None:
        if self._over is not None:
            self._over.set()


async def begin(engine: Engine) -> Problem | None:
    """Starts the engine and listens. What keeps it from starting, or None; why it cannot listen is an event."""
    try:
        await engine.start()
    except KnownError as error:
        return error.problem
    with suppress(KnownError):
        await engine.listen()
    return None


@dataclass(frozen=True, slots=True)
class Begun:
    inbox: Inbox
    engine: EngineThread

    @classmethod
    def of(cls, folder: DataFolder, settings: Settings) -> "Begun":
        """An engine that has just been told to begin."""
        inbox = Inbox()
        engine = EngineThread(lambda: Engine(folder, settings, role=ROLE, on_event=inbox.put))
        engine.start()
        return cls(inbox, engine)
