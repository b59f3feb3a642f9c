"""A form's fields, one a row: name, value, and both as they came."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView, QWidget

from webhook_inspector.bodies.form import FormField
from webhook_inspector.ui.copy_key import takes_key
from webhook_inspector.ui.matches import Matches, Place
from webhook_inspector.ui.texts import cut, plain_tooltip
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex


class FormTable(QTableView):
    replaced = Signal()
    """Another form has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Fields(self)
        self.setModel(self._model)
        self.setAccessibleName(translate("Body", "Form fields"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_fields(self, fields: Sequence[FormField]) -> None:
        self._model.show(fields)
        width = self.viewport().width()
        self.setColumnWidth(0, width // 4)
        self.setColumnWidth(1, width * 2 // 5)
        self.setCurrentIndex(self._model.index(0, 1))
        self.replaced.emit()

    def places(self, wanted: str) -> Iterator[Place | None]:
        """Cells that hold a text: the line of a place is the row, the character the column."""
        wanted = wanted.casefold()
        for row, field in enumerate(self._model.fields if wanted else ()):
            for column, text in enumerate(_cells(field)):
                if wanted in text.casefold():
                    yield row, column, column + 1
            if row % 200 == 199:
                yield None

    def selected_text(self) -> str:
        return ""

    def mark(self, matches: Matches, current: int) -> None:
        if 0 <= current < len(matches):
            self.setCurrentIndex(self._model.index(*matches.places[current][:2]))

    def select_current(self) -> None:
        """The cell that was gone to is the current one already."""

    def place(self) -> tuple[int, int]:
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (0, -1)

    def value_text(self) -> str:
        """All of the current cell."""
        index = self.currentIndex()
        return _cells(self._model.fields[index.row()])[index.column()] if index.isValid() else ""

    def set_code_font(self, font: QFont) -> None:
        self.setFont(font)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)

    def event(self, event: QEvent) -> bool:
        return takes_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.value_text())
            return
        super().keyPressEvent(event)


class _Fields(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields: Sequence[FormField] = ()

    def show(self, fields: Sequence[FormField]) -> None:
        self.beginResetModel()
        self.fields = fields
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.fields)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = _cells(self.fields[index.row()])[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cut(text)
        return plain_tooltip(cut(text, 2000)) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (translate("Body", "Name"), translate("Body", "Value"), translate("Body", "As it came"))[section]


def _cells(field: FormField) -> tuple[str, str, str]:
    return field.name, field.value or "", field.raw
