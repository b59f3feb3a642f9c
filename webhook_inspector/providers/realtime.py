"""Providers of meetings, streams, voices and channels."""

from webhook_inspector.providers.provider import Count, Provider
from webhook_inspector.providers.source import Header, Named, at, either, joined, whole

_TWITCH_OTHERS = {name: name for name in ("webhook_callback_verification", "revocation")}
"""Messages that are about the subscription itself, whose type they carry too."""

REALTIME = (
    Provider(
        "zoom",
        "Zoom",
        "developers.zoom.us/docs/api/webhooks/",
        event=at("event"),
        event_id=whole(at("event"), either(at("payload.object.uuid"), at("payload.object.id")), at("event_ts")),
        sent=either(at("event_ts"), Header(b"x-zm-request-timestamp")),
    ),
    Provider(
        "livekit",
        "LiveKit",
        "docs.livekit.io/home/server/webhooks/",
        event=at("event"),
        event_id=at("id"),
        sent=at("createdAt"),
    ),
    Provider(
        "twitch",
        "Twitch",
        "dev.twitch.tv/docs/eventsub/handling-webhook-events/",
        event=either(
            Named(Header(b"twitch-eventsub-message-type"), _TWITCH_OTHERS),
            Header(b"twitch-eventsub-subscription-type"),
            at("subscription.type"),
        ),
        event_id=Header(b"twitch-eventsub-message-id"),
        attempt=Count(Header(b"twitch-eventsub-message-retry"), add=1),
        sent=Header(b"twitch-eventsub-message-timestamp"),
    ),
    Provider(
        "kick",
        "Kick",
        "docs.kick.com/events/webhooks",
        event=Header(b"kick-event-type"),
        event_id=Header(b"kick-event-message-id"),
        sent=Header(b"kick-event-message-timestamp"),
    ),
    Provider(
        "pusher",
        "Pusher Channels",
        "pusher.com/docs/channels/server_api/webhooks/",
        event=at("events.0.name"),
        event_id=whole(at("events.0.name"), at("events.0.channel"), at("time_ms")),
        sent=at("time_ms"),
    ),
    Provider(
        "ably",
        "Ably",
        "ably.com/docs/platform/integrations/webhooks",
        event=either(at("items.0.source"), at("source")),
        # `webhookId` is that of the rule.
        event_id=either(at("items.0.serial"), at("messages.0.id")),
        sent=either(at("items.0.timestamp"), at("messages.0.timestamp")),
    ),
    Provider(
        "mux",
        "Mux",
        "www.mux.com/docs/webhook-reference",
        event=at("type"),
        event_id=at("id"),
        sent=at("created_at"),
    ),
    Provider(
        "elevenlabs",
        "ElevenLabs",
        "elevenlabs.io/docs/agents-platform/workflows/post-call-webhooks",
        event=at("type"),
        event_id=whole(at("type"), either(at("data.conversation_id"), at("data.request_id"))),
        sent=at("event_timestamp"),
    ),
    Provider(
        "retell",
        "Retell AI",
        "docs.retellai.com/features/webhook-overview",
        event=at("event"),
        event_id=whole(at("event"), either(at("call.call_id"), at("chat.chat_id"))),
    ),
    Provider(
        "openai",
        "OpenAI",
        "platform.openai.com/docs/guides/webhooks",
        event=at("type"),
        event_id=either(Header(b"webhook-id"), at("id")),
        sent=at("created_at"),
    ),
    Provider(
        "replicate",
        "Replicate",
        "replicate.com/docs/topics/webhooks/receive-webhook",
        event=at("status"),
        event_id=either(Header(b"webhook-id"), whole(at("id"), at("status"))),
        sent=Header(b"webhook-timestamp"),
    ),
    Provider(
        "firecrawl",
        "Firecrawl",
        "docs.firecrawl.dev/webhooks/events",
        event=at("type"),
        # `id` is that of the whole crawl.
        event_id=at("webhookId"),
        official=False,
    ),
    Provider(
        "strava",
        "Strava",
        "developers.strava.com/docs/webhooks/",
        event=joined(".", at("object_type"), at("aspect_type")),
        event_id=whole(at("object_type"), at("object_id"), at("aspect_type"), at("event_time")),
        sent=at("event_time"),
    ),
)
