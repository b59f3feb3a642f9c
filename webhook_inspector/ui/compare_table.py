"""The table of a comparison: both sides scroll as one, since they are the columns of one table, also sideways."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QScrollBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.ui.compare_delegate import CompareDelegate
from webhook_inspector.ui.compare_model import GLYPH, CompareModel, translate
from webhook_inspector.ui.compare_rows import Layout, Shown, copyable
from webhook_inspector.ui.texts import cut
from webhook_inspector.ui.theme import GRID


class CompareTable(QWidget):
    ignore_wanted = Signal(str)
    """A pattern that the user wants to ignore from now on."""
    copy_wanted = Signal(str)
    """The text of the selected rows."""
    moved = Signal()
    """Another row is the current one, or other rows are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CompareModel(self)
        self.view = _View(self.model, self)
        self.delegate = CompareDelegate(self.model, self.view)
        self._sideways = QScrollBar(Qt.Orientation.Horizontal)
        self._menu: QMenu | None = None
        self.view.setItemDelegate(self.delegate)
        self.view.asked.connect(self._open_menu)
        self.view.copy_pressed.connect(self._copy)
        self.view.resized.connect(self._measure)
        self.view.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        self._sideways.valueChanged.connect(self._shift)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._sideways)

    def show_layout(self, layout: Layout, titles: tuple[str, str], *, side_by_side: bool) -> None:
        """Goes to the first difference, unless it shows the same place as before."""
        self.model.show_layout(layout, titles, side_by_side=side_by_side)
        self.view.arrange()
        self._measure()
        if layout.stops:
            self._go(layout.stops[0])
        self.moved.emit()

    def place(self) -> tuple[int, int]:
        """Which difference is the current one, from 1 (0: before the first), and how many there are."""
        stops = self.model.layout.stops
        return bisect_right(stops, self._row()), len(stops)

    def step(self, by: int) -> None:
        """To the next difference (1) or the one before (-1), and round again."""
        stops = self.model.layout.stops
        if stops:
            here = self._row()
            at = bisect_right(stops, here) if by > 0 else bisect_left(stops, here) - 1
            self._go(stops[at % len(stops)])

    def text(self) -> str:
        """All that is shown, as text."""
        return copyable(self.model.layout.rows)

    def set_code_font(self, font: QFont) -> None:
        self.view.setFont(font)
        self.view.arrange()
        self._measure()

    def pattern(self) -> str:
        """What to ignore so that the current row counts no longer; empty where nothing can be."""
        row = self._row()
        shown = self.model.shown_at(row) if row >= 0 else Shown()
        return "" if shown.row is None else shown.row.pattern

    def _row(self) -> int:
        return self.view.currentIndex().row()

    def _go(self, row: int) -> None:
        index = self.model.index(row, GLYPH)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _copy(self) -> None:
        chosen = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        self.copy_wanted.emit(copyable([self.model.shown_at(row) for row in chosen]) if chosen else self.text())

    def _open_menu(self, event: QContextMenuEvent) -> None:
        self._menu = QMenu(self)
        pattern = self.pattern()
        if pattern:
            ignore = QAction(
                translate("Compare", "Ignore {name}").format(name=cut(pattern, 60).replace("&", "&&")), self._menu
            )
            ignore.triggered.connect(lambda: self.ignore_wanted.emit(pattern))
            self._menu.addAction(ignore)
        copy = QAction(translate("Compare", "Copy"), self._menu)
        copy.triggered.connect(self._copy)
        self._menu.addAction(copy)
        self._menu.popup(event.globalPos())

    def _measure(self) -> None:
        """The bar moves as far as the longest line is longer than a column."""
        room = self.view.columnWidth(self.model.columnCount() - 1) - 2 * GRID
        widest = self.model.layout.widest * self.view.fontMetrics().horizontalAdvance("0")
        self._sideways.setRange(0, max(0, widest - room))
        self._sideways.setPageStep(max(1, room))
        self._sideways.setSingleStep(4 * self.view.fontMetrics().horizontalAdvance("0"))
        self._sideways.setVisible(widest > room)

    def _shift(self, value: int) -> None:
        self.delegate.offset = value
        self.view.viewport().update()


class _View(QTableView):
    asked = Signal(object)
    """A QContextMenuEvent."""
    copy_pressed = Signal()
    resized = Signal()

    def __init__(self, model: CompareModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(translate("Compare", "Differences"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSelectionModel(QItemSelectionModel(model, self))  # or it asks for the flags of every row

    def arrange(self) -> None:
        """Row height and columns, for the font and the number of columns."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + GRID // 2)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(metrics.averageCharWidth())
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(GLYPH, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(GLYPH, metrics.height() + GRID)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyboardSearch(self, search: str) -> None:
        """Qt would read every row for each letter typed."""

    def event(self, event: QEvent) -> bool:
        """Takes the key for copying before Qt copies the text of one cell."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds and event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.copy_pressed.emit()
            return True
        return super().event(event)
