"""Mailgun, Braintree and Dropbox Sign: the signature is part of the body. Signing changes those bytes of it and no others."""

import json
import re
from dataclasses import replace

from webhook_inspector.core.headers import first
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Status, Step
from webhook_inspector.signatures.claim import Claim, Offer
from webhook_inspector.signatures.jsontext import Path, member, parse_json, scalar, with_member
from webhook_inspector.signatures.keyed import HEX, Method
from webhook_inspector.signatures.mac import mac_scheme
from webhook_inspector.signatures.moments import Clock, written
from webhook_inspector.signatures.pairs import is_form, read_pairs, value_of, with_pair
from webhook_inspector.signatures.reading import Stop, lacking, unsigned
from webhook_inspector.signatures.scheme import Request, Scheme, Settings

_MAILGUN = ("timestamp", "token", "signature")
_EVENT = ("event_time", "event_type", "event_hash")
_BRAINTREE_PAYLOAD = re.compile(rb"[A-Za-z0-9+=/\n]*")
_JSON_PART = re.compile(
    rb'\r\nContent-Disposition:[^\r\n]*[; ]name="?json"?(?:;[^\r\n]*)?\r\n(?:[^\r\n]+\r\n)*\r\n', re.IGNORECASE
)


def _read_mailgun(request: Request, _settings: Settings) -> Claim | Stop:
    if is_form(first(request.fields, b"content-type")):
        pairs = read_pairs(request.body)
        found = {name: value_of(pairs, name.encode()) for name in _MAILGUN}
    else:
        within = member(parse_json(request.body), ("signature",))
        found = {name: scalar(member(within, (name,))) for name in _MAILGUN}
    signature, time, token = found["signature"], found["timestamp"], found["token"]
    if signature is None:
        return unsigned("signature.signature of the body")
    if time is None or token is None:
        return lacking("signature of the body", "timestamp" if time is None else "token")
    covered = "timestamp and token are signed, the event is not"
    return Claim("signature of the body", (Offer(signature),), (time + token,), HEX, time, Clock("s"), covered=covered)


def _write_mailgun(request: Request, _settings: Settings, now: float, signature: bytes) -> Request:
    changes = {"timestamp": written("s", now), "signature": signature}
    body = request.body
    for name, value in changes.items():
        if is_form(first(request.fields, b"content-type")):
            body = with_pair(body, name.encode(), value)
        else:
            body = _with_text(body, ("signature", name), value)
    return replace(request, body=body)


def _with_text(body: bytes, path: Path, text: bytes) -> bytes:
    """The JSON body with a string in that place; as it is where there is no such place."""
    changed = with_member(body, path, json.dumps(text.decode()))
    return body if changed is None else changed


def _read_braintree(request: Request, settings: Settings) -> Claim | Stop:
    """`bt_signature` is `public key|signature`, several joined by `&`: those of our own public key count."""
    pairs = read_pairs(request.body)
    signature, payload = value_of(pairs, b"bt_signature"), value_of(pairs, b"bt_payload")
    if signature is None:
        return unsigned("bt_signature of the form")
    if payload is None:
        return lacking("bt_signature of the form", "bt_payload")
    wanted = _public_key_id(settings)
    named = [entry.partition(b"|") for entry in signature.split(b"&")]
    offers = tuple(Offer(text) for name, _, text in named if wanted in (b"", name))
    if not offers:
        there = Step("header", True, "bt_signature is in the form")
        names = show(b", ".join(name for name, _, _ in named))
        return Stop(
            Status.INVALID, (there, Step("key", False, "no signature is by your public key", show(wanted), names))
        )
    clean = _BRAINTREE_PAYLOAD.fullmatch(payload) is not None
    check = Step("content", clean, f"bt_payload holds {'only' if clean else 'other than'} characters of base64")
    return Claim(
        "bt_signature of the form", offers, (payload, payload + b"\n"), Method("sha1", key="sha1"), checks=(check,)
    )


def _write_braintree(request: Request, settings: Settings, _now: float, signature: bytes) -> Request:
    """Under the public key of the settings, else under the one that the request names first."""
    old = value_of(read_pairs(request.body), b"bt_signature") or b""
    name = _public_key_id(settings) or old.partition(b"|")[0]
    return replace(request, body=with_pair(request.body, b"bt_signature", name + b"|" + signature))


def _public_key_id(settings: Settings) -> bytes:
    found = settings.get("public_key_id", "")
    return found.encode("utf-8", "surrogatepass") if isinstance(found, str) else b""


def _json_part(body: bytes) -> tuple[int, int] | None:
    """Where the part `json` of a multipart body begins and ends."""
    found = _JSON_PART.search(b"\r\n" + body)
    if found is None:
        return None
    start = found.end() - 2
    end = body.find(b"\r\n--", start)
    return (start, end) if end >= 0 else None


def _read_dropbox_sign(request: Request, _settings: Settings) -> Claim | Stop:
    place = _json_part(request.body)
    event = member(parse_json(request.body[slice(*place)]), ("event",)) if place else None
    time, kind, signature = (scalar(member(event, (name,))) for name in _EVENT)
    if signature is None:
        return unsigned("event.event_hash of the part json")
    if time is None or kind is None:
        return lacking("event_hash of the part json", "event_time" if time is None else "event_type")
    covered = "event_time and event_type are signed, the rest is not"
    return Claim(
        "event_hash of the part json", (Offer(signature),), (time + kind,), HEX, time, Clock("s"), covered=covered
    )


def _write_dropbox_sign(request: Request, _settings: Settings, now: float, signature: bytes) -> Request:
    place = _json_part(request.body)
    if place is None:
        return request
    part = request.body[slice(*place)]
    for name, value in (("event_time", written("s", now)), ("event_hash", signature)):
        part = _with_text(part, ("event", name), value)
    return replace(request, body=request.body[: place[0]] + part + request.body[place[1] :])


SCHEMES: tuple[Scheme, ...] = (
    mac_scheme("mailgun", "Mailgun", _read_mailgun, _write_mailgun),
    mac_scheme("braintree", "Braintree", _read_braintree, _write_braintree),
    mac_scheme("dropbox-sign", "Dropbox Sign", _read_dropbox_sign, _write_dropbox_sign),
)
