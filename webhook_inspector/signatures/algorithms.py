"""The signature algorithms by name, each a row: how a key makes a signature of bytes, and whether one fits."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any  # cryptography takes long to import, so its types cannot stand here

HMAC, RSA, RSA_PSS, ECDSA, ED25519 = "hmac", "rsa", "rsa-pss", "ecdsa", "ed25519"


@dataclass(frozen=True, slots=True)
class Algorithm:
    family: str
    digest: str = ""
    """Name for `hashlib`; empty for Ed25519, which has its own."""
    curve: str = ""
    der: bool = False
    """ECDSA only: a DER sequence (X9.62) rather than r and s side by side (IEEE P1363)."""


ALGORITHMS: dict[str, Algorithm] = {
    "hmac-sha1": Algorithm(HMAC, "sha1"),
    "hmac-sha256": Algorithm(HMAC, "sha256"),
    "hmac-sha384": Algorithm(HMAC, "sha384"),
    "hmac-sha512": Algorithm(HMAC, "sha512"),
    "rsa-v1_5-sha1": Algorithm(RSA, "sha1"),
    "rsa-v1_5-sha256": Algorithm(RSA, "sha256"),
    "rsa-v1_5-sha384": Algorithm(RSA, "sha384"),
    "rsa-v1_5-sha512": Algorithm(RSA, "sha512"),
    "rsa-pss-sha256": Algorithm(RSA_PSS, "sha256"),
    "rsa-pss-sha384": Algorithm(RSA_PSS, "sha384"),
    "rsa-pss-sha512": Algorithm(RSA_PSS, "sha512"),
    "ecdsa-p256-sha256": Algorithm(ECDSA, "sha256", "secp256r1"),
    "ecdsa-p384-sha384": Algorithm(ECDSA, "sha384", "secp384r1"),
    "ecdsa-p521-sha512": Algorithm(ECDSA, "sha512", "secp521r1"),
    "ecdsa-p256-sha256-der": Algorithm(ECDSA, "sha256", "secp256r1", der=True),
    "ed25519": Algorithm(ED25519),
}
"""Names of RFC 9421 where it has one."""

JOSE: dict[str, str] = {
    "HS256": "hmac-sha256",
    "HS384": "hmac-sha384",
    "HS512": "hmac-sha512",
    "RS256": "rsa-v1_5-sha256",
    "RS384": "rsa-v1_5-sha384",
    "RS512": "rsa-v1_5-sha512",
    "PS256": "rsa-pss-sha256",
    "PS384": "rsa-pss-sha384",
    "PS512": "rsa-pss-sha512",
    "ES256": "ecdsa-p256-sha256",
    "ES384": "ecdsa-p384-sha384",
    "ES512": "ecdsa-p521-sha512",
    "EdDSA": "ed25519",
}
"""The names that JWT and JWS use (RFC 7518, RFC 8037). `none` is not among them, and never will be."""


def suits(name: str, key: object) -> bool:
    """Whether a loaded key (bytes of a secret, or a public or private key) is of the kind that the algorithm needs."""
    algorithm = ALGORITHMS[name]
    if isinstance(key, bytes):
        return algorithm.family == HMAC
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    match key:
        case rsa.RSAPublicKey() | rsa.RSAPrivateKey():
            return algorithm.family in {RSA, RSA_PSS}
        case ec.EllipticCurvePublicKey() | ec.EllipticCurvePrivateKey():
            return algorithm.family == ECDSA and key.curve.name == algorithm.curve
        case ed25519.Ed25519PublicKey() | ed25519.Ed25519PrivateKey():
            return algorithm.family == ED25519
    return False


def fits(name: str, key: object, content: bytes, signature: bytes) -> bool:
    """Whether `signature` is one of `content` under the secret or the public key, which suits the algorithm."""
    algorithm = ALGORITHMS[name]
    if isinstance(key, bytes):
        return hmac.compare_digest(keyed_digest(name, key, content), signature)
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        _verify(algorithm, key, content, signature)
    except (InvalidSignature, UnsupportedAlgorithm, ValueError):
        return False
    return True


def made(name: str, key: object, content: bytes) -> bytes:
    """The signature of `content` under the secret or the private key. Raises ValueError where the key cannot make one."""
    algorithm = ALGORITHMS[name]
    if isinstance(key, bytes):
        return keyed_digest(name, key, content)
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    match key:
        case rsa.RSAPrivateKey():
            return key.sign(content, _padding(algorithm), _hash(algorithm))
        case ec.EllipticCurvePrivateKey():
            signature = key.sign(content, ec.ECDSA(_hash(algorithm)))
            return signature if algorithm.der else _side_by_side(signature, key.curve.key_size)
        case ed25519.Ed25519PrivateKey():
            return key.sign(content)
    raise ValueError("the key is not a private one")


def keyed_digest(name: str, key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, content, getattr(hashlib, ALGORITHMS[name].digest))


def _verify(algorithm: Algorithm, key: object, content: bytes, signature: bytes) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    match key:
        case rsa.RSAPublicKey():
            key.verify(signature, content, _padding(algorithm), _hash(algorithm))
        case ec.EllipticCurvePublicKey():
            in_der = signature if algorithm.der else _as_der(signature, key.curve.key_size)
            key.verify(in_der, content, ec.ECDSA(_hash(algorithm)))
        case ed25519.Ed25519PublicKey():
            key.verify(signature, content)
        case _:
            raise ValueError("the key is not a public one")


def _hash(algorithm: Algorithm) -> Any:
    from cryptography.hazmat.primitives import hashes

    kinds: dict[str, Any] = {
        "sha1": hashes.SHA1,
        "sha256": hashes.SHA256,
        "sha384": hashes.SHA384,
        "sha512": hashes.SHA512,
    }
    return kinds[algorithm.digest]()


def _padding(algorithm: Algorithm) -> Any:
    from cryptography.hazmat.primitives.asymmetric import padding

    if algorithm.family == RSA:
        return padding.PKCS1v15()
    return padding.PSS(padding.MGF1(_hash(algorithm)), padding.PSS.DIGEST_LENGTH)


def _as_der(signature: bytes, bits: int) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    size = (bits + 7) // 8
    if len(signature) != 2 * size:
        raise ValueError("r and s have the wrong length")
    return encode_dss_signature(int.from_bytes(signature[:size], "big"), int.from_bytes(signature[size:], "big"))


def _side_by_side(signature: bytes, bits: int) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    size = (bits + 7) // 8
    return b"".join(part.to_bytes(size, "big") for part in decode_dss_signature(signature))
