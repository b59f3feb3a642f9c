"""ECDSA signatures in a header: SendGrid's event webhook. They differ on every run, so they are verified, never compared."""

from webhook_inspector.signatures.header_signature import Recipe, scheme_of
from webhook_inspector.signatures.scheme import Scheme

RECIPES = (
    Recipe(
        "sendgrid",
        "SendGrid",
        "ecdsa-p256-sha256-der",
        header=(b"X-Twilio-Email-Event-Webhook-Signature",),
        content=("timestamp", "body"),
        timestamp=(b"X-Twilio-Email-Event-Webhook-Timestamp",),
    ),
)

SCHEMES: tuple[Scheme, ...] = tuple(map(scheme_of, RECIPES))
