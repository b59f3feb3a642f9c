"""Threads for work that would stop the window, and the rule that only the newest work of a kind counts."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeVar

from webhook_inspector.core.tasks import Tasks
from webhook_inspector.ui.body_choices import ViewChoices
from webhook_inspector.ui.delivering import Delivering
from webhook_inspector.ui.judging import Judging
from webhook_inspector.ui.loaded import Library

T = TypeVar("T")

BREATH = 0.0003
"""Seconds that a thread rests after some milliseconds, so that the window has its turn."""
HUSH = 0.03
"""Seconds that all rest while the window paints: each of its many calls into Qt would lose the interpreter to them."""

MOST_HUSHED = 0.1
"""Seconds that work rests at most: it goes on, slowly, while the window paints all the time."""


class Workshop:
    """Two threads that render, colour and write files. What they run touches no widget."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="workshop")
        self._closed = False
        self._hushed_until = 0.0

    async def do(self, job: Callable[[], T]) -> T:
        """What `job` returns. Cancelled while it still waits for a thread, it never runs."""
        return await self.begin(job)

    def begin(self, job: Callable[[], T]) -> asyncio.Future[T]:
        """The same without waiting. After `close` it is cancelled at once."""
        if self._closed:
            dropped = asyncio.get_running_loop().create_future()
            dropped.cancel()
            return dropped
        return asyncio.wrap_future(self._threads.submit(job))

    def hush(self) -> None:
        """Asks all work to rest for a moment, at its next `breathe`."""
        self._hushed_until = monotonic() + HUSH

    def breathe(self) -> None:
        """What long work calls every few milliseconds, on its own thread."""
        threading.Event().wait(BREATH)
        last = monotonic() + MOST_HUSHED
        while (now := monotonic()) < min(last, self._hushed_until):
            threading.Event().wait(min(last, self._hushed_until) - now)

    def close(self) -> None:
        """Lets what runs end, drops what waits."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)


class Latest:
    """Runs one coroutine at a time: a newer one ends the older at its next `await`."""

    def __init__(self, tasks: Tasks, name: str) -> None:
        self._tasks = tasks
        self._name = name
        self._task: asyncio.Task[Any] | None = None

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        self.stop()
        self._task = self._tasks.spawn(work, name=self._name)

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


@dataclass(frozen=True, slots=True)
class Tools:
    """What a pane works with."""

    library: Library
    tasks: Tasks
    workshop: Workshop
    tell: Callable[[str], None]
    """Says a sentence in the status bar."""
    judging: Judging
    """The endpoints with their secrets, and what can be done about them."""
    choices: ViewChoices = field(default_factory=ViewChoices)
    """How bodies are looked at."""
    delivering: Delivering = field(default_factory=Delivering)
    """What has become of sending captures on, and what is wanted of it."""
