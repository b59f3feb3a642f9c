"""What the pane Signature has worked out on other threads: the verdict, the signed content laid out."""

from collections.abc import Callable
from dataclasses import dataclass

from webhook_inspector.core.capture import Record, State
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.verdict import Status, Verdict
from webhook_inspector.doctor.around import Around
from webhook_inspector.doctor.finding import Diagnosis
from webhook_inspector.judge import case_of
from webhook_inspector.signatures.case import Case
from webhook_inspector.signatures.detection import Confidence
from webhook_inspector.signatures.published import Published, published
from webhook_inspector.ui.content_text import ContentText, lay_out

Diagnose = Callable[[Case, Verdict, Around], Diagnosis]

_ALWAYS = (Status.INVALID, Status.EXPIRED)
_WITH_SECRETS = (Status.NO_SECRET, Status.UNSIGNED, Status.UNKNOWN_SCHEME)
"""They explain themselves; only a secret of another endpoint could tell more."""


@dataclass(frozen=True, slots=True)
class Examined:
    case: Case
    verdict: Verdict
    content: ContentText
    others: tuple[str, ...]
    """Schemes that look the same, where the scheme was only guessed."""
    published: Published | None
    """Where the provider publishes the key for it, if it does."""

    @property
    def lacks_key(self) -> bool:
        return any(step.name == "key" and not step.holds for step in self.verdict.steps)

    @property
    def puzzling(self) -> bool:
        """Whether the verdict does not explain itself."""
        return self.verdict.status is Status.INVALID

    def wants_reason(self, rules: Rules) -> bool:
        """Whether to look for a reason."""
        status = self.verdict.status
        return status in _ALWAYS or (status in _WITH_SECRETS and bool(rules.secrets))


def examine(record: Record, rules: Rules) -> Examined | None:
    """None where it is not a request. It takes the time of one verification: not for the window's thread."""
    if record.capture.state is State.REFUSED:
        return None
    case = case_of(record.capture, rules)
    verdict = case.verdict()
    guessed = case.detected is not None and case.detected.confidence is Confidence.GUESS
    told = bool(rules.endpoint_of(case.endpoint).scheme)
    others = case.detected.others if case.detected is not None and guessed and not told else ()
    return Examined(case, verdict, lay_out(verdict.signed_content), others, published(case.request, case.scheme))
