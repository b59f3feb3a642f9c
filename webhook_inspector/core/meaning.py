"""What a request tells: which provider sent it, which event, and whether it is the first attempt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """Read from headers and body of one request. Every part may be missing: nobody has to say it."""

    provider: str = ""
    """A key of `providers.PROVIDERS`: `stripe`, `mercadopago`. Empty where nothing tells it."""
    event: str = ""
    """The event type in the provider's own words: `invoice.paid`, `push`."""
    event_id: str = ""
    """What the provider repeats when it tries again: captures with the same provider and event id are one delivery."""
    attempt: int = 0
    """Which try this is, from 1, where the provider counts them; 0 where it does not say."""
    live: bool | None = None
    """Whether it is of the real account, or of a test one; None where nothing tells it."""
    sent_ns: int | None = None
    """When the provider says that it happened or was sent: UTC, nanoseconds since 1970."""


NO_MEANING = Meaning()
