"""One piece of key material, as a scheme takes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """In the text form in which the provider shows it. Its repr shows nothing of it."""

    kind: str
    """`secret`, `token`, `basic`, `public_key`, `public_key_pem`, `certificate_pem`, `jwk`, or to sign: `private_key_pem`."""
    value: str
    """The text; a `jwk` as JSON."""
    id: str = ""
    """Key id, or the URL of a certificate, where the scheme names its key."""
    alg: str = ""
    label: str = ""

    def __repr__(self) -> str:
        return f"Key({self.kind}, {self.label or 'unnamed'})"
