"""New private keys to sign samples with, and their public halves in the text form in which a provider would show them."""

import base64
from random import Random
from typing import Any  # cryptography takes long to import, so its types cannot stand here

RSA_BITS = 2048


def new_private_key(algorithm: str, randomness: Random) -> str:
    """PEM of a key for `ed25519`, `ecdsa` (P-256) or `rsa`. One for RSA is made of the system's own randomness, in up to a second."""
    from cryptography.hazmat.primitives import serialization

    pem: bytes = _private_key(algorithm, randomness).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return pem.decode()


def _private_key(algorithm: str, randomness: Random) -> Any:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    match algorithm:
        case "ed25519":
            return ed25519.Ed25519PrivateKey.from_private_bytes(randomness.randbytes(32))
        case "ecdsa":
            return ec.derive_private_key(1 + randomness.getrandbits(255), ec.SECP256R1())
        case _:
            return rsa.generate_private_key(65537, RSA_BITS)


def public_half(private: str, form: str) -> str:
    """The public key of a private one in PEM: as `hex` or `base64` of its bare bytes, as `der` in base64, or as `pem`."""
    from cryptography.hazmat.primitives import serialization

    public = serialization.load_pem_private_key(private.encode(), password=None).public_key()
    if form in {"hex", "base64"}:
        raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return raw.hex() if form == "hex" else base64.b64encode(raw).decode()
    encoding = serialization.Encoding.DER if form == "der" else serialization.Encoding.PEM
    written = public.public_bytes(encoding, serialization.PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(written).decode() if form == "der" else written.decode()
