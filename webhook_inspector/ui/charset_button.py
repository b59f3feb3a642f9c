"""Says what a body is and as what it is read, and offers to read it as something else."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from webhook_inspector.bodies.charset import CHARSETS
from webhook_inspector.bodies.kind import Kind
from webhook_inspector.ui.body_words import charset_text, kind_text, reason_text

translate = QCoreApplication.translate


class CharsetButton(QToolButton):
    chosen = Signal()
    """`charset` is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self._actions = QActionGroup(self)
        self.setAccessibleName(translate("Body", "Read the body as"))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for charset in ("", *CHARSETS):
            action = self._menu.addAction(charset_text(charset) or translate("Body", "As declared, or as it fits"))
            action.setData(charset)
            action.setCheckable(True)
            action.setChecked(not charset)
            self._actions.addAction(action)
        self._actions.triggered.connect(lambda _action: self.chosen.emit())
        self.setMenu(self._menu)

    @property
    def charset(self) -> str:
        """Python's name of it; empty: whatever fits."""
        action = self._actions.checkedAction()
        return str(action.data()) if action else ""

    def choose(self, charset: str) -> None:
        for action in self._actions.actions():
            action.setChecked(action.data() == charset)

    def say(self, kind: Kind) -> None:
        self.setText(kind_text(kind))
        chosen = translate("Body", "Read as you have chosen.") if self.charset else reason_text(kind)
        self.setToolTip(chosen)
