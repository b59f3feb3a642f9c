"""A list to choose from that is searched by typing any part of a title. Each title stands for a key."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

WIDTH = 24
"""Characters that it asks for; it takes more where there is room."""


class ChoiceBox(QComboBox):
    chosen = Signal(str)
    """The key of another title."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self._line.setAccessibleName(name)
        self._line.editingFinished.connect(self._settle)
        self.currentIndexChanged.connect(lambda _index: self.chosen.emit(self.key()))

    def fill(self, choices: Iterable[tuple[str, str]]) -> None:
        """Keys with their titles, in order. The first one is chosen, and nothing is said about it."""
        before = self.blockSignals(True)
        self.clear()
        for key, title in choices:
            self.addItem(title, key)
        self.setCurrentIndex(0)
        self.blockSignals(before)

    def key(self) -> str:
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """A key that is not in the list, of another version say, gets a line of its own."""
        at = self.findData(key)
        if at < 0:
            self.addItem(key, key)
            at = self.count() - 1
        self.setCurrentIndex(at)
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to what scrolls around it, unless it has been entered."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _settle(self) -> None:
        """What was typed and is no title goes; the choice stays."""
        chosen = self.itemText(self.currentIndex())
        if self.currentText() != chosen:
            self.setEditText(chosen)
        self._line.setCursorPosition(0)
