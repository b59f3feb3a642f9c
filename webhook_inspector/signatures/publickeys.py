"""Keys as providers show them (PEM, certificate, JWK, hex, base64, `whpk_…`) made into keys that verify or sign."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from webhook_inspector.signatures.algorithms import JOSE
from webhook_inspector.signatures.encodings import from_base64, from_base64url, from_hex
from webhook_inspector.signatures.scheme import Key

PUBLIC_KINDS = ("public_key", "public_key_pem", "certificate_pem", "jwk", "private_key_pem")
"""Kinds that can verify: a private key holds its public half."""

SecretOf = Callable[[str], bytes]
"""The bytes of a secret that is shown as text. Raises ValueError."""


class UnusableKeyError(ValueError):
    """Key material that is not what it should be. Its words hold nothing of the key."""


def text_secret(text: str) -> bytes:
    """A PEM key is none: whoever knows the public key could sign with it as if it were a secret."""
    if text.lstrip().startswith("-----BEGIN"):
        raise UnusableKeyError("it is a PEM key, not a secret")
    return text.encode("utf-8", "surrogatepass")


def base64_secret(text: str) -> bytes:
    found = from_base64(text_secret(text.strip()))
    if found is None:
        raise UnusableKeyError("it is not base64")
    return found


def single_keys(keys: Sequence[Key]) -> Iterator[tuple[str, Key]]:
    """Each key with the name by which people know it; a JWK set gives one for each of its keys, ids filled in."""
    for place, key in enumerate(keys, 1):
        label = key.label or f"key {place}"
        if key.kind != "jwk":
            yield label, key
            continue
        for jwk in _jwks(key.value):
            yield (
                label,
                replace(key, value=json.dumps(jwk), id=key.id or _text(jwk, "kid"), alg=key.alg or _text(jwk, "alg")),
            )


def own_algorithm(key: Key) -> str:
    """The algorithm that a key is meant for, by our name; empty where it does not say."""
    return JOSE.get(key.alg, key.alg)


def verifying_key(key: Key, secret_of: SecretOf = text_secret) -> object:
    """The bytes of a secret, or a public key. Raises UnusableKeyError."""
    if key.kind == "secret":
        return _filled(secret_of(key.value))
    return _loaded(key, public=True)


def signing_key(key: Key, secret_of: SecretOf = text_secret) -> object:
    """The bytes of a secret, or a private key. Raises UnusableKeyError."""
    return _filled(secret_of(key.value)) if key.kind == "secret" else _loaded(key)


def _filled(secret: bytes) -> bytes:
    if not secret:
        raise UnusableKeyError("it is empty")
    return secret


def _loaded(key: Key, *, public: bool = False) -> Any:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.x509 import InvalidVersion

    try:
        loaded = _from_text(key.kind, key.value.strip())
        return loaded.public_key() if public and hasattr(loaded, "public_key") else loaded
    except UnusableKeyError:
        raise
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as fault:
        raise UnusableKeyError("its content is damaged") from fault
    except (UnsupportedAlgorithm, InvalidVersion) as fault:
        raise UnusableKeyError("it is of an unknown kind") from fault


def _from_text(kind: str, text: str) -> Any:
    if kind == "jwk":
        return _from_jwk(json.loads(text))
    return _from_pem(text.encode("ascii")) if text.startswith("-----BEGIN") else _from_bare(text.encode("ascii"))


def _from_pem(text: bytes) -> Any:
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization

    if text.startswith(b"-----BEGIN CERTIFICATE"):
        return x509.load_pem_x509_certificate(text).public_key()
    if b"PRIVATE KEY-----" in text.partition(b"\n")[0]:
        # The check of an RSA key takes 35 ms, thousands of times what a verification takes; the key is the user's own.
        return serialization.load_pem_private_key(text, password=None, unsafe_skip_rsa_key_validation=True)
    return serialization.load_pem_public_key(text)


def _from_bare(text: bytes) -> Any:
    """A key without PEM's frame: 32 bytes of Ed25519 in hex or base64, DER in base64, or PEM in base64."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ed25519

    if text.startswith(b"whsk_"):  # a seed, which may be followed by the public key
        return ed25519.Ed25519PrivateKey.from_private_bytes((from_base64(text[5:]) or b"")[:32])
    bare = text.removeprefix(b"whpk_")
    raw = from_hex(bare) if len(bare) == 64 else from_base64(b"".join(bare.split()))
    if raw is None:
        raise UnusableKeyError("it is neither PEM, hex nor base64")
    if raw.startswith(b"-----BEGIN"):
        return _from_pem(raw)
    if len(raw) == 32:
        return ed25519.Ed25519PublicKey.from_public_bytes(raw)
    return serialization.load_der_public_key(raw)


def _from_jwk(jwk: dict[str, str]) -> Any:
    """A key of RFC 7517: EC, RSA, OKP with Ed25519, or `oct`, a secret."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    match jwk.get("kty"), jwk.get("crv"):
        case "EC", ("P-256" | "P-384" | "P-521") as name:
            curves: dict[str, Any] = {"P-256": ec.SECP256R1, "P-384": ec.SECP384R1, "P-521": ec.SECP521R1}
            return ec.EllipticCurvePublicNumbers(_number(jwk["x"]), _number(jwk["y"]), curves[name]()).public_key()
        case "RSA", _:
            return rsa.RSAPublicNumbers(_number(jwk["e"]), _number(jwk["n"])).public_key()
        case "OKP", "Ed25519":
            return ed25519.Ed25519PublicKey.from_public_bytes(_octets(jwk["x"]))
        case "oct", _:
            return _filled(_octets(jwk["k"]))
    raise UnusableKeyError("it is a JWK of an unknown kind")


def _octets(text: str) -> bytes:
    found = from_base64url(text.encode("ascii"))
    if found is None:
        raise UnusableKeyError("a member of the JWK is not base64url")
    return found


def _number(text: str) -> int:
    return int.from_bytes(_octets(text), "big")


def _jwks(text: str) -> list[dict[str, Any]]:
    """The keys of a JWK set, or the one of a JWK; junk is one key that cannot be read."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return [{}]
    members = found.get("keys", [found]) if isinstance(found, dict) else [{}]
    return [jwk for jwk in members if isinstance(jwk, dict)] if isinstance(members, list) else [{}]


def _text(jwk: dict[str, Any], name: str) -> str:
    value = jwk.get(name, "")
    return value if isinstance(value, str) else ""
