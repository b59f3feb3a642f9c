"""What the editor says in the window's language: what becomes of a header, how a request is signed or broken, how a run went."""

from PySide6.QtCore import QCoreApplication, QLocale

from webhook_inspector.core.delivery import Attempt, Timings
from webhook_inspector.core.text import show
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.drafts.fates import Fate, Line
from webhook_inspector.drafts.outcomes import Progress
from webhook_inspector.drafts.signing import Break, How
from webhook_inspector.ui.texts import number, problem_text, size

translate = QCoreApplication.translate

_FATES = {
    Fate.KEPT: QT_TRANSLATE_NOOP("Editor", "as it is"),
    Fate.UNTICKED: QT_TRANSLATE_NOOP("Editor", "– not sent"),
    Fate.RECOMPUTED: QT_TRANSLATE_NOOP("Editor", "⟳ will be recomputed"),
    Fate.REMOVED: QT_TRANSLATE_NOOP("Editor", "– removed"),
    Fate.SIGNED: QT_TRANSLATE_NOOP("Editor", "⟳ will be replaced"),
    Fate.ADDED: QT_TRANSLATE_NOOP("Editor", "+ added"),
    Fate.BROKEN: QT_TRANSLATE_NOOP("Editor", "! broken on purpose"),
}
_BODIES = {
    Fate.SIGNED: QT_TRANSLATE_NOOP("Editor", "The signature is a part of the body: it will be replaced there."),
    Fate.BROKEN: QT_TRANSLATE_NOOP("Editor", "The body will be changed on purpose after it is signed."),
}
HOWS = {
    How.KEEP: QT_TRANSLATE_NOOP("Editor", "Keep the signature as it is"),
    How.NEW: QT_TRANSLATE_NOOP("Editor", "Sign again now"),
    How.NONE: QT_TRANSLATE_NOOP("Editor", "Without a signature"),
}
BREAKS = {
    Break.NOTHING: QT_TRANSLATE_NOOP("Editor", "Nothing"),
    Break.EXPIRED: QT_TRANSLATE_NOOP("Editor", "Expired: signed long ago"),
    Break.TAMPERED: QT_TRANSLATE_NOOP("Editor", "Tampered: one byte of the body changed"),
    Break.WRONG_SECRET: QT_TRANSLATE_NOOP("Editor", "Signed with a wrong secret"),
    Break.NO_SIGNATURE: QT_TRANSLATE_NOOP("Editor", "Signature missing"),
    Break.OURS_FIRST: QT_TRANSLATE_NOOP("Editor", "Two signatures, the right one first"),
    Break.OURS_LAST: QT_TRANSLATE_NOOP("Editor", "Two signatures, the right one last"),
}
_PROGRESS = {
    Progress.FIRST_PASSED: QT_TRANSLATE_NOOP("Editor", "✓ passed"),
    Progress.FIRST_FAILED: QT_TRANSLATE_NOOP("Editor", "✗ failed"),
    Progress.FIXED: QT_TRANSLATE_NOOP("Editor", "✓ fixed: the run before failed"),
    Progress.REGRESSED: QT_TRANSLATE_NOOP("Editor", "✗ regressed: the run before passed"),
    Progress.STILL_FAILING: QT_TRANSLATE_NOOP("Editor", "✗ still failing"),
    Progress.STILL_PASSING: QT_TRANSLATE_NOOP("Editor", "✓ still passing"),
}
_PHASES = (
    ("dns", QT_TRANSLATE_NOOP("Editor", "Looking up the name")),
    ("connect", QT_TRANSLATE_NOOP("Editor", "Connecting")),
    ("tls", QT_TRANSLATE_NOOP("Editor", "TLS handshake")),
    ("first_byte", QT_TRANSLATE_NOOP("Editor", "Waiting for the first byte")),
)


def fate_text(line: Line) -> str:
    """`⟳ will be recomputed: 127.0.0.1:3000`."""
    words = translate("Editor", _FATES[line.fate])
    changed = line.sent and line.fate not in {Fate.KEPT, Fate.UNTICKED}
    if line.fate is Fate.REMOVED and line.why is not None:
        return f"{words}: {problem_text(line.why)}"
    return f"{words}: {show(line.value)}" if changed else words


def why_text(line: Line) -> str:
    return problem_text(line.why) if line.why else ""


def body_text(fate: Fate) -> str:
    """Empty where it is sent as it is."""
    return translate("Editor", _BODIES[fate]) if fate in _BODIES else ""


def milliseconds(seconds: float) -> str:
    """`84 ms`, or `2.1 s` of what takes longer."""
    if seconds < 1:
        return translate("Editor", "{count} ms").format(count=number(round(seconds * 1000)))
    return translate("Editor", "{count} s").format(count=QLocale().toString(seconds, "f", 1))


def waiting_text(seconds: float) -> str:
    return translate("Editor", "Waiting {count} s…").format(count=QLocale().toString(seconds, "f", 1))


def outcome_text(attempt: Attempt) -> str:
    """`200 OK · 84 ms · 312 bytes`; of one without a response, that it failed."""
    response = attempt.response
    took = milliseconds(attempt.timings.total)
    if response is None:
        return " · ".join((translate("Editor", "No response"), took))
    status = show(response.head.partition(b"\n")[0].strip()).partition(" ")[2] or str(response.status)
    return " · ".join((status, took, size(max(response.body_size, len(response.body)))))


def progress_text(progress: Progress) -> str:
    return translate("Editor", _PROGRESS[progress])


def timing_lines(timings: Timings) -> list[tuple[str, str]]:
    """Each phase that was gone through with what it took, and the sum."""
    found = [(translate("Editor", words), getattr(timings, name)) for name, words in _PHASES]
    lines = [(words, milliseconds(seconds)) for words, seconds in found if seconds is not None]
    return [*lines, (translate("Editor", "Altogether"), milliseconds(timings.total))]
