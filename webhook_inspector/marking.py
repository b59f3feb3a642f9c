"""What the user does with stored captures: marks them, deletes them, clears the list, and takes a deletion back."""

import asyncio
import time
from array import array
from collections.abc import Callable, Sequence
from functools import partial

from webhook_inspector.core.marks import Deletion, MarkChange
from webhook_inspector.store import marking
from webhook_inspector.store.steps import Steps


class Marking:
    """Lives on the engine's loop. One thing is done after the other, so that an undo finds a deletion whole.

    Every method raises KnownError where the history cannot be written; what was done before that stays done.
    `restored` is called when captures came back that are yet to be judged.
    """

    def __init__(self, steps: Steps, restored: Callable[[], None]) -> None:
        self._steps = steps
        self._restored = restored
        self._turn = asyncio.Lock()
        self._moment = 0

    async def mark(self, ids: Sequence[int], change: MarkChange) -> "array[int]":
        """The captures whose marks are others now."""
        changed = array("q")
        async with self._turn:
            for some in marking.steps(ids):
                changed.extend(await self._steps.do(partial(marking.mark, ids=some, change=change)))
        return changed

    async def delete(self, ids: Sequence[int]) -> Deletion:
        async with self._turn:
            moment, count = self._next_moment(), 0
            for some in marking.steps(ids):
                count += len(await self._steps.do(partial(marking.delete, ids=some, moment_ns=moment)))
        return Deletion(moment, count)

    async def clear(self, last: int) -> Deletion:
        """Deletes every capture up to the id `last` that is not pinned."""
        async with self._turn:
            moment, count, below = self._next_moment(), 0, last + 1
            while ids := await self._steps.do(partial(marking.clear, below=below, moment_ns=moment)):
                below = ids[-1]
                count += len(ids)
        return Deletion(moment, count)

    async def restore(self, moment_ns: int) -> "array[int]":
        """Takes a deletion back. The captures that came back; those that retention has removed do not."""
        back = array("q")
        async with self._turn:
            while ids := await self._steps.do(partial(marking.restore, moment_ns=moment_ns)):
                back.extend(ids)
        if back:
            self._restored()
        return back

    def _next_moment(self) -> int:
        self._moment = max(time.time_ns(), self._moment + 1)
        return self._moment
