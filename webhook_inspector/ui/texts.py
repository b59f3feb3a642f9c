"""Words and figures as the window shows them: problems in the user's language, numbers and sizes in their locale."""

from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import CONTEXT, SENTENCES, fill

CELL_LIMIT = 300
"""Characters of one table cell; Qt lays out the whole text of a cell on every repaint."""


def problem_text(problem: Problem) -> str:
    """The sentence of a problem, translated first and filled then."""
    english = SENTENCES.get(problem.code, problem.code)
    return fill(QCoreApplication.translate(CONTEXT, english), problem)


def number(value: int) -> str:
    """With the locale's thousands separators: `12,480`."""
    return QLocale().toString(value)


def size(count: int) -> str:
    """Bytes for reading: `3.1 KiB`."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeIecFormat)


def rate(per_second: float) -> str:
    """Captures a second: one decimal below ten, whole numbers above. `'f'` because Qt would write 1.2e+06 otherwise."""
    return QLocale().toString(per_second, "f", 0 if per_second >= 10 else 1)


def cut(text: str, limit: int = CELL_LIMIT) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def plain_tooltip(text: str) -> str:
    """`text` so that a tooltip shows it as it is: Qt takes what looks like HTML for HTML, and would load its images."""
    return f"<span>{escape(text)}</span>" if text else ""
