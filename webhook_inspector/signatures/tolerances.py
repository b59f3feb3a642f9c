"""How old a signed request may be by the scheme's own libraries and documents, where nothing else is configured."""

from collections.abc import Mapping
from types import MappingProxyType

TOLERANCES: Mapping[str, int] = MappingProxyType(
    {
        "box": 600,
        "buildkite": 300,
        "calendly": 300,
        "contentful": 30,
        "customer-io": 300,
        "elevenlabs": 1800,
        "hook0": 300,
        "hubspot-v3": 300,
        "hygraph": 300,
        "linear": 60,
        "mailgun": 900,
        "mux": 300,
        "paddle-billing": 5,
        "plaid": 300,
        "pusher": 300,
        "retell": 300,
        "slack": 300,
        "standard-webhooks": 300,
        "standard-webhooks-raw-key": 300,
        "standard-webhooks-v1a": 300,
        "stripe": 300,
        "svix": 300,
        "tailscale": 300,
        "telnyx": 300,
        "twitch": 600,
        "webflow": 300,
        "workos": 180,
        "zoom": 300,
    }
)
"""Seconds, by scheme. The clock is that of the request's arrival. A scheme that is not here names no age, or ends by itself (`exp`)."""
