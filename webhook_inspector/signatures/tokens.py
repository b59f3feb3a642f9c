"""Senders that show a secret instead of signing: a token in a header or the query, a user and password. The body is never covered."""

import base64
import binascii
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from webhook_inspector.core.headers import values
from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.signatures.pairs import query_of, read_pairs, with_parameter
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import cannot_sign, with_field

_KINDS = ("token", "secret")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the token stands."""

    words: str
    """For people; empty where the settings do not say which header or parameter it is."""
    found: tuple[bytes, ...]
    prefix: bytes = b""
    """What stands before the token; its case does not matter (RFC 9110, section 11.1)."""
    encoded: bool = False
    """Whether the token is wrapped in base64."""


Find = Callable[[Request, Settings], Place]
Put = Callable[[Request, Settings, bytes], Request]


def _scheme(
    name: str, title: str, find: Find, put: Put, *, official: bool = True, kinds: tuple[str, ...] = _KINDS
) -> Scheme:
    def verify(request: Request, keys: Sequence[Key], settings: Settings, _now: float) -> Verdict:
        return _verdict(name, find(request, settings), [key for key in keys if key.kind in kinds])

    def sign(request: Request, keys: Sequence[Key], settings: Settings, _now: float) -> Request:
        key = next((key for key in keys if key.kind in kinds and key.value), None)
        place = find(request, settings)
        if key is None or not place.words:
            raise cannot_sign(
                name, "it takes a token" if key is None else "the settings do not say where the token belongs"
            )
        token = _raw(key)
        return put(request, settings, place.prefix + (base64.b64encode(token) if place.encoded else token))

    return Scheme(name, title, official, kinds, verify, sign)


def _verdict(name: str, place: Place, keys: Sequence[Key]) -> Verdict:
    if not place.words:
        return Verdict(
            Status.INVALID, name, (Step("settings", False, "the settings do not say where the token stands"),)
        )
    if not place.found:
        return Verdict(Status.UNSIGNED, name, (Step("header", False, f"{place.words} is missing"),))
    there = Step("header", True, f"{place.words} is there")
    tokens = [token for token in (_unwrapped(place, text) for text in place.found) if token is not None]
    if not tokens:
        return Verdict(Status.INVALID, name, (there, Step("format", False, f"{place.words} is not of the right form")))
    labels = [key.label or f"key {number}" for number, key in enumerate(keys, 1)]
    fits = [any(hmac.compare_digest(_raw(key), token) for token in tokens) and bool(key.value) for key in keys]
    label = next((label for label, fit in zip(labels, fits, strict=True) if fit), "")
    fact = f"it is {label}; what is in the body is not covered" if label else "it is none of the configured ones"
    steps = (there, Step("format", True, f"{place.words} is of the right form"), Step("digest", bool(label), fact))
    return Verdict(Status.VALID if label else Status.INVALID, name, steps, b"", label)


def _raw(key: Key) -> bytes:
    return key.value.encode("utf-8", "surrogatepass")


def _unwrapped(place: Place, text: bytes) -> bytes | None:
    """The token itself; None where the text has another form."""
    if text[: len(place.prefix)].lower() != place.prefix.lower():
        return None
    bare = text[len(place.prefix) :]
    if not place.encoded:
        return bare
    try:
        return base64.b64decode(bare, validate=True)
    except (binascii.Error, ValueError):
        return None


def _in_header(header: str, prefix: bytes = b"", *, encoded: bool = False) -> tuple[Find, Put]:
    def find(request: Request, _settings: Settings) -> Place:
        return Place(header, tuple(values(request.fields, header.encode())), prefix, encoded)

    def put(request: Request, _settings: Settings, text: bytes) -> Request:
        return replace(request, fields=with_field(request.fields, header.encode(), text))

    return find, put


def _told(settings: Settings, name: str) -> str:
    found = settings.get(name, "")
    return found if isinstance(found, str) else ""


def _find_in_told_header(request: Request, settings: Settings) -> Place:
    header = _told(settings, "header")
    return Place(header, tuple(values(request.fields, header.encode("utf-8", "surrogatepass"))))


def _put_in_told_header(request: Request, settings: Settings, text: bytes) -> Request:
    return replace(request, fields=with_field(request.fields, _told(settings, "header").encode(), text))


def _find_in_query(request: Request, settings: Settings) -> Place:
    name = _told(settings, "parameter")
    wanted = name.encode("utf-8", "surrogatepass")
    found = tuple(value for key, value in read_pairs(query_of(request.url)) if key == wanted)
    return Place(f"the parameter {name}" if name else "", found)


def _put_in_query(request: Request, settings: Settings, text: bytes) -> Request:
    return replace(
        request, url=with_parameter(request.url, _told(settings, "parameter"), text.decode("utf-8", "surrogatepass"))
    )


SCHEMES: tuple[Scheme, ...] = (
    _scheme("gitlab-token", "GitLab secret token", *_in_header("X-Gitlab-Token")),
    _scheme("telegram", "Telegram Bot API", *_in_header("X-Telegram-Bot-Api-Secret-Token")),
    _scheme("asaas", "Asaas", *_in_header("asaas-access-token")),
    _scheme("bearer-token", "Bearer token", *_in_header("Authorization", b"Bearer ")),
    _scheme(
        "basic-auth", "Basic authentication", *_in_header("Authorization", b"Basic ", encoded=True), kinds=("basic",)
    ),
    _scheme("static-header-token", "Static header token", _find_in_told_header, _put_in_told_header, official=False),
    _scheme("query-token", "Token in the query", _find_in_query, _put_in_query),
)
