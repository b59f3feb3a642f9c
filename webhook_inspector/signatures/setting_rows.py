"""The settings of the schemes in one table: what each takes, what it is for, and for which schemes it matters."""

import re
from dataclasses import dataclass

from webhook_inspector.core.endpoint import Setting
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.signatures.algorithms import JOSE
from webhook_inspector.signatures.keyed import ENCODINGS, HASHES

MOST_SECONDS = 10**9
_DIGITS = re.compile(r"[0-9]{1,10}")
_BETWEEN = re.compile(r"[\s,;]+")
_FLAGS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


@dataclass(frozen=True, slots=True)
class SettingRow:
    name: str
    """As files and the command line write it: `tolerance_seconds`."""
    kind: str
    """`int`; `text`, without blanks around it; `exact`, text with them; `flag`; `list`; `choice`, one of `choices`."""
    title: str
    """For people; the window translates it, and `help` too."""
    help: str
    schemes: tuple[str, ...]
    """Those for which it makes a difference."""
    choices: tuple[str, ...] = ()
    """The first one is the scheme's own where nothing is set. For a list: what its members may be."""
    example: str = ""
    general: bool = False
    """Whether it is of use before the scheme is known."""


_TIMED = (
    "atlassian-connect-jwt",
    "aws-sns",
    "box",
    "buildkite",
    "calendly",
    "cavage",
    "contentful",
    "customer-io",
    "discord",
    "dropbox-sign",
    "elevenlabs",
    "generic-hmac",
    "google-pubsub-oidc",
    "hook0",
    "hubspot-v3",
    "hygraph",
    "kick",
    "linear",
    "mailgun",
    "mercadopago",
    "mux",
    "paddle-billing",
    "paypal",
    "plaid",
    "pusher",
    "retell",
    "rfc9421",
    "sanity",
    "sendgrid",
    "slack",
    "standard-webhooks",
    "standard-webhooks-raw-key",
    "standard-webhooks-v1a",
    "stripe",
    "svix",
    "tailscale",
    "telnyx",
    "twitch",
    "vonage",
    "webflow",
    "workos",
    "zendesk",
    "zoom",
)
_URL_BOUND = (
    "atlassian-connect-jwt",
    "contentful",
    "generic-hmac",
    "hubspot-v2",
    "hubspot-v3",
    "mandrill",
    "mercadopago",
    "messagebird",
    "square",
    "trello",
    "twilio",
)
_GENERIC = ("generic-hmac",)

SETTING_ROWS: tuple[SettingRow, ...] = (
    SettingRow(
        "signature_header",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "Signature header"),
        QT_TRANSLATE_NOOP("Endpoints", "The header that carries the signature."),
        _GENERIC,
        example="X-Signature",
    ),
    SettingRow(
        "prefix",
        "exact",
        QT_TRANSLATE_NOOP("Endpoints", "Prefix"),
        QT_TRANSLATE_NOOP("Endpoints", "What stands before the signature in its header."),
        _GENERIC,
        example="sha256=",
    ),
    SettingRow(
        "hash",
        "choice",
        QT_TRANSLATE_NOOP("Endpoints", "Hash"),
        QT_TRANSLATE_NOOP("Endpoints", "The hash inside the HMAC."),
        _GENERIC,
        choices=("sha256", *(name for name in HASHES if name != "sha256")),
    ),
    SettingRow(
        "encoding",
        "choice",
        QT_TRANSLATE_NOOP("Endpoints", "Encoding"),
        QT_TRANSLATE_NOOP("Endpoints", "How the signature is written; HEX is hex in capitals."),
        _GENERIC,
        choices=tuple(ENCODINGS),
    ),
    SettingRow(
        "template",
        "exact",
        QT_TRANSLATE_NOOP("Endpoints", "Signed content"),
        QT_TRANSLATE_NOOP(
            "Endpoints",
            "What is signed: {body}, {timestamp}, {url}, {method}, {header.Name} and {field.name} stand for those of the request.",
        ),
        _GENERIC,
        example="{timestamp}.{body}",
    ),
    SettingRow(
        "timestamp_header",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "Timestamp header"),
        QT_TRANSLATE_NOOP("Endpoints", "The header that carries the time of the signature."),
        _GENERIC,
        example="X-Timestamp",
    ),
    SettingRow(
        "timestamp_unit",
        "choice",
        QT_TRANSLATE_NOOP("Endpoints", "Timestamp unit"),
        QT_TRANSLATE_NOOP("Endpoints", "Seconds or milliseconds since 1970, or an ISO date."),
        _GENERIC,
        choices=("s", "ms", "iso"),
    ),
    SettingRow(
        "key_encoding",
        "choice",
        QT_TRANSLATE_NOOP("Endpoints", "Key encoding"),
        QT_TRANSLATE_NOOP("Endpoints", "Whether the secret is the key as it stands, or the key in hex or base64."),
        _GENERIC,
        choices=("utf8", "hex", "base64"),
    ),
    SettingRow(
        "header",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "Header"),
        QT_TRANSLATE_NOOP("Endpoints", "The header that carries the token or the signature."),
        ("jws-detached", "static-header-token"),
        example="X-Webhook-Token",
    ),
    SettingRow(
        "parameter",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "Parameter"),
        QT_TRANSLATE_NOOP("Endpoints", "The parameter of the address that carries the token."),
        ("query-token",),
        example="token",
    ),
    SettingRow(
        "webhook_id",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "Webhook id"),
        QT_TRANSLATE_NOOP("Endpoints", "The provider's id of this webhook; it is part of what is signed."),
        ("paypal",),
        example="1JE4291016473214C",
    ),
    SettingRow(
        "public_key_id",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "Public key"),
        QT_TRANSLATE_NOOP(
            "Endpoints", "The public key of your account; it tells which signature of a request is yours."
        ),
        ("braintree",),
    ),
    SettingRow(
        "key_id",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "App key"),
        QT_TRANSLATE_NOOP("Endpoints", "The key that the request must name."),
        ("pusher",),
    ),
    SettingRow(
        "api_key",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "API key"),
        QT_TRANSLATE_NOOP("Endpoints", "The key that must have issued the token; it is no secret."),
        ("livekit",),
        example="APIxxxxxxxx",
    ),
    SettingRow(
        "audience",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "Audience"),
        QT_TRANSLATE_NOOP("Endpoints", "Whom the token must be meant for, as set at the push subscription."),
        ("google-pubsub-oidc",),
        example="https://hooks.example.com/pubsub",
    ),
    SettingRow(
        "email",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "Service account"),
        QT_TRANSLATE_NOOP("Endpoints", "The e-mail address of the account that must have sent the request."),
        ("google-pubsub-oidc",),
        example="push@project.iam.gserviceaccount.com",
    ),
    SettingRow(
        "algorithms",
        "list",
        QT_TRANSLATE_NOOP("Endpoints", "Algorithms"),
        QT_TRANSLATE_NOOP(
            "Endpoints", "The algorithms that are accepted, with commas between them; all where none is named."
        ),
        ("jws-detached",),
        choices=tuple(JOSE),
        example="ES256, RS256",
    ),
    SettingRow(
        "required_headers",
        "list",
        QT_TRANSLATE_NOOP("Endpoints", "Required parts"),
        QT_TRANSLATE_NOOP(
            "Endpoints", "What the signature must cover, with commas between: header names and parts of the request."
        ),
        ("cavage", "rfc9421"),
        example="date, digest",
    ),
    SettingRow(
        "secret_is_raw",
        "flag",
        QT_TRANSLATE_NOOP("Endpoints", "The secret is the key as it stands"),
        QT_TRANSLATE_NOOP("Endpoints", "Otherwise it is base64, after whsec_."),
        ("standard-webhooks", "svix"),
    ),
    SettingRow(
        "signed_url",
        "text",
        QT_TRANSLATE_NOOP("Endpoints", "Signed address"),
        QT_TRANSLATE_NOOP(
            "Endpoints",
            "The address as the provider knows it, where a tunnel or proxy stands between: the signature covers it.",
        ),
        _URL_BOUND,
        example="https://hooks.example.com/square",
        general=True,
    ),
    SettingRow(
        "tolerance_seconds",
        "int",
        QT_TRANSLATE_NOOP("Endpoints", "Tolerance in seconds"),
        QT_TRANSLATE_NOOP("Endpoints", "How far the signed time may be from the time of arrival."),
        _TIMED,
        example="300",
        general=True,
    ),
)


def rows_for(scheme: str) -> tuple[SettingRow, ...]:
    """The settings that matter for a scheme; for the empty one those that are of use whichever it turns out to be."""
    return tuple(row for row in SETTING_ROWS if (scheme in row.schemes if scheme else row.general))


def row_of(name: str) -> SettingRow | None:
    return next((row for row in SETTING_ROWS if row.name == name), None)


def read_setting(row: SettingRow, text: str) -> Setting | Problem:
    """The value that a text means; what is wrong with it where it means none. Never raises."""
    bare = text.strip()
    match row.kind:
        case "int":
            seconds = int(bare) if _DIGITS.fullmatch(bare) else MOST_SECONDS + 1
            return seconds if seconds <= MOST_SECONDS else _problem("setting-number", row, bare)
        case "flag":
            flag = _FLAGS.get(bare.lower())
            return _problem("setting-flag", row, bare) if flag is None else flag
        case "choice":
            return bare if bare in row.choices else _problem("setting-choice", row, bare)
        case "list":
            members = tuple(member for member in _BETWEEN.split(bare) if member)
            strange = next((one for one in members if row.choices and one not in row.choices), None)
            return members if strange is None else _problem("setting-choice", row, strange)
        case "exact":
            return text
        case _:
            return bare


def write_setting(value: Setting) -> str:
    """The text that `read_setting` takes for this value."""
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)


def _problem(code: str, row: SettingRow, text: str) -> Problem:
    return Problem.of(code, name=row.name, text=text, choices=", ".join(row.choices))
