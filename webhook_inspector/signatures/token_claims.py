"""What a token claims against what it must claim: values bound to the request, and its own times (RFC 7519 section 4.1)."""

from collections.abc import Collection, Mapping

from webhook_inspector.core.text import visible
from webhook_inspector.core.verdict import Step
from webhook_inspector.signatures.clock import age_step, time_step
from webhook_inspector.signatures.jose import JsonObject

Bound = Mapping[str, tuple[str | bool, ...]]
"""Each claim with the values that it may have, the usual one first; none: the token must not have that claim."""

_LATEST = 10**12
"""Unix seconds beyond every real time; larger numbers only come to make the arithmetic fail."""


def bound_steps(claims: JsonObject, bound: Bound, optional: Collection[str] = ()) -> tuple[Step, ...]:
    """One step for each bound claim. Those in `optional` may be absent; if they are there they must be right."""
    return tuple(
        _bound_step(name, claims.get(name), allowed)
        for name, allowed in bound.items()
        if name in claims or name not in optional
    )


def _bound_step(name: str, found: object, allowed: tuple[str | bool, ...]) -> Step:
    shown = _shown(found)
    if not allowed:
        fact = (
            f"the claim {name} is absent, as it must be" if found is None else f"the claim {name} should not be there"
        )
        return Step("claim", found is None, fact, found=shown)
    said = found if name == "aud" and isinstance(found, list) else [found]
    right = any(type(one) is type(value) and one == value for one in said for value in allowed)
    state = "is right" if right else "is missing" if found is None else "is not what the request needs"
    return Step("claim", right, f"the claim {name} {state}", " or ".join(map(str, allowed)), shown)


def _shown(found: object) -> str:
    """Texts and numbers, and lists of texts; whatever else is inside a claim may be nested without end."""
    if isinstance(found, list):
        return ", ".join(_shown(one) if isinstance(one, str) else "…" for one in found)
    if isinstance(found, dict):
        return "…"
    return "" if found is None else visible(str(found))


def presence_steps(claims: JsonObject, required: Collection[str]) -> tuple[Step, ...]:
    """A failing step for each required claim that is missing and each time that is no time; nothing where all is well."""
    missing = [Step("claim", False, f"the claim {name} is missing") for name in required if name not in claims]
    times = [name for name in ("exp", "nbf", "iat") if name in claims and _time(claims, name) is None]
    return (*missing, *(Step("claim", False, f"the claim {name} is no time") for name in times))


def time_steps(claims: JsonObject, now: float, leeway: int, limit: int | None) -> tuple[Step, ...]:
    """Expiry, start, and with a limit the age of the token, each where the token names it."""
    steps: list[Step] = []
    for name, words in (("exp", "expires"), ("nbf", "is good from"), ("iat", "was issued")):
        when = _time(claims, name)
        if when is not None:
            holds = when > now - leeway if name == "exp" else when <= now + leeway
            forgiven = f", {leeway} s are forgiven" if leeway else ""
            fact = f"the token {words} {_ahead(when - now)}{forgiven}"
            steps.append(time_step(fact, round(now - when), holds=holds))
    issued = _time(claims, "iat")
    if issued is not None and limit is not None:
        steps.append(age_step(issued, now, limit))
    return tuple(steps)


def _ahead(seconds: float) -> str:
    """A moment as seen from the clock: `in 5 s`, `5 s ago`."""
    return f"in {round(seconds)} s" if seconds > 0 else f"{round(-seconds)} s ago"


def _time(claims: JsonObject, name: str) -> float | None:
    found = claims.get(name)
    return found if isinstance(found, int | float) and not isinstance(found, bool) and abs(found) < _LATEST else None
