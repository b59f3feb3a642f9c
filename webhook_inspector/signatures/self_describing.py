"""Signature headers that tell what they cover: Hook0, Contentful, Hygraph, Mercado Pago."""

import json
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from webhook_inspector.core.headers import first, values
from webhook_inspector.core.text import show
from webhook_inspector.signatures.claim import Claim, Offer
from webhook_inspector.signatures.keyed import HEX
from webhook_inspector.signatures.mac import mac_scheme
from webhook_inspector.signatures.moments import Clock, written
from webhook_inspector.signatures.pairs import path_and_query, query_of, read_pairs, value_of
from webhook_inspector.signatures.reading import Stop, lacking, malformed, unsigned
from webhook_inspector.signatures.recipe import Recipe, pairs_of, read, write
from webhook_inspector.signatures.scheme import Request, Scheme, Settings
from webhook_inspector.signatures.signing import with_field
from webhook_inspector.signatures.template import signed_url

_HOOK0 = b"X-Hook0-Signature"
_CONTENTFUL = Recipe(
    "contentful",
    "Contentful",
    "X-Contentful-Signature",
    time_header="X-Contentful-Timestamp",
    clock=Clock("ms", ahead_counts=False),
)
_CONTENTFUL_LIST = b"X-Contentful-Signed-Headers"
_HYGRAPH = Recipe(
    "hygraph",
    "Hygraph",
    "gcms-signature",
    "sign={signature}, env=master, t={timestamp}",
    method=replace(HEX, encoding="base64"),
    clock=Clock("s"),
    official=False,
)
_MERCADO = Recipe("mercadopago", "Mercado Pago", "x-signature", "ts={timestamp},v1={signature}", clock=Clock("s or ms"))


def _values(request: Request, names: Sequence[bytes]) -> list[bytes] | bytes:
    """The value of each header; the name of the first that is missing."""
    found: list[bytes] = []
    for name in names:
        value = first(request.fields, name)
        if value is None:
            return name
        found.append(value)
    return found


def _read_hook0(request: Request, _settings: Settings) -> Claim | Stop:
    """Version 1 covers the headers named in `h`; where it is present, version 0 is never looked at."""
    source = _HOOK0.decode()
    value = first(request.fields, _HOOK0)
    if value is None:
        return unsigned(source)
    pairs = pairs_of(value, ",")
    time, version = value_of(pairs, b"t"), b"v1" if value_of(pairs, b"v1") is not None else b"v0"
    offers = tuple(Offer(text) for tag, text in pairs if tag == version)
    if time is None or len(offers) != 1:
        return malformed(source, f"{source} has no t=…,v1=… or t=…,v0=…, or more than one", show(value))
    parts = [time, request.body]
    if version == b"v1":
        names = (value_of(pairs, b"h") or b"").split(b" ")
        found = _values(request, names)
        if isinstance(found, bytes):
            return lacking(source, show(found))
        parts[1:1] = [b" ".join(names), b".".join(found)]
    return Claim(source, offers, (b".".join(parts),), HEX, time, Clock("s"))


def _write_hook0(request: Request, _settings: Settings, now: float, signature: bytes) -> Request:
    """By version 1 where the signature that was there named headers, else by version 0."""
    names = value_of(pairs_of(first(request.fields, _HOOK0) or b"", ","), b"h")
    middle = b"v0=" if names is None else b"h=" + names + b",v1="
    value = b"t=" + written("s", now) + b"," + middle + signature
    return replace(request, fields=with_field(request.fields, _HOOK0, value))


def _read_contentful(request: Request, settings: Settings) -> Claim | Stop:
    claim = read(_CONTENTFUL, request, settings)
    if isinstance(claim, Stop):
        return claim
    listed = first(request.fields, _CONTENTFUL_LIST)
    if listed is None or claim.time is None:
        return lacking(claim.source, _CONTENTFUL_LIST.decode() if listed is None else _CONTENTFUL.time_header)
    names = [name.strip().lower() for name in listed.split(b",")]
    found = _values(request, names)
    if isinstance(found, bytes):
        return lacking(claim.source, show(found))
    headers = b";".join(name + b":" + value.strip() for name, value in zip(names, found, strict=True))
    path = _contentful_path(signed_url(request, settings)).encode()
    content = b"\n".join([request.method.encode("utf-8", "surrogatepass"), path, headers, request.body])
    return replace(claim, contents=(content,))


def _contentful_path(url: str) -> str:
    """Path and query as `encodeURI(path?querystring.escape(query))` of JavaScript makes them."""
    path, _, query = path_and_query(url).partition("?")
    escaped = quote(query.partition("?")[0], safe="!~*'()", errors="replace")
    return quote(f"{path}?{escaped}" if escaped else path, safe=";,/?:@&=+$!~*'()#", errors="replace")


def _write_contentful(request: Request, settings: Settings, now: float, signature: bytes) -> Request:
    """Covers the headers that the request lists; where it has no list, its content type and all of Contentful's own."""
    signed = write(_CONTENTFUL, request, settings, now, signature)
    if first(request.fields, _CONTENTFUL_LIST) is not None:
        return signed
    own = {name.lower() for name, _ in signed.fields if name.lower().startswith(b"x-contentful-")}
    names = (own | {b"content-type"}) & {name.lower() for name, _ in signed.fields} | {_CONTENTFUL_LIST.lower()}
    listed = b",".join(sorted(names - {_CONTENTFUL.header.lower().encode()}))
    return replace(signed, fields=with_field(signed.fields, _CONTENTFUL_LIST, listed))


def _read_hygraph(request: Request, settings: Settings) -> Claim | Stop:
    """What is signed is JSON made of the body as text, the environment and the time."""
    claim = read(_HYGRAPH, request, settings)
    if isinstance(claim, Stop):
        return claim
    env = value_of(pairs_of(first(request.fields, _HYGRAPH.header.encode()) or b"", ","), b"env")
    if env is None or claim.time is None:
        return malformed(claim.source, f"{claim.source} has no {'t' if env else 'env'}=")
    body, name = (json.dumps(text.decode("utf-8", "replace"), ensure_ascii=False) for text in (request.body, env))
    content = f'{{"Body":{body},"EnvironmentName":{name},"TimeStamp":{claim.time.decode("utf-8", "replace")}}}'
    return replace(claim, contents=(content.encode(),))


def _write_hygraph(request: Request, settings: Settings, now: float, signature: bytes) -> Request:
    """In the environment that was named before, else `master`."""
    env = value_of(pairs_of(first(request.fields, _HYGRAPH.header.encode()) or b"", ","), b"env")
    layout = "sign={signature}, env=" + (b"master" if env is None else env).decode("latin-1") + ", t={timestamp}"
    return write(replace(_HYGRAPH, layout=layout), request, settings, now, signature)


def _read_mercado(request: Request, settings: Settings) -> Claim | Stop:
    """A pair without value is left out. The id is signed as it came, or, as the documentation has it, in lower case."""
    claim = read(_MERCADO, request, settings)
    if isinstance(claim, Stop):
        return claim
    pairs = read_pairs(query_of(signed_url(request, settings)))
    contents = tuple(dict.fromkeys(_mercado_content(request, claim, pairs, lower=lower) for lower in (False, True)))
    return replace(
        claim, contents=contents, covered="data.id of the URL, x-request-id and ts are signed, the body is not"
    )


def _mercado_content(request: Request, claim: Claim, pairs: list[tuple[bytes, bytes]], *, lower: bool) -> bytes:
    identity = value_of(pairs, b"data.id") or b""
    requested = (values(request.fields, b"x-request-id") or [b""])[0]
    parts = ((b"id", identity.lower() if lower else identity), (b"request-id", requested), (b"ts", claim.time or b""))
    return b"".join(name + b":" + value + b";" for name, value in parts if value)


SCHEMES: tuple[Scheme, ...] = (
    mac_scheme("hook0", "Hook0", _read_hook0, _write_hook0),
    mac_scheme("contentful", _CONTENTFUL.title, _read_contentful, _write_contentful),
    mac_scheme("hygraph", _HYGRAPH.title, _read_hygraph, _write_hygraph, official=False),
    mac_scheme("mercadopago", _MERCADO.title, _read_mercado, lambda *request: write(_MERCADO, *request)),
)
