"""The queue's history: read on a thread of its own, written in groups beside capturing."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.store.deliveries import Made, keep_attempts
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.steps import Step, Steps

T = TypeVar("T")
_log = logging.getLogger(__name__)

GROUP = 64
"""Attempts that are written in one commit."""
AGAIN_SECONDS = 1.0
"""After which what could not be written is tried again."""
GRACE = 2.0
"""Seconds that the end waits for attempts that were made to be written."""


class Ledger:
    """Lives on the engine's loop, from the first question to `close`. `kept` hears of each attempt that is stored."""

    def __init__(self, history: Path, steps: Steps, kept: Callable[[Made], None]) -> None:
        self._history = history
        self._steps = steps
        self._kept = kept
        self._thread = ThreadPoolExecutor(1, "forwarding")
        self._reader: Reader | None = None
        self._made: list[tuple[Made, asyncio.Future[bool]]] = []
        self._tasks = Tasks()
        self._writing: asyncio.Task[None] | None = None

    async def ask(self, question: Callable[[Reader], T]) -> T:
        """Raises KnownError where the history cannot be read."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._asked, question)

    async def do(self, step: Step[T]) -> T:
        """Waits until the history can be written: nothing is attempted that could not be told."""
        while True:
            try:
                return await self._steps.do(step)
            except KnownError as error:
                _log.info("forwarding waits for the history: %s", error.problem.code)
            await asyncio.sleep(AGAIN_SECONDS)

    async def keep(self, made: Made) -> bool:
        """Stores an attempt, with others that end meanwhile. Whether its delivery was still there."""
        answered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._made.append((made, answered))
        if self._writing is None or self._writing.done():
            self._writing = self._tasks.spawn(self._write(), name="keep attempts")
        return await answered

    async def close(self) -> None:
        """Writes what was made, if that is possible soon."""
        if self._writing is not None:
            await asyncio.wait([self._writing], timeout=GRACE)
        await self._tasks.stop()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown()

    async def _write(self) -> None:
        while self._made:
            group, self._made = self._made[:GROUP], self._made[GROUP:]
            kept = await self.do(partial(keep_attempts, made=[made for made, _ in group]))
            stored = {one.delivery.id for one in kept}
            for one in kept:
                self._kept(one)
            for made, answered in group:
                if not answered.done():
                    answered.set_result(made.delivery.id in stored)

    def _asked(self, question: Callable[[Reader], T]) -> T:
        if self._reader is None:
            self._reader = Reader(self._history)
        return question(self._reader)

    def _close(self) -> None:
        if self._reader is not None:
            self._reader.close()
