"""Sends captures by hand to a target, once and as they came, and finds deliveries that failed."""

from collections.abc import Sequence
from dataclasses import replace

from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.drafts.captured import draft_of, lacking
from webhook_inspector.drafts.prepare import prepare
from webhook_inspector.net.sending import Options
from webhook_inspector.resend import Outcome
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.loaded import load_whole

RECENT = 50
"""The latest deliveries whose targets are offered."""
MOST_TARGETS = 12
_NEVER = frozenset({b"expect"})
"""We wait for no leave to send the body."""


def outgoing_of(reader: Reader, number: int, target: str) -> Outgoing:
    """On the reading thread. Raises KnownError where the capture is gone, is not whole, or cannot be sent there."""
    record = load_whole(reader, number)
    missing = lacking(record)
    if missing is not None:
        raise KnownError(missing)
    draft = draft_of(record, target)
    fields = tuple(one for one in draft.fields if one.name.lower() not in _NEVER)
    prepared = prepare(replace(draft, fields=fields))
    if prepared.outgoing is None:
        raise KnownError(prepared.faults[0].problem)
    return prepared.outgoing


async def send(library: Library, engine: EngineThread, number: int, target: str) -> Outcome | Problem:
    """One capture, or why it was not sent."""
    try:
        outgoing = await library.read(lambda reader: outgoing_of(reader, number, target))
    except KnownError as error:
        return error.problem
    return await engine.ask(lambda one: one.resend.send(outgoing, Options(), capture=number))


def failed_of(reader: Reader, captures: Sequence[int]) -> list[int]:
    """On the reading thread: the failed deliveries of captures that a rule made."""
    found = (one for number in captures for one in reader.deliveries_of(number))
    return [one.id for one in found if one.state is DeliveryState.FAILED and one.rule]


def recent_targets(reader: Reader) -> list[str]:
    """On the reading thread: where something was sent last, by hand or by rule, the latest first."""
    states = (DeliveryState.DELIVERED, DeliveryState.FAILED, DeliveryState.WAITING)
    found = [one for state in states for one in reader.deliveries(state, RECENT)]
    found.sort(key=lambda one: one.id, reverse=True)
    return list(dict.fromkeys(one.target for one in found))[:MOST_TARGETS]
