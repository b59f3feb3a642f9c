"""Whether a certificate is one to be trusted: whose it is, when it is in force, and whether its chain leads to a known authority."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from webhook_inspector.core.text import visible
from webhook_inspector.signatures.publickeys import UnusableKeyError

CHAIN = 8
"""Certificates of an answer that are looked at; real chains have two to four."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose certificate it must be."""

    title: str
    names: re.Pattern[str]


def check_certificate(text: str, owner: Owner, at: float) -> None:
    """Raises UnusableKeyError unless the certificate (PEM) is the owner's and in force."""
    certificate = _certificates(text.strip().encode("utf-8", "surrogatepass"))[0]
    _name_in(certificate, owner)
    _check_time(certificate, at)


def trusted_leaf(answer: bytes, owner: Owner, at: float | None, roots: Sequence[bytes]) -> str:
    """The owner's certificate, as PEM, from what was fetched. Raises UnusableKeyError where it is not to be trusted.

    It must have been in force at `at`. Where further certificates come along and there are `roots` (DER), they must lead
    to one of them; a certificate that comes alone has no chain to follow, and rests on the TLS by which it came.
    """
    from cryptography.hazmat.primitives.serialization import Encoding

    found = _certificates(answer)[:CHAIN]
    leaf = next((one for one in found if any(map(owner.names.fullmatch, _names(one)))), found[0])
    name = _name_in(leaf, owner)
    if at is None:
        raise UnusableKeyError("the request does not say when it was signed")
    _check_time(leaf, at)
    above = [one for one in found if one is not leaf]
    if above and roots:
        _check_chain(leaf, name, above, at, roots)
    return str(leaf.public_bytes(Encoding.PEM), "ascii")


def _certificates(pem: bytes) -> list[Any]:
    """At least one."""
    from cryptography import x509

    try:
        return x509.load_pem_x509_certificates(pem)
    except (ValueError, x509.InvalidVersion) as fault:
        raise UnusableKeyError("it is not a certificate") from fault


def _names(certificate: Any) -> list[str]:
    """The common names, then the DNS names; none where they cannot be read."""
    from cryptography import x509

    try:
        common = [str(name.value) for name in certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)]
    except ValueError:
        return []
    try:
        other = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        return list(dict.fromkeys([*common, *other.get_values_for_type(x509.DNSName)]))
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension, x509.UnsupportedGeneralNameType):
        return common


def _name_in(certificate: Any, owner: Owner) -> str:
    """The name by which it is the owner's. Raises UnusableKeyError where there is none."""
    names = _names(certificate)
    found = next(filter(owner.names.fullmatch, names), None)
    if found is None:
        raise UnusableKeyError(f"the certificate is of {visible(', '.join(names)) or 'nobody'}, not of {owner.title}")
    return found


def _check_time(certificate: Any, at: float) -> None:
    try:
        start, end = certificate.not_valid_before_utc.timestamp(), certificate.not_valid_after_utc.timestamp()
    except ValueError as fault:
        raise UnusableKeyError("it is not a certificate") from fault
    if not start <= at <= end:
        raise UnusableKeyError("the certificate was not in force at that time")


def _check_chain(leaf: Any, name: str, above: Sequence[Any], at: float, roots: Sequence[bytes]) -> None:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.x509 import DNSName, UnsupportedGeneralNameType
    from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

    try:
        anchors = _anchors(above, roots)
        builder = PolicyBuilder().store(Store(anchors)).time(datetime.fromtimestamp(at, UTC))
        builder.build_server_verifier(DNSName(name)).verify(leaf, list(above))
    except (ValueError, UnsupportedAlgorithm, UnsupportedGeneralNameType, VerificationError) as fault:
        raise UnusableKeyError("its chain does not lead to a certificate authority that this system trusts") from fault


def _anchors(above: Sequence[Any], roots: Sequence[bytes]) -> list[Any]:
    """The roots that the chain can end in, found without reading each of the 150 that a system has."""
    from cryptography import x509

    wanted = {name.public_bytes() for one in above for name in (one.issuer, one.subject)}
    return [x509.load_der_x509_certificate(root) for root in roots if any(name in root for name in wanted)]
