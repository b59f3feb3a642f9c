"""A message as the panes of captures take it: a record that is in no history, and a library that holds nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from webhook_inspector.core.capture import Capture, Record, Row, State
from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.ui.loaded import BODY_LIMIT, Loaded, Reads

T = TypeVar("T")


@dataclass
class OneRecord:
    """Answers at once, as it holds its record in memory. Whatever else is asked for, it has nothing."""

    held: Record | None = None

    async def read(self, question: Callable[[Reads], T], /) -> T:
        return question(self)

    def record(self, number: int, /, *, body_limit: int | None = None) -> Record | None:
        if self.held is None or self.held.id != number:
            return None
        capture = self.held.capture
        return replace(self.held, capture=replace(capture, body=capture.body[:body_limit]))

    def stored_size(self, number: int, /) -> int:
        return len(self.held.capture.body) if self.held is not None and self.held.id == number else 0

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

    def hold(self, record: Record | None) -> Loaded | None:
        """From now on this one, ready for a pane."""
        self.held = record
        return self.loaded()

    def loaded(self) -> Loaded | None:
        """Its record as a pane gets it: of a large body the first part."""
        if self.held is None:
            return None
        first = self.record(self.held.id, body_limit=BODY_LIMIT)
        return None if first is None else Loaded(first, self.stored_size(self.held.id))


def record_of_body(head: bytes, body: bytes, *, number: int = 1, size: int = 0) -> Record:
    """`size`: of the whole body, where only its beginning was kept."""
    whole = size <= len(body)
    capture = Capture(
        received_ns=0,
        peer="",
        scheme="http",
        head=head,
        body=body,
        state=State.COMPLETE if whole else State.CUT,
        body_size=max(size, len(body)),
    )
    return Record(capture, 0, b"", id=number)


def record_of_response(attempt: Attempt, number: int) -> Record | None:
    """None where there was no response."""
    response = attempt.response
    if response is None:
        return None
    return record_of_body(response.head, response.body, number=number, size=response.body_size)
