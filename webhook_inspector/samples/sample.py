"""One sample event, as lists of them show it. What it consists of is read only when it is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from webhook_inspector.core.endpoint import NOTHING_SET, Setting


@dataclass(frozen=True, slots=True)
class Sample:
    provider: str
    """A key of `providers.PROVIDERS`."""
    event: str
    """As the provider names it, and as reading the made request gives it."""
    title: str
    """For people: `An order was paid`; the window translates it."""
    scheme: str = ""
    """How the provider signs; empty where it signs nothing."""
    settings: Mapping[str, Setting] = field(default_factory=lambda: NOTHING_SET)
    """Settings of the scheme without which it neither signs nor verifies: an endpoint needs the same."""


def samples_of(
    provider: str, scheme: str, events: Mapping[str, str], settings: Mapping[str, Setting] = NOTHING_SET
) -> tuple[Sample, ...]:
    """The samples of one provider; `events` are the events with their titles."""
    return tuple(Sample(provider, event, title, scheme, settings) for event, title in events.items())
