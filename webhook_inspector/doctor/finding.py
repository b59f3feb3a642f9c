"""What the doctor finds: one sentence with its proof, and what can be done about it at once."""

from dataclasses import dataclass
from enum import StrEnum

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.verdict import Verdict


class Action(StrEnum):
    """What a button can do. All of them concern one endpoint."""

    USE_SECRET = "use-secret"  # noqa: S105 (a word, not a password)
    """Give the endpoint the secret `label` of the endpoint `source`, too."""
    CORRECT_SECRET = "correct-secret"  # noqa: S105
    """Write the secret `label` of the endpoint anew, as `value`."""
    SET = "set"
    """Set the scheme's setting `name` of the endpoint to `value`."""
    USE_SCHEME = "use-scheme"
    """Verify the endpoint's requests by the scheme `value`."""


@dataclass(frozen=True, slots=True, repr=False)
class Remedy:
    """Its repr shows no value: it may be a secret."""

    action: Action
    source: str = ""
    label: str = ""
    name: str = ""
    value: str = ""

    def __repr__(self) -> str:
        return f"Remedy({self.action}, {self.source or self.label or self.name})"


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason that explains the verdict."""

    problem: Problem
    """Its code begins with `doctor-`; `core.sentences` has the words: what is wrong, and what to do. No particular is a secret."""
    proof: Verdict
    """What verification says once the reason is taken away: valid, mostly. Its steps are the proof."""
    remedy: Remedy | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    findings: tuple[Finding, ...]
    """The likeliest first; empty where nothing that was tried explains it."""
    tried: tuple[str, ...]
    """Codes of what was looked for, in order, each with a sentence `doctor-tried-…` of its own."""
    complete: bool
    """False where the time was up before everything had been tried."""
