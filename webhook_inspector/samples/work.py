"""Sample events of providers of code, messages, meetings and all other work."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.samples.sample import Sample, samples_of

WORK: tuple[Sample, ...] = (
    *samples_of(
        "bitbucket",
        "bitbucket",
        {
            "pullrequest:created": QT_TRANSLATE_NOOP("Samples", "A pull request was opened"),
            "repo:push": QT_TRANSLATE_NOOP("Samples", "Commits were pushed"),
        },
    ),
    *samples_of(
        "calendly",
        "calendly",
        {
            "invitee.canceled": QT_TRANSLATE_NOOP("Samples", "A meeting was cancelled"),
            "invitee.created": QT_TRANSLATE_NOOP("Samples", "A meeting was booked"),
        },
    ),
    *samples_of(
        "clerk",
        "svix",
        {
            "organization.created": QT_TRANSLATE_NOOP("Samples", "An organization was created"),
            "session.created": QT_TRANSLATE_NOOP("Samples", "A user signed in"),
            "user.created": QT_TRANSLATE_NOOP("Samples", "A user was created"),
        },
    ),
    *samples_of(
        "discord",
        "discord",
        {
            "APPLICATION_COMMAND": QT_TRANSLATE_NOOP("Samples", "A slash command was used"),
            "MESSAGE_COMPONENT": QT_TRANSLATE_NOOP("Samples", "A button was pressed"),
            "PING": QT_TRANSLATE_NOOP("Samples", "Discord asks whether the address answers"),
        },
    ),
    *samples_of(
        "github",
        "github",
        {
            "issue_comment.created": QT_TRANSLATE_NOOP("Samples", "An issue was commented on"),
            "issues.opened": QT_TRANSLATE_NOOP("Samples", "An issue was opened"),
            "ping": QT_TRANSLATE_NOOP("Samples", "A webhook was set up"),
            "pull_request.opened": QT_TRANSLATE_NOOP("Samples", "A pull request was opened"),
            "push": QT_TRANSLATE_NOOP("Samples", "Commits were pushed"),
            "release.published": QT_TRANSLATE_NOOP("Samples", "A release was published"),
            "workflow_run.completed": QT_TRANSLATE_NOOP("Samples", "A workflow run failed"),
        },
    ),
    *samples_of(
        "gitlab",
        "gitlab-token",
        {
            "issue.open": QT_TRANSLATE_NOOP("Samples", "An issue was opened"),
            "merge_request.open": QT_TRANSLATE_NOOP("Samples", "A merge request was opened"),
            "note": QT_TRANSLATE_NOOP("Samples", "An issue was commented on"),
            "pipeline": QT_TRANSLATE_NOOP("Samples", "A pipeline failed"),
            "push": QT_TRANSLATE_NOOP("Samples", "Commits were pushed"),
        },
    ),
    *samples_of(
        "hubspot",
        "hubspot-v3",
        {
            "contact.creation": QT_TRANSLATE_NOOP("Samples", "A contact was created"),
            "contact.propertyChange": QT_TRANSLATE_NOOP("Samples", "A contact changed"),
            "deal.creation": QT_TRANSLATE_NOOP("Samples", "A deal was created"),
        },
    ),
    *samples_of(
        "intercom",
        "intercom",
        {
            "contact.user.created": QT_TRANSLATE_NOOP("Samples", "A contact was created"),
            "conversation.admin.replied": QT_TRANSLATE_NOOP("Samples", "A colleague answered a customer"),
            "conversation.user.created": QT_TRANSLATE_NOOP("Samples", "A customer began a conversation"),
        },
    ),
    *samples_of(
        "linear",
        "linear",
        {
            "Comment.create": QT_TRANSLATE_NOOP("Samples", "An issue was commented on"),
            "Issue.create": QT_TRANSLATE_NOOP("Samples", "An issue was opened"),
            "Issue.update": QT_TRANSLATE_NOOP("Samples", "An issue changed"),
        },
    ),
    *samples_of(
        "mailgun",
        "mailgun",
        {
            "delivered": QT_TRANSLATE_NOOP("Samples", "A mail was delivered"),
            "failed": QT_TRANSLATE_NOOP("Samples", "A mail could not be delivered"),
            "opened": QT_TRANSLATE_NOOP("Samples", "A mail was opened"),
        },
    ),
    *samples_of(
        "meta",
        "meta",
        {
            "page.message": QT_TRANSLATE_NOOP("Samples", "A page received a message"),
            "whatsapp_business_account.messages": QT_TRANSLATE_NOOP("Samples", "A WhatsApp message came in"),
        },
    ),
    *samples_of(
        "notion",
        "notion",
        {
            "comment.created": QT_TRANSLATE_NOOP("Samples", "A page was commented on"),
            "page.content_updated": QT_TRANSLATE_NOOP("Samples", "A page changed"),
            "page.created": QT_TRANSLATE_NOOP("Samples", "A page was created"),
        },
    ),
    *samples_of(
        "openai",
        "standard-webhooks",
        {
            "batch.completed": QT_TRANSLATE_NOOP("Samples", "A batch was completed"),
            "response.completed": QT_TRANSLATE_NOOP("Samples", "A response was completed"),
        },
    ),
    *samples_of(
        "postmark",
        "basic-auth",
        {
            "Bounce": QT_TRANSLATE_NOOP("Samples", "A mail could not be delivered"),
            "Delivery": QT_TRANSLATE_NOOP("Samples", "A mail was delivered"),
        },
    ),
    *samples_of(
        "resend",
        "svix",
        {
            "email.bounced": QT_TRANSLATE_NOOP("Samples", "A mail could not be delivered"),
            "email.delivered": QT_TRANSLATE_NOOP("Samples", "A mail was delivered"),
        },
    ),
    *samples_of(
        "sendgrid",
        "sendgrid",
        {
            "bounce": QT_TRANSLATE_NOOP("Samples", "A mail could not be delivered"),
            "click": QT_TRANSLATE_NOOP("Samples", "A link in a mail was followed"),
            "delivered": QT_TRANSLATE_NOOP("Samples", "A mail was delivered"),
            "open": QT_TRANSLATE_NOOP("Samples", "A mail was opened"),
        },
    ),
    *samples_of(
        "sentry",
        "sentry",
        {
            "event_alert.triggered": QT_TRANSLATE_NOOP("Samples", "An alert went off"),
            "issue.created": QT_TRANSLATE_NOOP("Samples", "A new fault was seen"),
            "issue.resolved": QT_TRANSLATE_NOOP("Samples", "A fault was resolved"),
        },
    ),
    *samples_of(
        "slack",
        "slack",
        {
            "/deploy": QT_TRANSLATE_NOOP("Samples", "A slash command was used"),
            "app_mention": QT_TRANSLATE_NOOP("Samples", "Somebody mentioned the app"),
            "block_actions": QT_TRANSLATE_NOOP("Samples", "A button was pressed"),
            "message": QT_TRANSLATE_NOOP("Samples", "A message was posted"),
            "url_verification": QT_TRANSLATE_NOOP("Samples", "Slack asks whether the address answers"),
        },
    ),
    *samples_of(
        "standard-webhooks",
        "standard-webhooks",
        {
            "contact.created": QT_TRANSLATE_NOOP("Samples", "A contact was created"),
            "invoice.paid": QT_TRANSLATE_NOOP("Samples", "An invoice was paid"),
        },
    ),
    *samples_of(
        "telegram",
        "telegram",
        {
            "callback_query": QT_TRANSLATE_NOOP("Samples", "A button was pressed"),
            "message": QT_TRANSLATE_NOOP("Samples", "A message came in"),
        },
    ),
    *samples_of(
        "twilio",
        "twilio",
        {
            "delivered": QT_TRANSLATE_NOOP("Samples", "A text message was delivered"),
            "received": QT_TRANSLATE_NOOP("Samples", "A text message came in"),
            "ringing": QT_TRANSLATE_NOOP("Samples", "A call came in"),
            "undelivered": QT_TRANSLATE_NOOP("Samples", "A text message could not be delivered"),
        },
    ),
    *samples_of(
        "twitch",
        "twitch",
        {
            "channel.follow": QT_TRANSLATE_NOOP("Samples", "A channel has a new follower"),
            "stream.online": QT_TRANSLATE_NOOP("Samples", "A stream began"),
            "webhook_callback_verification": QT_TRANSLATE_NOOP("Samples", "Twitch asks whether the address answers"),
        },
    ),
    *samples_of(
        "typeform",
        "typeform",
        {
            "form_response": QT_TRANSLATE_NOOP("Samples", "A form was filled in"),
        },
    ),
    *samples_of(
        "vercel",
        "vercel",
        {
            "deployment.created": QT_TRANSLATE_NOOP("Samples", "A deployment began"),
            "deployment.error": QT_TRANSLATE_NOOP("Samples", "A deployment failed"),
            "deployment.succeeded": QT_TRANSLATE_NOOP("Samples", "A deployment succeeded"),
        },
    ),
    *samples_of(
        "zoom",
        "zoom",
        {
            "endpoint.url_validation": QT_TRANSLATE_NOOP("Samples", "Zoom asks whether the address answers"),
            "meeting.ended": QT_TRANSLATE_NOOP("Samples", "A meeting ended"),
            "meeting.participant_joined": QT_TRANSLATE_NOOP("Samples", "Somebody joined a meeting"),
            "meeting.started": QT_TRANSLATE_NOOP("Samples", "A meeting began"),
        },
    ),
)
