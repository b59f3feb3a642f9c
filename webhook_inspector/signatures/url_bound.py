"""Senders that sign the URL with the body, or put the secret itself into a plain hash: rows like any other."""

from webhook_inspector.signatures.keyed import BASE64, SHA1_BASE64, Method
from webhook_inspector.signatures.moments import Clock
from webhook_inspector.signatures.recipe import Recipe, scheme_of

_PLAIN_HASH = Method(glue=b"")
_HUBSPOT_VERSION = "X-HubSpot-Signature-Version"

RECIPES: tuple[Recipe, ...] = (
    Recipe("square", "Square", "x-square-hmacsha256-signature", method=BASE64, content="{url}{body}"),
    Recipe("trello", "Trello", "X-Trello-Webhook", method=SHA1_BASE64, content="{body}{url}"),
    Recipe("hubspot-v1", "HubSpot v1", "X-HubSpot-Signature", method=_PLAIN_HASH, fixed=((_HUBSPOT_VERSION, "v1"),)),
    Recipe(
        "hubspot-v2",
        "HubSpot v2",
        "X-HubSpot-Signature",
        method=_PLAIN_HASH,
        content="{method}{url}{body}",
        fixed=((_HUBSPOT_VERSION, "v2"),),
    ),
    Recipe(
        "hubspot-v3",
        "HubSpot v3",
        "X-HubSpot-Signature-v3",
        method=BASE64,
        content="{method}{url}{body}{timestamp}",
        time_header="X-HubSpot-Request-Timestamp",
        clock=Clock("ms", ahead_counts=False),
    ),
    Recipe("pagbank", "PagBank", "x-authenticity-token", method=Method(glue=b"-"), key_kinds=("token", "secret")),
)

SCHEMES = tuple(map(scheme_of, RECIPES))
