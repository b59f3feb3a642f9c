"""A table of header fields in groups, a name and a value a row."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from webhook_inspector.core.headers import Field
from webhook_inspector.core.text import show
from webhook_inspector.ui.header_groups import Group
from webhook_inspector.ui.texts import cut, plain_tooltip
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

NAME_WIDTH = 36
"""Characters: the widest that the column of names makes itself."""

_FIELD = Qt.ItemDataRole.UserRole


class HeadersTree(QTreeWidget):
    copy_wanted = Signal()
    """The key for copying was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code_font = self.font()
        self.setAccessibleName(translate("Headers", "Headers"))
        self.setHeaderLabels([translate("Headers", "Name"), translate("Headers", "Value")])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(2 * GRID)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(_Roomy(self))
        self.header().setStretchLastSection(True)
        self.header().setSectionsMovable(False)

    def show_groups(self, groups: Sequence[Group]) -> None:
        self.clear()
        for group in groups:
            self._add(group)
        self._size_names()

    def set_code_font(self, font: QFont) -> None:
        self._code_font = font
        for item in self.items():
            item.setFont(1, font)

    def items(self) -> list[QTreeWidgetItem]:
        """The rows that hold a field, in order."""
        tops = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        children = (top.child(index) for top in tops if top is not None for index in range(top.childCount()))
        return [child for child in children if child is not None]

    def fields(self) -> list[Field]:
        """Those selected, in the order of the table."""
        return [item.data(0, _FIELD) for item in self.items() if item.isSelected()]

    def shows_whole(self, text: str) -> bool:
        """Whether a cell has room for all of this value."""
        room = self.viewport().width() - self.header().sectionSize(0) - 2 * GRID
        return text == cut(text) and QFontMetrics(self._code_font).horizontalAdvance(text) <= room

    def event(self, event: QEvent) -> bool:
        """Takes the key for copying before the window's shortcuts, and before Qt copies the text of one cell."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds and event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.copy_wanted.emit()
            return True
        return super().event(event)

    def _add(self, group: Group) -> None:
        top = QTreeWidgetItem(self, [group.title])
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        bold = QFont(self.font())
        bold.setBold(True)
        top.setFont(0, bold)
        top.setFirstColumnSpanned(True)
        for field in group.fields:
            name, value = show(field[0]), show(field[1])
            item = QTreeWidgetItem(top, [cut(name), cut(value)])
            item.setData(0, _FIELD, field)
            item.setFont(1, self._code_font)
            item.setToolTip(0, plain_tooltip(cut(name, 2000)))
            item.setToolTip(1, plain_tooltip(cut(value, 2000)))
        top.setExpanded(True)

    def _size_names(self) -> None:
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(item.text(0)) for item in self.items()), default=0)
        self.header().resizeSection(0, min(widest + 5 * GRID, NAME_WIDTH * metrics.averageCharWidth()))


class _Roomy(QStyledItemDelegate):
    """Rows with some air; asked for one row only, since all are as high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, GRID)
