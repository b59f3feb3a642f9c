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


class Gate(StrEnum):
    """What a request must at least look like for a rule that needs no header of its own: told without reading it."""

    ANY = "any"
    QUERY = "query"
    """The URL has a query."""
    FORM = "form"
    """The body begins as a form may."""
    JSON = "json"
    """The body begins as an object or list."""


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
    gate: Gate = Gate.ANY
    start: bytes = b""
    """What the header's value must begin with."""

    def applies(self, seen: Seen) -> bool:
        if self.header:
            value = seen.headers.get(self.header)
            if value is None or not value.startswith(self.start):
                return False
        return self.when is None or self.when(seen)
