"""Senders that sign a timestamp with the body: in the signature's own header, or in one beside it."""

from webhook_inspector.signatures.keyed import BASE64, Method
from webhook_inspector.signatures.moments import Clock
from webhook_inspector.signatures.recipe import Recipe, scheme_of

_DOTTED = "{timestamp}.{body}"
_SECONDS = Clock("s")
_SECONDS_OLD_ONLY = Clock("s", ahead_counts=False)
_MILLISECONDS = Clock("ms")
_ISO = Clock("iso")
_T_V1 = "t={timestamp},v1={signature}"

RECIPES: tuple[Recipe, ...] = (
    Recipe("stripe", "Stripe", "Stripe-Signature", _T_V1, content=_DOTTED, clock=_SECONDS_OLD_ONLY, several=True),
    Recipe(
        "slack",
        "Slack",
        "X-Slack-Signature",
        "v0={signature}",
        content="v0:{timestamp}:{body}",
        time_header="X-Slack-Request-Timestamp",
        clock=_SECONDS,
    ),
    Recipe(
        "paddle-billing",
        "Paddle Billing",
        "Paddle-Signature",
        "ts={timestamp};h1={signature}",
        content="{timestamp}:{body}",
        several=True,
        separator=";",
        clock=_SECONDS,
    ),
    Recipe(
        "zoom",
        "Zoom",
        "x-zm-signature",
        "v0={signature}",
        content="v0:{timestamp}:{body}",
        time_header="x-zm-request-timestamp",
        clock=_SECONDS,
    ),
    Recipe(
        "calendly", "Calendly", "Calendly-Webhook-Signature", _T_V1, content=_DOTTED, clock=_SECONDS, official=False
    ),
    Recipe(
        "zendesk",
        "Zendesk",
        "X-Zendesk-Webhook-Signature",
        method=BASE64,
        content="{timestamp}{body}",
        time_header="X-Zendesk-Webhook-Signature-Timestamp",
        clock=_ISO,
    ),
    Recipe(
        "sanity",
        "Sanity",
        "sanity-webhook-signature",
        _T_V1,
        Method(encoding="base64url"),
        content=_DOTTED,
        clock=_MILLISECONDS,
    ),
    Recipe(
        "buildkite",
        "Buildkite",
        "X-Buildkite-Signature",
        "timestamp={timestamp},signature={signature}",
        content=_DOTTED,
        clock=_SECONDS,
    ),
    Recipe(
        "workos", "WorkOS", "WorkOS-Signature", "t={timestamp}, v1={signature}", content=_DOTTED, clock=_MILLISECONDS
    ),
    Recipe(
        "twitch",
        "Twitch EventSub",
        "Twitch-Eventsub-Message-Signature",
        "sha256={signature}",
        content="{header.Twitch-Eventsub-Message-Id}{timestamp}{body}",
        time_header="Twitch-Eventsub-Message-Timestamp",
        clock=_ISO,
    ),
    Recipe(
        "customer-io",
        "Customer.io",
        "X-CIO-Signature",
        content="v0:{timestamp}:{body}",
        time_header="X-CIO-Timestamp",
        clock=_SECONDS,
        official=False,
    ),
    Recipe("mux", "Mux", "Mux-Signature", _T_V1, content=_DOTTED, clock=_SECONDS_OLD_ONLY, several=True),
    Recipe(
        "elevenlabs",
        "ElevenLabs",
        "ElevenLabs-Signature",
        "t={timestamp},v0={signature}",
        content=_DOTTED,
        clock=_SECONDS_OLD_ONLY,
    ),
    Recipe(
        "tailscale",
        "Tailscale",
        "Tailscale-Webhook-Signature",
        _T_V1,
        content=_DOTTED,
        clock=_SECONDS,
        several=True,
        official=False,
    ),
    Recipe(
        "retell",
        "Retell AI",
        "x-retell-signature",
        "v={timestamp},d={signature}",
        content="{body}{timestamp}",
        clock=_MILLISECONDS,
    ),
    Recipe(
        "webflow",
        "Webflow",
        "x-webflow-signature",
        content="{timestamp}:{body}",
        time_header="x-webflow-timestamp",
        clock=_MILLISECONDS,
        official=False,
    ),
)

SCHEMES = tuple(map(scheme_of, RECIPES))
