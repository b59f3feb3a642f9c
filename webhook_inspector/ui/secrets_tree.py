"""The rows of the secrets of an endpoint: each named and masked, nothing of it in clear."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from webhook_inspector.core.secret import Secret
from webhook_inspector.core.text import visible
from webhook_inspector.ui.secret_words import end_of, hidden
from webhook_inspector.ui.texts import cut
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_KEY_ID = 3


class SecretsTree(QTreeWidget):
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Endpoints", "Secrets"))
        self.setHeaderLabels(
            [
                translate("Endpoints", "Label"),
                translate("Endpoints", "Secret"),
                translate("Endpoints", "Expires"),
                translate("Endpoints", "Key id"),
            ]
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 14)
        self.header().setMaximumSectionSize(self.fontMetrics().averageCharWidth() * 30)
        self.itemDoubleClicked.connect(self.edit_wanted)

    def show_secrets(self, secrets: Sequence[Secret], today: date, at: int) -> None:
        """The rows anew, with the one at a place selected, or the last one."""
        self.clear()
        for one in secrets:
            texts = (one.label, hidden(one.value), end_of(one.expires, today), one.key_id)
            self.addTopLevelItem(QTreeWidgetItem([cut(visible(text)) for text in texts]))
        self.setColumnHidden(_KEY_ID, not any(one.key_id for one in secrets))
        if secrets:
            self.setCurrentIndex(self.model().index(min(at, len(secrets) - 1), 0))

    def place(self) -> int:
        """Of the selected secret; -1 where none is."""
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def height_of(self, rows: int) -> int:
        return self.header().sizeHint().height() + rows * (self.fontMetrics().height() + GRID // 2) + 2
