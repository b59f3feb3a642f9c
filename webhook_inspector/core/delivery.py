"""Requests that we were told to send: a delivery to one target, and each attempt at it with its response or its failure."""

from dataclasses import dataclass
from enum import StrEnum

from webhook_inspector.core.problem import Problem


class DeliveryState(StrEnum):
    WAITING = "waiting"
    """For its next attempt."""
    DELIVERED = "delivered"
    """The target has answered with 2xx."""
    FAILED = "failed"
    """Attempts or age have reached their limit; or it was sent by hand, which is one attempt."""
    STOPPED = "stopped"
    """By the user."""


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds that each phase took; None where it was not reached or not needed, as with a connection that was open."""

    dns: float | None = None
    connect: float | None = None
    tls: float | None = None
    first_byte: float | None = None
    """From the last byte of the request to the first of the response."""
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    head: bytes
    """Status line, header block and empty line as they came."""
    body: bytes = b""
    """As it came after the transfer coding is taken off; a content coding is left on."""
    body_size: int = 0
    """Bytes of the whole body, where only its beginning was kept."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try. It has a response, or a problem that says why there is none, or not all of it: then it has both."""

    started_ns: int
    """UTC, nanoseconds since 1970."""
    method: str
    url: str
    sent_head: bytes
    """Exactly what was sent; so is the body."""
    sent_body: bytes
    response: Response | None = None
    problem: Problem | None = None
    timings: Timings = Timings()
    peer: str = ""
    """The address that it was sent to, `127.0.0.1:3000`; empty where none was reached."""
    number: int = 1
    """Of the delivery's attempts, from 1."""
    id: int = 0
    delivery: int = 0
    """The delivery's id; both are 0 before it is stored."""

    @property
    def succeeded(self) -> bool:
        return self.problem is None and self.response is not None and 200 <= self.response.status < 300


@dataclass(frozen=True, slots=True)
class Delivery:
    target: str
    """The URL that it goes to."""
    created_ns: int
    capture: int = 0
    """The capture that is sent, or that the draft began as; 0 where there is none."""
    rule: str = ""
    """The name of the forward rule; empty where it was sent by hand."""
    state: DeliveryState = DeliveryState.WAITING
    attempts: int = 0
    next_ns: int = 0
    """When the next attempt is due, where it is waiting."""
    status: int = 0
    """Of the last response; 0 where there was none."""
    problem: Problem | None = None
    """Why the last attempt had no response."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Deliveries:
    """How many deliveries there are, by what has become of them: of one capture, of a rule, of all."""

    waiting: int = 0
    delivered: int = 0
    failed: int = 0
    stopped: int = 0

    @property
    def total(self) -> int:
        return self.waiting + self.delivered + self.failed + self.stopped


NO_DELIVERIES = Deliveries()
