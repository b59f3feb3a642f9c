"""Keys that a provider publishes under a URL: where they are for a request, and what an answer holds. Nothing is fetched here."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.signatures.certificates import (
    PAYPAL,
    PAYPAL_OWNER,
    SNS,
    SNS_OWNER,
    Named,
    named_by_paypal,
    named_by_sns,
)
from webhook_inspector.signatures.jose import Compact, compact
from webhook_inspector.signatures.publickeys import UnusableKeyError, single_keys, verifying_key
from webhook_inspector.signatures.scheme import Key, Request
from webhook_inspector.signatures.trust import Owner, trusted_leaf

Roots = Sequence[bytes]
"""Certificates, as DER, that a chain may end in; none: chains are not followed."""

SHOWN = 200
"""Characters of a URL from outside that a sentence shows."""


@dataclass(frozen=True, slots=True)
class Source:
    """One row: where the keys of a scheme are published, and how to read what is found there."""

    scheme: str
    title: str
    """The provider, for people."""
    where: str
    """The allowed places, for people."""
    hosts: re.Pattern[str]
    paths: re.Pattern[str]
    """Without query: a request that could choose one could make an honest host echo what it likes."""
    named: Callable[[Request], Named | None]
    """What a request names, or the place that never changes; None where the request names nothing."""
    read: "Read"


@dataclass(frozen=True, slots=True)
class Published:
    """The keys for one request. Its `problem` says why they must not or cannot be fetched: then nobody may ask the URL."""

    source: Source
    url: str
    problem: Problem | None = None
    key_id: str = ""
    """Of the key that the request names; empty where any of them can be meant."""
    signed_at: float | None = None
    """When the request says that it was signed, Unix seconds: a certificate must have been in force then."""

    @property
    def host(self) -> str:
        return _parts(self.url)[0]

    def keys_of(self, answer: bytes, roots: Roots = ()) -> tuple[Key, ...] | Problem:
        """At least one key to verify with, or why there is none. Whatever the bytes, it never raises."""
        return keys_of(self, answer, roots)


Read = Callable[[Published, bytes, Roots], tuple[Key, ...]]
"""Raises UnusableKeyError, or ValueError and its like for junk."""


def published(request: Request, scheme: str) -> Published | None:
    """Where the keys for this request are; None for a scheme whose keys are not published, or where the request names none."""
    source = next((one for one in SOURCES if one.scheme == scheme), None)
    named = source.named(request) if source else None
    if source is None or named is None:
        return None
    return Published(source, named.url, _refusal(source, named), named.key_id, named.signed_at)


def _refusal(source: Source, named: Named) -> Problem | None:
    """A sender chooses the URL: without this check it would name its own key, or let us knock at doors of the user's network."""
    if not named.url:
        return Problem.of("published-private", title=source.title, key=_shown(named.key_id))
    host, path = _parts(named.url)
    if source.hosts.fullmatch(host) and source.paths.fullmatch(path) and named.url == f"https://{host}{path}":
        return None
    return Problem.of("published-elsewhere", url=_shown(named.url), title=source.title, where=source.where)


def _parts(url: str) -> tuple[str, str]:
    """Host and path; empty where the URL is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.hostname or "", parts.path


def _shown(text: str) -> str:
    return visible(text if len(text) <= SHOWN else text[:SHOWN] + "…")


def keys_of(published: Published, answer: bytes, roots: Roots = ()) -> tuple[Key, ...] | Problem:
    """The keys in an answer, labelled with the host; at least one, and the one that the request names, or why there is none."""
    try:
        found = published.source.read(published, answer, roots)
    except UnusableKeyError as fault:
        return Problem.of("published-distrusted", url=_shown(published.url), reason=str(fault))
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        found = ()
    if not found:
        return Problem.of("published-unreadable", url=_shown(published.url))
    if published.key_id and all(key.id not in {"", published.key_id} for key in found):
        return Problem.of("published-missing", host=published.host, key=_shown(published.key_id))
    return found


def _key(published: Published, kind: str, value: str, key_id: str = "", alg: str = "") -> Key:
    return Key(kind, value, key_id, alg, f"the key of {published.host}")


def _certificate_of(owner: Owner) -> Read:
    def read(published: Published, answer: bytes, roots: Roots) -> tuple[Key, ...]:
        leaf = trusted_leaf(answer, owner, published.signed_at, roots)
        return (_key(published, "certificate_pem", leaf, published.url),)

    return read


def _read_jwks(published: Published, answer: bytes, _roots: Roots) -> tuple[Key, ...]:
    """A set (RFC 7517 section 5). Keys that we cannot use are passed over, and so is a secret: what is public is none."""
    members = json.loads(answer)["keys"]
    public = Key("jwk", json.dumps({"keys": [one for one in members if one["kty"] != "oct"]}))
    usable = (one for _label, one in single_keys((public,)) if _verifies(one))
    return tuple(_key(published, "jwk", one.value, one.id, one.alg) for one in usable)


def _pem_at(*way: str) -> Read:
    """A public key, or a list of objects with one each, behind these names."""

    def read(published: Published, answer: bytes, _roots: Roots) -> tuple[Key, ...]:
        found = [json.loads(answer)]
        for name in way:
            found = [inner for one in found for inner in (one[name] if isinstance(one[name], list) else [one[name]])]
        texts = (text.strip() for text in found if text.strip().startswith("-----BEGIN PUBLIC KEY-----"))
        keys = (_key(published, "public_key_pem", text) for text in texts)
        return tuple(key for key in keys if _verifies(key))

    return read


def _verifies(key: Key) -> bool:
    try:
        verifying_key(key)
    except UnusableKeyError:
        return False
    return True


def _always(url: str) -> Callable[[Request], Named | None]:
    return lambda _request: Named(url)


def _token(request: Request, header: bytes, prefix: bytes = b"") -> Compact | None:
    text = first(request.fields, header) or b""
    if text[: len(prefix)].lower() != prefix.lower():
        return None
    found = compact(text[len(prefix) :].strip())
    return None if isinstance(found, str) else found


def _named_by_google(request: Request) -> Named | None:
    token = _token(request, b"Authorization", b"Bearer ")
    return Named("https://www.googleapis.com/oauth2/v3/certs", token.kid) if token else None


def _named_by_plaid(request: Request) -> Named | None:
    """Plaid gives a key only to who knows the secret of a client: there is no URL to ask."""
    token = _token(request, b"Plaid-Verification")
    return Named("", token.kid) if token else None


def _exactly(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text))


SOURCES: tuple[Source, ...] = (
    Source(
        SNS,
        "Amazon SNS",
        "sns.<region>.amazonaws.com",
        re.compile(r"sns\.[a-z0-9-]{3,}\.amazonaws\.com(?:\.cn)?"),
        re.compile(r"/[A-Za-z0-9_-]+\.pem"),
        named_by_sns,
        _certificate_of(SNS_OWNER),
    ),
    Source(
        PAYPAL,
        "PayPal",
        "api.paypal.com and api.sandbox.paypal.com",
        re.compile(r"api(?:-m)?(?:\.sandbox)?\.paypal\.com"),
        re.compile(r"/v1/notifications/certs/[A-Za-z0-9_-]+"),
        named_by_paypal,
        _certificate_of(PAYPAL_OWNER),
    ),
    Source(
        "google-pubsub-oidc",
        "Google",
        "www.googleapis.com",
        _exactly("www.googleapis.com"),
        _exactly("/oauth2/v3/certs"),
        _named_by_google,
        _read_jwks,
    ),
    Source(
        "kick",
        "Kick",
        "api.kick.com",
        _exactly("api.kick.com"),
        _exactly("/public/v1/public-key"),
        _always("https://api.kick.com/public/v1/public-key"),
        _pem_at("data", "public_key"),
    ),
    Source(
        "woovi",
        "Woovi / OpenPix",
        "api.woovi.com",
        _exactly("api.woovi.com"),
        _exactly("/api/v1/webhook/public-keys"),
        _always("https://api.woovi.com/api/v1/webhook/public-keys"),
        _pem_at("public_keys", "key"),
    ),
    Source("plaid", "Plaid", "", _exactly(""), _exactly(""), _named_by_plaid, _read_jwks),
)
"""Discord, Telnyx, SendGrid, Postal and Paddle Classic show a key of the user's own account: nothing is published for all."""
