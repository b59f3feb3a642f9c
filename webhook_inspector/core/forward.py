"""A forward rule: which captures are sent on, to where, and how."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    QUEUE = "queue"
    """The sender has its reply at once; deliveries are made in the background, and again until they succeed."""
    PROXY = "proxy"
    """The sender waits for the first target and gets its answer; the other targets are delivered to as in a queue."""


@dataclass(frozen=True, slots=True)
class ForwardRule:
    name: str
    """Each has another one."""
    targets: tuple[str, ...]
    """Absolute URLs. One without a path keeps the capture's path and query; one with a path replaces the path.

    Nothing that is captured can choose another host.
    """
    endpoint: str = "/"
    """Captures of this endpoint, and of what lies under it."""
    filter: str = ""
    """In the filter language; empty: all of them."""
    mode: Mode = Mode.QUEUE
    set_headers: tuple[tuple[str, str], ...] = ()
    """Replace the headers of their names, or are added."""
    drop_headers: tuple[str, ...] = ()
    sign: bool = False
    """Whether it is signed again, now, with the endpoint's scheme and secret; else the original signature stays."""
    in_order: bool = False
    """Whether a target gets a capture only after every earlier one was delivered, or given up."""
    attempts: int = 10
    """Most attempts of a delivery."""
    age: int = 86_400
    """Seconds after which a delivery is given up."""
    timeout: int = 30
    """Seconds that an attempt may take; for a proxied request, that its sender is kept waiting."""
    fallback: int = 502
    """Status that the sender gets where a proxied target cannot be reached or is too slow; the delivery is then queued."""
    private: bool = False
    """Whether a public name may lead to an address of this machine or its network."""
    paused: bool = False
