"""Libraries whose provider signs a time with the body."""

import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace

import elevenlabs.errors
import elevenlabs.webhooks_custom
import openai
import paddle_billing.Notifications
import polar.webhooks
import replicate.webhook
import resend
import retell.lib.webhook_auth
import slack_sdk.signature
import standardwebhooks
import stripe
import svix.webhooks
import twitchAPI.eventsub.webhook
import workos
from paddle_billing.Notifications.PaddleSignature import PaddleSignature

from tests.crosscheck.library import (
    FORM_SAMPLES,
    JSON_SAMPLES,
    TEXT,
    WHSEC,
    Library,
    Pair,
    headers,
    json_request,
    passes,
    text,
    value,
    with_fields,
)
from tests.key_pairs import NOW
from webhook_inspector.signatures.scheme import Request

SECONDS = str(int(NOW))
MESSAGE = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W"
POLAR_EVENT = json_request('{"type":"order.created","data":{"name":"Zoë marked"}}'.encode())


def stripe_accepts(request: Request, secret: str) -> bool:
    check = stripe.WebhookSignature.verify_header
    signature = value(request, "Stripe-Signature")
    return passes(
        lambda: check(request.body, signature, secret, stripe.Webhook.DEFAULT_TOLERANCE),
        stripe.SignatureVerificationError,
    )


def stripe_signs(request: Request, pair: Pair) -> Request:
    made = stripe.WebhookSignature.generate_signature_header(text(request), pair.theirs)
    return with_fields(request, Stripe_Signature=made)


def slack_accepts(request: Request, secret: str) -> bool:
    return slack_sdk.signature.SignatureVerifier(secret).is_valid_request(request.body, headers(request))


def slack_signs(request: Request, pair: Pair) -> Request:
    verifier = slack_sdk.signature.SignatureVerifier(pair.theirs)
    signature = verifier.generate_signature(timestamp=SECONDS, body=request.body)
    return with_fields(request, X_Slack_Request_Timestamp=SECONDS, X_Slack_Signature=signature)


def standard_accepts(request: Request, secret: str) -> bool:
    hook = standardwebhooks.Webhook(secret)
    return passes(lambda: hook.verify(request.body, headers(request)), standardwebhooks.WebhookVerificationError)


def standard_signs(request: Request, pair: Pair) -> Request:
    made = standardwebhooks.Webhook(pair.theirs).sign(MESSAGE, datetime.fromtimestamp(NOW, UTC), text(request))
    return with_fields(request, webhook_id=MESSAGE, webhook_timestamp=SECONDS, webhook_signature=made)


def svix_accepts(request: Request, secret: str) -> bool:
    hook = svix.webhooks.Webhook(secret)
    return passes(lambda: hook.verify(request.body, headers(request)), svix.webhooks.WebhookVerificationError)


def svix_signs(request: Request, pair: Pair) -> Request:
    made = svix.webhooks.Webhook(pair.theirs).sign(MESSAGE, datetime.fromtimestamp(NOW, UTC), text(request))
    return with_fields(request, svix_id=MESSAGE, svix_timestamp=SECONDS, svix_signature=made)


def openai_accepts(request: Request, secret: str) -> bool:
    hooks = openai.OpenAI(api_key="key").webhooks
    return passes(
        lambda: hooks.verify_signature(request.body, headers(request), secret=secret),
        openai.InvalidWebhookSignatureError,
    )


def replicate_accepts(request: Request, secret: str) -> bool:
    key = replicate.webhook.WebhookSigningSecret(key=secret)
    return passes(
        lambda: replicate.webhook.Webhooks.validate(
            headers=headers(request), body=text(request), secret=key, tolerance=300
        ),
        replicate.webhook.InvalidSignatureError,
        replicate.webhook.InvalidTimestampError,
    )


def polar_accepts(request: Request, secret: str) -> bool:
    kinds = frozenset({"order.created"})
    return passes(
        lambda: polar.webhooks.validate_event(request.body, headers(request), secret, kinds, dict),
        polar.webhooks.PolarWebhookVerificationError,
    )


def resend_accepts(request: Request, secret: str) -> bool:
    """It raises no exception of its own: `ValueError`, whose words say which."""
    given = {name: value(request, f"svix-{name}") for name in ("id", "timestamp", "signature")}
    try:
        resend.Webhooks.verify({"payload": text(request), "headers": given, "webhook_secret": secret})
    except ValueError as refusal:
        if not any(words in str(refusal) for words in ("tolerance", "no matching signature")):
            raise
        return False
    return True


def paddle_accepts(request: Request, secret: str) -> bool:
    given = SimpleNamespace(body=request.body, headers=headers(request))
    key = paddle_billing.Notifications.Secret(secret)
    return paddle_billing.Notifications.Verifier().verify(given, key)


def paddle_signs(request: Request, pair: Pair) -> Request:
    made = PaddleSignature.calculate_hmac(pair.theirs, SECONDS.encode() + b":" + request.body).hexdigest()
    return with_fields(request, Paddle_Signature=f"ts={SECONDS};h1={made}")


def workos_accepts(request: Request, secret: str) -> bool:
    hooks = workos.WorkOSClient(api_key="key", client_id="client").webhooks
    signature = value(request, "WorkOS-Signature")
    return passes(
        lambda: hooks.verify_header(event_body=request.body, event_signature=signature, secret=secret), ValueError
    )


def elevenlabs_accepts(request: Request, secret: str) -> bool:
    hooks = elevenlabs.webhooks_custom.WebhooksClient(client_wrapper=None)
    signature = value(request, "ElevenLabs-Signature")
    return passes(lambda: hooks.construct_event(text(request), signature, secret), elevenlabs.errors.BadRequestError)


def retell_accepts(request: Request, secret: str) -> bool:
    return retell.lib.webhook_auth.verify(text(request), secret, value(request, "x-retell-signature"))


def retell_signs(request: Request, pair: Pair) -> Request:
    made = retell.lib.webhook_auth.symmetric["sign"](text(request), pair.theirs)
    return with_fields(request, x_retell_signature=made)


def twitch_accepts(request: Request, secret: str) -> bool:
    """Its check belongs to a server and takes a request of aiohttp's."""

    async def body() -> str:
        return text(request)

    given = {name.title(): said for name, said in headers(request).items()}
    check = twitchAPI.eventsub.webhook.EventSubWebhook._verify_signature
    return asyncio.run(check(SimpleNamespace(secret=secret), SimpleNamespace(headers=given, text=body)))


LIBRARIES = (
    Library("stripe", "stripe", stripe_accepts, stripe_signs, pairs=WHSEC, dated=True),
    Library("slack-sdk", "slack", slack_accepts, slack_signs, samples=FORM_SAMPLES + JSON_SAMPLES, dated=True),
    Library("standardwebhooks", "standard-webhooks", standard_accepts, standard_signs, pairs=WHSEC, dated=True),
    Library("svix", "svix", svix_accepts, svix_signs, pairs=WHSEC, dated=True),
    Library("openai", "standard-webhooks", openai_accepts, pairs=WHSEC, dated=True),
    Library("openai raw key", "standard-webhooks-raw-key", openai_accepts, dated=True),
    Library("replicate", "standard-webhooks", replicate_accepts, pairs=WHSEC, dated=True),
    Library("polar-sdk", "standard-webhooks", polar_accepts, pairs=WHSEC, samples=(POLAR_EVENT,), dated=True),
    Library(
        "polar-sdk raw key", "standard-webhooks-raw-key", polar_accepts, pairs=TEXT, samples=(POLAR_EVENT,), dated=True
    ),
    Library("resend", "svix", resend_accepts, pairs=WHSEC, dated=True),
    Library("paddle-python-sdk", "paddle-billing", paddle_accepts, paddle_signs, dated=True),
    Library("workos", "workos", workos_accepts, dated=True),
    Library("elevenlabs", "elevenlabs", elevenlabs_accepts, dated=True),
    Library("retell-sdk", "retell", retell_accepts, retell_signs, dated=True),
    Library("twitchapi", "twitch", twitch_accepts),
)
