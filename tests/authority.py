"""Certificate authorities for tests: what they issue is trusted by who trusts their root."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat


@dataclass(frozen=True)
class Issued:
    certificate: x509.Certificate
    key: Any

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def issue(self, name: str, at: float, *, key: Any = None, authority: bool = False) -> "Issued":
        return issued(name, at, self, key=key, authority=authority)


def root(at: float, name: str = "Test Root") -> Issued:
    return issued(name, at, None, authority=True)


def issued(name: str, at: float, by: Issued | None, *, key: Any = None, authority: bool = False) -> Issued:
    """In force from a day before `at` until a day after it, as the public web would accept it."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    signer = by.key if by else key
    moment = datetime.fromtimestamp(at, UTC)
    uses = {"content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only"}
    usage = dict.fromkeys([*uses, "decipher_only"], False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .serial_number(x509.random_serial_number())
        .public_key(key.public_key())
        .not_valid_before(moment - timedelta(days=1))
        .not_valid_after(moment + timedelta(days=1))
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(digital_signature=not authority, key_cert_sign=authority, crl_sign=authority, **usage),
            critical=True,
        )
    )
    if not authority:
        names = x509.SubjectAlternativeName([x509.DNSName(name)])
        usage_of_servers = x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.SERVER_AUTH])
        builder = builder.add_extension(names, critical=False).add_extension(usage_of_servers, critical=False)
    return Issued(builder.sign(signer, hashes.SHA256()), key)
