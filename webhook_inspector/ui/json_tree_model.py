"""A `JsonTree` as Qt's model: a name and a value a row, made when the row is painted."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPalette

from webhook_inspector.bodies.jsontree import JsonTree, scan
from webhook_inspector.bodies.lines import harmless
from webhook_inspector.ui.texts import cut, number, plain_tooltip
from webhook_inspector.ui.theme import theme_of

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex

_CLOSING = {"{": "}", "[": "]"}
_TOKENS = {'"': "string", "t": "keyword", "f": "keyword", "n": "keyword", "{": "punctuation", "[": "punctuation"}
"""Colour of a value by its first character; every other is a number's, or what stands where one should."""
NAME, VALUE = range(2)


class JsonTreeModel(QAbstractItemModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree = scan("")
        self._palette = QPalette()
        self._font = QFont()

    @property
    def tree(self) -> JsonTree:
        return self._tree

    def show(self, tree: JsonTree) -> None:
        self.beginResetModel()
        self._tree = tree
        self.endResetModel()

    def look(self, palette: QPalette, font: QFont) -> None:
        """The colours and the font of the values."""
        self._palette, self._font = QPalette(palette), font

    def item_of(self, index: Index) -> int:
        """The item of the tree; 0, the whole, for no index."""
        return int(index.internalId()) if index.isValid() else 0

    def index_of(self, item: int, column: int = NAME) -> QModelIndex:
        return self.createIndex(self._tree.row(item), column, item) if item else QModelIndex()

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's own default)
        above = self.item_of(parent)
        if not 0 <= row < self._tree.count(above) or column not in (NAME, VALUE):
            return QModelIndex()
        return self.createIndex(row, column, self._tree.child(above, row))

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has another `parent` that takes nothing
        return self.index_of(self._tree.parent(self.item_of(index))) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return self._tree.count(self.item_of(parent)) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item_of(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(item) if index.column() == NAME else self._value(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self._tree.label(item) if index.column() == NAME else self._tree.literal(item, 2000)
            return plain_tooltip(harmless(cut(text, 2000)))
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colour(item, index.column()))
        return self._font if role == Qt.ItemDataRole.FontRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (translate("Body", "Name"), translate("Body", "Value"))[section]

    def _name(self, item: int) -> str:
        return _line(cut(self._tree.label(item)))

    def _value(self, item: int) -> str:
        opening = self._tree.opening(item)
        if opening:
            return f"{opening} {number(self._tree.size(item))} {_CLOSING[opening]}"
        return _line(cut(self._tree.literal(item, 400)))

    def _colour(self, item: int, column: int) -> str:
        theme = theme_of(self._palette)
        if column == NAME:
            return theme.tokens["key"] if not self._tree.label(item)[:1].isdigit() else theme.muted
        return theme.tokens[_TOKENS.get(self._tree.literal(item, 1), "number")]


def _line(text: str) -> str:
    return harmless(text).replace("\n", "\\n").replace("\t", "\\t")
