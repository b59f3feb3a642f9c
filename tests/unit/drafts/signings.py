"""For each scheme with a shared secret: a valid request of the vectors to begin with, and how it is signed."""

from tests.shared_secrets import valid_vector
from tests.vectors.vector import Vector
from webhook_inspector.drafts.signing import How, Signing
from webhook_inspector.judge import settings_for
from webhook_inspector.signatures.registry import SCHEMES

SHARED = [
    name for name in SCHEMES if {"secret", "token", "basic"}.intersection(key.kind for key in valid_vector(name).keys)
]
LATER = 30 * 86_400
"""Seconds after the original at which it is signed again."""


def signing_of(vector: Vector) -> Signing:
    return Signing(How.NEW, vector.scheme, vector.keys, settings_for(vector.scheme, None, vector.settings))
