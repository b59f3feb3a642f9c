"""Signature headers that name their sender. Those of the recipes are taken from the recipes, so that a new one is found at once."""

from collections.abc import Iterator

from webhook_inspector.signatures import header_hmac, timestamped, url_bound
from webhook_inspector.signatures.detection import Rule

SHARED = frozenset(
    {
        "authorization",
        "signature",
        "webhook-signature",
        "x-hub-signature",
        "x-hub-signature-256",
        "x-hubspot-signature",
        "x-signature",
        "x-webhook-signature",
    }
)
"""Names that several senders use: these have rules of their own."""

PROVIDERS: dict[str, str] = {
    "adyen-header": "adyen",
    "coinbase-commerce": "coinbase",
    "hubspot-v3": "hubspot",
    "paddle-billing": "paddle",
    "woovi-hmac": "woovi",
    "x-twitter": "x",
}
"""The provider of a scheme where it has another name."""


def _of_recipes() -> Iterator[Rule]:
    for recipe in (*header_hmac.RECIPES, *timestamped.RECIPES, *url_bound.RECIPES):
        for header in (recipe.header, *recipe.also):
            for name in _numbered(header.lower()):
                if name not in SHARED:
                    yield Rule(name, recipe.name, PROVIDERS.get(recipe.name, recipe.name))


def _numbered(header: str) -> list[str]:
    """Of `x-signature-*` the first hundred; senders count from 1."""
    return [header] if not header.endswith("*") else [header[:-1] + str(number) for number in range(1, 101)]


def _hubspot_version(version: bytes) -> Rule:
    scheme = f"hubspot-{version.decode()}"
    return Rule(
        "x-hubspot-signature", scheme, "hubspot", lambda seen: seen.value("x-hubspot-signature-version") == version
    )


HEADER_RULES: tuple[Rule, ...] = (
    *_of_recipes(),
    _hubspot_version(b"v2"),
    _hubspot_version(b"v1"),
    Rule("x-hubspot-signature", "hubspot-v1", "hubspot"),
    Rule("x-signature-ed25519", "discord", "discord"),
    Rule("x-twilio-email-event-webhook-signature", "sendgrid", "sendgrid"),
    Rule("x-twilio-signature", "twilio", "twilio"),
    Rule("x-mandrill-signature", "mandrill", "mandrill"),
    Rule("paypal-transmission-sig", "paypal", "paypal"),
    Rule("plaid-verification", "plaid", "plaid"),
    Rule("x-hook0-signature", "hook0", "hook0"),
    Rule("box-signature-primary", "box", "box"),
    Rule("box-signature-secondary", "box", "box"),
    Rule("x-contentful-signature", "contentful", "contentful"),
    Rule("gcms-signature", "hygraph", "hygraph"),
    Rule("kick-event-signature", "kick", "kick"),
    Rule("x-postal-signature", "postal", "postal"),
    Rule("telnyx-signature-ed25519", "telnyx", "telnyx"),
    Rule("messagebird-signature-jwt", "messagebird", "messagebird"),
    Rule("x-telegram-bot-api-secret-token", "telegram", "telegram"),
    Rule("asaas-access-token", "asaas", "asaas"),
    Rule("x-gitlab-token", "gitlab-token", "gitlab"),
)
