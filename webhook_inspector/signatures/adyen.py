"""Adyen payments: a signature in each item of the body, over some fields of that item. All of them must fit."""

import json
from collections.abc import Sequence
from dataclasses import replace

from webhook_inspector.core.verdict import Status, Verdict
from webhook_inspector.signatures.claim import Claim, Offer, judge
from webhook_inspector.signatures.jsontext import member, parse_json, scalar, with_member
from webhook_inspector.signatures.keyed import Method
from webhook_inspector.signatures.mac import SECRET, of_kinds, signed
from webhook_inspector.signatures.reading import Stop, unsigned
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings

_NAME = "adyen"
_METHOD = Method(encoding="base64", key="hex")
_SIGNED = (
    ("pspReference",),
    ("originalReference",),
    ("merchantAccountCode",),
    ("merchantReference",),
    ("amount", "value"),
    ("amount", "currency"),
    ("eventCode",),
    ("success",),
)
_ITEMS, _ITEM, _SIGNATURE = "notificationItems", "NotificationRequestItem", ("additionalData", "hmacSignature")


def _items(request: Request) -> list[object]:
    items = member(parse_json(request.body), (_ITEMS,))
    return items if isinstance(items, list) else []


def _read(item: object, place: int) -> Claim | Stop:
    """The claim of one item. Absent fields are signed as empty, colons are not escaped."""
    signature = scalar(member(item, (_ITEM, *_SIGNATURE)))
    source = f"additionalData.hmacSignature of item {place + 1}"
    if signature is None:
        return unsigned(source)
    content = b":".join(scalar(member(item, (_ITEM, *path))) or b"" for path in _SIGNED)
    covered = f"{len(_SIGNED)} fields of the item are signed, the rest is not"
    return Claim(source, (Offer(signature),), (content,), _METHOD, covered=covered)


def verify(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
    """The verdict on the first item that does not fit, else on all of them together."""
    usable = of_kinds(keys, SECRET)
    verdicts: list[Verdict] = []
    for place, item in enumerate(_items(request) or [None]):
        verdict = judge(_NAME, _read(item, place), usable, settings, now)
        if verdict.status != Status.VALID:
            return verdict
        verdicts.append(verdict)
    steps = tuple(step for verdict in verdicts for step in verdict.steps)
    return replace(verdicts[0], steps=steps, signed_content=b"\n".join(verdict.signed_content for verdict in verdicts))


def sign(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Request:
    for place in range(len(_items(request)) or 1):
        request = _signed_item(request, place, of_kinds(keys, SECRET), settings, now)
    return request


def _signed_item(request: Request, place: int, keys: Sequence[Key], settings: Settings, now: float) -> Request:
    def read(draft: Request, _settings: Settings) -> Claim | Stop:
        return _read(member(_items(draft), (place,)), place)

    def write(draft: Request, _settings: Settings, _now: float, signature: bytes) -> Request:
        body = with_member(draft.body, (_ITEMS, place, _ITEM, *_SIGNATURE), json.dumps(signature.decode()))
        return draft if body is None else replace(draft, body=body)

    return signed(_NAME, read, write, request, keys, settings, now)


SCHEMES: tuple[Scheme, ...] = (
    Scheme(_NAME, "Adyen payments", official=True, key_kinds=SECRET, verify=verify, sign=sign),
)
