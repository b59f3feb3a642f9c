"""Those that carry other people's events: standards, queues, relays."""

from webhook_inspector.providers.provider import Count, Provider
from webhook_inspector.providers.source import Header, at, either, whole

_EVENT_NAMES = either(at("type"), at("event"), at("event_type"), at("eventType"))

CARRIERS = (
    Provider(
        "standard-webhooks",
        "Standard Webhooks",
        "github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
        event=_EVENT_NAMES,
        event_id=either(Header(b"webhook-id"), Header(b"svix-id")),
        sent=either(at("timestamp"), Header(b"webhook-timestamp"), Header(b"svix-timestamp")),
    ),
    Provider(
        "svix",
        "Svix",
        "docs.svix.com/receiving/verifying-payloads/how-manual",
        event=_EVENT_NAMES,
        event_id=either(Header(b"svix-id"), Header(b"webhook-id")),
        sent=either(at("timestamp"), Header(b"svix-timestamp"), Header(b"webhook-timestamp")),
    ),
    Provider(
        "cloudevents",
        "CloudEvents",
        "github.com/cloudevents/spec/blob/main/cloudevents/spec.md",
        event=either(at("type"), at("0.type"), Header(b"ce-type")),
        event_id=either(at("id"), at("0.id"), Header(b"ce-id")),
        sent=either(at("time"), at("0.time"), Header(b"ce-time")),
    ),
    Provider(
        "aws-sns",
        "Amazon SNS",
        "docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html",
        event=either(at("Type"), Header(b"x-amz-sns-message-type")),
        event_id=either(at("MessageId"), Header(b"x-amz-sns-message-id")),
        sent=at("Timestamp"),
    ),
    Provider(
        "google-pubsub",
        "Google Pub/Sub",
        "docs.cloud.google.com/pubsub/docs/push",
        event=either(at("message.attributes.eventType"), at("message.attributes.ce-type")),
        event_id=either(at("message.messageId"), at("message.message_id"), Header(b"x-goog-pubsub-message-id")),
        attempt=Count(at("deliveryAttempt")),
        sent=either(at("message.publishTime"), at("message.publish_time"), Header(b"x-goog-pubsub-publish-time")),
    ),
    Provider(
        "google",
        "Google Workspace",
        "developers.google.com/workspace/drive/api/guides/push",
        event=Header(b"x-goog-resource-state"),
        event_id=whole(Header(b"x-goog-channel-id"), Header(b"x-goog-message-number")),
    ),
    Provider(
        "azure-event-grid",
        "Azure Event Grid",
        "learn.microsoft.com/en-us/azure/event-grid/event-schema",
        event=either(at("0.eventType"), at("0.type"), at("type"), Header(b"aeg-event-type")),
        event_id=either(at("0.id"), at("id")),
        attempt=Count(Header(b"aeg-delivery-count"), add=1),
        sent=either(at("0.eventTime"), at("0.time"), at("time")),
    ),
    Provider(
        "microsoft-graph",
        "Microsoft Graph",
        "learn.microsoft.com/en-us/graph/change-notifications-delivery-webhooks",
        event=either(at("value.0.changeType"), at("value.0.lifecycleEvent")),
    ),
    Provider(
        "hook0",
        "Hook0",
        "documentation.hook0.com",
        event=either(Header(b"x-event-type"), at("event_type"), at("event")),
        event_id=Header(b"x-event-id"),
    ),
    Provider(
        "hookdeck",
        "Hookdeck",
        "hookdeck.com/docs/destinations",
        event=_EVENT_NAMES,
        event_id=Header(b"x-hookdeck-eventid"),
        attempt=Count(Header(b"x-hookdeck-attempt-count")),
        official=False,
    ),
)
