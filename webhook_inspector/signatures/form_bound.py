"""Twilio and Mandrill: the URL followed by the fields of the form, sorted and run together."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from webhook_inspector.core.headers import first
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Step
from webhook_inspector.signatures.claim import Claim
from webhook_inspector.signatures.keyed import BASE64, SHA1_BASE64
from webhook_inspector.signatures.mac import mac_scheme
from webhook_inspector.signatures.pairs import Pairs, is_form, query_of, read_pairs, value_of, with_parameter
from webhook_inspector.signatures.reading import Stop
from webhook_inspector.signatures.recipe import Recipe, read, write
from webhook_inspector.signatures.scheme import Request, Scheme, Settings
from webhook_inspector.signatures.template import signed_url

_TWILIO = Recipe("twilio", "Twilio", "X-Twilio-Signature", method=SHA1_BASE64)
_TWILIO_SETTINGS = b"X-Twilio-Webhooks-Signature-Settings"
_BODY_HASH = "bodySHA256"
_MANDRILL = Recipe("mandrill", "Mailchimp Transactional (Mandrill)", "X-Mandrill-Signature", method=SHA1_BASE64)
_AUTHORITY = re.compile(r"(https?)://([^/?#]*)", re.IGNORECASE)
_PORT = re.compile(r":\d*$")
_FORM_COVERED = "the URL and the fields of the form are signed"
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def _read_twilio(request: Request, settings: Settings) -> Claim | Stop:
    """A form is signed with the URL. Any other body is covered by its hash in the query of the URL."""
    claim = read(_TWILIO, request, settings)
    if isinstance(claim, Stop):
        return claim
    url = signed_url(request, settings)
    method = (
        BASE64 if b"algorithm=hmac_sha256" in (first(request.fields, _TWILIO_SETTINGS) or b"").lower() else SHA1_BASE64
    )
    tail = b""
    checks, covered = _body_hash(request, url)
    if is_form(first(request.fields, b"content-type")):
        tail, checks, covered = _run_together(_unique(read_pairs(request.body))), (), _FORM_COVERED
    contents = tuple(one.encode("utf-8", "surrogatepass") + tail for one in _with_and_without_port(url))
    return replace(claim, contents=contents, method=method, checks=checks, covered=covered)


def _body_hash(request: Request, url: str) -> tuple[tuple[Step, ...], str]:
    given = value_of(read_pairs(query_of(url)), _BODY_HASH.encode())
    if given is None:
        return (), "the URL is signed" + (", the body is not" if request.body else "")
    expected = hashlib.sha256(request.body).hexdigest()
    holds = show(given) == expected
    fact = f"{_BODY_HASH} of the URL is {'' if holds else 'not '}the SHA-256 of the body"
    return (Step("content", holds, fact, expected, show(given)),), "the URL is signed"


def _with_and_without_port(url: str) -> list[str]:
    """The URL as it is; without its port; with the default one: Twilio signs one of them."""
    found = _AUTHORITY.match(url)
    if found is None:
        return [url]
    scheme, authority, rest = found[1], _PORT.sub("", found[2]), url[found.end() :]
    others = (f"{scheme}://{authority}{port}{rest}" for port in ("", _DEFAULT_PORTS[scheme.lower()]))
    return list(dict.fromkeys([url, *others]))


def _unique(pairs: Pairs) -> Pairs:
    """Twilio signs each value of a repeated name once, sorted."""
    return sorted(set(pairs))


def _run_together(pairs: Sequence[tuple[bytes, bytes]]) -> bytes:
    return b"".join(name + value for name, value in pairs)


def _write_twilio(request: Request, settings: Settings, now: float, signature: bytes) -> Request:
    signed = write(_TWILIO, request, settings, now, signature)
    if is_form(first(request.fields, b"content-type")) or not request.body:
        return signed
    return replace(signed, url=with_parameter(signed.url, _BODY_HASH, hashlib.sha256(request.body).hexdigest()))


def _read_mandrill(request: Request, settings: Settings) -> Claim | Stop:
    claim = read(_MANDRILL, request, settings)
    if isinstance(claim, Stop):
        return claim
    fields = sorted(read_pairs(request.body), key=lambda pair: pair[0])
    url = signed_url(request, settings).encode("utf-8", "surrogatepass")
    return replace(claim, contents=(url + _run_together(fields),), covered=_FORM_COVERED)


SCHEMES: tuple[Scheme, ...] = (
    mac_scheme("twilio", _TWILIO.title, _read_twilio, _write_twilio),
    mac_scheme("mandrill", _MANDRILL.title, _read_mandrill, lambda *request: write(_MANDRILL, *request)),
)
