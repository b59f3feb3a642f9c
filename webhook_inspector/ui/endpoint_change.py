"""What the editor of endpoints asks to be kept."""

from dataclasses import dataclass

from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.secret import Secret


@dataclass(frozen=True, slots=True)
class EndpointChange:
    before: str | None
    """The path that the endpoint has had so far; None for a new one."""
    endpoint: Endpoint
    secrets: tuple[Secret, ...]
    """All secrets of the endpoint, in the user's order; those that are not among them are removed."""
