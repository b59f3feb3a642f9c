"""The list at the left: a click searches for what a line stands for, a second one for everything again. It knows no history."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QListView, QMenu, QWidget

from webhook_inspector.ui.sidebar_delegate import LINE, SidebarDelegate
from webhook_inspector.ui.sidebar_line import Kind, Line
from webhook_inspector.ui.texts import number, plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

translate = QCoreApplication.translate


class Sidebar(QListView):
    picked = Signal(str)
    """Search for this now; empty: for everything."""
    edit_wanted = Signal(str)
    """The saved filter of this name is to be changed."""
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self._filter = ""
        self.menu = QMenu(self)
        """Of a saved filter."""
        self.setModel(self._lines)
        self.setItemDelegate(SidebarDelegate(self))
        self.setAccessibleName(translate("Sidebar", "Endpoints, providers and saved filters"))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)  # it shows the filter, not where the mouse was
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.clicked.connect(self._pick)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """The keyboard stays at the line where it is, as long as that is there."""
        before = self.line_at(self.currentIndex().row())
        if self._lines.put(tuple(lines)):
            if before is not None:
                self.setCurrentIndex(self._lines.place_of(before.kind, before.text))
            self._show_filter()

    def mark(self, text: str) -> None:
        """The filter that is searched for."""
        self._filter = text
        self._show_filter()

    def enter(self) -> None:
        """Gives it the keyboard, at the line of the filter."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        marked = self.selectionModel().selectedIndexes()
        if marked:
            self.setCurrentIndex(marked[0])

    def lines(self) -> tuple[Line, ...]:
        return self._lines.lines

    def line_at(self, row: int) -> Line | None:
        return self._lines.lines[row] if 0 <= row < len(self._lines.lines) else None

    def marked(self) -> list[str]:
        """The texts of the lines that stand for the filter."""
        return [self._lines.lines[index.row()].text for index in self.selectionModel().selectedIndexes()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PICKS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        line = self.line_at(index.row())
        if line is None or line.kind is not Kind.SAVED:
            return
        name = line.text
        self.menu.clear()
        edit = self.menu.addAction(translate("Sidebar", "&Name, filter, colour and key…"))
        edit.triggered.connect(lambda: self.edit_wanted.emit(name))
        remove = self.menu.addAction(translate("Sidebar", "&Remove"))
        remove.triggered.connect(lambda: self.remove_wanted.emit(name))
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self.menu.popup(at)

    def _pick(self, index: QModelIndex) -> None:
        line = self.line_at(index.row())
        if line is not None and line.can_be_picked:
            self.picked.emit("" if line.filter == self._filter else line.filter)

    def _show_filter(self) -> None:
        selection, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        for row, line in enumerate(self._lines.lines):
            if line.can_be_picked and line.filter == self._filter:
                selection.select(self._lines.index(row), flags.Select)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def put(self, lines: tuple[Line, ...]) -> bool:
        """Whether there are others than before, and not only other counts."""
        same = [_place(line) for line in lines] == [_place(line) for line in self.lines]
        if lines == self.lines:
            return False
        if same:
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return False
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()
        return True

    def place_of(self, kind: Kind, text: str) -> QModelIndex:
        for row, line in enumerate(self.lines):
            if (line.kind, line.text) == (kind, text):
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self.lines[index.row()].can_be_picked else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(part for part in (line.text, line.hint) if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = "" if line.count is None else number(line.count)
            return ", ".join(part for part in (line.text, count, line.hint) if part)
        return None


def _place(line: Line) -> tuple[Kind, str, str]:
    return line.kind, line.text, line.filter
