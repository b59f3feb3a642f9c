"""Signatures by a certificate that the request names by URL: PayPal, Amazon SNS. It is among the keys; nothing is fetched here.

A certificate from the user is taken as it is. One that was fetched is judged by `trust.py` before it becomes a key.
"""

import json
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from webhook_inspector.core.headers import first
from webhook_inspector.core.text import show, visible
from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.signatures.clock import age_step, iso_seconds, iso_text, tolerance
from webhook_inspector.signatures.encodings import from_base64, to_base64
from webhook_inspector.signatures.jose import JsonObject, json_object, text_member
from webhook_inspector.signatures.jsontext import with_member
from webhook_inspector.signatures.publickeys import PUBLIC_KINDS, verifying_key
from webhook_inspector.signatures.reading import Reading, Stop, judge, lacking, malformed, unsigned, well_formed
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import Signer, cannot_sign, signer, with_field
from webhook_inspector.signatures.trust import Owner, check_certificate

PAYPAL, SNS = "paypal", "aws-sns"


@dataclass(frozen=True, slots=True)
class Named:
    """A certificate or key as a request names it."""

    url: str
    key_id: str = ""
    signed_at: float | None = None
    """When the request says that it was signed, Unix seconds."""


PAYPAL_OWNER = Owner("paypal.com", re.compile(r"(?:[a-z0-9-]+\.)+paypal\.com", re.IGNORECASE))
SNS_OWNER = Owner("Amazon SNS", re.compile(r"sns\.(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?", re.IGNORECASE))

SIGNATURE, ID, TIME = b"PAYPAL-TRANSMISSION-SIG", b"PAYPAL-TRANSMISSION-ID", b"PAYPAL-TRANSMISSION-TIME"
CERTIFICATE, ALGORITHM = b"PAYPAL-CERT-URL", b"PAYPAL-AUTH-ALGO"
_PAYPAL_URL = re.compile(r"https://(?:[a-z0-9-]+\.)+paypal\.com/[!-~]*")
_PAYPAL_OWN_URL = "https://api.paypal.com/v1/notifications/certs/CERT-own"

_SNS_URL = re.compile(r"https://sns\.[a-zA-Z0-9-]{3,}\.amazonaws\.com(?:\.cn)?/[!-~]*\.pem")
_SNS_OWN_URL = "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-own.pem"
_SNS_ALGORITHMS = {"1": "rsa-v1_5-sha1", "2": "rsa-v1_5-sha256"}
_CONFIRMATION = ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")
SNS_SIGNED: dict[str, tuple[str, ...]] = {
    "Notification": ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
    "SubscriptionConfirmation": _CONFIRMATION,
    "UnsubscribeConfirmation": _CONFIRMATION,
}
"""Members that are signed, in order, for each type of message. Only `Subject` may be absent."""


def verify_paypal(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
    reading = _read_paypal(request, settings, now)
    return judge(PAYPAL, reading, keys, lambda key: _paypal_key(key, now))


def _read_paypal(request: Request, settings: Settings, now: float) -> Reading | Stop:
    found = {name: first(request.fields, name) for name in (SIGNATURE, ID, TIME, CERTIFICATE, ALGORITHM)}
    header = SIGNATURE.decode()
    if found[SIGNATURE] is None:
        return unsigned(header)
    missing = next((name.decode() for name, value in found.items() if value is None), "")
    if missing:
        return lacking(header, missing, why="")
    parts = {name: value or b"" for name, value in found.items()}
    signature, when = from_base64(parts[SIGNATURE]), iso_seconds(parts[TIME])
    fault = _paypal_fault(parts)
    if fault or not signature or when is None:
        return malformed(header, fault or f"{header} or {TIME.decode()} is malformed", show(b", ".join(parts.values())))
    webhook = settings.get("webhook_id")
    steps = well_formed(header, f"{header} is base64")
    if not webhook:
        return Stop(Status.NO_SECRET, (*steps, Step("key", False, "the webhook id of PayPal is not set")))
    return Reading(
        _paypal_content(parts[ID], parts[TIME], str(webhook), request.body),
        (signature,),
        ("rsa-v1_5-sha256",),
        steps,
        key_id=show(parts[CERTIFICATE]),
        times=(age_step(when, now, tolerance(settings)),),
        covered="transmission id, time, webhook id and the CRC-32 of the body are signed",
    )


def _paypal_fault(parts: Mapping[bytes, bytes]) -> str:
    if parts[ALGORITHM] != b"SHA256withRSA":
        return "the algorithm is not SHA256withRSA"
    return "" if _PAYPAL_URL.fullmatch(show(parts[CERTIFICATE])) else "the certificate is not at PayPal"


def _paypal_content(name: bytes, time: bytes, webhook: str, body: bytes) -> bytes:
    return b"|".join((name, time, webhook.encode("utf-8", "surrogatepass"), str(zlib.crc32(body)).encode()))


def named_by_paypal(request: Request) -> Named | None:
    """The certificate's URL; None where the request has none."""
    url, time = first(request.fields, CERTIFICATE), first(request.fields, TIME)
    return None if url is None else Named(show(url), show(url), iso_seconds(time or b""))


def _paypal_key(key: Key, now: float) -> object:
    """A certificate must be PayPal's and in force, whoever gave it."""
    if key.kind == "certificate_pem":
        check_certificate(key.value, PAYPAL_OWNER, now)
    return verifying_key(key)


def sign_paypal(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Request:
    webhook = settings.get("webhook_id")
    if not webhook:
        raise cannot_sign(PAYPAL, "the webhook id is not set")
    key = signer(PAYPAL, keys, ("rsa-v1_5-sha256",))
    name = first(request.fields, ID) or b"00000000-0000-4000-8000-000000000000"
    time = iso_text(now).encode()
    url = _own_url(PAYPAL, key, show(first(request.fields, CERTIFICATE) or b""), _PAYPAL_URL, _PAYPAL_OWN_URL)
    signature = to_base64(key.sign(_paypal_content(name, time, str(webhook), request.body))).encode()
    fields = request.fields
    for header, value in (
        (ID, name),
        (TIME, time),
        (SIGNATURE, signature),
        (CERTIFICATE, url.encode()),
        (ALGORITHM, b"SHA256withRSA"),
    ):
        fields = with_field(fields, header, value)
    return replace(request, fields=fields)


def verify_sns(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
    return judge(SNS, _read_sns(request.body, settings, now), keys)


def _read_sns(body: bytes, settings: Settings, now: float) -> Reading | Stop:
    message = json_object(body) or {}
    header = "Signature in the body"
    if "Signature" not in message:
        return unsigned(header)
    signature = from_base64(text_member(message, "Signature").encode("utf-8", "surrogatepass"))
    url = _sns_url(message)
    algorithm = _SNS_ALGORITHMS.get(text_member(message, "SignatureVersion"))
    content = _sns_content(message)
    when = _sns_time(message)
    faults = {
        "Signature is not base64": not signature,
        "SignatureVersion is neither 1 nor 2": algorithm is None,
        "SigningCertURL is not at Amazon SNS": not _SNS_URL.fullmatch(url),
        "a member that must be signed is missing or no text": content is None,
    }
    fault = next((fact for fact, there in faults.items() if there), "")
    if fault or not signature or algorithm is None or content is None:
        return malformed(header, fault, visible(url))
    return Reading(
        content,
        (signature,),
        (algorithm,),
        well_formed(header, f"it is base64, made with {algorithm}"),
        key_id=url,
        times=() if when is None else (age_step(when, now, tolerance(settings)),),
        covered=f"the members {', '.join(SNS_SIGNED[message['Type']])} are signed",
    )


def named_by_sns(request: Request) -> Named | None:
    """The certificate's URL; None where the body has none."""
    message = json_object(request.body) or {}
    url = _sns_url(message)
    return Named(url, url, _sns_time(message)) if url else None


def _sns_url(message: JsonObject) -> str:
    return text_member(message, "SigningCertURL") or text_member(message, "SigningCertUrl")  # as AWS Lambda spells it


def _sns_time(message: JsonObject) -> float | None:
    return iso_seconds(text_member(message, "Timestamp").encode("utf-8", "surrogatepass"))


def _sns_content(message: JsonObject) -> bytes | None:
    """Name and value of each signed member on lines of their own; None where one is missing or no text."""
    names = SNS_SIGNED.get(text_member(message, "Type"), ())
    spelled = {name: message.get(name, message.get(name.replace("URL", "Url"))) for name in names}
    if not names or any(not isinstance(value, str) for name, value in spelled.items() if name != "Subject"):
        return None
    lines = (f"{name}\n{value}\n" for name, value in spelled.items() if isinstance(value, str))
    return "".join(lines).encode("utf-8", "surrogatepass")


def sign_sns(request: Request, keys: Sequence[Key], _settings: Settings, now: float) -> Request:
    """The body with a new time and signature, and the certificate URL of the key; the rest of it stays as it is."""
    message = json_object(request.body) or {}
    version = text_member(message, "SignatureVersion") or "1"
    time = datetime.fromtimestamp(int(now * 1000) / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    message |= {"Timestamp": time, "SignatureVersion": version}
    content = _sns_content(message)
    if content is None or version not in _SNS_ALGORITHMS:
        raise cannot_sign(SNS, "the body is not a message of Amazon SNS")
    key = signer(SNS, keys, (_SNS_ALGORITHMS[version],))
    url = _own_url(SNS, key, text_member(message, "SigningCertURL"), _SNS_URL, _SNS_OWN_URL)
    new = {
        "Timestamp": time,
        "SignatureVersion": version,
        "Signature": to_base64(key.sign(content)),
        "SigningCertURL": url,
    }
    body = request.body
    for name, value in new.items():
        body = (
            with_member(body, (name,), json.dumps(value))
            or json.dumps(json.loads(body) | {name: value}, indent=2).encode()
        )
    return replace(request, body=body)


def _own_url(scheme: str, key: Signer, old: str, allowed: re.Pattern[str], usual: str) -> str:
    """The URL of the certificate to name: the key's, else the one that the request has, else one that leads nowhere."""
    if key.key_id and not allowed.fullmatch(key.key_id):
        raise cannot_sign(scheme, "the id of the key is not the URL of a certificate at the sender")
    return key.key_id or (old if allowed.fullmatch(old) else usual)


SCHEMES: tuple[Scheme, ...] = (
    Scheme(PAYPAL, "PayPal", True, PUBLIC_KINDS, verify_paypal, sign_paypal),
    Scheme(SNS, "Amazon SNS", True, PUBLIC_KINDS, verify_sns, sign_sns),
)
