"""Senders that put an HMAC of the body into one header: a new one is one more row."""

from webhook_inspector.signatures.keyed import BASE64, HEX, SHA1_BASE64, SHA1_HEX, Method
from webhook_inspector.signatures.moments import Clock
from webhook_inspector.signatures.recipe import Recipe, scheme_of

_PREFIXED = "sha256={signature}"
_PREFIXED_SHA1 = "sha1={signature}"
_HUB = "X-Hub-Signature"
_SHA512_HEX = Method("sha512")
_MILLISECONDS = Clock("ms")

RECIPES: tuple[Recipe, ...] = (
    Recipe("github", "GitHub", "X-Hub-Signature-256", _PREFIXED),
    Recipe("github-sha1", "GitHub, legacy SHA-1", _HUB, _PREFIXED_SHA1, SHA1_HEX),
    Recipe("bitbucket", "Bitbucket", _HUB, _PREFIXED),
    Recipe("shopify", "Shopify", "X-Shopify-Hmac-Sha256", method=BASE64, also=("shopify-hmac-sha256",)),
    Recipe(
        "adyen-header",
        "Adyen for platforms",
        "HmacSignature",
        method=Method(encoding="base64", key="hex"),
        fixed=(("Protocol", "HmacSHA256"),),
    ),
    Recipe("lemonsqueezy", "Lemon Squeezy", "X-Signature"),
    Recipe("razorpay", "Razorpay", "X-Razorpay-Signature"),
    Recipe("mollie", "Mollie", "X-Mollie-Signature", _PREFIXED, bare=True, several=True),
    Recipe("coinbase-commerce", "Coinbase Commerce", "X-CC-Webhook-Signature"),
    Recipe("meta", "Meta: Facebook, Instagram, WhatsApp", "X-Hub-Signature-256", _PREFIXED),
    Recipe("x-twitter", "X (Twitter)", "x-twitter-webhooks-signature", _PREFIXED, BASE64),
    Recipe("line", "LINE", "X-Line-Signature", method=BASE64),
    Recipe("viber", "Viber", "X-Viber-Content-Signature"),
    Recipe("dropbox", "Dropbox", "X-Dropbox-Signature"),
    Recipe("asana", "Asana", "X-Hook-Signature"),
    Recipe("jira", "Jira", _HUB, _PREFIXED, official=False),
    Recipe("linear", "Linear", "Linear-Signature", time_field="webhookTimestamp", clock=_MILLISECONDS),
    Recipe("notion", "Notion", "X-Notion-Signature", _PREFIXED, Method(any_case=True)),
    Recipe(
        "airtable",
        "Airtable",
        "X-Airtable-Content-MAC",
        "hmac-sha256={signature}",
        Method(key="base64"),
        official=False,
    ),
    Recipe("typeform", "Typeform", "Typeform-Signature", _PREFIXED, BASE64, official=False),
    Recipe("cal-com", "Cal.com", "X-Cal-Signature-256", official=False),
    Recipe("intercom", "Intercom", _HUB, _PREFIXED_SHA1, SHA1_HEX, official=False),
    Recipe("xero", "Xero", "x-xero-signature", method=BASE64, official=False),
    Recipe("intuit", "QuickBooks (Intuit)", "intuit-signature", method=BASE64),
    Recipe(
        "docusign",
        "DocuSign Connect",
        "X-DocuSign-Signature-*",
        method=BASE64,
        fixed=(("X-Authorization-Digest", "HMACSHA256"),),
    ),
    Recipe("kontent-ai", "Kontent.ai", "X-KC-Signature", method=BASE64, also=("X-Kontent-ai-Signature",)),
    Recipe("vercel", "Vercel", "x-vercel-signature", method=SHA1_HEX, official=False),
    Recipe("circleci", "CircleCI", "circleci-signature", "v1={signature}", several=True),
    Recipe("sentry", "Sentry", "Sentry-Hook-Signature"),
    Recipe("pagerduty", "PagerDuty", "X-PagerDuty-Signature", "v1={signature}", several=True),
    Recipe("heroku", "Heroku", "Heroku-Webhook-Hmac-SHA256", method=BASE64, official=False),
    Recipe("patreon", "Patreon", "X-Patreon-Signature", method=Method("md5")),
    Recipe("woocommerce", "WooCommerce", "X-WC-Webhook-Signature", method=Method(encoding="base64", key="html")),
    Recipe(
        "ecwid",
        "Ecwid",
        "X-Ecwid-Webhook-Signature",
        method=BASE64,
        content="{field.eventCreated}.{field.eventId}",
        covered="only eventCreated and eventId of the body are signed",
    ),
    Recipe(
        "pusher",
        "Pusher Channels",
        "X-Pusher-Signature",
        key_header="X-Pusher-Key",
        time_field="time_ms",
        clock=_MILLISECONDS,
    ),
    Recipe("ably", "Ably", "X-Ably-Signature", method=Method(encoding="base64", key="after colon")),
    Recipe("segment", "Segment", "X-Signature", method=SHA1_HEX),
    Recipe("modern-treasury", "Modern Treasury", "X-Signature"),
    Recipe("gocardless", "GoCardless", "Webhook-Signature"),
    Recipe("onfido", "Onfido", "X-SHA2-Signature"),
    Recipe("easypost", "EasyPost", "X-Hmac-Signature", "hmac-sha256-hex={signature}", Method(key="nfkd")),
    Recipe("acuity", "Acuity Scheduling", "X-Acuity-Signature", method=BASE64, official=False),
    Recipe("onfleet", "Onfleet", "X-Onfleet-Signature", method=Method("sha512", key="hex"), official=False),
    Recipe("mailerlite", "MailerLite", "Signature", official=False),
    Recipe("mailersend", "MailerSend", "Signature", official=False),
    Recipe("attio", "Attio", "Attio-Signature", official=False),
    Recipe("firecrawl", "Firecrawl", "X-Firecrawl-Signature", _PREFIXED, official=False),
    Recipe("fourthwall", "Fourthwall", "X-Fourthwall-Hmac-SHA256", method=BASE64, official=False),
    Recipe("formstack", "Formstack", "X-FS-Signature", _PREFIXED, official=False),
    Recipe("taiga", "Taiga", "X-TAIGA-WEBHOOK-SIGNATURE", method=SHA1_HEX, official=False),
    Recipe("doppler", "Doppler", "X-Doppler-Signature", _PREFIXED, official=False),
    Recipe("planetscale", "PlanetScale", "X-PlanetScale-Signature", method=HEX, official=False),
    Recipe(
        "hookdeck", "Hookdeck", "x-hookdeck-signature", method=BASE64, also=("x-hookdeck-signature-2",), official=False
    ),
    Recipe("pagarme-v4", "Pagar.me v1-v4", _HUB, _PREFIXED_SHA1, SHA1_HEX),
    Recipe("woovi-hmac", "Woovi / OpenPix (deprecated)", "X-OpenPix-Signature", method=SHA1_BASE64),
    Recipe("abacatepay", "AbacatePay", "X-Webhook-Signature", method=BASE64),
    Recipe("paystack", "Paystack", "x-paystack-signature", method=_SHA512_HEX, official=False),
    Recipe(
        "microsoft-teams-outgoing",
        "Microsoft Teams outgoing webhook",
        "Authorization",
        "HMAC {signature}",
        Method(encoding="base64", key="base64"),
    ),
)

SCHEMES = tuple(map(scheme_of, RECIPES))
