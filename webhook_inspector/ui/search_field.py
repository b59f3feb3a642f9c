"""The field that searches the captures: waits until the typing rests, and says while a search runs."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from webhook_inspector.ui.icons import icon
from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.theme import GRID

REST_MS = 150
"""After the last key."""
PATIENCE_MS = 200
"""A search that is quicker does not say that it runs."""


class SearchField(QWidget):
    changed = Signal(str)
    """Search for this now."""
    left = Signal()
    """The user is done here: back to the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._edit = QLineEdit()
        self._busy = PlainLabel(self.tr("searching…"))
        self._rest = _timer(self, REST_MS)
        self._patience = _timer(self, PATIENCE_MS)
        self._build()
        self._rest.timeout.connect(self._say)
        self._patience.timeout.connect(self._busy.show)
        self._edit.textChanged.connect(self._typed)
        self._edit.returnPressed.connect(self._finish)

    def text(self) -> str:
        return self._edit.text()

    def clear(self) -> None:
        self._edit.clear()
        self._say()

    def enter(self) -> None:
        """Gives it the keyboard."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def show_searching(self, on: bool) -> None:  # noqa: FBT001 (a slot of `searching`)
        if not on:
            self._patience.stop()
            self._busy.hide()
        elif not self._busy.isVisible() and not self._patience.isActive():
            self._patience.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._glass.setIcon(icon("search", self.palette()))

    def _build(self) -> None:
        self._edit.setAccessibleName(self.tr("Search captures"))
        self._edit.setPlaceholderText(self.tr("Search captures"))
        self._edit.setToolTip(
            self.tr('Words anywhere in address, headers or body; "quotes" keep blanks. (Ctrl+Shift+F)')
        )
        self._edit.setClearButtonEnabled(True)
        self._edit.setMaxLength(1000)
        self._glass = self._edit.addAction(icon("search", self.palette()), QLineEdit.ActionPosition.LeadingPosition)
        self._glass.setText(self.tr("Search captures"))
        keep = self._busy.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(keep)
        self._busy.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._busy)
        row.addWidget(self._edit, 1)

    def _typed(self) -> None:
        self._rest.start()

    def _say(self) -> None:
        self._rest.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.changed.emit(self._said)

    def _finish(self) -> None:
        self._say()
        self.left.emit()


def _timer(parent: QWidget, interval: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    return timer
