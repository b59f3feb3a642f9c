"""What has changed since the last capture of the same kind, in a few words for the overview."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from webhook_inspector.compare.comparison import Comparison, Wanted, compare
from webhook_inspector.compare.ignoring import Ignoring
from webhook_inspector.core.capture import Record
from webhook_inspector.core.text import visible
from webhook_inspector.ui.compare_words import hint_text
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.texts import cut

T = TypeVar("T")

HINT_LIMIT = 256 * 2**10
"""Bytes of the largest body that is compared unasked."""
PATIENCE_SECONDS = 0.15
"""How long a capture is looked at before it is compared: whoever runs through a list waits for nothing."""
REACH = 20_000
"""Captures that are looked through unasked: ten milliseconds in which the reading thread does nothing else."""


class Reads(Protocol):
    """What is asked of `store.reader.Reader`."""

    def record(self, number: int, /, *, body_limit: int | None = None) -> Record | None: ...

    def previous_of_kind(self, number: int, reach: int, /) -> int | None: ...


class Does(Protocol):
    async def do(self, job: Callable[[], T], /) -> T: ...


@dataclass(frozen=True, slots=True)
class Earlier:
    """The capture before, and the one that is shown."""

    before: Record
    after: Record


def worth_it(loaded: Loaded) -> bool:
    """Whether to ask for an earlier one: its event is known, and it is no large one."""
    judgement = loaded.record.judgement
    known = judgement is not None and bool(judgement.meaning.event)
    return known and max(loaded.stored, loaded.record.capture.body_size) <= HINT_LIMIT


def earlier(reader: Reads, record: Record) -> Earlier | None:
    """On the reading thread; None where there is nothing to compare with, or too much to do it unasked."""
    number = reader.previous_of_kind(record.id, REACH)
    before = None if number is None else reader.record(number, body_limit=HINT_LIMIT)
    if before is None or before.capture.body_size > HINT_LIMIT:
        return None
    return Earlier(before, record)


async def hint(found: Earlier, workshop: Does) -> str:
    """Ids and times do not count: they always differ."""
    comparison: Comparison = await workshop.do(lambda: compare(found.before, found.after, Wanted(Ignoring(noise=True))))
    judgement = found.after.judgement
    event = "" if judgement is None else visible(cut(judgement.meaning.event, 60))
    return hint_text(comparison, event, found.before.id)
