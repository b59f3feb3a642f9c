"""Signatures computed past the scheme: what a secret and the signed content give by another hash, or with another form of the key."""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass, replace

from webhook_inspector.core.verdict import Status, Step, Verdict
from webhook_inspector.doctor.patient import Patient, name_of
from webhook_inspector.signatures.encodings import from_base64, from_base64url, from_hex
from webhook_inspector.signatures.scheme import Key

SIZES: dict[int, str] = {16: "md5", 20: "sha1", 32: "sha256", 48: "sha384", 64: "sha512"}
"""The hash by the size of its digest, in bytes."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature of the request, as bytes."""

    text: str
    raw: bytes
    hash: str


def signed_of(patient: Patient) -> Iterator[Signed]:
    """Each signature of the request that has the size of a known hash, and is not merely another text of the right one."""
    if any(step.name == "digest" and step.holds for step in patient.verdict.steps):
        return
    right = {raw_of(text) for text in _expected(patient)}
    for text in patient.signature_texts:
        raw = raw_of(text)
        if len(raw) in SIZES and raw not in right:
            yield Signed(text, raw, SIZES[len(raw)])


def _expected(patient: Patient) -> list[str]:
    """What the scheme would have taken, for each key."""
    return [
        text for step in patient.verdict.steps if step.name == "digest" for text in step.expected.split(", ") if text
    ]


def raw_of(text: str) -> bytes:
    """The bytes behind hex, base64 or base64url; empty where it is none of them, or where the text could be two of them."""
    plain = text.encode("utf-8", "surrogatepass")
    found = (decode(plain) for decode in (from_hex, from_base64, from_base64url))
    return next((raw for raw in found if raw is not None and len(raw) in SIZES), b"")


def expected_hash(patient: Patient) -> str:
    """The hash that the scheme uses, by the size of what it expected; empty where it did not come so far."""
    return next((SIZES.get(len(raw_of(text)), "") for text in _expected(patient)), "")


def secrets_of(patient: Patient) -> Iterator[tuple[str, Key]]:
    """The shared secrets that were tried, each with its name."""
    for place, key in enumerate(patient.case.keys):
        if key.kind in {"secret", "token"} and key.value:
            yield name_of(key, place), key


def fits(signed: Signed, raw_key: bytes, content: bytes) -> bool:
    return bool(raw_key) and hmac.compare_digest(hmac.digest(raw_key, content, signed.hash), signed.raw)


def proof(patient: Patient, label: str, fact: str, signed: Signed, content: bytes) -> Verdict:
    """The verdict that the request would have if the scheme computed its signature so."""
    kept = tuple(step for step in patient.verdict.steps if step.name not in {"digest", "format"})
    step = Step("digest", True, fact, signed.text, signed.text)
    return replace(patient.verdict, status=Status.VALID, steps=(*kept, step), signed_content=content, key_label=label)
