"""Providers and schemes for the terminal: a line or a JSON object for each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from webhook_inspector.providers.provider import Provider
from webhook_inspector.providers.table import OF_SCHEME, PROVIDERS
from webhook_inspector.signatures.detect import RULES
from webhook_inspector.signatures.detection_events import EVENT_RULES
from webhook_inspector.signatures.registry import SCHEMES

_TOLD = {"event": "event", "event_id": "id", "attempt": "attempt", "live": "live or test"}
"""What a request may tell, by the part of a provider's row that reads it."""
_UNSURE = {True: "", False: "  (reported, not official)"}


def lines() -> Iterator[str]:
    signing = signers()
    width = max(map(len, (*PROVIDERS, *SCHEMES)))
    titles = max(len(row.title) for row in PROVIDERS.values())
    yield "Providers"
    for row in PROVIDERS.values():
        signs = f"signs by {', '.join(signing[row.key])}" if row.key in signing else "no scheme of its own"
        told = f"; tells {', '.join(words)}" if (words := _told(row)) else ""
        yield f"  {row.key:<{width}}  {row.title:<{titles}}  {signs}{told}{_UNSURE[row.official]}"
    yield from ("", "Schemes")
    for scheme in SCHEMES.values():
        yield f"  {scheme.name:<{width}}  {scheme.title}{_UNSURE[scheme.official]}"


def objects() -> Iterator[dict[str, Any]]:
    signing = signers()
    for row in PROVIDERS.values():
        yield {
            "kind": "provider",
            "name": row.key,
            "title": row.title,
            "official": row.official,
            "schemes": list(signing.get(row.key, ())),
            **{part: getattr(row, part) is not None for part in _TOLD},
        }
    for scheme in SCHEMES.values():
        yield {
            "kind": "scheme",
            "name": scheme.name,
            "title": scheme.title,
            "official": scheme.official,
            "keys": scheme.key_kinds,
            "signs": scheme.sign is not None,
        }


def signers() -> Mapping[str, Sequence[str]]:
    """The schemes by which each provider signs: its own, and those that a detected request of it is verified by."""
    found: dict[str, list[str]] = defaultdict(list)
    own = ((OF_SCHEME.get(name, name), name) for name in SCHEMES)
    detected = ((rule.provider, rule.scheme) for rule in (*RULES, *EVENT_RULES))
    for provider, scheme in (*own, *detected):
        if provider in PROVIDERS and scheme in SCHEMES and scheme not in found[provider]:
            found[provider].append(scheme)
    return dict(found)


def _told(row: Provider) -> list[str]:
    return [word for part, word in _TOLD.items() if getattr(row, part) is not None]
