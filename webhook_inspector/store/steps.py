"""Work on what is stored, in steps that somebody on an event loop waits for: between two of them captures are written."""

import asyncio
import sqlite3
from collections.abc import Callable
from typing import TypeVar

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.store.history import Work
from webhook_inspector.store.writer import Done

T = TypeVar("T")
Step = Callable[[sqlite3.Connection], T]
PAGES = 50
"""About how many pages of the file a step writes."""


class Steps:
    """`change` is the writer's."""

    def __init__(self, change: Callable[[Work, Done], None]) -> None:
        self._change = change

    async def do(self, step: Callable[[sqlite3.Connection], T]) -> T:
        """What the step gives, once it is committed. Raises KnownError where that is impossible; nothing is changed then."""
        loop = asyncio.get_running_loop()
        answered: asyncio.Future[None] = loop.create_future()
        given: list[T] = []

        def work(connection: sqlite3.Connection) -> int:
            given.append(step(connection))
            return PAGES

        def done(problem: Problem | None) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(_settle, answered, problem)

        self._change(work, done)
        await answered
        return given[0]


def _settle(answered: "asyncio.Future[None]", problem: Problem | None) -> None:
    if answered.done():  # nobody waits any more
        return
    if problem is None:
        answered.set_result(None)
    else:
        answered.set_exception(KnownError(problem))
