"""What the engine tells whoever runs it: the window and the terminal listen to the same."""

from dataclasses import dataclass

from webhook_inspector.core.capture import Row
from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.rules import Rules


@dataclass(frozen=True, slots=True)
class Listening:
    """The listener accepts connections."""

    url: str
    """`http://127.0.0.1:8787`, without a slash at the end."""
    reachable: bool
    """Whether others than this machine can reach it."""


@dataclass(frozen=True, slots=True)
class NotListening:
    """The listener has stopped, or could not start."""

    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Captured:
    """A group of captures has been committed; their senders have their replies."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """The history cannot be written, and senders get 503; or, with None, it can be written again."""

    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something happened once that the user should know."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """Endpoints or secrets were read for the first time, or are others now."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class Judged:
    """Stored captures were judged, or judged otherwise than before."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Judging:
    """How far the judging of stored captures has come."""

    done: int
    total: int
    """`done` is `total` in the last event of its kind."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Stored captures were taken out of the history, to keep it within its limits."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ForwardsChanged:
    """Forward rules were read for the first time, or are others now; or forwarding as a whole pauses, or goes on."""

    rules: tuple[ForwardRule, ...]
    paused: bool


@dataclass(frozen=True, slots=True)
class Queued:
    """Deliveries of these captures wait for their first attempt, or were told to be stopped or tried again."""

    captures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Attempted:
    """A delivery was attempted, and that is stored."""

    delivery: Delivery
    """As it is after the attempt."""
    attempt: Attempt
    """Without its bodies."""


Event = (
    Listening
    | NotListening
    | Captured
    | Fault
    | Notice
    | RulesChanged
    | Judged
    | Judging
    | Removed
    | ForwardsChanged
    | Queued
    | Attempted
)
