"""Libraries that verify with a public key or by a JSON Web Token."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace

import atlassian_jwt
import discord_interactions
import google.auth.crypt
import google.auth.exceptions
import google.auth.jwt
import jwt
import livekit.api
import messagebird.error
import messagebird.request_validator
import sendgrid.helpers.eventwebhook
import telnyx.lib.webhook_verification
import vonage_jwt

from tests.crosscheck.library import (
    FORM_SAMPLES,
    JSON_SAMPLES,
    URL_SAMPLES,
    Library,
    Pair,
    asymmetric,
    changed_url,
    der_base64,
    headers,
    passes,
    pem_pairs,
    raw_public,
    text,
    value,
    with_fields,
)
from tests.key_pairs import NOW, with_header
from webhook_inspector.signatures.scheme import Request

LIVEKIT_KEY = "devkey"
AUDIENCE, EMAIL = "https://hooks.example.com/in", "push@project.iam.gserviceaccount.com"
GOOGLE = {"audience": AUDIENCE, "email": EMAIL}
DISCORD = asymmetric("ed25519", lambda number: raw_public("ed25519", number).hex(), verifying="public_key")
TELNYX = asymmetric(
    "ed25519", lambda number: base64.b64encode(raw_public("ed25519", number)).decode(), verifying="public_key"
)
SENDGRID = asymmetric("p256", lambda number: der_base64("p256", number), verifying="public_key")


def changed_token(request: Request) -> Request:
    """One letter inside the claims of the token is another; what it binds stays."""
    start, _, signature = value(request, "Authorization").rpartition(".")
    letter = "B" if start[-9] == "A" else "A"
    return with_header(request, b"Authorization", f"{start[:-9]}{letter}{start[-8:]}.{signature}".encode())


def changed_path(request: Request) -> Request:
    return replace(request, url=request.url.replace("example.com", "example.com/y", 1))


def discord(request: Request, key: str) -> bool:
    given = value(request, "X-Signature-Ed25519"), value(request, "X-Signature-Timestamp")
    return discord_interactions.verify_key(request.body, *given, key)


def telnyx_accepts(request: Request, key: str) -> bool:
    check = telnyx.lib.webhook_verification.verify_webhook_signature
    refusal = telnyx.lib.webhook_verification.WebhookVerificationError
    return passes(lambda: check(request.body, headers(request), key), refusal)


def sendgrid_accepts(request: Request, key: str) -> bool:
    hook = sendgrid.helpers.eventwebhook.EventWebhook(key)
    names = sendgrid.helpers.eventwebhook.EventWebhookHeader
    return hook.verify_signature(text(request), value(request, names.SIGNATURE), value(request, names.TIMESTAMP))


def livekit_accepts(request: Request, secret: str) -> bool:
    receiver = livekit.api.WebhookReceiver(livekit.api.TokenVerifier(LIVEKIT_KEY, secret))
    try:
        receiver.receive(text(request), value(request, "Authorization"))
    except jwt.InvalidTokenError:
        return False
    except Exception as refusal:
        if str(refusal) != "hash mismatch":
            raise
        return False
    return True


def livekit_signs(request: Request, pair: Pair) -> Request:
    digest = base64.b64encode(hashlib.sha256(request.body).digest()).decode()
    return with_fields(
        request, Authorization=livekit.api.AccessToken(LIVEKIT_KEY, pair.theirs).with_sha256(digest).to_jwt()
    )


def messagebird_accepts(request: Request, secret: str) -> bool:
    check = messagebird.request_validator.RequestValidator(secret).validate_signature
    token = value(request, "MessageBird-Signature-JWT")
    return passes(lambda: check(token, request.url, request.body), messagebird.error.ValidationError)


def messagebird_signs(request: Request, pair: Pair) -> Request:
    hashes = {"url_hash": request.url.encode(), "payload_hash": request.body}
    claims = {name: hashlib.sha256(covered).hexdigest() for name, covered in hashes.items()}
    claims |= {"iss": "MessageBird", "nbf": int(NOW), "exp": int(NOW) + 60}
    return with_fields(request, MessageBird_Signature_JWT=jwt.encode(claims, pair.theirs, "HS512"))


def vonage_accepts(request: Request, secret: str) -> bool:
    """It looks at the token only; `payload_hash` is left to its caller."""
    token = value(request, "Authorization").removeprefix("Bearer ")
    try:
        return vonage_jwt.verify_signature(token, secret)
    except vonage_jwt.VonageVerifyJwtError:
        return False


def vonage_signs(request: Request, pair: Pair) -> Request:
    claims = {"iat": int(NOW), "payload_hash": hashlib.sha256(request.body).hexdigest(), "iss": "Vonage"}
    return with_fields(request, Authorization=f"Bearer {jwt.encode(claims, pair.theirs, 'HS256')}")


def google_accepts(request: Request, key: str) -> bool:
    token = value(request, "Authorization").removeprefix("Bearer ")
    return passes(
        lambda: google.auth.jwt.decode(token, certs={"kid-1": key}, audience=AUDIENCE),
        google.auth.exceptions.GoogleAuthError,
    )


def google_signs(request: Request, pair: Pair) -> Request:
    signer = google.auth.crypt.RSASigner.from_string(pair.signing.value, "kid-1")
    claims = {"iss": "https://accounts.google.com", "aud": AUDIENCE, "email": EMAIL, "email_verified": True}
    token = google.auth.jwt.encode(signer, {**claims, "iat": int(NOW), "exp": int(NOW) + 3600})
    return with_fields(request, Authorization=f"Bearer {token.decode()}")


def atlassian_accepts(request: Request, secret: str) -> bool:
    class OneTenant(atlassian_jwt.Authenticator):
        def get_shared_secret(self, client_key: str) -> str:
            return secret

    check = OneTenant().authenticate
    refusals = atlassian_jwt.DecodeError, jwt.InvalidTokenError
    return passes(lambda: check(request.method, request.url, headers(request)), *refusals)


def atlassian_signs(request: Request, pair: Pair) -> Request:
    token = atlassian_jwt.encode_token(request.method, request.url, "client", pair.theirs)
    return with_fields(request, Authorization=f"JWT {token}")


def by_token(name: str, scheme: str, accepts: Callable[..., bool], signs: Callable[..., Request]) -> Library:
    return Library(name, scheme, accepts, signs, change=changed_token)


LIBRARIES = (
    Library("discord-interactions", "discord", discord, pairs=DISCORD),
    Library("telnyx", "telnyx", telnyx_accepts, pairs=TELNYX, dated=True),
    Library("sendgrid", "sendgrid", sendgrid_accepts, pairs=SENDGRID),
    Library("livekit-api", "livekit", livekit_accepts, livekit_signs, settings={"api_key": LIVEKIT_KEY}),
    Library("messagebird", "messagebird", messagebird_accepts, messagebird_signs, samples=JSON_SAMPLES + FORM_SAMPLES),
    Library("messagebird URL", "messagebird", messagebird_accepts, messagebird_signs, change=changed_url),
    Library("messagebird odd URLs", "messagebird", messagebird_accepts, messagebird_signs, samples=URL_SAMPLES),
    by_token("vonage-jwt", "vonage", vonage_accepts, vonage_signs),
    Library(
        "google-auth",
        "google-pubsub-oidc",
        google_accepts,
        google_signs,
        pairs=pem_pairs("rsa", "kid-1"),
        settings=GOOGLE,
        change=changed_token,
    ),
    Library("atlassian-jwt", "atlassian-connect-jwt", atlassian_accepts, atlassian_signs, change=changed_url),
    Library(
        "atlassian-jwt odd URLs",
        "atlassian-connect-jwt",
        atlassian_accepts,
        atlassian_signs,
        samples=URL_SAMPLES,
        change=changed_path,
    ),
)
