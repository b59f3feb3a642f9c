"""What a request says about its signature under a shared secret, and the verdict on it: the part that all such schemes have in common."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.signatures.clock import age_step, tolerance, unreadable_step
from webhook_inspector.signatures.keyed import Method, key_fault, raw_keys, shape_of, shape_words, signature_text
from webhook_inspector.signatures.moments import Clock, seconds
from webhook_inspector.signatures.reading import Stop
from webhook_inspector.signatures.scheme import Key, Settings


@dataclass(frozen=True, slots=True)
class Offer:
    """One signature of a request, as it stands there."""

    text: bytes
    place: int | None = None
    """Where it belongs to one of the configured keys only: the place of that key, from 0."""


@dataclass(frozen=True, slots=True)
class Claim:
    source: str
    """Where the signature stands, for people: `Stripe-Signature`, `event.event_hash of the body`."""
    offers: tuple[Offer, ...]
    """At least one. Any that fits will do."""
    contents: tuple[bytes, ...]
    """At least one: the signed content; several where the sender may have signed it in one form or another."""
    method: Method
    time: bytes | None = None
    clock: Clock | None = None
    """None where the scheme knows no time."""
    checks: tuple[Step, ...] = ()
    """Further facts; one that does not hold makes the request invalid, whatever the signature."""
    covered: str = ""
    """What the content is, where the body is not part of it: people should know."""


_COUNTED = {0: "there is no key to verify with", 1: "the key can be tried"}


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A key ready to be tried."""

    label: str
    place: int
    raw: bytes


def judge(scheme: str, claim: Claim | Stop, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
    """The verdict on what the request says, under these keys of the right kind."""
    if isinstance(claim, Stop):
        return Verdict(claim.status, scheme, claim.steps)
    opened, key_step = open_keys(keys, claim.method)
    readable, time_step = _time_step(claim, settings, now)
    match = _match(claim, opened)
    content = match[1] if match else claim.contents[0]
    steps = (
        Step("header", True, f"{claim.source} is there"),
        _format_step(claim),
        key_step,
        *((time_step,) if time_step else ()),
        Step("content", True, claim.covered or f"{len(content)} bytes are signed"),
        *claim.checks,
        _digest_step(claim, opened, match),
    )
    if not keys:
        status = Status.NO_SECRET
    elif match is None or not all(check.holds for check in claim.checks) or not readable:
        status = Status.INVALID
    else:
        status = Status.VALID if time_step is None or time_step.holds else Status.EXPIRED
    return Verdict(status, scheme, steps, content, match[0].label if match else "")


def open_keys(keys: Sequence[Key], method: Method) -> tuple[list[OpenKey], Step]:
    """The keys that can be tried, and the step that tells of those that cannot."""
    opened: list[OpenKey] = []
    faults: list[str] = []
    for place, key in enumerate(keys):
        label = key.label or f"key {place + 1}"
        raws = raw_keys(method.key, key.value)
        opened += [OpenKey(label, place, raw) for raw in raws]
        if not raws:
            faults.append(f"{label} {key_fault(method.key, key.value)}")
    return opened, Step(
        "key", bool(opened), "; ".join(faults) or _COUNTED.get(len(keys), f"{len(keys)} keys can be tried")
    )


def _format_step(claim: Claim) -> Step:
    words, shape = shape_words(claim.method), shape_of(claim.method)
    if all(shape.fullmatch(_cased(claim, offer)) for offer in claim.offers):
        return Step("format", True, f"the signature is {words}, as {claim.method} gives")
    sizes = " and ".join(str(len(offer.text)) for offer in claim.offers)
    return Step("format", False, f"{claim.method} gives {words}; the signature has {sizes} characters", words, sizes)


def _time_step(claim: Claim, settings: Settings, now: float) -> tuple[bool, Step | None]:
    """Whether the time can be read as far as that matters, and the step about it."""
    limit, clock = tolerance(settings), claim.clock
    if clock is None:
        return True, None
    if claim.time is None:
        return True, Step("timestamp", True, "the request names no time, so its age is not checked")
    when = seconds(clock.unit, claim.time)
    if when is None:
        return limit is None, unreadable_step(claim.time, clock.unit, holds=limit is None)
    return True, age_step(when, now, limit, ahead_counts=clock.ahead_counts)


def _match(claim: Claim, opened: Sequence[OpenKey]) -> tuple[OpenKey, bytes, bytes] | None:
    """The first key, content and signature that fit together."""
    for key in opened:
        for content in claim.contents:
            expected = signature_text(claim.method, key.raw, content)
            for offer in claim.offers:
                if offer.place in (None, key.place) and hmac.compare_digest(expected, _cased(claim, offer)):
                    return key, content, expected
    return None


def _cased(claim: Claim, offer: Offer) -> bytes:
    return offer.text.lower() if claim.method.any_case else offer.text


def _digest_step(claim: Claim, opened: Sequence[OpenKey], match: tuple[OpenKey, bytes, bytes] | None) -> Step:
    found = ", ".join(show(offer.text) for offer in claim.offers)
    if match is not None:
        return Step("digest", True, f"the signature fits {match[0].label}", show(match[2]), found)
    if not opened:
        return Step("digest", False, "there is no usable key to compare the signature with", found=found)
    expected = [show(signature_text(claim.method, key.raw, claim.contents[0])) for key in opened]
    return Step("digest", False, "the signature does not fit", ", ".join(dict.fromkeys(expected)), found)
