"""Makes a sample into a request that can be sent: fresh ids and times, headers in the provider's order, signed where there is a key."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any
from urllib.parse import quote

from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.endpoint import NOTHING_SET
from webhook_inspector.core.key import Key
from webhook_inspector.paths import resource_path
from webhook_inspector.samples.filling import Filling
from webhook_inspector.samples.layouts import lay_out
from webhook_inspector.samples.sample import Sample
from webhook_inspector.signatures.registry import sign
from webhook_inspector.signatures.scheme import Request, Settings

_SIGNED = "{signed}"
"""Stands in a header that signing fills: there it keeps its place among the others, and without a key it is left out."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """One sample of a file, with all that the samples of its provider have in common. Gaps are open."""

    names: Mapping[str, object]
    fields: tuple[tuple[str, str], ...]
    query: tuple[tuple[str, str], ...]
    layout: str
    body: object


def make(
    sample: Sample,
    url: str,
    now: float,
    randomness: Random,
    keys: Sequence[Key] = (),
    settings: Settings = NOTHING_SET,
) -> Draft:
    """The sample as its provider would send it to `url` at `now` (Unix seconds), signed where there are keys.

    `Host`, `Content-Length` and `Connection` are left to who sends it. `settings` are those of the endpoint; they go before the
    sample's own. It reads a small file of ours, so it has no place on the window's thread. Raises KnownError `cannot-sign`.
    """
    parts = _parts(_file(sample.provider), sample.event)
    filling = Filling({"event": sample.event, "url": url, **parts.names}, now, randomness)
    fields = tuple(
        (name.encode(), b"" if text == _SIGNED else filling.text(text).encode())
        for name, text in parts.fields
        if keys or text != _SIGNED
    )
    body = lay_out(parts.layout, filling.fill(parts.body))
    request = Request("POST", _with_query(url, parts.query, filling), fields, body)
    if keys and sample.scheme:
        request = sign(request, sample.scheme, keys, {**sample.settings, **settings}, now)
    sent = tuple(DraftField(name, value) for name, value in request.fields)
    return Draft(request.method, request.url, sent, request.body)


def _with_query(url: str, query: Sequence[tuple[str, str]], filling: Filling) -> str:
    """With the parameters that the provider adds to the address it was given."""
    added = "&".join(f"{name}={quote(filling.text(text), safe='')}" for name, text in query)
    bare, mark, fragment = url.partition("#")
    return f"{bare}{'&' if '?' in bare else '?'}{added}{mark}{fragment}" if added else url


def _parts(found: Mapping[str, Any], event: str) -> _Parts:
    """What the event says goes before what the whole file says."""
    own = found["samples"][event]
    return _Parts(
        names={**found.get("names", {}), **own.get("names", {})},
        fields=tuple((name, text) for name, text in own.get("fields", found.get("fields", ()))),
        query=tuple((name, text) for name, text in own.get("query", found.get("query", ()))),
        layout=own.get("layout", found.get("layout", "compact")),
        body=own.get("body", found.get("body")),
    )


@lru_cache(maxsize=4)
def _file(provider: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(resource_path(f"samples/{provider}.json").read_text("utf-8"))
    return found
