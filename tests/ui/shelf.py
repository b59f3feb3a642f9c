"""A library for the detail panes that holds its records in memory."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from webhook_inspector.core.capture import Capture, Record
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.ui.loaded import Loaded, Reads, load
from webhook_inspector.ui.workshop import Tools, Workshop

T = TypeVar("T")


class Shelf:
    """Numbers its records from 1."""

    def __init__(self, *records: Record) -> None:
        self._records = {number: record.with_id(number) for number, record in enumerate(records, 1)}
        self.questions = 0

    async def read(self, question: Callable[[Reads], T]) -> T:
        self.questions += 1
        return question(self)

    def record(self, number: int, *, body_limit: int | None = None) -> Record | None:
        record = self._records.get(number)
        if record is None or body_limit is None:
            return record
        capture: Capture = replace(record.capture, body=record.capture.body[:body_limit])
        return replace(record, capture=capture)

    def stored_size(self, number: int) -> int:
        return len(self._records[number].capture.body)

    def loaded(self, number: int = 1) -> Loaded:
        found = load(self, number)
        assert found is not None
        return found


class Bench:
    """Tools for one pane, and what it told the status bar. `close` ends its threads."""

    def __init__(self, shelf: Shelf) -> None:
        self.told: list[str] = []
        self.tools = Tools(shelf, Tasks(), Workshop(), self.told.append)

    async def close(self) -> None:
        await self.tools.tasks.stop()
        self.tools.workshop.close()


async def until(true: Callable[[], object]) -> None:
    """Waits for it; the time limit of asynchronous tests ends a wait in vain."""
    while not true():  # noqa: ASYNC110 (what it waits for is a widget, which sets no event)
        await asyncio.sleep(0.005)
