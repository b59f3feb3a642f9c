"""Who sent a request that no signature tells: unsigned test posts, and examples copied from a documentation."""

import re
from dataclasses import dataclass

from webhook_inspector.core.headers import Fields

_LOOKED_AT = 4_096
_MOST_PIECES = 26
"""Of the body, cut at its quotation marks: the names and strings that it begins with."""


@dataclass(frozen=True, slots=True)
class Clue:
    provider: str
    word: bytes
    """A string that stands near the beginning of the JSON: looking for it costs next to nothing."""
    patterns: tuple[re.Pattern[bytes], ...]
    """All must be found."""


@dataclass(frozen=True, slots=True)
class FormClue:
    provider: str
    word: bytes
    also: bytes = b""
    """Both must be found in the form as it was sent."""


def _clue(provider: str, word: bytes, *patterns: bytes) -> Clue:
    """In `patterns`, a colon between quotation marks stands for one with any blanks around it."""
    return Clue(provider, word, tuple(re.compile(one.replace(rb'":', rb'"\s*+:\s*+')) for one in patterns))


_CLUES = (
    _clue("telegram", b"update_id", rb'"update_id":[0-9]'),
    _clue("adyen", b"notificationItems", rb'"NotificationRequestItem":\{'),
    _clue(
        "aws-sns",
        b"TopicArn",
        rb'"Type":"(?:Notification|SubscriptionConfirmation|UnsubscribeConfirmation)"',
        rb'"TopicArn":"arn:aws',
    ),
    _clue(
        "postmark",
        b"RecordType",
        rb'"RecordType":"(?:Delivery|Bounce|Open|Click|SpamComplaint|SubscriptionChange)"',
        rb'"MessageID":"',
    ),
    _clue("hubspot", b"subscriptionType", rb'"subscriptionType":"[a-z_]++\.', rb'"portalId":[0-9]'),
    _clue("stripe", b"object", rb'"object":"(?:v2\.core\.)?event"', rb'"id":"evt_', rb'"(?:livemode|api_version)":'),
    _clue("clerk", b"object", rb'"object":"event"', rb'"instance_id":"ins_'),
    _clue("openai", b"object", rb'"object":"event"', rb'"id":"evt_', rb'"type":"(?:response|batch|eval|fine_tuning)\.'),
    _clue(
        "meta", b"entry", rb'"object":"(?:page|instagram|whatsapp_business_account|user|permissions)"', rb'"entry":\['
    ),
    _clue("woovi", b"event", rb'"event":"(?:OPENPIX:|PIX_TRANSACTION_)'),
    _clue("hotmart", b"event", rb'"event":"[A-Z_]++"', rb'"creation_date":[0-9]', rb'"version":"[0-9]'),
    _clue(
        "asaas",
        b"event",
        rb'"event":"(?:PAYMENT|SUBSCRIPTION|INVOICE|TRANSFER)_[A-Z_]++"',
        rb'"(?:payment|subscription|invoice|transfer)":\{',
    ),
    _clue("abacatepay", b"devMode", rb'"event":"[a-z]++\.', rb'"devMode":(?:true|false)'),
    _clue("razorpay", b"entity", rb'"entity":"event"', rb'"account_id":"acc_'),
    _clue(
        "mercadopago",
        b"action",
        rb'"action":"(?:payment|order|application|plan|invoice|subscription_[a-z]++)\.[a-z_]++"',
        rb'"data":\{\s*+"id":',
    ),
    _clue("mercadopago", b"topic", rb'"topic":"(?:payment|merchant_order|chargebacks)"', rb'"resource":"'),
    _clue("slack", b"event_callback", rb'"type":"event_callback"', rb'"team_id":"'),
    _clue("slack", b"api_app_id", rb'"type":"event_callback"', rb'"team_id":"'),
    _clue("slack", b"url_verification", rb'"type":"url_verification"', rb'"challenge":"'),
    _clue("pagbank", b"reference_id", rb'"id":"(?:ORDE|CHEC|CHAR)_'),
    _clue("pagarme", b"account", rb'"id":"hook_', rb'"account":\{\s*+"id":"acc_'),
    _clue("efi", b"endToEndId", rb'\{\s*+"pix":\[', rb'"endToEndId":"E'),
    _clue("paypal", b"event_type", rb'"id":"WH-', rb'"event_type":"[A-Z]++[.-]'),
    _clue("paddle", b"event_type", rb'"event_id":"evt_', rb'"notification_id":"ntf_'),
    _clue("intercom", b"notification_event", rb'"type":"notification_event"', rb'"topic":"'),
    _clue("line", b"destination", rb'"destination":"U[0-9a-f]{32}"', rb'"events":\['),
    _clue("cloudevents", b"specversion", rb'"specversion":"[01]\.', rb'"source":"'),
)
"""In the order in which they are tried."""

_WORDS = frozenset(clue.word for clue in _CLUES)

_FORM_CLUES = (
    FormClue("pagarme", b"current_status=", b"fingerprint="),
    FormClue("pagbank", b"notificationCode=", b"notificationType="),
    FormClue("iugu", b"event=invoice", b"data%5Bid%5D="),
    FormClue("twilio", b"AccountSid=AC"),
    FormClue("slack", b"command=%2F", b"team_id=T"),
    FormClue("paypal", b"ipn_track_id=", b"txn_type="),
)

_JSON_BEGINS = b"{[ \t\r\n\xef"
"""With a bracket, blanks or a byte order mark."""


def recognise(fields: Fields, body: bytes) -> str:
    """A key of PROVIDERS; empty where nothing tells. Made for requests that signature detection knows nothing about."""
    for name, _ in fields:
        if len(name) == 14 and name.lower() == b"ce-specversion":
            return "cloudevents"
    start = body[:_LOOKED_AT]
    if start[:1] not in _JSON_BEGINS:
        return _of_form(start) if b"=" in start[:64] and start.isascii() else ""
    pieces = start.split(b'"', _MOST_PIECES)
    return "" if _WORDS.isdisjoint(pieces) else _of_json(start, pieces)


def _of_json(start: bytes, pieces: list[bytes]) -> str:
    for clue in _CLUES:
        if clue.word in pieces and all(pattern.search(start) for pattern in clue.patterns):
            return clue.provider
    return ""


def _of_form(start: bytes) -> str:
    for clue in _FORM_CLUES:
        if clue.word in start and clue.also in start:
            return clue.provider
    return ""
