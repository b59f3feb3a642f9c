"""A table of names and values that is edited in place: a query, a form, the variables of an environment."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem, QVBoxLayout, QWidget

from webhook_inspector.ui.editor_grid import EditGrid
from webhook_inspector.ui.editor_pairs import Pair
from webhook_inspector.ui.parts import IconButton, separator
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate


class PairsTable(QWidget):
    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[Pair] = []
        self.table = EditGrid((translate("Editor", "Name"), translate("Editor", "Value")))
        self.add = IconButton("plus", translate("Editor", "Add"), worded=True)
        self.remove = IconButton("minus", translate("Editor", "Remove"), worded=True)
        self.table.setAccessibleName(name)
        self._build()
        self.table.itemChanged.connect(self._take)
        self.table.remove_wanted.connect(self._remove)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)

    def pairs(self) -> tuple[Pair, ...]:
        return tuple(self._pairs)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Leaves the table as it is where nothing is different."""
        if [(one.name, one.value) for one in pairs] == [(one.name, one.value) for one in self._pairs]:
            return
        self._pairs = list(pairs)
        before = self.table.blockSignals(True)
        row = self.table.currentRow()
        self.table.setRowCount(len(pairs))
        for place, one in enumerate(pairs):
            for column, text in enumerate((one.name, one.value)):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self.table.setCurrentCell(min(row, len(pairs) - 1), 1)
        self.table.blockSignals(before)

    def set_code_font(self, font: QFont) -> None:
        self.table.set_code_font(font)

    def _take(self, item: QTableWidgetItem) -> None:
        row = item.row()
        name, value = (self.table.item(row, column) for column in (0, 1))
        before = self._pairs[row]
        after = Pair(name.text() if name else "", value.text() if value else "")
        if (after.name, after.value) != (before.name, before.value):
            self._pairs[row] = after
            self.edited.emit()

    def _add(self) -> None:
        self.show_pairs([*self._pairs, Pair("", "")])
        self.table.setCurrentCell(len(self._pairs) - 1, 0)
        self.table.setFocus()
        self.edited.emit()
        self.table.edit(self.table.currentIndex())

    def _remove(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._pairs):
            self.show_pairs([*self._pairs[:row], *self._pairs[row + 1 :]])
            self.edited.emit()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(separator())
        column.addWidget(self.table, 1)
