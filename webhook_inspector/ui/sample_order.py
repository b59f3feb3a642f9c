"""What the user asks for when a sample event is sent: which one, to where, signed with what."""

from dataclasses import dataclass
from enum import StrEnum

from webhook_inspector.samples.sample import Sample


class Source(StrEnum):
    """Where the secret comes from."""

    ENDPOINT = "endpoint"
    """It has one already."""
    NEW = "new"
    """One is made, and kept at the endpoint."""
    PASTED = "pasted"
    """Used once."""
    NONE = "none"
    """It goes out without a signature."""


@dataclass(frozen=True, slots=True, repr=False)
class Order:
    """Its repr shows no secret."""

    sample: Sample
    url: str
    source: Source
    pasted: str = ""
