"""Headers that name the sender without being a signature: they tell who it was, and how a signature of theirs would look."""

from webhook_inspector.signatures.detection import Rule


def _agent(start: bytes, scheme: str, provider: str) -> Rule:
    return Rule("user-agent", scheme, provider, when=lambda seen: seen.value("user-agent").startswith(start))


EVENT_RULES: tuple[Rule, ...] = (
    Rule("x-gitea-event", "gitea", "gitea"),
    Rule("x-gogs-event", "gitea", "gogs"),
    Rule("x-forgejo-event", "gitea", "forgejo"),
    Rule("x-github-event", "github", "github"),
    Rule("x-gitlab-event", "gitlab-token", "gitlab"),
    Rule("x-event-key", "bitbucket", "bitbucket"),
    Rule("x-atlassian-webhook-identifier", "jira", "jira"),
    Rule("x-shopify-topic", "shopify", "shopify"),
    Rule("shopify-topic", "shopify", "shopify"),
    Rule("x-slack-request-timestamp", "slack", "slack"),
    Rule("x-signature-timestamp", "discord", "discord"),
    Rule("i-twilio-idempotency-token", "twilio", "twilio"),
    Rule("paypal-transmission-id", "paypal", "paypal"),
    Rule("x-razorpay-event-id", "razorpay", "razorpay"),
    Rule("x-zm-request-timestamp", "zoom", "zoom"),
    Rule("box-delivery-id", "box", "box"),
    Rule("linear-event", "linear", "linear"),
    Rule("x-hubspot-signature-version", "hubspot-v1", "hubspot"),
    Rule("x-hubspot-request-timestamp", "hubspot-v3", "hubspot"),
    Rule("x-contentful-topic", "contentful", "contentful"),
    Rule("x-netlify-event", "netlify", "netlify"),
    Rule("circleci-event-type", "circleci", "circleci"),
    Rule("x-buildkite-event", "buildkite", "buildkite"),
    Rule("sentry-hook-resource", "sentry", "sentry"),
    Rule("twitch-eventsub-message-type", "twitch", "twitch"),
    Rule("kick-event-type", "kick", "kick"),
    Rule("x-patreon-event", "patreon", "patreon"),
    Rule("x-wc-webhook-topic", "woocommerce", "woocommerce"),
    Rule("x-pusher-key", "pusher", "pusher"),
    Rule("x-ably-key", "ably", "ably"),
    Rule("x-cio-timestamp", "customer-io", "customer-io"),
    Rule("telnyx-timestamp", "telnyx", "telnyx"),
    _agent(b"OpenAI/", "standard-webhooks", "openai"),
    _agent(b"Stripe/", "stripe", "stripe"),
    _agent(b"GitHub-Hookshot/", "github", "github"),
    _agent(b"Bitbucket-Webhooks/", "bitbucket", "bitbucket"),
    _agent(b"LineBotWebhook/", "line", "line"),
    _agent(b"Linear-Webhook", "linear", "linear"),
    _agent(b"Mandrill-Webhook/", "mandrill", "mandrill"),
    _agent(b"DropboxWebhooks/", "dropbox", "dropbox"),
    _agent(b"Discord-Interactions/", "discord", "discord"),
    _agent(b"Amazon Simple Notification Service Agent", "aws-sns", "aws-sns"),
)
