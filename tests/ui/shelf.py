"""A library for the detail panes that holds its records in memory."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from tests.ui.judged import Rulebook
from webhook_inspector.core.capture import Capture, Record, Row, path_of_capture, row_of
from webhook_inspector.core.delivery import Attempt, Deliveries, Delivery
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.ui.judging import Judging
from webhook_inspector.ui.loaded import Loaded, Reads, load
from webhook_inspector.ui.workshop import Tools, Workshop

T = TypeVar("T")


class Shelf:
    """Numbers its records from 1."""

    tries: tuple[int, ...] = ()
    """The captures of one delivery, if there is one that came more than once."""
    sent: tuple[Delivery, ...] = ()
    attempts: tuple[Attempt, ...] = ()

    def __init__(self, *records: Record) -> None:
        self._records = {number: record.with_id(number) for number, record in enumerate(records, 1)}
        self.questions = 0

    async def read(self, question: Callable[[Reads], T]) -> T:
        self.questions += 1
        return question(self)

    def judge(self, number: int, judgement: Judgement) -> None:
        self._records[number] = replace(self._records[number], judgement=judgement)

    def record(self, number: int, *, body_limit: int | None = None) -> Record | None:
        record = self._records.get(number)
        if record is None or body_limit is None:
            return record
        capture: Capture = replace(record.capture, body=record.capture.body[:body_limit])
        return replace(record, capture=capture)

    def stored_size(self, number: int) -> int:
        return len(self._records[number].capture.body)

    def rows(self, ids: Sequence[int]) -> list[Row]:
        return [self._row(number) for number in ids if number in self._records]

    def retries(self, first: int, limit: int) -> Sequence[int]:
        return self.tries[1 : limit + 1] if first in self.tries[:1] else ()

    def nearby(self, number: int, reach: int, limit: int) -> Sequence[int]:
        path = self._path(number)
        near = [
            one for one in self._records if one != number and abs(one - number) <= reach and self._path(one) == path
        ]
        return sorted(near, key=lambda other: abs(other - number))[:limit]

    def previous_of_kind(self, number: int, reach: int) -> int | None:
        kind = self._kind(number)
        return max(
            (one for one in self._records if number - reach <= one < number and self._kind(one) == kind and kind[1]),
            default=None,
        )

    def deliveries_of(self, capture: int) -> list[Delivery]:
        return [one for one in self.sent if one.capture == capture]

    def attempts_of(self, delivery: int) -> list[Attempt]:
        return [one for one in self.attempts if one.delivery == delivery]

    def attempt(self, number: int) -> Attempt | None:
        return next((one for one in self.attempts if one.id == number), None)

    def _kind(self, number: int) -> tuple[str, str, str]:
        judgement = self._records[number].judgement or NOT_JUDGED
        return judgement.meaning.provider, judgement.meaning.event, self._path(number)

    def _row(self, number: int) -> Row:
        states = [one.state.value for one in self.deliveries_of(number)]
        sent = Deliveries(**{state: states.count(state) for state in states})
        row = replace(row_of(self._records[number]), deliveries=sent)
        if number not in self.tries:
            return row
        first = self.tries[0]
        return replace(row, tries=len(self.tries)) if number == first else replace(row, first=first)

    def _path(self, number: int) -> str:
        return path_of_capture(self._records[number].capture)

    def loaded(self, number: int = 1) -> Loaded:
        found = load(self, number)
        assert found is not None
        return found


class Bench:
    """Tools for one pane, and what it told the status bar. `close` ends its threads."""

    def __init__(self, shelf: Shelf, judging: Judging | None = None) -> None:
        self.told: list[str] = []
        self.tools = Tools(shelf, Tasks(), Workshop(), self.told.append, judging or Rulebook())

    async def close(self) -> None:
        await self.tools.tasks.stop()
        self.tools.workshop.close()


async def until(true: Callable[[], object]) -> None:
    """Waits for it; the time limit of asynchronous tests ends a wait in vain."""
    while not true():  # noqa: ASYNC110 (what it waits for is a widget, which sets no event)
        await asyncio.sleep(0.005)
