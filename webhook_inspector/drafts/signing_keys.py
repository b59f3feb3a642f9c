"""With what a request is signed again: the keys of its endpoint, as one signs with them."""

from collections.abc import Sequence

from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.drafts.signing import How, Signing
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.registry import SCHEMES

_PRIVATE = "PRIVATE KEY-----"


def signing_of(case: Case) -> Signing:
    """Signed anew as the case is verified. Raises KnownError `signing-no-scheme` or `signing-no-secret`."""
    if not case.scheme:
        raise KnownError(Problem.of("signing-no-scheme", path=case.endpoint))
    keys = keys_to_sign(case.keys, case.scheme)
    if not keys:
        raise KnownError(Problem.of("signing-no-secret", path=case.endpoint, scheme=case.scheme))
    return Signing(How.NEW, case.scheme, keys, case.settings)


def keys_to_sign(keys: Sequence[Key], scheme: str) -> tuple[Key, ...]:
    """Those of an endpoint's keys that can sign, as one signs with them."""
    return tuple(key_to_sign(key, scheme) for key in keys if can_sign(key, scheme))


def key_to_sign(key: Key, scheme: str) -> Key:
    """A private key in PEM form is known by its first line; any other key signs as it verifies."""
    if _PRIVATE in key.value and "private_key_pem" in _kinds(scheme):
        return Key("private_key_pem", key.value, key.id, label=key.label)
    return key


def can_sign(key: Key, scheme: str) -> bool:
    """Of a key pair the public half, in whatever form, only verifies."""
    kinds = _kinds(scheme)
    return (
        _PRIVATE in key.value
        or "private_key_pem" not in kinds
        or key.kind == "secret"
        or (key.kind == "jwk" and '"d"' in key.value)
    )


def _kinds(scheme: str) -> tuple[str, ...]:
    row = SCHEMES.get(scheme)
    return () if row is None else tuple(row.key_kinds)
