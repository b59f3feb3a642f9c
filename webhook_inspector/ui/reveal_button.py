"""The button that shows a secret, for a short while only."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

REVEAL_MS = 10_000
"""Then it is hidden again by itself."""


class RevealButton(QPushButton):
    """Pressed it says `revealed`; it lets go by itself after a while, and as soon as the keyboard leaves `scope`."""

    revealed = Signal(bool)

    def __init__(self, scope: QWidget) -> None:
        super().__init__(scope)
        self._scope = scope
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REVEAL_MS)
        self._rest.timeout.connect(self.conceal)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = {False: translate("Endpoints", "Revea&l"), True: translate("Endpoints", "Hid&e")}
        self.setText(self._words[False])
        self._measure()
        self.toggled.connect(self._turn)

    def conceal(self) -> None:
        self.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        self.conceal()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.conceal()
        elif event.type() == QEvent.Type.FontChange:
            self._measure()

    def _turn(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        self.setText(self._words[on])
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 (for the type: a button has one)
        if on:
            self._rest.start()
            application.focusChanged.connect(self._focus_moved)
        else:
            self._rest.stop()
            application.focusChanged.disconnect(self._focus_moved)
        self.revealed.emit(on)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not (now is self._scope or self._scope.isAncestorOf(now)):
            self.conceal()

    def _measure(self) -> None:
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in self._words.values())
        self.setMinimumWidth(widest + 4 * GRID)
