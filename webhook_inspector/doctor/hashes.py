"""Another hash than the scheme's, or another content under the same: computed here, as no scheme of the registry need do it."""

from collections.abc import Iterator

from webhook_inspector.core.problem import Problem
from webhook_inspector.doctor.corrections import key_forms
from webhook_inspector.doctor.digests import expected_hash, fits, proof, secrets_of, signed_of
from webhook_inspector.doctor.finding import Finding
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.doctor.trial import Cause

_WORDS = {"md5": "MD5", "sha1": "SHA-1", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}


def other_hashes(patient: Patient) -> Iterator[Finding | None]:
    """The sender uses a hash of another size than the scheme."""
    usual, content = expected_hash(patient), patient.verdict.signed_content or patient.request.body
    for signed in signed_of(patient):
        for label, key in secrets_of(patient):
            for _code, raw in key_forms(key.value):
                yield None
                if signed.hash != usual and fits(signed, raw, content):
                    word = _WORDS[signed.hash]
                    problem = Problem.of("doctor-hash", hash=word, expected=_WORDS.get(usual, "-"))
                    fact = f"HMAC by {word} fits {label}"
                    yield Finding(problem, proof(patient, label, fact, signed, content))


def bare_bodies(patient: Patient) -> Iterator[Finding | None]:
    """The sender signs the body alone, where the scheme signs more than that."""
    body = patient.request.body
    if body == patient.verdict.signed_content:
        return
    for signed in signed_of(patient):
        for label, key in secrets_of(patient):
            for _code, raw in key_forms(key.value):
                yield None
                if fits(signed, raw, body):
                    fact = f"the signature of the body alone fits {label}"
                    yield Finding(Problem.of("doctor-body-alone"), proof(patient, label, fact, signed, body))


HASH_CAUSES = (
    Cause("doctor-tried-hashes", other_hashes),
    Cause("doctor-tried-bare-body", bare_bodies),
)
