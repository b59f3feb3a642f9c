"""Ed25519 signatures in a header: Discord, Telnyx, Standard Webhooks v1a."""

from webhook_inspector.signatures.encodings import from_hex, to_hex
from webhook_inspector.signatures.header_signature import Recipe, scheme_of
from webhook_inspector.signatures.scheme import Scheme

RECIPES = (
    Recipe(
        "standard-webhooks-v1a",
        "Standard Webhooks, asymmetric",
        "ed25519",
        header=(b"webhook-signature", b"svix-signature"),
        content=("id", ".", "timestamp", ".", "body"),
        timestamp=(b"webhook-timestamp", b"svix-timestamp"),
        id=(b"webhook-id", b"svix-id"),
        version=b"v1a,",
    ),
    Recipe(
        "discord",
        "Discord",
        "ed25519",
        header=(b"X-Signature-Ed25519",),
        content=("timestamp", "body"),
        timestamp=(b"X-Signature-Timestamp",),
        decode=from_hex,
        encode=to_hex,
    ),
    Recipe(
        "telnyx",
        "Telnyx",
        "ed25519",
        header=(b"telnyx-signature-ed25519",),
        content=("timestamp", "|", "body"),
        timestamp=(b"telnyx-timestamp",),
    ),
)

SCHEMES: tuple[Scheme, ...] = tuple(map(scheme_of, RECIPES))
