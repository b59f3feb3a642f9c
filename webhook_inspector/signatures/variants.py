"""Senders whose construction depends on the request: which form of the body is signed, or by which hash."""

import re
from collections.abc import Iterator
from dataclasses import replace

from webhook_inspector.core.headers import first
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Step
from webhook_inspector.signatures.claim import Claim, Offer
from webhook_inspector.signatures.keyed import BASE64, Method
from webhook_inspector.signatures.mac import mac_scheme
from webhook_inspector.signatures.moments import Clock
from webhook_inspector.signatures.pairs import is_form, query_of, read_pairs, value_of
from webhook_inspector.signatures.reading import Stop, malformed, unsigned
from webhook_inspector.signatures.recipe import Recipe, read, write
from webhook_inspector.signatures.scheme import Request, Scheme, Settings
from webhook_inspector.signatures.signing import with_field, without_field

_GITEA = Recipe("gitea", "Gitea, Forgejo, Gogs", "X-Gitea-Signature", also=("X-Gogs-Signature", "X-Forgejo-Signature"))

_BOX_TIME = "BOX-DELIVERY-TIMESTAMP"
_BOX_HEADERS = ("BOX-SIGNATURE-PRIMARY", "BOX-SIGNATURE-SECONDARY")
_BOX = Recipe(
    "box",
    "Box",
    _BOX_HEADERS[0],
    method=BASE64,
    content="{body}{timestamp}",
    also=_BOX_HEADERS[1:],
    time_header=_BOX_TIME,
    clock=Clock("iso"),
    fixed=(("BOX-SIGNATURE-VERSION", "1"), ("BOX-SIGNATURE-ALGORITHM", "HmacSHA256")),
)
_BREAKS = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_BOX_ESCAPED = re.compile(r"[\x7f-\U0010ffff]|(?<!\\)/")

_WEBSUB_HEADER = "X-Hub-Signature"
_WEBSUB_HASHES = ("sha1", "sha256", "sha384", "sha512")


def _read_gitea(request: Request, settings: Settings) -> Claim | Stop:
    """In form mode, and in the query of a GET, the signature covers the JSON of `payload`, not what it is wrapped in."""
    claim = read(_GITEA, request, settings)
    if isinstance(claim, Stop):
        return claim
    wrapped = query_of(request.url) if request.method == "GET" else b""
    if is_form(first(request.fields, b"content-type")):
        wrapped = request.body
    payload = value_of(read_pairs(wrapped), b"payload")
    return claim if payload is None else replace(claim, contents=(payload,))


def _read_box(request: Request, settings: Settings) -> Claim | Stop:
    """Each key has its own header. Box signs the body as PHP writes JSON, which need not be what it sends: either form will do."""
    claim = read(_BOX, request, settings)
    if isinstance(claim, Stop):
        return claim
    found = [(first(request.fields, name.encode()), place) for place, name in enumerate(_BOX_HEADERS)]
    offers = tuple(Offer(text, place) for text, place in found if text is not None)
    forms = dict.fromkeys([request.body, _escaped_by_php(request.body), _escaped_by_sdk(request.body)])
    contents = tuple(form + (claim.time or b"") for form in forms)
    return replace(claim, offers=offers, contents=contents, checks=tuple(_box_checks(request)))


def _box_checks(request: Request) -> Iterator[Step]:
    """There is one version and one algorithm; Box's own libraries accept no other."""
    for name, wanted in _BOX.fixed:
        given = show(first(request.fields, name.encode()) or b"")
        yield Step("header", given == wanted, f"{name} {'is' if given == wanted else 'is not'} {wanted}", wanted, given)


def _escaped_by_sdk(body: bytes) -> bytes:
    """As Box's libraries try it when the plain body does not fit: like PHP, but for slashes, backslashes and line breaks."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return body
    doubled = re.sub(r"\\(?!/)", r"\\\\", text)
    return re.sub(r"[^ -~]", lambda found: _BREAKS.get(found[0]) or _as_escape(found[0]), doubled).encode()


def _escaped_by_php(body: bytes) -> bytes:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return body
    return _BOX_ESCAPED.sub(lambda found: _as_escape(found[0]), text).encode("utf-8")


def _as_escape(character: str) -> str:
    if character == "/":
        return r"\/"
    units = character.encode("utf-16-be").hex()
    return "".join(rf"\u{units[place : place + 4]}" for place in range(0, len(units), 4))


def _write_box(request: Request, settings: Settings, now: float, signature: bytes) -> Request:
    """Signs with the primary key only."""
    bare = replace(request, fields=without_field(request.fields, _BOX_HEADERS[1].encode()))
    return write(_BOX, bare, settings, now, signature)


def _read_websub(request: Request, _settings: Settings) -> Claim | Stop:
    """The header names its own hash (W3C WebSub, section 8)."""
    value = first(request.fields, _WEBSUB_HEADER.encode())
    if value is None:
        return unsigned(_WEBSUB_HEADER)
    name, mark, signature = value.partition(b"=")
    if not mark or show(name) not in _WEBSUB_HASHES:
        return malformed(
            _WEBSUB_HEADER, f"it does not begin with one of {', '.join(_WEBSUB_HASHES)} and =", show(value)
        )
    return Claim(_WEBSUB_HEADER, (Offer(signature),), (request.body,), Method(name.decode()))


def _write_websub(request: Request, _settings: Settings, _now: float, signature: bytes) -> Request:
    """By the hash of the signature that was there, else by SHA-256."""
    name = (first(request.fields, _WEBSUB_HEADER.encode()) or b"").partition(b"=")[0]
    chosen = name if show(name) in _WEBSUB_HASHES else b"sha256"
    return replace(request, fields=with_field(request.fields, _WEBSUB_HEADER.encode(), chosen + b"=" + signature))


SCHEMES: tuple[Scheme, ...] = (
    mac_scheme("gitea", _GITEA.title, _read_gitea, lambda *request: write(_GITEA, *request)),
    mac_scheme("box", _BOX.title, _read_box, _write_box),
    mac_scheme("websub", "WebSub", _read_websub, _write_websub),
)
