"""Shared secrets for tests, in each form that schemes know, and requests of the vectors to begin with."""

from functools import cache

from tests.vectors.vector import OWN_FILE, Vector, load
from webhook_inspector.core.verdict import Step, Verdict
from webhook_inspector.signatures.scheme import Key

SECRETS: dict[str, tuple[str, str]] = {
    "text": ("whs-dev-7f3a9c", "whs-dev-7f3a9d"),
    "hex": ("a1b2c3d4e5f60718", "a1b2c3d4e5f60719"),
    "base64": ("dGVhbXMtZGV2LTAxMjM0NTY=", "dGVhbXMtZGV2LTAxMjM0NTc="),
    "whsec": ("whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y", "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5z"),
}
"""By key form: a secret and one that differs in a single character. Other forms take text."""


def secret(form: str = "text", number: int = 1, kind: str = "secret", label: str = "") -> Key:
    return Key(kind, SECRETS.get(form, SECRETS["text"])[number - 1], label=label)


def fact(verdict: Verdict, name: str) -> Step:
    """The first step of that name."""
    return next(step for step in verdict.steps if step.name == name)


@cache
def _vectors() -> tuple[Vector, ...]:
    return tuple(load(OWN_FILE))


def vectors() -> tuple[Vector, ...]:
    return _vectors()


def valid_vector(scheme: str) -> Vector:
    """The first vector of the scheme that is valid."""
    return next(vector for vector in _vectors() if vector.scheme == scheme and vector.valid)
