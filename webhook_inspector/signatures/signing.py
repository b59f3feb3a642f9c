"""Signing a request with the user's own secret or private key: choosing the key, and putting the headers in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from webhook_inspector.core.headers import Fields
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.signatures.algorithms import made, suits
from webhook_inspector.signatures.publickeys import (
    SecretOf,
    UnusableKeyError,
    own_algorithm,
    signing_key,
    single_keys,
    text_secret,
)
from webhook_inspector.signatures.scheme import Key


@dataclass(frozen=True, slots=True)
class Signer:
    """A key that can sign, with the algorithm that it signs by."""

    algorithm: str
    key_id: str
    sign: Callable[[bytes], bytes]


def signer(scheme: str, keys: Sequence[Key], algorithms: Sequence[str], secret_of: SecretOf = text_secret) -> Signer:
    """From the first of the keys that can sign by one of the algorithms. Raises KnownError `cannot-sign`."""
    for _label, key in single_keys(keys):
        try:
            loaded = signing_key(key, secret_of)
        except UnusableKeyError:
            continue
        name = next((name for name in algorithms if suits(name, loaded) and own_algorithm(key) in {"", name}), None)
        if name is not None and (isinstance(loaded, bytes) or hasattr(loaded, "sign")):
            return Signer(name, key.id, _signs(scheme, name, loaded))
    raise cannot_sign(scheme, f"it takes a secret or a private key for {' or '.join(algorithms)}")


def _signs(scheme: str, name: str, loaded: object) -> Callable[[bytes], bytes]:
    def sign(content: bytes) -> bytes:
        try:
            return made(name, loaded, content)
        except ValueError as fault:  # an RSA key too short for the hash
            raise cannot_sign(scheme, f"the key cannot make a signature by {name}") from fault

    return sign


def cannot_sign(scheme: str, reason: str) -> KnownError:
    return KnownError(Problem.of("cannot-sign", scheme=scheme, reason=reason))


def with_field(fields: Fields, name: bytes, value: bytes) -> Fields:
    """The fields with one called `name`: in the place, and with the spelling, of the first that there was; at the end where there was none."""
    wanted = name.lower()
    places = [place for place, (key, _value) in enumerate(fields) if key.lower() == wanted]
    if not places:
        return (*fields, (name, value))
    return tuple(
        (key, value) if place == places[0] else (key, old)
        for place, (key, old) in enumerate(fields)
        if place not in places[1:]
    )


def without_field(fields: Fields, name: bytes) -> Fields:
    return tuple(field for field in fields if field[0].lower() != name.lower())
