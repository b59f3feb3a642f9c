"""The table of captures: follows the newest while at the bottom, and never moves the selection by itself.

It stays quick with a million rows: one row height, a lean delegate, and no question that Qt would ask per row.
"""

from array import array
from bisect import bisect_left
from functools import partial

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from webhook_inspector.core.capture import Row
from webhook_inspector.core.order import Order
from webhook_inspector.ui.captures_model import TIME, CapturesModel, spans
from webhook_inspector.ui.cell_delegate import CellDelegate
from webhook_inspector.ui.columns import COLUMNS, Column
from webhook_inspector.ui.new_below import NewBelow
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.time_format import TIME_FORMATS

_LETTERS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}
MOST_CHOSEN = 10_000
"""Selected rows that stay selected when another list comes."""
_CursorAction = QAbstractItemView.CursorAction
_MOVES = {_CursorAction.MoveHome: 0, _CursorAction.MoveEnd: -1}


class CapturesView(QTableView):
    shown_changed = Signal(object)
    """`shown_id` is another one."""
    counted = Signal()
    """Another number of rows is selected."""
    follow_changed = Signal(bool)
    tries_toggled = Signal(object)
    """The further tries of a delivery shall be shown under its first, or hidden: the id of the first."""

    def __init__(self, model: CapturesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._captures = model
        self._delegate = CellDelegate(model, self)
        self._following = True
        self._arranging = False
        self._anchor = 0
        self._character = 0
        """Width of one in the font of the rows; 0 before it was measured."""
        self._shown: int | None = None
        self._picked: int | None = None
        """The capture that was selected last, alone."""
        self._order: Order | None = None
        """Of the rows that were shown last."""
        self._followed = True
        """Whether the end is to be followed when the rows are in the order of arrival again."""
        self._left = 0
        """And what was on top then."""
        self._chosen: array[int] = array("q")
        """What is selected, while another list comes."""
        self._clock = QTimer(self)
        """Runs while times are shown that grow old."""
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self.menu: QMenu | None = None
        """What a right click opens."""
        self.setAccessibleName(self.tr("Captures"))
        self._set_up()
        self._new_below = NewBelow(self)
        self._new_below.clicked.connect(self.follow)
        self._connect()

    # following

    @property
    def following(self) -> bool:
        return self._following

    def follow(self) -> None:
        """To the newest row, and stay there. Where the rows have another order: to the last."""
        self._set_following(True)
        self.scrollToBottom()

    def set_following(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        if on and self._captures.order is not None:
            self._followed = True
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        elif on:
            self.follow()
        else:
            self._set_following(False)

    # the selection

    def selected_ids(self) -> "array[int]":
        """In the order of the table. Read by ranges: a million rows are a few of them."""
        spans = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        ids: array[int] = array("q")
        for top, bottom in spans:
            ids.extend(self._captures.ids[top : bottom + 1])
        return ids

    def selected_count(self) -> int:
        return sum(part.height() for part in self.selectionModel().selection().toList())

    def shown_id(self) -> int | None:
        """The capture that the details show: the one selected last, else the current one, else the first that is selected.

        A screen reader selects a row without making it the current one.
        """
        selection = self.selectionModel()
        picked = None if self._picked is None else self._captures.row_of(self._picked)
        for row in (picked, self.currentIndex().row()):
            if row is not None and row >= 0 and selection.isSelected(self._captures.index(row, 0)):
                return self._captures.ids[row]
        first = min((part.top() for part in selection.selection().toList()), default=-1)
        return self._captures.ids[first] if first >= 0 else None

    def select_id(self, number: int) -> bool:
        """Makes a capture the current one; False where the list does not hold it."""
        row = self._captures.row_of(number)
        if row is None:
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._captures.index(row, 0), flags.ClearAndSelect | flags.Rows)
        return True

    def shown_row(self) -> Row | None:
        """What the table knows of the capture that the details show."""
        number = self.shown_id()
        place = None if number is None else self._captures.row_of(number)
        cells = None if place is None else self._captures.cells_at(place)
        return None if cells is None else cells.row

    def toggle_tries(self) -> None:
        """Of the delivery that the current capture is a try of."""
        row = self.shown_row()
        if row is not None and (row.first or row.tries > 1):
            self._toggle(row)

    def show_time(self, place: int) -> None:
        """How times are told: by a place in TIME_FORMATS."""
        chosen = TIME_FORMATS[place]
        self._captures.show_time(chosen)
        if chosen.ticks:
            self._clock.start()
        else:
            self._clock.stop()

    # Qt

    def moveCursor(self, action: _CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if not len(self._captures.ids):
            return QModelIndex()
        if action not in _MOVES:
            return super().moveCursor(action, modifiers) if self.currentIndex().isValid() else self._begin(action)
        if action is _CursorAction.MoveEnd:
            self.follow()
        row = _MOVES[action] % len(self._captures.ids)
        return self._captures.index(row, max(self.currentIndex().column(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if plain and self._turns(Qt.Key(event.key())):
            return
        key = _LETTERS.get(Qt.Key(event.key())) if plain else None
        super().keyPressEvent(QKeyEvent(event.type(), key, event.modifiers()) if key else event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.toggle_tries()

    def rowsAboutToBeRemoved(self, parent: QModelIndex | QPersistentModelIndex, first: int, last: int) -> None:
        """Where the row on top goes, the one above it is what was looked at: that which it stands under, mostly."""
        top = self.verticalScrollBar().value()
        self._anchor = self._captures.ids[max(first - 1, 0) if first <= top <= last else top]
        if first <= self.currentIndex().row() <= last:
            self.selectionModel().clearCurrentIndex()  # else Qt takes another one, and scrolls to it
        super().rowsAboutToBeRemoved(parent, first, last)

    def keyboardSearch(self, search: str) -> None:
        """Qt would read every row on the GUI thread for each letter typed; there is a search field for that."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.menu is not None:
            self.menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._new_below.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate.forget()
            self._measure()

    # inside

    def _tick(self) -> None:
        left, width = self.columnViewportPosition(TIME), self.columnWidth(TIME)
        self.viewport().update(left, 0, width, self.viewport().height())

    def _turns(self, key: Qt.Key) -> bool:
        """Right unfolds the further tries, left folds them away, as in any tree. Whether there were any to turn."""
        row = self.shown_row()
        if row is None or (row.tries == 1 and not row.first) or key not in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            return False
        first = row.first or row.id
        unfolded = self._captures.unfolded(first) is not None
        if unfolded == (key is Qt.Key.Key_Right) or self._captures.row_of(first) is None:
            return False
        self._toggle(row)
        return True

    def _toggle(self, row: Row) -> None:
        first = row.first or row.id
        if row.first and self._captures.unfolded(first) is not None:
            self.select_id(first)  # before Qt chooses a row in place of the one that goes
        self.tries_toggled.emit(first)

    def _set_up(self) -> None:
        self.setModel(self._captures)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        # On every paint the header asks the selection about each row of each column: give it one that holds nothing.
        header.setSelectionModel(QItemSelectionModel(self._captures, self))
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(40)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for section, column in enumerate(COLUMNS):
            header.addAction(self._choice(section, column))
        self._measure()

    def _choice(self, section: int, column: Column) -> QAction:
        """Whether a column is shown, for the menu of the header."""
        header = self.horizontalHeader()
        action = QAction(QCoreApplication.translate("Column", column.title), header)
        action.setCheckable(True)
        action.setChecked(column.shown)
        action.setEnabled(bool(column.sample))  # the one that takes the room that is left must stay
        action.toggled.connect(partial(self._show_column, section))
        header.setSectionHidden(section, not column.shown)
        return action

    def _show_column(self, section: int, shown: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        self.horizontalHeader().setSectionHidden(section, not shown)

    def restore_header(self, state: QByteArray) -> None:
        """Order, widths and choice of the columns as they were remembered."""
        header = self.horizontalHeader()
        if header.restoreState(state):
            header.setSortIndicatorClearable(True)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            for section, action in enumerate(header.actions()):
                action.setChecked(not header.isSectionHidden(section))

    def _measure(self) -> None:
        """Rows as high and columns as wide as the font wants; widths that the user has set keep their proportion."""
        metrics, before = QFontMetrics(self.font()), self._character
        self._character = metrics.averageCharWidth()
        self.verticalHeader().setMinimumSectionSize(metrics.height() + 8)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        header = self.horizontalHeader()
        for section, column in enumerate(COLUMNS):
            if not column.sample:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
            elif before:
                header.resizeSection(section, header.sectionSize(section) * self._character // before)
            else:
                sample = metrics.horizontalAdvance(column.sample) + 2 * GRID
                header.resizeSection(section, max(sample, header.sectionSizeHint(section)))

    def _connect(self) -> None:
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._grown)
        self._captures.rowsAboutToBeInserted.connect(self._remember)
        self._captures.rowsInserted.connect(self._inserted)
        self._captures.rowsRemoved.connect(self._arrange)
        self._captures.modelAboutToBeReset.connect(self._remember)
        self._captures.modelAboutToBeReset.connect(self._remember_chosen)
        self._captures.modelReset.connect(self._restore)
        self._captures.aged.connect(self.shown_row)  # so that it is asked for out of sight, too
        selection = self.selectionModel()
        selection.currentRowChanged.connect(self._tell_shown)
        selection.selectionChanged.connect(self._pick)
        selection.selectionChanged.connect(self.counted)

    def _begin(self, action: _CursorAction) -> QModelIndex:
        """Where a key leads while nothing is current. Nowhere by itself: Qt asks for the next when the table gets the focus."""
        if action not in (_CursorAction.MoveUp, _CursorAction.MoveDown):
            return QModelIndex()
        row = len(self._captures.ids) - 1 if self._following else self.verticalScrollBar().value()
        return self._captures.index(row, 0)

    def _scrolled(self, value: int) -> None:
        if not self._arranging:
            self._set_following(value >= self.verticalScrollBar().maximum())

    def _grown(self) -> None:
        if self._following:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _remember(self) -> None:
        top = self.verticalScrollBar().value()
        self._anchor = self._captures.ids[top] if top < len(self._captures.ids) else 0

    def _remember_chosen(self) -> None:
        self._chosen = self.selected_ids() if 1 < self.selected_count() <= MOST_CHOSEN else array("q")

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if first == 0 or not self._captures.is_head(self._captures.ids[last]):
            # Older ones, found later, or further tries: what is looked at stays where it is.
            if first and self._pushes_out(first - 1):
                self._set_following(False)
            self._arrange()
        elif self._following:
            self.scrollToBottom()
        elif len(self._captures.ids) * self.verticalHeader().defaultSectionSize() > self.viewport().height():
            self._new_below.add(last - first + 1)

    def _pushes_out(self, row: int) -> bool:
        """Whether a capture in sight that has just been unfolded would leave it, were the end to stay in sight."""
        captures, top = self._captures, self._captures.row_of(self._anchor)
        if top is None or row < top or not captures.is_head(captures.ids[row]):
            return False
        return (len(captures.ids) - row) * self.verticalHeader().defaultSectionSize() > self.viewport().height()

    def _restore(self) -> None:
        """After another list came: the same capture is the current one if it is there, and what was looked at is in sight."""
        anew = self._captures.anew
        if not anew:
            self._new_below.clear()
        reordered = self._captures.order != self._order
        if reordered:
            self._reorder()
        found = self._shown is not None and self.select_id(self._shown)
        self._choose()
        stays = self._captures.row_of(self._anchor) is not None
        self._arrange()
        moves = self._captures.order is None or not (stays or reordered)
        if found and moves and not (self._following or anew):
            self.scrollTo(self.currentIndex())
        self._tell_shown()
        self.counted.emit()

    def _reorder(self) -> None:
        """Another order begins at its top; that of arrival where it was left."""
        if self._captures.order is None:
            self._set_following(self._followed)
            self._anchor = self._left
        else:
            if self._order is None:
                self._followed, self._left = self._following, self._anchor
            self._set_following(False)
            self._anchor = self._captures.ids[0] if len(self._captures.ids) else 0
        self._order = self._captures.order

    def _choose(self) -> None:
        """Selects what was selected, as far as it is there."""
        rows = sorted(row for row in map(self._captures.row_of, self._chosen) if row is not None)
        if len(rows) < 2:
            return
        selection, last = QItemSelection(), len(COLUMNS) - 1
        for top, bottom in spans(rows):
            selection.select(self._captures.index(top, 0), self._captures.index(bottom, last))
        picked = self._picked
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)
        self._picked = picked

    def _arrange(self) -> None:
        self._arranging = True  # Qt moves the scroll bar by itself here, which is not the user leaving the end
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        place = self._captures.row_of(self._anchor)
        if place is None:
            place = bar.value() if self._captures.order else bisect_left(self._captures.ids, self._anchor)
        bar.setValue(bar.maximum() if self._following else place)
        self._arranging = False

    def _set_following(self, on: bool) -> None:  # noqa: FBT001
        on = on and self._captures.order is None
        if on:
            self._new_below.clear()
        if on != self._following:
            self._following = on
            self.follow_changed.emit(on)

    def _pick(self, selected: QItemSelection) -> None:
        parts = selected.toList()
        if len(parts) == 1 and parts[0].top() == parts[0].bottom():
            self._picked = self._captures.ids[parts[0].top()]
        self._tell_shown()

    def _tell_shown(self) -> None:
        number = self.shown_id()
        if number != self._shown:
            self._shown = number
            self.shown_changed.emit(number)
