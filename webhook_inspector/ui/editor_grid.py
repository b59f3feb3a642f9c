"""The look and the keys of tables that are edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableWidget, QWidget

from webhook_inspector.ui.theme import GRID


class EditGrid(QTableWidget):
    remove_wanted = Signal()
    """The current row shall go."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(titles), parent)
        self.setHorizontalHeaderLabels(list(titles))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        self.setColumnWidth(0, 24 * self.fontMetrics().averageCharWidth())
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_code_font(self, font: QFont) -> None:
        self.setFont(font)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return edits, as F2 does; Del takes the row away."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.state() != QAbstractItemView.State.EditingState:  # or it is the key that ends the editing
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
