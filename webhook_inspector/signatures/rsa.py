"""RSA signatures (PKCS #1 v1.5) by a key that the sender publishes: Kick, Postal, Woovi in a header, Paddle Classic in its form."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Verdict
from webhook_inspector.signatures.clock import iso_seconds, iso_text
from webhook_inspector.signatures.encodings import from_base64, to_base64
from webhook_inspector.signatures.header_signature import Recipe, scheme_of
from webhook_inspector.signatures.pairs import read_pairs, with_pair
from webhook_inspector.signatures.publickeys import PUBLIC_KINDS
from webhook_inspector.signatures.reading import Reading, Stop, judge, malformed, unsigned, well_formed
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import signer

RECIPES = (
    Recipe(
        "kick",
        "Kick",
        "rsa-v1_5-sha256",
        header=(b"Kick-Event-Signature",),
        content=("id", ".", "timestamp", ".", "body"),
        timestamp=(b"Kick-Event-Message-Timestamp",),
        id=(b"Kick-Event-Message-Id",),
        read_time=iso_seconds,
        write_time=iso_text,
    ),
    Recipe(
        "postal",
        "Postal",
        "rsa-v1_5-sha1",
        header=(b"X-Postal-Signature",),
        content=("body",),
        official=False,
    ),
    Recipe(
        "woovi",
        "Woovi / OpenPix",
        "rsa-v1_5-sha256",
        header=(b"x-webhook-signature",),
        content=("body",),
    ),
)

PADDLE = "paddle-classic"
PADDLE_FIELD = b"p_signature"


def verify_paddle(request: Request, keys: Sequence[Key], _settings: Settings, _now: float) -> Verdict:
    return judge(PADDLE, _read_paddle(request.body), keys)


def _read_paddle(body: bytes) -> Reading | Stop:
    fields = dict(read_pairs(body))  # of two fields with one name the last counts, as in PHP
    field = f"the form field {PADDLE_FIELD.decode()}"
    text = fields.get(PADDLE_FIELD)
    if text is None:
        return unsigned(field)
    signature = from_base64(text)
    if not signature:
        return malformed(field, "it is not base64", show(text))
    return Reading(php_serialized(fields), (signature,), ("rsa-v1_5-sha1",), well_formed(field, "it is base64"))


def sign_paddle(request: Request, keys: Sequence[Key], _settings: Settings, _now: float) -> Request:
    """The other pairs of the form stay byte for byte as they are."""
    signature = signer(PADDLE, keys, ("rsa-v1_5-sha1",)).sign(php_serialized(dict(read_pairs(request.body))))
    return replace(request, body=with_pair(request.body, PADDLE_FIELD, to_base64(signature).encode()))


def php_serialized(fields: Mapping[bytes, bytes]) -> bytes:
    """What PHP's `serialize` makes of the fields, sorted by name, without the signature; lengths are in bytes."""
    rows = sorted((name, value) for name, value in fields.items() if name != PADDLE_FIELD)
    inside = b"".join(b's:%d:"%b";' % (len(text), text) for row in rows for text in row)
    return b"a:%d:{%b}" % (len(rows), inside)


SCHEMES: tuple[Scheme, ...] = (
    *map(scheme_of, RECIPES),
    Scheme(PADDLE, "Paddle Classic", True, PUBLIC_KINDS, verify_paddle, sign_paddle),
)
