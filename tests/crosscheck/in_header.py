"""Libraries whose provider puts an HMAC of the body into one header."""

import Adyen.util
import coinbase_commerce.webhook
import easypost
import gidgethub
import gidgethub.sansio
import gocardless_pro.errors
import gocardless_pro.webhooks
import linebot.v3.webhook
import modern_treasury
import onfido.webhook_event_verifier
import pagarme.postback
import pusher
import pusher.signature
import pyairtable.models.webhook
import pywa.utils
import razorpay
import viberbot
from coinbase_commerce.error import SignatureVerificationError as CoinbaseRefusal

from tests.crosscheck.library import (
    BASE64,
    DECOMPOSED,
    HEX,
    JSON_SAMPLES,
    Library,
    Pair,
    headers,
    json_request,
    passes,
    text,
    value,
    with_fields,
)
from webhook_inspector.signatures.scheme import Request

PUSHER_KEY = "278d425bdf160c739803"
ONFIDO_EVENT = json_request(
    b'{"payload":{"resource_type":"check","action":"check.completed","object":{"id":"marked","status":"complete",'
    b'"completed_at_iso8601":"2026-01-02T00:00:00Z","href":"https://api.eu.onfido.com/v3.6/checks/1"}}}'
)
AIRTABLE_EVENT = json_request(
    b'{"base":{"id":"app00000000000000"},"webhook":{"id":"ach00000000000000"},"timestamp":"2026-01-02T00:00:00.000Z"}'
)
PUSHER_EVENTS = (
    json_request(b'{"time_ms":1767315000000,"events":[{"name":"marked"}]}'),
    json_request('{"events":[{"name":"Zoë marked"}],"time_ms": 1767315000000 }\n'.encode()),
)


def github(name: str) -> Library:
    """gidgethub takes either header, and looks at the hash that the value names."""
    header = {"github": "X-Hub-Signature-256", "github-sha1": "X-Hub-Signature"}[name]

    def accepts(request: Request, secret: str) -> bool:
        signature = value(request, header)
        return passes(
            lambda: gidgethub.sansio.validate_event(request.body, signature=signature, secret=secret),
            gidgethub.ValidationFailure,
        )

    return Library(f"gidgethub {name}", name, accepts)


def line(request: Request, secret: str) -> bool:
    return linebot.v3.webhook.SignatureValidator(secret).validate(text(request), value(request, "X-Line-Signature"))


def razorpay_accepts(request: Request, secret: str) -> bool:
    check = razorpay.Utility().verify_webhook_signature
    signature = value(request, "X-Razorpay-Signature")
    return passes(lambda: check(text(request), signature, secret), razorpay.errors.SignatureVerificationError)


def coinbase(request: Request, secret: str) -> bool:
    check = coinbase_commerce.webhook.WebhookSignature.verify_sig_header
    return passes(lambda: check(text(request), value(request, "X-CC-Webhook-Signature"), secret), CoinbaseRefusal)


def coinbase_signs(request: Request, pair: Pair) -> Request:
    compute = coinbase_commerce.webhook.WebhookSignature._compute_signature
    return with_fields(request, X_CC_Webhook_Signature=compute(text(request), pair.theirs))


def gocardless(request: Request, secret: str) -> bool:
    check = gocardless_pro.webhooks._verify_signature
    signature = value(request, "Webhook-Signature")
    return passes(lambda: check(request.body, secret, signature), gocardless_pro.errors.InvalidSignatureError)


def onfido_accepts(request: Request, secret: str) -> bool:
    verifier = onfido.webhook_event_verifier.WebhookEventVerifier(secret)
    signature = value(request, "X-SHA2-Signature")
    return passes(
        lambda: verifier.read_payload(text(request), signature),
        onfido.webhook_event_verifier.OnfidoInvalidSignatureError,
    )


def viber(secret: str) -> viberbot.Api:
    return viberbot.Api(viberbot.BotConfiguration(secret, "name", "avatar"))


def viber_accepts(request: Request, secret: str) -> bool:
    return viber(secret).verify_signature(request.body, value(request, "X-Viber-Content-Signature"))


def viber_signs(request: Request, pair: Pair) -> Request:
    signature = viber(pair.theirs)._calculate_message_signature(request.body)
    return with_fields(request, X_Viber_Content_Signature=signature)


def easypost_accepts(request: Request, secret: str) -> bool:
    given = {"X-Hmac-Signature": value(request, "X-Hmac-Signature")}
    return passes(
        lambda: easypost.util.validate_webhook(request.body, given, secret),
        easypost.errors.SignatureVerificationError,
    )


def treasury() -> modern_treasury.ModernTreasury:
    return modern_treasury.ModernTreasury(organization_id="org", api_key="key")


def treasury_accepts(request: Request, secret: str) -> bool:
    return treasury().webhooks.validate_signature(text(request), headers(request), key=secret)


def treasury_signs(request: Request, pair: Pair) -> Request:
    return with_fields(request, X_Signature=treasury().webhooks.get_signature(text(request), key=pair.theirs))


def pagarme_accepts(request: Request, secret: str) -> bool:
    return pagarme.postback.validate(value(request, "X-Hub-Signature"), text(request), secret)


def airtable(request: Request, secret: str) -> bool:
    """It raises no exception of its own: `ValueError`, whose words say which."""
    read = pyairtable.models.webhook.WebhookNotification.from_request
    try:
        read(text(request), value(request, "X-Airtable-Content-MAC"), secret)
    except ValueError as refusal:
        if "failed validation" not in str(refusal):
            raise
        return False
    return True


def whatsapp(request: Request, secret: str) -> bool:
    return pywa.utils.webhook_updates_validator(secret, request.body, value(request, "X-Hub-Signature-256"))


def adyen_accepts(request: Request, secret: str) -> bool:
    return Adyen.util.is_valid_hmac_payload(value(request, "HmacSignature"), secret, request.body)


def adyen_signs(request: Request, pair: Pair) -> Request:
    signature = Adyen.util.generate_payload_sig(request.body, pair.theirs)
    return with_fields(request, HmacSignature=signature.decode(), Protocol="HmacSHA256")


def pusher_accepts(request: Request, secret: str) -> bool:
    client = pusher.Pusher("1", PUSHER_KEY, secret)
    given = value(request, "X-Pusher-Key"), value(request, "X-Pusher-Signature")
    return client.validate_webhook(*given, text(request)) is not None


def pusher_signs(request: Request, pair: Pair) -> Request:
    return with_fields(request, X_Pusher_Signature=pusher.signature.sign(pair.theirs, text(request)))


LIBRARIES = (
    github("github"),
    github("github-sha1"),
    Library("line-bot-sdk", "line", line),
    Library("razorpay", "razorpay", razorpay_accepts),
    Library("coinbase-commerce", "coinbase-commerce", coinbase, coinbase_signs),
    Library("gocardless-pro", "gocardless", gocardless),
    Library("onfido-python", "onfido", onfido_accepts, samples=(ONFIDO_EVENT,)),
    Library("viberbot", "viber", viber_accepts, viber_signs),
    Library("easypost", "easypost", easypost_accepts, pairs=DECOMPOSED),
    Library("modern-treasury", "modern-treasury", treasury_accepts, treasury_signs),
    Library("pagarme-python", "pagarme-v4", pagarme_accepts),
    Library("pyairtable", "airtable", airtable, pairs=BASE64, samples=(AIRTABLE_EVENT,)),
    Library("pywa", "meta", whatsapp),
    Library("adyen payload", "adyen-header", adyen_accepts, adyen_signs, pairs=HEX, samples=JSON_SAMPLES),
    Library(
        "pusher",
        "pusher",
        pusher_accepts,
        pusher_signs,
        samples=tuple(with_fields(sample, X_Pusher_Key=PUSHER_KEY) for sample in PUSHER_EVENTS),
        settings={"key_id": PUSHER_KEY},
        dated=True,
    ),
)
