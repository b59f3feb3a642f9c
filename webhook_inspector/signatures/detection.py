"""What detection finds, and the rule that finds it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from webhook_inspector.signatures.scheme import NO_SETTINGS, Settings
from webhook_inspector.signatures.seen import Seen


class Confidence(StrEnum):
    CERTAIN = "certain"
    """The name of a header, or the form of a value, belongs to one sender."""
    LIKELY = "likely"
    """Others could send the same, but are not known to."""
    GUESS = "guess"
    """Several senders do exactly the same; see `Detected.others`."""


@dataclass(frozen=True, slots=True)
class Detected:
    scheme: str
    """A name of the registry; empty where the sender is known and signs nothing."""
    provider: str
    """Empty where the scheme does not tell the sender."""
    confidence: Confidence
    others: tuple[str, ...] = ()
    """Schemes that look the same from outside."""
    settings: Settings = field(default_factory=lambda: NO_SETTINGS)
    """Settings of the scheme that the request itself tells, such as the name of the header."""


@dataclass(frozen=True, slots=True)
class Rule:
    header: str
    """Lower-case name of a header that must be there; none where it is empty."""
    scheme: str
    provider: str = ""
    when: Callable[[Seen], bool] | None = None
    """What else must hold."""
    confidence: Confidence = Confidence.CERTAIN
    others: tuple[str, ...] = ()
    settings: Callable[[Seen], Settings] | None = None

    def applies(self, seen: Seen) -> bool:
        return (not self.header or self.header in seen.headers) and (self.when is None or self.when(seen))
