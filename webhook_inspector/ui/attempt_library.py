"""One attempt in place of a capture: the panes of captures show its request, or its response, with the views that they have."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from webhook_inspector.core.capture import Capture, Record, Row
from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.ui.loaded import BODY_LIMIT, Loaded, Reads

T = TypeVar("T")


class AttemptLibrary:
    """A library that holds one message of an attempt in memory. Whatever is asked for, it has nothing else."""

    def __init__(self) -> None:
        self._record: Record | None = None

    def hold(self, attempt: Attempt, *, response: bool) -> Loaded | None:
        """The message ready for a pane; None where there was no response."""
        self._record = record_of(attempt, response=response)
        if self._record is None:
            return None
        first = self.record(self._record.id, body_limit=BODY_LIMIT)
        return None if first is None else Loaded(first, self.stored_size(first.id))

    async def read(self, question: Callable[[Reads], T]) -> T:
        return question(self)

    def record(self, number: int, /, *, body_limit: int | None = None) -> Record | None:
        held = self._record
        if held is None or held.id != number or body_limit is None:
            return held if held is not None and held.id == number else None
        return replace(held, capture=replace(held.capture, body=held.capture.body[:body_limit]))

    def stored_size(self, number: int, /) -> int:
        held = self._record
        return len(held.capture.body) if held is not None and held.id == number else 0

    def rows(self, _ids: Sequence[int], /) -> list[Row]:
        return []

    def retries(self, _first: int, _limit: int, /) -> Sequence[int]:
        return ()

    def nearby(self, _number: int, _reach: int, _limit: int, /) -> Sequence[int]:
        return ()

    def previous_of_kind(self, _number: int, _reach: int, /) -> int | None:
        return None

    def deliveries_of(self, _capture: int, /) -> list[Delivery]:
        return []

    def attempts_of(self, _delivery: int, /) -> list[Attempt]:
        return []

    def attempt(self, _number: int, /) -> Attempt | None:
        return None


def record_of(attempt: Attempt, *, response: bool) -> Record | None:
    """The request as it was sent, or the response; None where there was none."""
    answer = attempt.response
    if response and answer is None:
        return None
    head, body = (answer.head, answer.body) if response and answer else (attempt.sent_head, attempt.sent_body)
    capture = Capture(attempt.started_ns, attempt.peer, "http", head, body, body_size=len(body))
    return Record(capture, 0, id=attempt.id)
