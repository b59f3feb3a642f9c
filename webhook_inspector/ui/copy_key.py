"""The key for copying, taken by a view before the window's shortcuts, which may use the same."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_TAKEN = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)


def takes_key(event: QEvent) -> bool:
    """Whether this asks who wants a key that copies or selects all; it is accepted then, and comes as a key press."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    taken = any(event.matches(key) for key in _TAKEN)
    if taken:
        event.accept()
    return taken
