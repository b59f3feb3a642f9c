"""Sends many requests at their times, so many at once, until all are sent or it is cancelled."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
Turn = tuple[float, int]
"""Seconds after the beginning, and which of the requests."""
MOST_AT_ONCE = 256


async def run(
    turns: Sequence[Turn],
    send: Callable[[int], Awaitable[T]],
    done: Callable[[int, T], None],
    *,
    at_once: int = MOST_AT_ONCE,
) -> None:
    """Calls `send` with the request of each turn, none before its time, and `done` with the place of the turn and what came of it.

    Where more than `at_once` are under way, the next one waits. Cancelled, or where one raises, the others are cancelled, too.
    """
    loop, room = asyncio.get_running_loop(), asyncio.Semaphore(min(at_once, MOST_AT_ONCE))
    begun = loop.time()

    async def one(place: int, which: int) -> None:
        try:
            done(place, await send(which))
        finally:
            room.release()

    async with asyncio.TaskGroup() as group:
        for place in sorted(range(len(turns)), key=lambda place: turns[place][0]):
            offset, which = turns[place]
            await asyncio.sleep(max(0.0, begun + offset - loop.time()))
            await room.acquire()
            group.create_task(one(place, which))
