"""What the pane Body says about a body: its kind, how that was found out, and what was done to it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.kind import Kind, KindName, Reason
from webhook_inspector.core.capture import State
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui.body_content import BodyContent
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.texts import problem_text, size

translate = QCoreApplication.translate

_KINDS = {
    KindName.EMPTY: "",
    KindName.JSON: "JSON",
    KindName.JSON_LINES: QT_TRANSLATE_NOOP("Body", "JSON lines"),
    KindName.XML: "XML",
    KindName.HTML: "HTML",
    KindName.FORM: QT_TRANSLATE_NOOP("Body", "Form"),
    KindName.MULTIPART: "Multipart",
    KindName.JAVASCRIPT: "JavaScript",
    KindName.CSS: "CSS",
    KindName.YAML: "YAML",
    KindName.TEXT: QT_TRANSLATE_NOOP("Body", "Text"),
    KindName.IMAGE: QT_TRANSLATE_NOOP("Body", "Image"),
    KindName.BINARY: QT_TRANSLATE_NOOP("Body", "Binary"),
}

_REASONS = {
    Reason.EMPTY: "",
    Reason.DECLARED: QT_TRANSLATE_NOOP("Body", "By its declared content type."),
    Reason.SNIFFED: QT_TRANSLATE_NOOP("Body", "Guessed from the content."),
}

_VIEWS = {
    View.PRETTY: (QT_TRANSLATE_NOOP("Body", "Pretty"), QT_TRANSLATE_NOOP("Body", "Laid out for reading")),
    View.TREE: (QT_TRANSLATE_NOOP("Body", "Tree"), QT_TRANSLATE_NOOP("Body", "To open level by level")),
    View.ROWS: (QT_TRANSLATE_NOOP("Body", "Rows"), QT_TRANSLATE_NOOP("Body", "One JSON value a line, to open each")),
    View.FORM: (QT_TRANSLATE_NOOP("Body", "Fields"), QT_TRANSLATE_NOOP("Body", "The fields of the form in a table")),
    View.PARTS: (QT_TRANSLATE_NOOP("Body", "Parts"), QT_TRANSLATE_NOOP("Body", "The parts one by one")),
    View.TOKENS: (QT_TRANSLATE_NOOP("Body", "Tokens"), QT_TRANSLATE_NOOP("Body", "JSON Web Tokens, decoded")),
    View.IMAGE: (QT_TRANSLATE_NOOP("Body", "Picture"), QT_TRANSLATE_NOOP("Body", "A preview of the picture")),
    View.RAW: (QT_TRANSLATE_NOOP("Body", "Raw"), QT_TRANSLATE_NOOP("Body", "As it was sent, decompressed")),
    View.HEX: (QT_TRANSLATE_NOOP("Body", "Hex"), QT_TRANSLATE_NOOP("Body", "The bytes in hexadecimal")),
}

LARGE = 2 * 2**20
"""Bytes from which on a body is called large."""

_CALM = frozenset({"coding-undone", "charset-mark", "body-part-shown", "body-token-unverified"})
"""Remarks that tell of nothing wrong."""


def kind_text(kind: Kind) -> str:
    """`JSON · UTF-8`."""
    name = _KINDS[kind.name]
    words = translate("Body", name) if name else ""
    return " · ".join(part for part in (words, kind.charset.upper()) if part)


def view_words(view: View) -> tuple[str, str]:
    """The name of a view, and what it shows."""
    name, purpose = _VIEWS[view]
    return translate("Body", name), translate("Body", purpose)


def charset_text(charset: str) -> str:
    """`LATIN-1` is better known than Python's name for it."""
    return {"iso8859-1": "LATIN-1", "cp1252": "WINDOWS-1252", "cp1251": "WINDOWS-1251"}.get(charset, charset.upper())


def reason_text(kind: Kind) -> str:
    reason = _REASONS[kind.reason]
    return translate("Body", reason) if reason else ""


def told(remarks: Iterable[Problem]) -> tuple[str, str]:
    """What was done, and what is wrong: a sentence a line each."""
    calm: list[str] = []
    wrong: list[str] = []
    for remark in remarks:
        (calm if remark.code in _CALM else wrong).append(problem_text(remark))
    return "\n".join(calm), "\n".join(wrong)


def large_text(content: BodyContent) -> str:
    """What to say of a body because it is large; empty where it is not."""
    if content.size < LARGE:
        return ""
    large = translate("Body", "Large body: {size}.")
    one_line = translate("Body", "Large body: {size}, one line.")
    words = [(one_line if content.one_line else large).format(size=size(content.size))]
    if content.view is View.PRETTY:
        words.append(translate("Body", "Shown re-indented."))
    return " ".join(words)


def empty_text(loaded: Loaded) -> str:
    """Why there is no body to see; empty where there is one."""
    capture = loaded.record.capture
    if loaded.stored:
        return ""
    if capture.state is State.REFUSED:
        return translate("Body", "This is not a request that can be understood. Raw shows the bytes that came.")
    if capture.body_size:
        return translate("Body", "None of the body arrived.")
    return translate("Body", "This request has no body.")
