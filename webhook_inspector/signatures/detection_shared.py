"""Signature headers that several senders share, what stands in Authorization, and signatures in the body: decided by a second look."""

from collections.abc import Callable

from webhook_inspector.signatures.detection import Confidence, Gate, Rule
from webhook_inspector.signatures.scheme import Settings
from webhook_inspector.signatures.seen import Seen

_LIKELY, _GUESS = Confidence.LIKELY, Confidence.GUESS
_HEX_40, _HEX_64 = rb"[0-9a-fA-F]{40}", rb"[0-9a-fA-F]{64}"
_JWS = rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+"
_SHA1_BY_BODY = ("intercom", "pagarme-v4", "websub")
_HUB, _HUB_256 = "x-hub-signature", "x-hub-signature-256"
_TOKEN_HEADERS: dict[str, str] = {
    "cf-webhook-auth": "cloudflare",
    "x-goog-channel-token": "google",
    "x-buildkite-token": "buildkite",
    "x-hotmart-hottok": "hotmart",
    "x-webhook-secret": "",
}
"""Headers that carry a static token, with the sender."""


def _value(name: str, pattern: bytes) -> Callable[[Seen], bool]:
    return lambda seen: seen.matches(name, pattern)


def _with(*names: str) -> Callable[[Seen], bool]:
    return lambda seen: all(name in seen.headers for name in names)


def _sha1_with(condition: Callable[[Seen], bool]) -> Callable[[Seen], bool]:
    return lambda seen: seen.value(_HUB).startswith(b"sha1=") and condition(seen)


def _sha256_with(header: str) -> Callable[[Seen], bool]:
    return lambda seen: seen.value(_HUB).startswith(b"sha256=") and header in seen.headers


def _only_asymmetric(seen: Seen) -> bool:
    entries = seen.value("webhook-signature").split() or seen.value("svix-signature").split()
    return bool(entries) and all(entry.startswith(b"v1a,") for entry in entries)


def _intercom(seen: Seen) -> bool:
    return seen.text_at("type") == b"notification_event" and bool(seen.text_at("topic"))


def _pagarme(seen: Seen) -> bool:
    return bool(seen.form & {b"fingerprint", b"event", b"current_status"})


def _form_with(*names: bytes) -> Callable[[Seen], bool]:
    wanted, marks = frozenset(names), tuple(name + b"=" for name in names)
    return lambda seen: seen.mentions(*marks) and seen.form >= wanted


def _adyen(seen: Seen) -> bool:
    return seen.mentions(b'"notificationItems"') and isinstance(seen.json, dict) and "notificationItems" in seen.json


def _mailgun(seen: Seen) -> bool:
    return seen.mentions(b'"token"', b'"signature"') and bool(seen.text_at("signature", "token"))


def _from_hub(seen: Seen) -> bool:
    return b'rel="hub"' in seen.value("link") or b"rel=hub" in seen.value("link")


def _in_header(name: str) -> Callable[[Seen], Settings]:
    return lambda _seen: {"header": name}


def _generic(header: str) -> Callable[[Seen], Settings]:
    return lambda _seen: {"signature_header": header, "hash": "sha256", "encoding": "hex", "template": "{body}"}


SHARED_RULES: tuple[Rule, ...] = (
    Rule("svix-signature", "standard-webhooks-v1a", when=_only_asymmetric),
    Rule("svix-signature", "svix"),
    Rule(
        "webhook-signature",
        "standard-webhooks-v1a",
        when=lambda seen: "webhook-id" in seen.headers and _only_asymmetric(seen),
    ),
    Rule(
        "webhook-signature",
        "standard-webhooks",
        "",
        _with("webhook-id", "webhook-timestamp"),
        _LIKELY,
        ("standard-webhooks-raw-key",),
    ),
    Rule("webhook-signature", "gocardless", "gocardless", _value("webhook-signature", _HEX_64), _LIKELY),
    Rule("x-gitea-signature", "gitea", "gitea"),
    Rule("x-gogs-signature", "gitea", "gogs"),
    Rule("x-forgejo-signature", "gitea", "forgejo"),
    Rule(_HUB_256, "github", "github", _with("x-github-event")),
    Rule(_HUB, "github-sha1", "github", _with("x-github-event")),
    Rule(_HUB_256, "meta", "meta", confidence=_LIKELY, others=("github",)),
    Rule(_HUB, "bitbucket", "bitbucket", _sha256_with("x-event-key")),
    Rule(_HUB, "jira", "jira", _sha256_with("x-atlassian-webhook-identifier")),
    Rule(_HUB, "pagarme-v4", "pagarme", _sha1_with(_pagarme), _LIKELY),
    Rule(_HUB, "intercom", "intercom", _sha1_with(_intercom), _LIKELY),
    Rule(_HUB, "websub", "", _sha1_with(_from_hub)),
    Rule(_HUB, "github-sha1", "", _value(_HUB, rb"sha1=.*"), _GUESS, _SHA1_BY_BODY),
    Rule(_HUB, "websub", "", _value(_HUB, rb"sha256=.*"), _LIKELY, ("bitbucket", "jira")),
    Rule(_HUB, "websub", "", _value(_HUB, rb"sha(?:384|512)=.*")),
    Rule("x-signature", "mercadopago", "mercadopago", _value("x-signature", rb"ts=.*")),
    Rule("x-signature", "lemonsqueezy", "lemonsqueezy", _with("x-event-name")),
    Rule("x-signature", "modern-treasury", "modern-treasury", _with("x-topic")),
    Rule("x-signature", "segment", "segment", _value("x-signature", _HEX_40), _LIKELY),
    Rule("x-signature", "generic-hmac", "", _value("x-signature", _HEX_64), _GUESS, settings=_generic("X-Signature")),
    Rule("x-webhook-signature", "netlify", "netlify", _value("x-webhook-signature", _JWS)),
    Rule(
        "x-webhook-signature",
        "woovi",
        "woovi",
        _value("x-webhook-signature", rb"[A-Za-z0-9+/]{171,172}={0,2}|[A-Za-z0-9+/]{342,344}={0,2}"),
    ),
    Rule(
        "x-webhook-signature",
        "abacatepay",
        "abacatepay",
        _value("x-webhook-signature", rb"[A-Za-z0-9+/]{43}="),
        _LIKELY,
    ),
    Rule("signature-input", "rfc9421", "mailchannels", _value("signature-input", rb"sig_\d+=\(.*"), _LIKELY),
    Rule("signature-input", "rfc9421"),
    Rule("signature", "cavage", "", _value("signature", rb"keyId=.*")),
    Rule("signature", "mailersend", "", _value("signature", _HEX_64), _GUESS, ("mailerlite",)),
)

AUTHORIZATION_RULES: tuple[Rule, ...] = (
    Rule("authorization", "atlassian-connect-jwt", "jira", _value("authorization", rb"JWT .*")),
    Rule("authorization", "microsoft-teams-outgoing", "microsoft-teams", _value("authorization", rb"HMAC .*")),
    Rule("authorization", "cavage", "", _value("authorization", rb"Signature .*")),
    Rule(
        "authorization",
        "livekit",
        "livekit",
        lambda seen: seen.matches("authorization", _JWS) and b"webhook+json" in seen.value("content-type"),
    ),
    Rule(
        "authorization",
        "google-pubsub-oidc",
        "google-pubsub",
        lambda seen: seen.bearer_issuer == "https://accounts.google.com",
    ),
    Rule("authorization", "vonage", "vonage", lambda seen: seen.bearer_issuer == "Vonage"),
    Rule("authorization", "bearer-token", "", _value("authorization", rb"(?i:Bearer) .*"), _LIKELY),
    Rule("authorization", "basic-auth", "", _value("authorization", rb"(?i:Basic) .*")),
    *(
        Rule(header, "static-header-token", provider, confidence=_LIKELY, settings=_in_header(header))
        for header, provider in _TOKEN_HEADERS.items()
    ),
    Rule(
        "",
        "jws-detached",
        "",
        lambda seen: bool(seen.detached_header),
        _LIKELY,
        settings=lambda seen: {"header": seen.detached_header},
    ),
)

BODY_RULES: tuple[Rule, ...] = (
    Rule("x-amz-sns-message-type", "aws-sns", "aws-sns"),
    Rule("aeg-event-type", "", "azure-event-grid"),
    Rule("user-agent", "dropbox-sign", "dropbox-sign", start=b"HelloSign API"),
    Rule("", "braintree", "braintree", _form_with(b"bt_signature"), gate=Gate.FORM),
    Rule("", "paddle-classic", "paddle", _form_with(b"p_signature"), gate=Gate.FORM),
    Rule("", "mandrill", "mandrill", _form_with(b"mandrill_events"), gate=Gate.FORM),
    Rule("", "mailgun", "mailgun", _form_with(b"timestamp", b"token", b"signature"), _LIKELY, gate=Gate.FORM),
    Rule("", "adyen", "adyen", _adyen, gate=Gate.JSON),
    Rule("", "mailgun", "mailgun", _mailgun, gate=Gate.JSON),
    Rule("", "atlassian-connect-jwt", "jira", lambda seen: b"jwt" in seen.parameters, _LIKELY, gate=Gate.QUERY),
    Rule(
        "",
        "query-token",
        "",
        lambda seen: b"access_token" in seen.parameters,
        _GUESS,
        settings=lambda _seen: {"parameter": "access_token"},
        gate=Gate.QUERY,
    ),
)
