"""The key for copying, taken by a view before the window's shortcuts, which may use the same."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

_TAKEN = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)


def takes_key(event: QEvent) -> bool:
    """Whether this asks who wants a key that copies or selects all; it is accepted then, and comes as a key press."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    taken = any(event.matches(key) for key in _TAKEN)
    if taken:
        event.accept()
    return taken


def copies_all(edit: QPlainTextEdit | QTextEdit, event: QKeyEvent) -> bool:
    """Copies all of a text in which nothing is selected, where the key asks for a copy; whether it did."""
    if not event.matches(QKeySequence.StandardKey.Copy) or edit.textCursor().hasSelection():
        return False
    QApplication.clipboard().setText(edit.toPlainText())
    return True
