"""One request with all that its verdict depends on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.signatures.detection import Detected
from webhook_inspector.signatures.registry import verify
from webhook_inspector.signatures.scheme import NO_SETTINGS, Key, Request, Settings


@dataclass(frozen=True, slots=True)
class Case:
    request: Request
    scheme: str
    """Empty where neither the endpoint nor the request tells it."""
    keys: Sequence[Key]
    """Those that count at `now`, of the endpoint that the request was sent to."""
    now: float
    """The clock to verify at, in Unix seconds: when the request arrived."""
    settings: Settings = field(default_factory=lambda: NO_SETTINGS)
    endpoint: str = "/"
    """The path of the endpoint that keys and settings are of."""
    detected: Detected | None = None
    missing: int = 0
    """Bytes of the body that were announced and did not come, or were not kept."""

    def verdict(self) -> Verdict:
        """With every step. It never raises."""
        if not self.scheme:
            step = Step("scheme", False, "neither the headers nor the body say how it is signed")
            return Verdict(Status.UNKNOWN_SCHEME, "", (step,))
        return verify(self.request, self.scheme, self.keys, self.settings, self.now)
