"""A list of what the user has made and named: two lines for each, and one for that which is just being made."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.theme import GRID

NEW = ""
"""In place of a key: that which is just being made."""

_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    text: str


class NamedList(QListWidget):
    picked = Signal(str)
    """Another one than the current was chosen. The list shows it when `select` says so."""

    def __init__(self, name: str, new: str, parent: QWidget | None = None) -> None:
        """`name` is for screen readers, `new` the text of what is just being made."""
        super().__init__(parent)
        self._new = Entry(NEW, new)
        self._current: str | None = None
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(GRID // 4)
        self.itemSelectionChanged.connect(self._chosen)

    def fill(self, entries: Iterable[Entry], current: str | None) -> None:
        """All entries, and a line for the new one if that is `current`; None: none is selected."""
        before = self.blockSignals(True)
        self.clear()
        for entry in (*entries, self._new) if current == NEW else entries:
            item = QListWidgetItem(entry.text)
            item.setData(_KEY, entry.key)
            self.addItem(item)
        self.blockSignals(before)
        self.select(current)

    def select(self, key: str | None) -> None:
        self._current = key
        before = self.blockSignals(True)
        keys = [self.item(row).data(_KEY) for row in range(self.count())]
        self.setCurrentRow(keys.index(key) if key in keys else -1)
        self.blockSignals(before)

    def _chosen(self) -> None:
        item = self.currentItem()
        key = str(item.data(_KEY)) if item else None
        if key is not None and key != self._current:
            self.select(self._current)
            self.picked.emit(key)


class ListSide(QWidget):
    """The list under its title, with the buttons that make and remove what stands in it."""

    def __init__(self, listed: NamedList, *, title: str, add: str, remove: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = listed
        self.add = QPushButton(add)
        self.remove = QPushButton(remove)
        label = PlainLabel(title)
        label.setBuddy(self.list)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
