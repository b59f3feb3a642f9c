# ruff: noqa: F401  (the imports are the list)
"""The families of schemes, and nothing else: a new one is one more line here."""

from webhook_inspector.signatures import (
    adyen,
    cavage,
    certificates,
    ecdsa,
    ed25519,
    form_bound,
    generic_hmac,
    header_hmac,
    in_body,
    jws_detached,
    jwt,
    rfc9421,
    rsa,
    self_describing,
    standard_webhooks,
    timestamped,
    tokens,
    url_bound,
    variants,
)
