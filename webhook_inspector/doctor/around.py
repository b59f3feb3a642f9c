"""What the doctor may compare a request with: the user's other secrets, and other captures."""

from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.core.secret import Secret
from webhook_inspector.signatures.scheme import Request


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another capture of the history."""

    id: int
    request: Request


@dataclass(frozen=True, slots=True)
class Around:
    secrets: Sequence[Secret] = ()
    """All that the user has, those of the endpoint itself and expired ones among them."""
    captures: Sequence[Neighbour] = ()
    """A few that came shortly before and after, the nearest first."""
