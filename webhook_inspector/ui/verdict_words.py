"""The words of the pane Signature: a verdict, a remedy, a proof. Facts of the steps come from `signatures` and stay as they are."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.text import visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.core.verdict import Status, Verdict
from webhook_inspector.doctor.finding import Action, Finding, Remedy
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.ui.examining import Examined

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Word:
    """A verdict's sentence in English with its glyph, and the colour of the theme for both."""

    glyph: str
    tone: str
    sentence: str


WORDS: dict[Status, Word] = {
    Status.VALID: Word("✓", "ok", QT_TRANSLATE_NOOP("Signature", "Signature valid")),
    Status.INVALID: Word("✗", "fail", QT_TRANSLATE_NOOP("Signature", "Signature does not match")),
    Status.EXPIRED: Word("!", "warn", QT_TRANSLATE_NOOP("Signature", "Valid, but too old")),
    Status.UNSIGNED: Word("–", "none", QT_TRANSLATE_NOOP("Signature", "Not signed")),
    Status.NO_SECRET: Word("–", "none", QT_TRANSLATE_NOOP("Signature", "No secret for this endpoint")),
    Status.UNKNOWN_SCHEME: Word("–", "none", QT_TRANSLATE_NOOP("Signature", "Not known how this is signed")),
}

_REMEDIES: dict[Action, str] = {
    Action.USE_SECRET: QT_TRANSLATE_NOOP("Signature", "Use secret “{label}” for {endpoint}"),
    Action.CORRECT_SECRET: QT_TRANSLATE_NOOP("Signature", "Correct the secret “{label}”"),
    Action.SET: QT_TRANSLATE_NOOP("Signature", "Set {name}"),
    Action.USE_SCHEME: QT_TRANSLATE_NOOP("Signature", "Verify as {scheme}"),
}

_PROOFS: dict[Status, str] = {
    Status.VALID: QT_TRANSLATE_NOOP("Signature", "With this change the signature is valid"),
    Status.EXPIRED: QT_TRANSLATE_NOOP("Signature", "With this change the signature fits, but is too old"),
}


def headline(status: Status) -> str:
    """`✗ Signature does not match`."""
    word = WORDS[status]
    return f"{word.glyph} {translate('Signature', word.sentence)}"


def scheme_title(name: str) -> str:
    """`Stripe`, with a mark where the scheme was not read in the provider's own documentation."""
    row = SCHEMES.get(name)
    if row is None:
        return visible(name)
    return (
        row.title
        if row.official
        else translate("Signature", "{scheme} (reported, not official)").format(scheme=row.title)
    )


def detail_text(examined: Examined) -> str:
    """How, with which secret and for which endpoint it was verified; what else it could be."""
    scheme, label = examined.case.scheme, examined.verdict.key_label
    fits = translate("Signature", "with “{label}”").format(label=visible(label)) if label else ""
    endpoint = translate("Signature", "endpoint {path}").format(path=visible(examined.case.endpoint))
    name = translate("Signature", "scheme {name}").format(name=visible(scheme))
    signed = [scheme_title(scheme), name] if scheme else []
    text = " · ".join(part for part in (*signed, fits, endpoint) if part)
    if not examined.others:
        return text
    others = ", ".join(map(scheme_title, examined.others))
    return f"{text}\n" + translate("Signature", "A guess; it could also be: {schemes}").format(schemes=others)


def remedy_text(remedy: Remedy, endpoint: str) -> str:
    """What its button says. A value is never part of it: it may be a secret."""
    scheme = scheme_title(remedy.value) if remedy.action is Action.USE_SCHEME else ""
    return translate("Signature", _REMEDIES[remedy.action]).format(
        label=visible(remedy.label), endpoint=visible(endpoint), name=visible(remedy.name), scheme=scheme
    )


def remedy_detail(remedy: Remedy) -> str:
    """What a setting is set to, for a tooltip; nothing of a secret."""
    return visible(f"{remedy.name} = {remedy.value}") if remedy.action is Action.SET else ""


def proof_text(finding: Finding, before: Status) -> str:
    """What verification says once the reason is taken away; empty where it says the same as `before`."""
    sentence = _PROOFS.get(finding.proof.status)
    if sentence is None or finding.proof.status is before:
        return ""
    fact = _deciding_fact(finding.proof)
    return translate("Signature", sentence) + (f": {fact}." if fact else ".")


def _deciding_fact(verdict: Verdict) -> str:
    name = "timestamp" if verdict.status is Status.EXPIRED else "digest"
    return next((visible(step.fact) for step in reversed(verdict.steps) if step.name == name), "")
