"""All providers that we know, and which of them a scheme belongs to."""

from webhook_inspector.providers.brazil import BRAZIL
from webhook_inspector.providers.carriers import CARRIERS
from webhook_inspector.providers.code import CODE
from webhook_inspector.providers.commerce import COMMERCE
from webhook_inspector.providers.messages import MESSAGES
from webhook_inspector.providers.office import OFFICE
from webhook_inspector.providers.payments import PAYMENTS
from webhook_inspector.providers.provider import Provider
from webhook_inspector.providers.realtime import REALTIME

PROVIDERS: dict[str, Provider] = {
    row.key: row for row in (*PAYMENTS, *BRAZIL, *CODE, *MESSAGES, *REALTIME, *COMMERCE, *OFFICE, *CARRIERS)
}
"""By key."""

OF_SCHEME: dict[str, str] = {
    "adyen-header": "adyen",
    "atlassian-connect-jwt": "jira",
    "coinbase-commerce": "coinbase",
    "github-sha1": "github",
    "gitlab-token": "gitlab",
    "google-pubsub-oidc": "google-pubsub",
    "hubspot-v1": "hubspot",
    "hubspot-v2": "hubspot",
    "hubspot-v3": "hubspot",
    "microsoft-teams-outgoing": "microsoft-teams",
    "paddle-billing": "paddle",
    "paddle-classic": "paddle",
    "pagarme-v4": "pagarme",
    "standard-webhooks-raw-key": "standard-webhooks",
    "standard-webhooks-v1a": "standard-webhooks",
    "woovi-hmac": "woovi",
    "x-twitter": "x",
    **dict.fromkeys(
        (
            "basic-auth",
            "bearer-token",
            "cavage",
            "generic-hmac",
            "jws-detached",
            "query-token",
            "rfc9421",
            "static-header-token",
            "websub",
        ),
        "",
    ),
}
"""The provider of a scheme that has another name than its provider; empty for those that anyone may use."""
