"""What a scheme is: a name and two pure functions. Families fill in the functions; `registry.py` lists the schemes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from webhook_inspector.core.endpoint import NOTHING_SET, Setting
from webhook_inspector.core.headers import Fields
from webhook_inspector.core.key import Key as Key  # noqa: PLC0414  (part of what a scheme is)
from webhook_inspector.core.verdict import Verdict

Settings = Mapping[str, Setting]
"""Inputs of a scheme that are no key: `tolerance_seconds`, `signed_url`, `header` …; see tests/vectors/README.md."""

NO_SETTINGS: Settings = NOTHING_SET


@dataclass(frozen=True, slots=True)
class Request:
    """What a signature can cover."""

    method: str
    url: str
    """Absolute, as the sender used it."""
    fields: Fields
    body: bytes


Verify = Callable[[Request, Sequence[Key], Settings, float], Verdict]
"""`verify(request, keys, settings, now)`, `now` in Unix seconds. Never raises, whatever the bytes."""

Sign = Callable[[Request, Sequence[Key], Settings, float], Request]
"""`sign(request, keys, settings, now)`: the same request, validly signed at `now`: old signature headers replaced, a body or URL
that carries its signature rewritten. Raises KnownError `cannot-sign` where the keys or settings do not suffice."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One row of the registry."""

    name: str
    """Of the reference: `stripe`, `standard-webhooks` …"""
    title: str
    """For people: `Stripe`."""
    official: bool
    """Whether the construction was read in the provider's own documentation or code; False: reported, not official."""
    key_kinds: tuple[str, ...]
    verify: Verify
    sign: Sign | None = None
    """None where nobody but the provider can sign."""
