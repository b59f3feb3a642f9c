"""The headers of a draft as a table: ticked or not, name, value, and what is sent of each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from webhook_inspector.core.draft import DraftField
from webhook_inspector.drafts.fates import Line
from webhook_inspector.ui.editor_bulk import bytes_of, text_of
from webhook_inspector.ui.editor_words import fate_text, why_text
from webhook_inspector.ui.texts import cut, plain_tooltip

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex
NAME, VALUE, FATE = range(3)
_NO_FAULTS: Mapping[int, str] = MappingProxyType({})


class HeadersModel(QAbstractTableModel):
    """Below the headers of the draft stand those that are added to it, which cannot be edited."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields: list[DraftField] = []
        self._lines: dict[int, Line] = {}
        self._added: list[Line] = []
        self._faults = _NO_FAULTS

    def show_fields(self, fields: Sequence[DraftField]) -> None:
        self.beginResetModel()
        self.fields = list(fields)
        self._lines, self._added, self._faults = {}, [], _NO_FAULTS
        self.endResetModel()

    def show_lines(self, lines: Sequence[Line], faults: Mapping[int, str] = _NO_FAULTS) -> None:
        """What becomes of each header; faults by their row."""
        self._faults = faults
        self._lines = {line.row: line for line in lines if line.row >= 0}
        added = [line for line in lines if line.row < 0]
        there, wanted = len(self._added), len(added)
        start = len(self.fields)
        if wanted > there:
            self.beginInsertRows(QModelIndex(), start + there, start + wanted - 1)
            self._added = added
            self.endInsertRows()
        elif wanted < there:
            self.beginRemoveRows(QModelIndex(), start + wanted, start + there - 1)
            self._added = added
            self.endRemoveRows()
        self._added = added
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, FATE))

    def add(self, field: DraftField) -> int:
        """At the end; its row."""
        row = len(self.fields)
        self.beginInsertRows(QModelIndex(), row, row)
        self.fields.append(field)
        self.endInsertRows()
        self.edited.emit()
        return row

    def remove(self, row: int) -> None:
        if 0 <= row < len(self.fields):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.fields[row]
            self._lines = {}
            self.endRemoveRows()
            self.edited.emit()

    def move(self, row: int, by: int) -> int:
        """One row up (-1) or down (1); where it is then."""
        there = row + by
        if not (0 <= row < len(self.fields) and 0 <= there < len(self.fields)):
            return row
        self.fields[row], self.fields[there] = self.fields[there], self.fields[row]
        self._lines = {}
        self.dataChanged.emit(self.index(min(row, there), 0), self.index(max(row, there), FATE))
        self.edited.emit()
        return there

    def about(self, row: int) -> str:
        """All that is to be said of a row: what is sent, and why."""
        line = self._line(row) if row >= 0 else None
        fault = self._faults.get(row)
        if fault or line is None:
            return f"✗ {fault}" if fault else ""
        words, why = fate_text(line), why_text(line)
        return words if not why or why in words else f"{words} · {why}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.fields) + len(self._added)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.row() >= len(self.fields) or index.column() == FATE:
            return usual
        ticked = Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else Qt.ItemFlag.NoItemFlags
        return usual | Qt.ItemFlag.ItemIsEditable | ticked

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        own = row < len(self.fields)
        if role == Qt.ItemDataRole.DisplayRole:
            return cut(self._text(row, column).replace("\n", "↵").replace("\r", "↵"))
        if role == Qt.ItemDataRole.EditRole and own:
            return self._text(row, column)
        if role == Qt.ItemDataRole.CheckStateRole and own and column == NAME:
            return Qt.CheckState.Checked if self.fields[row].sent else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            line = self._line(row)
            return plain_tooltip(cut(self._faults.get(row) or (why_text(line) if line else ""), 2000))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = index.row(), index.column()
        if not 0 <= row < len(self.fields):
            return False
        before = self.fields[row]
        if role == Qt.ItemDataRole.CheckStateRole:
            after = replace(before, sent=Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and column == NAME:
            after = replace(before, name=bytes_of(str(value).strip(), before.name))
        elif role == Qt.ItemDataRole.EditRole and column == VALUE:
            after = replace(before, value=bytes_of(str(value), before.value))
        else:
            return False
        if after != before:
            self.fields[row] = after
            self.dataChanged.emit(self.index(row, 0), self.index(row, FATE))
            self.edited.emit()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        words = translate("Editor", "Name"), translate("Editor", "Value"), translate("Editor", "What is sent")
        return words[section]

    def _line(self, row: int) -> Line | None:
        own = len(self.fields)
        if row < own:
            return self._lines.get(row)
        return self._added[row - own] if row - own < len(self._added) else None

    def _text(self, row: int, column: int) -> str:
        line = self._line(row)
        if column == FATE:
            fault = self._faults.get(row)
            return f"✗ {fault}" if fault else fate_text(line) if line else ""
        if row < len(self.fields):
            return text_of(self.fields[row].name if column == NAME else self.fields[row].value)
        return text_of(line.name) if line and column == NAME else ""
