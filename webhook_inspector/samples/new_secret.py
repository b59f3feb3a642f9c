"""A new secret in the shape that a scheme's provider gives it, for somebody who has none yet."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.samples.filling import Filling
from webhook_inspector.signatures.key_pairs import new_private_key, public_half
from webhook_inspector.signatures.registry import SCHEMES

_WHSEC, _BASE64 = "whsec_{bytes}", "{bytes}"
_SHAPES: Mapping[str, str] = {
    "ably": "{alnum 6}.{alnum 6}:{base64url 43}",
    "adyen": "{capital-hex 64}",
    "adyen-header": "{capital-hex 64}",
    "airtable": _BASE64,
    "asaas": "{base64url 43}",
    "basic-auth": "hooks:{alnum 24}",
    "github": "{hex 40}",
    "github-sha1": "{hex 40}",
    "linear": "lin_wh_{alnum 40}",
    "mailgun": "{hex 32}",
    "mercadopago": "{hex 64}",
    "microsoft-teams-outgoing": _BASE64,
    "mux": "{lower 32}",
    "notion": "secret_{alnum 43}",
    "onfleet": "{hex 128}",
    "paddle-billing": "pdl_ntfset_01{lower 24}_{alnum 32}",
    "pagbank": "{uuid}",
    "sentry": "{hex 64}",
    "shopify": "shpss_{hex 32}",
    "slack": "{hex 32}",
    "square": "{base64url 22}",
    "standard-webhooks": _WHSEC,
    "stripe": "whsec_{alnum 32}",
    "svix": _WHSEC,
    "twilio": "{hex 32}",
    "zoom": "{base64url 22}",
}
"""By scheme; `{bytes}` is 24 bytes in base64."""

_USUAL = "{alnum 40}"

_ALGORITHMS: Mapping[str, str] = {
    "discord": "ed25519",
    "plaid": "ecdsa",
    "sendgrid": "ecdsa",
    "standard-webhooks-v1a": "ed25519",
    "telnyx": "ed25519",
}
"""What the keys of a scheme are for; RSA where it is not here."""

_PUBLIC: Mapping[str, str] = {"discord": "hex", "sendgrid": "der", "telnyx": "base64"}
"""How the provider shows its public key, where not in PEM."""


@dataclass(frozen=True, slots=True, repr=False)
class NewSecret:
    """Its repr shows nothing of it."""

    key: Key
    """To sign with."""
    value: str
    """What the endpoint keeps to verify: the same text, or of a key pair the public half."""

    def __repr__(self) -> str:
        return f"NewSecret({self.key!r})"


def new_secret(scheme: str, randomness: Random) -> NewSecret:
    """For a secret that is kept, `randomness` must be the system's. A key pair can take a second: never on the window's thread.

    Raises KnownError `sample-no-scheme`.
    """
    row = SCHEMES.get(scheme)
    if row is None:
        raise KnownError(Problem.of("sample-no-scheme", scheme=scheme))
    if has_key_pair(scheme):
        private = new_private_key(_ALGORITHMS.get(scheme, "rsa"), randomness)
        return NewSecret(Key("private_key_pem", private), public_half(private, _PUBLIC.get(scheme, "pem")))
    names = {"bytes": base64.b64encode(randomness.randbytes(24)).decode()}
    text = Filling(names, 0.0, randomness).text(_SHAPES.get(scheme, _USUAL))
    return NewSecret(Key(row.key_kinds[0] if "secret" not in row.key_kinds else "secret", text), text)


def has_key_pair(scheme: str) -> bool:
    """Whether its provider signs with a private key, and shows only the public one."""
    row = SCHEMES.get(scheme)
    return row is not None and "private_key_pem" in row.key_kinds and "secret" not in row.key_kinds
