"""Libraries whose provider signs the URL with the body, certain fields, or puts the signature into the body."""

import base64
import json
from dataclasses import replace
from urllib.parse import parse_qsl, quote_plus, urlencode

import Adyen.util
import box_sdk_gen.internal.utils
import box_sdk_gen.managers.webhooks
import braintree
import dropbox_sign
import hubspot.utils.signature
import mailgun.security
import mercadopago.webhook.validator
import multidict
import square.utils.webhooks_helper
import twilio.request_validator

from tests.crosscheck.library import (
    FORM,
    FORM_SAMPLES,
    HEX,
    URL,
    URL_SAMPLES,
    Library,
    Pair,
    changed_url,
    form_request,
    headers,
    json_request,
    passes,
    text,
    value,
    with_fields,
)
from tests.key_pairs import NOW, make_request, with_body, with_header
from webhook_inspector.signatures.scheme import Request

SECONDS, MILLISECONDS = b"%d" % NOW, str(int(NOW) * 1000)
SHA256_ASKED = b"key=webhooks_sharedkey_1,algorithm=HMAC_SHA256"
TWILIO_FORMS = (
    form_request(b"Body=marked&From=%2B15551234567&To=%2B15557654321&Empty=&City=Z%C3%BCrich"),
    form_request(b"MediaUrl=b&MediaUrl=a&MediaUrl=a&Body=marked+text"),
    form_request(b"Body=marked", (b"X-Twilio-Webhooks-Signature-Settings", SHA256_ASKED)),
    replace(form_request(b"Body=marked"), url="https://hooks.example.com:8443/in"),
)
MERCADO_URL = "https://hooks.example.com/in?data.id=marked123&type=payment"
MERCADO_SAMPLES = (
    replace(json_request(b'{"action":"payment.updated"}', (b"x-request-id", b"5f0b-11ee")), url=MERCADO_URL),
    replace(json_request(b"{}"), url=MERCADO_URL),
)
BRAINTREE_EVENT = base64.encodebytes(
    '<notification><timestamp type="datetime">2026-01-02T00:00:00Z</timestamp><kind>check</kind>'
    '<subject><check type="boolean">true</check><name>Zoë</name></subject></notification>'.encode()
)
BRAINTREE_KEY = "integration_public_key"
ADYEN_ITEM = {
    "amount": {"value": 1130, "currency": "EUR"},
    "pspReference": "7914073381342284",
    "eventCode": "AUTHORISATION",
    "merchantAccountCode": "Test:Merchant",
    "merchantReference": "marked \\ Zoë",
    "success": "true",
    "additionalData": {"hmacSignature": ""},
}


def adyen_event(**members: object) -> Request:
    item = {"NotificationRequestItem": {**ADYEN_ITEM, **members}}
    return json_request(json.dumps({"live": "false", "notificationItems": [item]}).encode())


ADYEN_EVENTS = (
    adyen_event(),
    adyen_event(originalReference="8313547924770610", success="false"),
    adyen_event(amount={"value": 0, "currency": "JPY"}, merchantReference="a:b"),
)
ADYEN_UNLIKE_TEXT = (adyen_event(success=True), adyen_event(originalReference=None))
"""Adyen sends `success` as text, and leaves out what is not there."""
MAILGUN_EVENT = json_request(
    b'{"signature":{"timestamp":"1","token":"0123marked4567","signature":""},"event-data":{"event":"opened"}}'
)
BOX_EVENTS = (
    json_request(b'{"trigger":"FILE.UPLOADED","note":"marked"}'),
    json_request('{"name":"Zoë 東京 🙂 \x7f","url":"https:\\/\\/example.com\\/marked"}'.encode()),
)
BOX_UNLIKE_PHP = (
    json_request('{"name":"Zoë","url":"https://example.com/marked"}'.encode()),
    json_request('{"name":"Zoë \\"marked\\""}'.encode()),
    json_request(b'{\n"note":"marked"}'),
)
"""Bodies whose slashes are not escaped, or that hold other escapes or line breaks: the SDK escapes these in a way of its own."""
MULTIPART = (b"Content-Type", b"multipart/form-data; boundary=limit")
DROPBOX_EVENT = make_request(
    b'--limit\r\nContent-Disposition: form-data; name="json"\r\n\r\n'
    b'{"event":{"event_type":"signature_request_signed","event_time":"1","event_hash":"",'
    b'"event_metadata":{"reported_for_account_id":"1"}},"account_guid":"1"}\r\n--limit--\r\n',
    (MULTIPART,),
    URL,
)


def parameters(request: Request) -> multidict.MultiDict[str]:
    return multidict.MultiDict(parse_qsl(text(request), keep_blank_values=True))


def twilio_accepts(request: Request, secret: str) -> bool:
    asked = headers(request).get("X-Twilio-Webhooks-Signature-Settings", "")
    return twilio.request_validator.RequestValidator(secret).validate(
        request.url,
        parameters(request) if FORM in request.fields else text(request),
        value(request, "X-Twilio-Signature"),
        twilio.request_validator.get_signature_algorithm(asked),
    )


def twilio_signs(request: Request, pair: Pair) -> Request:
    validator = twilio.request_validator.RequestValidator(pair.theirs)
    asked = headers(request).get("X-Twilio-Webhooks-Signature-Settings", "")
    given: object = parameters(request)
    if FORM not in request.fields:
        mark = "&" if "?" in request.url else "?"
        bound = replace(request, url=f"{request.url}{mark}bodySHA256={validator.compute_hash(text(request))}")
        request, given = bound, {}
    algorithm = twilio.request_validator.get_signature_algorithm(asked)
    return with_fields(request, X_Twilio_Signature=validator.compute_signature(request.url, given, algorithm))


def square_accepts(request: Request, secret: str) -> bool:
    return square.utils.webhooks_helper.verify_signature(
        request_body=text(request),
        signature_header=value(request, "x-square-hmacsha256-signature"),
        signature_key=secret,
        notification_url=request.url,
    )


def hubspot_library(version: str) -> Library:
    signer = hubspot.utils.signature.Signature
    header = "X-HubSpot-Signature-v3" if version == "v3" else "X-HubSpot-Signature"

    def particulars(request: Request, time: str | None) -> dict[str, str | None]:
        given = {"http_uri": request.url, "http_method": request.method, "signature_version": version}
        return {"request_body": text(request), "timestamp": time, **given}

    def accepts(request: Request, secret: str) -> bool:
        given = particulars(request, headers(request).get("X-HubSpot-Request-Timestamp"))
        check = lambda: signer.is_valid(signature=value(request, header), client_secret=secret, **given)  # noqa: E731
        try:
            return check()
        except hubspot.exceptions.InvalidSignatureTimestampError:
            return False

    def signs(request: Request, pair: Pair) -> Request:
        time = MILLISECONDS if version == "v3" else None
        made = signer.get_signature(client_secret=pair.theirs, **particulars(request, time))
        dated = {"X-HubSpot-Request-Timestamp": MILLISECONDS} if time else {"X-HubSpot-Signature-Version": version}
        return with_fields(request, **{header: made}, **dated)

    dated = version == "v3"
    name = f"hubspot-api-client {version}"
    return Library(name, f"hubspot-{version}", accepts, signs, dated=dated)


def mercado_accepts(request: Request, secret: str) -> bool:
    check = mercadopago.webhook.validator.WebhookSignatureValidator.validate
    found = dict(parse_qsl(request.url.partition("?")[2])).get("data.id")
    given = value(request, "x-signature"), headers(request).get("x-request-id"), found
    return passes(lambda: check(*given, secret), mercadopago.webhook.validator.InvalidWebhookSignatureError)


def lowered(request: Request) -> dict[str, str]:
    return {name.lower(): said for name, said in headers(request).items()}


def box_accepts(request: Request, secret: str) -> bool:
    check = box_sdk_gen.managers.webhooks.WebhooksManager.validate_message
    return check(text(request), lowered(request), secret)


def box_signs(request: Request, pair: Pair, *, escaped: bool = False) -> Request:
    known = {"BOX_SIGNATURE_VERSION": "1", "BOX_SIGNATURE_ALGORITHM": "HmacSHA256"}
    dated = with_fields(request, **known, BOX_DELIVERY_TIMESTAMP="2026-01-02T00:50:00Z")
    compute = box_sdk_gen.internal.utils.compute_webhook_signature
    made = compute(text(request), lowered(dated), pair.theirs, escape_body=escaped)
    return with_fields(dated, BOX_SIGNATURE_PRIMARY=made)


def changed_version(request: Request) -> Request:
    """The documentation knows version 1 only."""
    return with_header(request, b"BOX-SIGNATURE-VERSION", b"2")


def box_signs_escaped(request: Request, pair: Pair) -> Request:
    return box_signs(request, pair, escaped=True)


def braintree_gateway(secret: str) -> braintree.BraintreeGateway:
    return braintree.BraintreeGateway(
        braintree.Configuration(braintree.Environment.Sandbox, "merchant", BRAINTREE_KEY, secret)
    )


def braintree_accepts(request: Request, secret: str) -> bool:
    fields = dict(parse_qsl(text(request)))
    parse = braintree_gateway(secret).webhook_notification.parse
    return passes(
        lambda: parse(fields["bt_signature"], fields["bt_payload"]),
        braintree.exceptions.invalid_signature_error.InvalidSignatureError,
    )


def braintree_signs(request: Request, pair: Pair) -> Request:
    """Its own sample; it makes the body too."""
    made = braintree_gateway(pair.theirs).webhook_testing.sample_notification("subscription_canceled", "marked")
    return with_body(request, urlencode(made).encode())


def changed_payload(request: Request) -> Request:
    """One character of the base64 is another."""
    start, found, end = request.body.partition(b"bt_payload=")
    assert found
    return with_body(request, start + found + end[:40] + (b"B" if end[40:41] == b"A" else b"A") + end[41:])


def changed_time(request: Request) -> Request:
    """One digit of the time in the body is another."""
    return with_body(request, request.body.replace(SECONDS, SECONDS[:-1] + b"1"))


def adyen_accepts(request: Request, secret: str) -> bool:
    return Adyen.util.is_valid_hmac_notification(json.loads(request.body), secret)


def adyen_signs(request: Request, pair: Pair) -> Request:
    event = json.loads(request.body)
    item = event["notificationItems"][0]["NotificationRequestItem"]
    item["additionalData"]["hmacSignature"] = Adyen.util.generate_notification_sig(item, pair.theirs).decode()
    return with_body(request, json.dumps(event, ensure_ascii=False).encode())


def changed_reference(request: Request) -> Request:
    """One digit of the item's own number is another."""
    return with_body(request, request.body.replace(b"7914073381342284", b"7914073381342285"))


def mailgun_accepts(request: Request, secret: str) -> bool:
    given = json.loads(request.body)["signature"]
    return mailgun.security.SecurityGuard.verify_webhook(secret, **given)


def dropbox_accepts(request: Request, secret: str) -> bool:
    part = request.body.partition(b"\r\n\r\n")[2].partition(b"\r\n--limit")[0]
    event = dropbox_sign.EventCallbackRequest.init(json.loads(part))
    return dropbox_sign.EventCallbackHelper.is_valid(secret, event)


LIBRARIES = (
    Library("twilio form", "twilio", twilio_accepts, twilio_signs, samples=TWILIO_FORMS),
    Library("twilio body", "twilio", twilio_accepts, twilio_signs),
    Library("twilio odd URLs", "twilio", twilio_accepts, twilio_signs, samples=URL_SAMPLES),
    Library("twilio URL", "twilio", twilio_accepts, twilio_signs, samples=FORM_SAMPLES[:1], change=changed_url),
    Library("squareup", "square", square_accepts),
    Library("squareup URL", "square", square_accepts, change=changed_url),
    Library("squareup odd URLs", "square", square_accepts, samples=URL_SAMPLES),
    hubspot_library("v1"),
    replace(hubspot_library("v2"), change=changed_url),
    hubspot_library("v3"),
    replace(hubspot_library("v3"), name="hubspot-api-client v3 URL", change=changed_url, dated=False),
    replace(hubspot_library("v3"), name="hubspot-api-client v3 odd URLs", samples=URL_SAMPLES, dated=False),
    Library("mercadopago", "mercadopago", mercado_accepts, samples=MERCADO_SAMPLES, change=changed_url),
    Library("boxsdk", "box", box_accepts, box_signs, dated=True),
    Library("boxsdk version", "box", box_accepts, box_signs, change=changed_version),
    Library("boxsdk escaped", "box", box_accepts, box_signs_escaped, samples=BOX_EVENTS),
    Library("boxsdk escaped otherwise", "box", box_accepts, box_signs_escaped, samples=BOX_UNLIKE_PHP),
    Library(
        "braintree",
        "braintree",
        braintree_accepts,
        braintree_signs,
        samples=(form_request(b"bt_signature=&bt_payload=" + quote_plus(BRAINTREE_EVENT).encode()),),
        settings={"public_key_id": BRAINTREE_KEY},
        change=changed_payload,
    ),
    Library(
        "adyen notification",
        "adyen",
        adyen_accepts,
        adyen_signs,
        pairs=HEX,
        samples=ADYEN_EVENTS,
        change=changed_reference,
    ),
    Library("adyen not text", "adyen", adyen_accepts, adyen_signs, pairs=HEX, samples=ADYEN_UNLIKE_TEXT),
    Library("mailgun", "mailgun", mailgun_accepts, samples=(MAILGUN_EVENT,), dated=True),
    Library("dropbox-sign", "dropbox-sign", dropbox_accepts, samples=(DROPBOX_EVENT,), change=changed_time),
)
