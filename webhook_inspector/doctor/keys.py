"""Reasons that lie in the secret: another one fits, it was copied with too much or too little, or it is used in another form."""

import re
from collections.abc import Iterator

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.secret import Secret
from webhook_inspector.doctor.corrections import corrections, key_forms, key_texts
from webhook_inspector.doctor.digests import expected_hash, fits, proof, secrets_of, signed_of
from webhook_inspector.doctor.finding import Action, Finding, Remedy
from webhook_inspector.doctor.patient import Patient, name_of
from webhook_inspector.doctor.trial import NO_KEY, Cause, Trial
from webhook_inspector.signatures.keys import key_of
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.signatures.scheme import Key

Tries = Iterator[Trial | Finding | None]

_SHORTENED = re.compile(r"…|\.\.\.|[•*]{3,}")
_PLACEHOLDER = re.compile(
    r"\$\{?\w+\}?|<[^<>]*>|\{\{.*\}\}|(?i:your|my)[-_ ](?i:.*)(?i:secret|key|token)|(?i:change[-_ ]?me)"
)


def other_secrets(patient: Patient) -> Tries:
    """A secret that the user has elsewhere, or that has expired here."""
    row = SCHEMES.get(patient.case.scheme)
    if row is None:
        return
    used = {key.value for key in patient.case.keys}
    for secret in patient.around.secrets:
        if secret.value and secret.value not in used:
            key = key_of(secret.value, row.key_kinds, label=secret.label, key_id=secret.key_id)
            remedy = Remedy(Action.USE_SECRET, source=secret.endpoint, label=secret.label)
            yield Trial(patient.with_key(key), _whose(secret, patient.case.endpoint), remedy)


def _whose(secret: Secret, endpoint: str) -> Problem:
    if secret.endpoint != endpoint:
        return Problem.of("doctor-secret-of-endpoint", endpoint=secret.endpoint, label=secret.label)
    if secret.expires is not None:
        return Problem.of("doctor-secret-expired", label=secret.label, day=secret.expires.isoformat())
    return Problem.of("doctor-secret-unused", label=secret.label)


def mended_secrets(patient: Patient) -> Tries:
    """The configured secrets without what does not belong to them, or with what is missing."""
    for place, key in enumerate(patient.case.keys):
        for code, value in corrections(key.value):
            problem = Problem.of(code, label=name_of(key, place))
            yield Trial(patient.with_value(key, value), problem, _corrected(patient, key, value))


def _corrected(patient: Patient, key: Key, value: str) -> Remedy:
    return Remedy(Action.CORRECT_SECRET, source=patient.case.endpoint, label=key.label, value=value)


def other_forms(patient: Patient) -> Tries:
    """The bytes that the sender makes of the secret are not those that the scheme makes of it."""
    usual, content, texts = expected_hash(patient), patient.verdict.signed_content, tuple(signed_of(patient))
    for label, key in secrets_of(patient):
        for code, raw in key_forms(key.value):
            yield None
            problem = Problem.of(code, label=label)
            match = next((one for one in texts if usual in {"", one.hash} and fits(one, raw, content)), None)
            if match or not texts:  # without a digest to compare with, the scheme itself has to tell
                for text in key_texts(raw, key.value):
                    yield Trial(patient.with_value(key, text), problem, _corrected(patient, key, text))
            if match:  # no text stands for these bytes, so nothing can be configured
                fact = f"the signature fits {label} in another form"
                yield Finding(problem, proof(patient, label, fact, match, content))


def doubtful_secrets(patient: Patient) -> Tries:
    """A secret that cannot be a whole one: nothing can be proven, but it is worth a look."""
    for place, key in enumerate(patient.case.keys):
        label = name_of(key, place)
        if not key.value.strip():
            yield Finding(Problem.of("doctor-secret-empty", label=label), patient.verdict)
        elif _SHORTENED.search(key.value):
            yield Finding(Problem.of("doctor-secret-shortened", label=label), patient.verdict)
        elif _PLACEHOLDER.fullmatch(key.value.strip()):
            yield Finding(Problem.of("doctor-secret-placeholder", label=label), patient.verdict)


KEY_CAUSES = (
    Cause("doctor-tried-other-secrets", other_secrets, NO_KEY),
    Cause("doctor-tried-mended-secrets", mended_secrets),
    Cause("doctor-tried-key-forms", other_forms),
)
DOUBTFUL_KEY_CAUSES = (Cause("doctor-tried-doubtful-secrets", doubtful_secrets),)
