"""Every scheme that the program knows, by name, and the two ways to use one: verify and sign."""

import logging
import traceback
from collections.abc import Sequence
from types import ModuleType

from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.signatures import families
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import cannot_sign

_log = logging.getLogger(__name__)

_FAMILIES = [member for member in vars(families).values() if isinstance(member, ModuleType)]
_CHECKED_WITHOUT_KEY = {"settings", "header", "format", "timestamp", "content"}
"""Names of the steps that hold or fail whatever the key."""

SCHEMES: dict[str, Scheme] = {
    scheme.name: scheme
    for scheme in sorted((one for family in _FAMILIES for one in family.SCHEMES), key=lambda one: one.name)
}


def verify(request: Request, scheme: str, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
    """The verdict on a request; never an exception, whatever the bytes, keys and settings."""
    row = SCHEMES.get(scheme)
    if row is None:
        return Verdict(Status.UNKNOWN_SCHEME, scheme, (Step("scheme", False, f"there is no scheme {scheme}"),))
    usable = any(key.kind in row.key_kinds for key in keys)
    try:
        verdict = row.verify(request, keys if usable else (), settings, now)
        return verdict if usable or verdict.status is Status.UNSIGNED else _without_key(row, verdict)
    except Exception as error:  # noqa: BLE001  an edge: a bug of one scheme must not lose the capture
        _tell(scheme, error)
        return Verdict(
            Status.INVALID, scheme, (Step("format", False, "the signature cannot be judged; the log says why"),)
        )


def _without_key(row: Scheme, verdict: Verdict) -> Verdict:
    """What can be said of a signature that nothing is there to verify with."""
    checked = (step for step in verdict.steps if step.name in _CHECKED_WITHOUT_KEY)
    lack = Step("key", False, f"no {' or '.join(row.key_kinds)} is configured")
    return Verdict(Status.NO_SECRET, row.name, (*checked, lack), verdict.signed_content)


def _tell(scheme: str, error: Exception) -> None:
    """Logs where it happened, not the words of the error: they could hold a secret."""
    places = "".join(traceback.format_tb(error.__traceback__))
    _log.error("Verifying by the scheme %s raised %s:\n%s", scheme, type(error).__name__, places)


def sign(request: Request, scheme: str, keys: Sequence[Key], settings: Settings, now: float) -> Request:
    """The same request, validly signed at `now`. Raises KnownError `cannot-sign`."""
    row = SCHEMES.get(scheme)
    if row is None or row.sign is None:
        raise cannot_sign(scheme, f"there is no scheme {scheme}" if row is None else "only the provider can sign by it")
    return row.sign(request, keys, settings, now)
