"""The words of a handler check in the window's language: what each variant is, what is expected of it, and the verdict."""

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.drafts.checking import Finding, Outcome, Variant
from webhook_inspector.handler_check import Tried
from webhook_inspector.ui.texts import problem_text

translate = QCoreApplication.translate

VARIANTS: dict[Variant, tuple[str, str]] = {
    Variant.VALID: (QT_TRANSLATE_NOOP("Check", "Valid"), QT_TRANSLATE_NOOP("Check", "signed as it should be")),
    Variant.EXPIRED: (QT_TRANSLATE_NOOP("Check", "Too old"), QT_TRANSLATE_NOOP("Check", "signed long ago")),
    Variant.TAMPERED: (
        QT_TRANSLATE_NOOP("Check", "Tampered"),
        QT_TRANSLATE_NOOP("Check", "body changed after signing"),
    ),
    Variant.WRONG_SECRET: (
        QT_TRANSLATE_NOOP("Check", "Wrong secret"),
        QT_TRANSLATE_NOOP("Check", "signed with another secret"),
    ),
    Variant.NO_SIGNATURE: (QT_TRANSLATE_NOOP("Check", "Not signed"), QT_TRANSLATE_NOOP("Check", "without a signature")),
    Variant.DUPLICATE: (
        QT_TRANSLATE_NOOP("Check", "Duplicate"),
        QT_TRANSLATE_NOOP("Check", "the valid one again, byte for byte"),
    ),
}
"""Title, and what is sent."""

ACCEPTED = frozenset({Variant.VALID, Variant.DUPLICATE})
"""What a handler must accept."""

OUTCOMES: dict[Outcome, tuple[str, str, str]] = {
    Outcome.FINE: ("✓", "ok", QT_TRANSLATE_NOOP("Check", "right")),
    Outcome.WRONG: ("✗", "fail", QT_TRANSLATE_NOOP("Check", "wrong")),
    Outcome.OPEN: ("!", "warn", QT_TRANSLATE_NOOP("Check", "open")),
}
"""Glyph, the colour of the theme for it, word."""


def title(variant: Variant) -> str:
    return translate("Check", VARIANTS[variant][0])


def what_is_sent(variant: Variant) -> str:
    return translate("Check", VARIANTS[variant][1])


def expected(variant: Variant) -> str:
    """The class of status that is right."""
    return translate("Check", "2xx, accepted") if variant in ACCEPTED else translate("Check", "4xx, refused")


def answered(tried: Tried | None) -> str:
    """`401 · 12 ms`; that there was no answer; nothing while there is none yet."""
    if tried is None:
        return ""
    took = translate("Check", "{count} ms").format(count=round(tried.attempt.timings.total * 1000))
    response = tried.attempt.response
    word = translate("Check", "no answer") if response is None else str(response.status)
    return f"{word} · {took}"


def verdict(finding: Finding) -> str:
    glyph, _tone, word = OUTCOMES[finding.outcome]
    return f"{glyph} {translate('Check', word)}"


def told(finding: Finding, tried: Tried | None) -> str:
    """In the language of the window, the reason why there was no answer, too."""
    problem, missing = finding.told, tried.attempt.problem if tried else None
    if missing is not None and "reason" in dict(problem.particulars):
        problem = Problem.of(problem.code, **{**dict(problem.particulars), "reason": problem_text(missing)})
    return visible(problem_text(problem))
