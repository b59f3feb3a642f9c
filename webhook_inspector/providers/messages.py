"""Providers that carry messages: mail, chat, telephone."""

from webhook_inspector.providers.provider import Count, Provider, is_test
from webhook_inspector.providers.source import Form, Header, Named, Query, at, either, joined, member, whole

_META_VALUE = "entry.0.changes.0.value"
_DISCORD_TYPES = {
    "0": "PING",
    "1": "PING",
    "2": "APPLICATION_COMMAND",
    "3": "MESSAGE_COMPONENT",
    "4": "APPLICATION_COMMAND_AUTOCOMPLETE",
    "5": "MODAL_SUBMIT",
}
"""0 of webhook events, the others of interactions."""
_TWILIO_EVENT = either(
    at("0.type"),
    Form("EventType"),
    Form("StatusCallbackEvent"),
    Form("MessageStatus"),
    Form("SmsStatus"),
    Form("RecordingStatus"),
    Form("CallStatus"),
)
_POSTMARK_TIME = either(at("DeliveredAt"), at("BouncedAt"), at("ReceivedAt"), at("ChangedAt"))
_VONAGE_EVENT = either(at("status"), Query("status"), at("message_type"))

MESSAGES = (
    Provider(
        "slack",
        "Slack",
        "docs.slack.dev/apis/events-api/",
        event=either(at("event.type"), at("type"), Form("command")),
        event_id=either(at("event_id"), at("trigger_id"), Form("trigger_id")),
        attempt=Count(Header(b"x-slack-retry-num"), add=1),
        sent=either(at("event_time"), Header(b"x-slack-request-timestamp")),
        wrapped="payload",
    ),
    Provider(
        "discord",
        "Discord",
        "discord.com/developers/docs/interactions/receiving-and-responding",
        event=either(at("event.type"), Named(at("type"), _DISCORD_TYPES)),
        event_id=at("id"),
        sent=either(at("event.timestamp"), Header(b"x-signature-timestamp")),
    ),
    Provider(
        "twilio",
        "Twilio",
        "www.twilio.com/docs/usage/webhooks",
        event=_TWILIO_EVENT,
        event_id=either(
            Header(b"i-twilio-idempotency-token"),
            at("0.id"),
            whole(either(Form("MessageSid"), Form("RecordingSid"), Form("CallSid"), Form("SmsSid")), _TWILIO_EVENT),
        ),
        sent=at("0.time"),
    ),
    Provider(
        "sendgrid",
        "SendGrid",
        "www.twilio.com/docs/sendgrid/for-developers/tracking-events/event",
        event=at("0.event"),
        event_id=at("0.sg_event_id"),
        sent=at("0.timestamp"),
    ),
    Provider(
        "mailgun",
        "Mailgun",
        "documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-payloads",
        event=either(at("event-data.event"), Form("event")),
        event_id=either(at("event-data.id"), Form("token")),
        live=is_test(at("event-data.flags.is-test-mode")),
        sent=either(at("event-data.timestamp"), at("signature.timestamp"), Form("timestamp")),
    ),
    Provider(
        "mandrill",
        "Mailchimp Transactional (Mandrill)",
        "mailchimp.com/developer/transactional/docs/webhooks/",
        event=either(at("0.event"), at("0.type")),
        # `_id` is the message's; it stays while the message is opened again and again.
        event_id=whole(at("0._id"), at("0.event"), at("0.ts")),
        sent=at("0.ts"),
        wrapped="mandrill_events",
    ),
    Provider(
        "postmark",
        "Postmark",
        "postmarkapp.com/developer/webhooks/webhooks-overview",
        event=at("RecordType"),
        # The message's id alone is that of its delivery and of all its openings.
        event_id=either(
            whole(at("RecordType"), at("MessageID"), _POSTMARK_TIME), whole(at("RecordType"), at("ID")), at("MessageID")
        ),
        sent=_POSTMARK_TIME,
    ),
    Provider(
        "telegram",
        "Telegram",
        "core.telegram.org/bots/api#update",
        event=member("", "update_id"),
        event_id=at("update_id"),
        sent=either(
            at("message.date"), at("edited_message.edit_date"), at("channel_post.date"), at("my_chat_member.date")
        ),
    ),
    Provider(
        "viber",
        "Viber",
        "developers.viber.com/docs/api/rest-bot-api/#callbacks",
        event=at("event"),
        event_id=at("message_token"),
        sent=at("timestamp"),
    ),
    Provider(
        "line",
        "LINE",
        "developers.line.biz/en/reference/messaging-api/#webhook-event-objects",
        event=at("events.0.type"),
        event_id=at("events.0.webhookEventId"),
        # It only says whether there was a try before.
        attempt=Count(Named(at("events.0.deliveryContext.isRedelivery"), {"false": "1", "true": "2"})),
        sent=at("events.0.timestamp"),
    ),
    Provider(
        "meta",
        "Meta",
        "developers.facebook.com/docs/graph-api/webhooks/getting-started",
        event=joined(
            ".",
            at("object"),
            either(at("entry.0.changes.0.field"), member("entry.0.messaging.0", "sender", "recipient", "timestamp")),
        ),
        event_id=either(
            whole(at(f"{_META_VALUE}.statuses.0.id"), at(f"{_META_VALUE}.statuses.0.status")),
            at(f"{_META_VALUE}.messages.0.id"),
            at("entry.0.messaging.0.message.mid"),
        ),
        sent=either(
            at(f"{_META_VALUE}.statuses.0.timestamp"), at(f"{_META_VALUE}.messages.0.timestamp"), at("entry.0.time")
        ),
    ),
    Provider(
        "x",
        "X (Twitter)",
        "docs.x.com/x-api/account-activity/introduction",
        event=member("", "for_user_id", "user_has_blocked"),
        event_id=either(
            at("tweet_create_events.0.id_str"), at("direct_message_events.0.id"), at("favorite_events.0.id")
        ),
        sent=either(
            at("tweet_create_events.0.timestamp_ms"),
            at("direct_message_events.0.created_timestamp"),
            at("favorite_events.0.timestamp_ms"),
        ),
    ),
    Provider(
        "telnyx",
        "Telnyx",
        "developers.telnyx.com/docs/messaging/messages/receiving-webhooks",
        event=at("data.event_type"),
        event_id=at("data.id"),
        attempt=Count(at("meta.attempt")),
        sent=either(at("data.occurred_at"), Header(b"telnyx-timestamp")),
    ),
    Provider(
        "messagebird",
        "Bird (MessageBird)",
        "developers.messagebird.com/api/conversations/#webhooks",
        event=either(at("event"), at("type"), Query("status")),
        event_id=either(
            whole(either(at("event"), at("type")), either(at("payload.id"), at("message.id"))),
            whole(Query("id"), Query("status")),
        ),
        sent=either(at("message.updatedDatetime"), at("message.createdDatetime"), Query("statusDatetime")),
    ),
    Provider(
        "vonage",
        "Vonage",
        "developer.vonage.com/en/getting-started/concepts/webhooks",
        event=_VONAGE_EVENT,
        event_id=whole(
            either(at("message_uuid"), at("uuid"), at("messageId"), Query("messageId"), Query("uuid")), _VONAGE_EVENT
        ),
        sent=either(at("timestamp"), Query("timestamp")),
    ),
    Provider(
        "mailersend",
        "MailerSend",
        "developers.mailersend.com/api/v1/webhooks.html",
        event=at("type"),
        event_id=at("data.id"),
        sent=at("created_at"),
    ),
    Provider(
        "mailerlite",
        "MailerLite",
        "developers.mailerlite.com/docs/webhooks.html",
        event=either(at("event"), at("type"), at("events.0.type")),
        official=False,
    ),
    Provider(
        "mailchannels",
        "MailChannels",
        "docs.mailchannels.net/email-api/advanced-features/delivery-events",
        event=at("0.event"),
        event_id=whole(at("0.request_id"), at("0.event"), at("0.timestamp")),
        sent=at("0.timestamp"),
    ),
    Provider(
        "postal",
        "Postal",
        "docs.postalserver.io/developer/webhooks",
        event=at("event"),
        event_id=at("uuid"),
        sent=at("timestamp"),
    ),
    Provider(
        "resend",
        "Resend",
        "resend.com/docs/dashboard/webhooks/introduction",
        event=at("type"),
        event_id=either(Header(b"svix-id"), Header(b"webhook-id")),
        sent=at("created_at"),
    ),
    Provider(
        "customer-io",
        "Customer.io",
        "docs.customer.io/journeys/webhooks/",
        event=joined(".", at("object_type"), at("metric")),
        event_id=at("event_id"),
        sent=either(at("timestamp"), Header(b"x-cio-timestamp")),
    ),
    Provider(
        "microsoft-teams",
        "Microsoft Teams",
        "learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook",
        event=at("type"),
        event_id=at("id"),
        sent=at("timestamp"),
    ),
)
