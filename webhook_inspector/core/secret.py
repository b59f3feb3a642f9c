"""A secret of an endpoint. Its value is never part of its repr, so that no log, traceback or test report shows it."""

from dataclasses import dataclass
from datetime import date

SHOWN = 4
"""Characters at the end of a long secret that may be shown, to tell it from others."""


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    endpoint: str
    """The path of its endpoint, `/stripe`."""
    label: str
    """The user's name for it; one endpoint has no two of the same."""
    value: str
    """In the text form in which the provider shows it: `whsec_…`, a PEM, a JWK as JSON."""
    expires: date | None = None
    """The last day, in UTC, on which it counts; None: until it is removed."""
    key_id: str = ""
    """Where the scheme names its keys: the id of this one."""

    def __repr__(self) -> str:
        return f"Secret({self.endpoint!r}, {self.label!r})"


def masked(value: str) -> str:
    """`…x4f2` for showing; nothing of a secret so short that its end would give it away."""
    return "…" + value[-SHOWN:] if len(value) >= 4 * SHOWN and value[-SHOWN:].isprintable() else "…"
