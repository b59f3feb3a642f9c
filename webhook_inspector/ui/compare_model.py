"""The rows of a comparison for Qt: a glyph, then one column a side, or one for both."""

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from webhook_inspector.compare.inline import GLYPHS
from webhook_inspector.ui.compare_rows import Layout, Shown
from webhook_inspector.ui.compare_words import HEADINGS, KINDS
from webhook_inspector.ui.texts import number

translate = QCoreApplication.translate

GLYPH, LEFT, RIGHT = range(3)

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class CompareModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layout = Layout()
        self.side_by_side = True
        self._titles = ("", "")

    def show_layout(self, layout: Layout, titles: tuple[str, str], *, side_by_side: bool) -> None:
        self.beginResetModel()
        self.layout, self._titles, self.side_by_side = layout, titles, side_by_side
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.layout.rows)

    def columnCount(self, parent: _Index = _NONE) -> int:
        if parent.isValid():
            return 0
        return 3 if self.side_by_side else 2

    def shown_at(self, place: int) -> Shown:
        return self.layout.rows[place]

    def text_at(self, place: int, column: int) -> str | None:
        """None where a side has no line."""
        shown = self.layout.rows[place]
        if shown.row is None:
            return self._words(shown) if column == LEFT else ""
        if column == GLYPH:
            return GLYPHS[shown.row.kind].strip()
        if self.side_by_side:
            return shown.row.left if column == LEFT else shown.row.right
        return shown.row.left if shown.row.right is None else shown.row.right

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(index.row(), index.column()) or ""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == GLYPH:
            row = self.shown_at(index.row()).row
            return "" if row is None else translate("Compare", KINDS[row.kind])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole or section == GLYPH:
            return None
        return self._titles[section - LEFT] if self.side_by_side else " → ".join(self._titles)

    def _words(self, shown: Shown) -> str:
        if shown.heading is not None:
            return translate("Compare", HEADINGS[shown.heading])
        if shown.left_out == 1:
            return translate("Compare", "… 1 line that is the same")
        return translate("Compare", "… {count} lines that are the same").format(count=number(shown.left_out))
