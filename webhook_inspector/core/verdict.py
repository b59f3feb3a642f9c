"""Whether a signature is valid, and each fact that was looked at on the way there."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """The word of a verdict."""

    VALID = "valid"
    INVALID = "invalid"
    EXPIRED = "expired"
    """The signature fits, but its time is too far from the clock."""
    UNSIGNED = "unsigned"
    """The request carries no signature of the scheme."""
    NO_SECRET = "no secret"  # noqa: S105 (a word, not a password)
    UNKNOWN_SCHEME = "unknown scheme"


@dataclass(frozen=True, slots=True)
class Step:
    """One checked fact. `name` is a code (`header`, `format`, `key`, `timestamp`, `content`, `digest` …), the rest is for people."""

    name: str
    holds: bool
    fact: str
    """In plain English: `Stripe-Signature is there`, `the timestamp is 2 s old, the limit is 300 s`. Never a secret."""
    expected: str = ""
    found: str = ""
    """Of the step `timestamp` these two are seconds: the limit and the age. Its fact says them in words."""

    @property
    def compares(self) -> bool:
        """Whether people want to see what was expected beside what was found."""
        return bool(self.expected or self.found) and self.name != "timestamp"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one verification. It is always a value: no input makes `verify` raise."""

    status: Status
    scheme: str
    steps: tuple[Step, ...] = ()
    signed_content: bytes = b""
    """The bytes that the signature covers, as we built them; empty where the scheme signs nothing."""
    key_label: str = ""
    """Which of several keys fits: its label, or its place, `key 2`. Never the key itself."""
