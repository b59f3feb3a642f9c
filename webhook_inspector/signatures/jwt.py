"""The senders whose requests carry a JSON Web Token: a row each, with the claims that bind the token to the request."""

import hashlib
from collections import defaultdict
from urllib.parse import quote_from_bytes

from webhook_inspector.signatures.encodings import to_base64
from webhook_inspector.signatures.json_token import Recipe, scheme_of
from webhook_inspector.signatures.pairs import query_of, read_pairs
from webhook_inspector.signatures.publickeys import PUBLIC_KINDS
from webhook_inspector.signatures.scheme import Request, Scheme, Settings
from webhook_inspector.signatures.target import target_of
from webhook_inspector.signatures.template import signed_url
from webhook_inspector.signatures.token_claims import Bound

_BODY = "its claims bind the body"
_NOT_BODY = "the body is not covered"


def _hex(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _set(settings: Settings, **claims: str) -> Bound:
    """Claims whose values are settings, as far as they are set."""
    return {claim: (str(settings[name]),) for claim, name in claims.items() if settings.get(name)}


def plaid(request: Request, _settings: Settings) -> Bound:
    return {"request_body_sha256": (_hex(request.body),)}


def netlify(request: Request, _settings: Settings) -> Bound:
    return {"iss": ("netlify",), "sha256": (_hex(request.body),)}


def vonage(request: Request, _settings: Settings) -> Bound:
    return {"payload_hash": (_hex(request.body),)}


def messagebird(request: Request, settings: Settings) -> Bound:
    """`payload_hash` is absent exactly when the body is empty."""
    url = signed_url(request, settings).encode("utf-8", "surrogatepass")
    payload = (_hex(request.body),) if request.body else ()
    return {"iss": ("MessageBird",), "url_hash": (_hex(url),), "payload_hash": payload}


def livekit(request: Request, settings: Settings) -> Bound:
    return {**_set(settings, iss="api_key"), "sha256": (to_base64(hashlib.sha256(request.body).digest()),)}


def google(_request: Request, settings: Settings) -> Bound:
    issuers = ("https://accounts.google.com", "accounts.google.com")
    email = {"email_verified": (True,)} if settings.get("email") else {}
    return {"iss": issuers, **_set(settings, aud="audience", email="email"), **email}


def atlassian(request: Request, settings: Settings) -> Bound:
    return {"qsh": (_hex(canonical_request(request.method, signed_url(request, settings))),)}


def canonical_request(method: str, url: str) -> bytes:
    """What Atlassian's query string hash is taken of: `METHOD&path&query`, names sorted, values of one name joined by commas."""
    path = (target_of(url).path.rstrip("/") or "/").replace("&", "%26")
    groups: dict[bytes, list[bytes]] = defaultdict(list)
    for name, value in read_pairs(query_of(url)):
        groups[name].append(value)
    groups.pop(b"jwt", None)
    pairs = sorted((_quoted(name), ",".join(map(_quoted, sorted(said)))) for name, said in groups.items())
    query = "&".join(f"{name}={said}" for name, said in pairs)
    return f"{method.upper()}&{path}&{query}".encode("utf-8", "surrogatepass")


def _quoted(raw: bytes) -> str:
    return quote_from_bytes(raw, safe="")


RECIPES = (
    Recipe(
        "plaid",
        "Plaid",
        "Plaid-Verification",
        ("ES256",),
        plaid,
        _BODY,
        required=("iat",),
        times=(("iat", 0),),
        leeway=60,
        key_kinds=PUBLIC_KINDS,
    ),
    Recipe(
        "atlassian-connect-jwt",
        "Atlassian Connect",
        "Authorization",
        ("HS256",),
        atlassian,
        f"its claims bind method, path and query, {_NOT_BODY}",
        prefix="JWT ",
        query="jwt",
        required=("iss", "iat", "exp"),
        times=(("iat", 0), ("exp", 180)),
        leeway=90,
    ),
    Recipe("netlify", "Netlify", "X-Webhook-Signature", ("HS256",), netlify, _BODY, official=False),
    Recipe(
        "messagebird",
        "Bird (MessageBird)",
        "MessageBird-Signature-JWT",
        ("HS256", "HS384", "HS512"),
        messagebird,
        "its claims bind the URL and the body",
        required=("nbf", "exp"),
        times=(("nbf", 0), ("exp", 60)),
        leeway=1,
    ),
    Recipe(
        "vonage",
        "Vonage",
        "Authorization",
        ("HS256",),
        vonage,
        "its claim payload_hash binds the body; without that claim the body is not covered",
        prefix="Bearer ",
        optional=("payload_hash",),
        times=(("iat", 0),),
        leeway=60,
    ),
    Recipe(
        "livekit",
        "LiveKit",
        "Authorization",
        ("HS256",),
        livekit,
        _BODY,
        times=(("nbf", 0), ("exp", 300)),
        leeway=60,
    ),
    Recipe(
        "google-pubsub-oidc",
        "Google Pub/Sub",
        "Authorization",
        ("RS256",),
        google,
        f"its claims name sender and audience, {_NOT_BODY}",
        prefix="Bearer ",
        required=("exp", "iat"),
        times=(("iat", 0), ("exp", 3600)),
        leeway=10,
        key_kinds=PUBLIC_KINDS,
    ),
)

SCHEMES: tuple[Scheme, ...] = tuple(map(scheme_of, RECIPES))
