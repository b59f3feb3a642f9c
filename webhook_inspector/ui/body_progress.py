"""A line that says how far the formatting of a large body is, and ends it on demand."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate


class BodyProgress(QWidget):
    """Hidden until there is something to say."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel()
        self._cancel = QPushButton(translate("Body", "Cancel"))
        self._cancel.setAccessibleName(translate("Body", "Cancel formatting"))
        self._cancel.setToolTip(translate("Body", "Leave the body as it was sent"))
        self._cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, GRID // 2)
        layout.setSpacing(GRID)
        layout.addWidget(self._words)
        layout.addWidget(self._cancel)
        layout.addStretch(1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; nothing while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, share: float) -> None:
        """`share` of 1 is all of it."""
        self._words.setText(translate("Body", "Formatting… {percent} %").format(percent=int(100 * share)))
        self.show()
