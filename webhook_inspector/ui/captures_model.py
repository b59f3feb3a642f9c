"""The captures as Qt's table model: a list of ids, and the newest-used rows ready to paint.

The model never reads the history. A row that is painted and not there is asked for with the signal `wanted`; whoever answers
calls `fill`. A million captures are eight megabytes of ids.
"""

import time
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from webhook_inspector.core.order import Order
from webhook_inspector.ui import texts
from webhook_inspector.ui.columns import COLUMNS, Cells, tooltip_of
from webhook_inspector.ui.outline import Outline
from webhook_inspector.ui.places import Places
from webhook_inspector.ui.time_format import TIME_FORMATS, Moment, TimeFormat

PAGE = 200
"""Rows that are fetched together."""
KEPT = 50 * PAGE
"""Rows that are kept ready to paint."""
MANY = 5_000
"""Rows that go one by one; of more the list is made anew."""
MANY_SPANS = 100
TIME = next(place for place, column in enumerate(COLUMNS) if column.key == "time")
ASKED = 3
"""Pages that are asked for at once: a fast scroll passes many that nobody will look at."""

Index = QModelIndex | QPersistentModelIndex


class CapturesModel(QAbstractTableModel):
    """Rows in the order of arrival, the newest last, or in another. Further tries of a delivery may stand under their first."""

    wanted = Signal()
    """Rows are missing: `take_wanted` tells which."""
    order_wanted = Signal(object)
    """The rows shall stand in another Order; None: in that of arrival."""
    aged = Signal()
    """What is kept may be otherwise in the history by now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = Outline(array("q"))
        self.order: Order | None = None
        """Of the rows; None: that of arrival."""
        self.anew = False
        """Whether the list that came last is the one before it, read again."""
        self._time: TimeFormat | None = None
        """Another than the usual one, which the cells hold."""
        self._cells: OrderedDict[int, Cells] = OrderedDict()
        self._old: set[int] = set()
        """Of the cells: those that are painted until newer ones are there."""
        self._pages: dict[int, None] = {}
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self.wanted)

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return COLUMNS[index.column()].alignment
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(index.row(), index.column())
        cells = self.cells_at(index.row())
        if cells is None:
            return ""
        return texts.plain_tooltip(tooltip_of(cells.row, index.column()))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Column", COLUMNS[section].title)
        return COLUMNS[section].alignment if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; by none, which Qt says with a negative one, as they arrived."""
        descending = order is Qt.SortOrder.DescendingOrder
        self.order_wanted.emit(Order(COLUMNS[column].sort, descending) if column >= 0 else None)

    # what the window asks

    @property
    def ids(self) -> Sequence[int]:
        """Not to be changed."""
        return self._ids

    def cells_at(self, row: int) -> Cells | None:
        """What to paint in a row; None while it is being fetched."""
        number = self._ids[row]
        cells = self._cells.get(number)
        if cells is None or number in self._old:
            self._want(row // PAGE)
        if cells is not None:
            self._cells.move_to_end(number)
        return cells

    def text_at(self, row: int, column: int) -> str:
        """Of a cell; empty while it is being fetched."""
        cells = self.cells_at(row)
        return "" if cells is None else self.text_of(cells, row, column)

    def text_of(self, cells: Cells, row: int, column: int) -> str:
        """Likewise, of cells that are known to stand in that row."""
        if column != TIME or self._time is None:
            return cells.texts[column]
        above = self.cells_at(row - 1) if self._time.compares and row else None
        previous = None if above is None else above.row.received_ns
        return self._time.text(Moment(cells.row.received_ns, time.time_ns(), previous))

    def row_of(self, number: int) -> int | None:
        """The row of a capture; None where it is not in the list."""
        return self._ids.row_of(number)

    def is_head(self, number: int) -> bool:
        """Whether a capture stands in the list itself, not under the first try of its delivery."""
        return self._ids.is_head(number)

    def heads(self) -> "array[int]":
        """The list itself, without what is unfolded; a copy."""
        return self._ids.heads()

    def opened(self) -> "dict[int, array[int]]":
        """The captures under which further tries stand, with these."""
        return dict(self._ids.opened())

    def unfolded(self, number: int) -> int | None:
        """How many further tries stand under a capture; None where they are folded away."""
        return self._ids.unfolded(number)

    def kept(self, numbers: Iterable[int]) -> "array[int]":
        """Those that are ready to paint."""
        return array("q", (number for number in numbers if number in self._cells))

    def show_time(self, chosen: TimeFormat) -> None:
        """How the table tells when a capture came."""
        self._time = None if chosen is TIME_FORMATS[0] else chosen
        if len(self._ids):
            self.dataChanged.emit(self.index(0, TIME), self.index(len(self._ids) - 1, TIME))

    # what the feed tells

    def reset(self, ids: "array[int]", cells: Iterable[Cells] = ()) -> None:
        """Another list altogether, in the order of arrival."""
        self.show_outline(Outline(ids), None, cells)

    def show_outline(
        self, outline: Outline, order: Order | None, cells: Iterable[Cells] = (), *, anew: bool = False
    ) -> None:
        """Another list altogether, in any order; or the same, read `anew`."""
        self.anew = anew
        self.beginResetModel()
        self._ids = outline
        self.order = order
        self._pages.clear()
        self._keep(cells)
        self.endResetModel()

    def forget(self) -> None:
        """Another history: no row of the old one may come back."""
        self._cells.clear()
        self._old.clear()
        self.reset(array("q"))

    def age(self) -> None:
        """The history may say something else by now: what is looked at is asked for again, and painted as it is until then."""
        self._old = set(self._cells)
        self.aged.emit()
        if len(self._ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))

    def append(self, ids: "array[int]", cells: Iterable[Cells] = ()) -> None:
        """Newer captures, in the order of arrival; `cells` are the rows of those that will be seen at once."""
        if not ids:
            return
        self._keep(cells)
        self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(ids) - 1)
        self._ids.append(ids)
        self.endInsertRows()

    def prepend(self, ids: "array[int]") -> None:
        """Older captures, found after the newest were shown."""
        if not ids:
            return
        self._pages.clear()
        self.beginInsertRows(QModelIndex(), 0, len(ids) - 1)
        self._ids.prepend(ids)
        self.endInsertRows()

    def unfold(self, number: int, ids: "array[int]", cells: Iterable[Cells] = ()) -> None:
        """Puts the further tries of a delivery under its first, or the newest of them after those that are there."""
        row, there = self.row_of(number), self.unfolded(number) or 0
        if row is None or len(ids) <= there:
            return
        self._keep(cells)
        self._pages.clear()
        self.beginInsertRows(QModelIndex(), row + 1 + there, row + len(ids))
        if there:
            self._ids.fold(number)
        self._ids.unfold(number, ids)
        self.endInsertRows()

    def fold(self, number: int) -> None:
        row, there = self.row_of(number), self.unfolded(number)
        if row is None or there is None:
            return
        self._pages.clear()
        self.beginRemoveRows(QModelIndex(), row + 1, row + there)
        self._ids.fold(number)
        self.endRemoveRows()

    def leave(self, number: int) -> None:
        """A capture turned out to be a further try of another one."""
        self.fold(number)
        row = self.row_of(number)
        if row is None or not self.is_head(number):
            return
        self._pages.clear()
        self.beginRemoveRows(QModelIndex(), row, row)
        self._ids.leave(number)
        self.endRemoveRows()

    def drop(self, numbers: Sequence[int]) -> int:
        """Captures that are gone. What is unfolded around them is folded away. How many rows of the list went."""
        gone, before = set(numbers), len(self._ids.heads())
        for head, under in self._ids.opened():
            if head in gone or not gone.isdisjoint(under):
                self.fold(head)
        self._pages.clear()
        runs = spans(sorted(row for row in map(self.row_of, gone) if row is not None)) if len(gone) <= MANY else []
        if len(gone) > MANY or len(runs) > MANY_SPANS:
            left = array("q", (number for number in self._ids.heads() if number not in gone))
            places = None if self.order is None else Places(left)
            self.show_outline(Outline(left, places), self.order)
        else:
            for first, last in reversed(runs):
                self.beginRemoveRows(QModelIndex(), first, last)
                self._ids.cut(self._ids[first], last - first + 1)
                self.endRemoveRows()
        for number in gone:
            self._cells.pop(number, None)
        return before - len(self._ids.heads())

    def fill(self, cells: Sequence[Cells]) -> list[int]:
        """Rows that were wanted. Those of which something else was kept before."""
        kept = [(one, self._cells.get(one.id)) for one in cells]
        changed = [one.id for one, before in kept if before is not None and before.row != one.row]
        self._keep(cells)
        rows = [row for row in (self.row_of(one.id) for one in cells) if row is not None]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(COLUMNS) - 1))
        return changed

    def take_wanted(self) -> "array[int]":
        """The ids of the pages that were asked for last."""
        pages = sorted(list(self._pages)[-ASKED:])
        self._pages.clear()
        ids: array[int] = array("q")
        for page in pages:
            ids.extend(self._ids[page * PAGE : (page + 1) * PAGE])
        self._old.difference_update(ids)
        return ids

    def _want(self, page: int) -> None:
        self._pages.pop(page, None)
        self._pages[page] = None
        if not self._asking.isActive():
            self._asking.start()

    def _keep(self, cells: Iterable[Cells]) -> None:
        for one in cells:
            self._cells[one.id] = one
            self._cells.move_to_end(one.id)
        while len(self._cells) > KEPT:
            self._cells.popitem(last=False)


def spans(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending rows as first and last of each run."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
