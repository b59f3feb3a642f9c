"""JSON as a tree: what is not opened costs nothing, and every value stands as it came."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTreeView, QWidget

from webhook_inspector.bodies.jsonpath import Steps, name_of
from webhook_inspector.bodies.jsontree import JsonTree
from webhook_inspector.ui.copy_key import takes_key
from webhook_inspector.ui.json_tree_model import NAME, JsonTreeModel
from webhook_inspector.ui.matches import Matches, Place
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

OPENED = 60
"""Rows that are opened by themselves at most."""
BELOW = 2_000
"""The same on demand: each costs Qt some time."""


class JsonTreeView(QTreeView):
    replaced = Signal()
    """Another text has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = JsonTreeModel(self)
        self.setModel(self._model)
        self.setAccessibleName(translate("Body", "Body as a tree"))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(2 * GRID)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setSectionsMovable(False)
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)

    @property
    def tree(self) -> JsonTree:
        return self._model.tree

    def show_tree(self, tree: JsonTree) -> None:
        """Replaces the tree, and opens as many of its levels as fit."""
        self._model.look(self.palette(), self.font())
        self._model.show(tree)
        self._open_some()
        self.header().resizeSection(NAME, max(self.viewport().width() * 2 // 5, 20 * GRID))
        self.setCurrentIndex(self._model.index(0, 0))
        self.replaced.emit()

    def item(self) -> int:
        """The current one; 0 where there is none."""
        return self._model.item_of(self.currentIndex())

    def steps(self) -> Steps:
        """The path of the current value."""
        return self.tree.steps(self.item())

    def value_text(self) -> str:
        """The current value for the clipboard: of a string what it stands for, else as it came."""
        literal = self.tree.literal(self.item())
        return name_of(literal) if literal.startswith('"') else literal

    def go_to(self, steps: Steps) -> bool:
        """Opens the way to a value; False where there is none of that path."""
        item = self.tree.find(steps, self._top()) if len(self.tree) > 1 else None
        if item is None:
            return False
        self._reveal(item)
        return True

    def places(self, wanted: str) -> Iterator[Place | None]:
        """Values whose name or text holds `wanted`, opened or not: the line of a place is the item."""
        if wanted:
            yield from ((item, 0, 0) if item else None for item in self.tree.search(wanted))

    def selected_text(self) -> str:
        return ""

    def mark(self, matches: Matches, current: int) -> None:
        """Goes to a place; the others are found when it is their turn."""
        if 0 <= current < len(matches):
            self._reveal(matches.places[current][0])

    def select_current(self) -> None:
        """The place that was gone to is the current row already."""

    def place(self) -> tuple[int, int]:
        return self.item(), 0

    def set_code_font(self, font: QFont) -> None:
        self.setFont(font)
        self._model.look(self.palette(), font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._model.look(self.palette(), self.font())
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        return takes_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.value_text())
            return
        if event.key() == Qt.Key.Key_Asterisk:
            self.open_below()  # Qt would open all of it, whatever its size
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, 30 * GRID)

    def open_below(self) -> None:
        """Opens the current value, and in it as many levels as fit."""
        self._open_some(self.item())

    def _top(self) -> int:
        """The value that paths begin at: of several lines the one that the current item is in."""
        item = self.item()
        if not self.tree.by_line or not 0 < item < len(self.tree):
            return 1
        while self.tree.steps(item):
            item = self.tree.parent(item)
        return item

    def _open_some(self, top: int = 0) -> None:
        level, seen = [top], 0
        room = BELOW if top else OPENED
        while level and (seen + sum(map(self.tree.count, level)) <= room or level == [top]):
            for item in level:
                self.expand(self._model.index_of(item))
            level = [self.tree.child(item, row) for item in level for row in range(self.tree.count(item))]
            seen += len(level)

    def _reveal(self, item: int) -> None:
        above = self.tree.parent(item)
        way = []
        while above:
            way.append(above)
            above = self.tree.parent(above)
        for each in reversed(way):
            self.expand(self._model.index_of(each))
        self.setCurrentIndex(self._model.index_of(item))
        self.scrollTo(self._model.index_of(item), QAbstractItemView.ScrollHint.EnsureVisible)
