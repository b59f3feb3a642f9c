"""The list under the search field: what can be written at its cursor. The field keeps the keyboard and hands the keys on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from webhook_inspector.core.text import visible
from webhook_inspector.ui.texts import cut
from webhook_inspector.ui.theme import GRID

ROWS = 10
"""Most that are in sight."""
_HELP = Qt.ItemDataRole.AccessibleDescriptionRole
_ACCEPT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Offer:
    """Replaces `filter[start:end]` by `text`."""

    text: str
    start: int
    end: int
    help: str = ""


class FilterPopup(QListView):
    chosen = Signal(object)
    """An Offer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._offers: list[Offer] = []
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(QCoreApplication.translate("Search", "What can be written here"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setFrameShadow(QFrame.Shadow.Plain)
        self.setForegroundRole(QPalette.ColorRole.Dark)  # the frame: it lies over rows of the same colour
        self.clicked.connect(self._choose)
        self.hide()

    def offer(self, offers: Sequence[Offer], below: QWidget) -> None:
        """Shows them under the field, over whatever is there; hides where there are none. Nothing is picked yet."""
        self._rows.clear()
        self._offers = list(offers)
        said = ""
        for offer in offers:
            item = QStandardItem(cut(visible(offer.text)))
            item.setData("" if offer.help == said else offer.help, _HELP)
            self._rows.appendRow(item)
            said = offer.help
        if not offers:
            self.hide()
            return
        if self.parentWidget() is not below.window():
            self.setParent(below.window())
        self._place(below)
        self.scrollToTop()
        self.show()
        self.raise_()

    def texts(self) -> list[str]:
        return [self._rows.item(row).text() for row in range(self._rows.rowCount())]

    def takes(self, key: Qt.Key) -> bool:
        """Does what a key asks of the list; False where the key is the field's."""
        if key in _STEPS:
            self._step(_STEPS[key])
            return True
        picked = self.currentIndex()
        if key == Qt.Key.Key_Tab and not picked.isValid():
            picked = self._rows.index(0, 0)
        if key in _ACCEPT and picked.isValid():
            self._choose(picked)
            return True
        return False

    def _step(self, by: int) -> None:
        """Up from the first row is back in the field, and so is down from the last."""
        place = self.currentIndex().row() + by
        count = self._rows.rowCount()
        if place < -1:
            place = count - 1
        self.setCurrentIndex(self._rows.index(place, 0) if 0 <= place < count else QModelIndex())
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.clearSelection()

    def _choose(self, index: QModelIndex) -> None:
        self.hide()
        self.chosen.emit(self._offers[index.row()])

    def _place(self, below: QWidget) -> None:
        room, frame = below.window().size(), 2 * self.frameWidth()
        row = self.sizeHintForRow(0)
        wide = max(below.width(), self.sizeHintForColumn(0) + frame + self.verticalScrollBar().sizeHint().width())
        at = below.mapTo(below.window(), QPoint(0, below.height() + 1))
        wide = min(wide, room.width() - 2 * GRID)
        high = min(self._rows.rowCount(), ROWS) * row + frame
        left = max(GRID, min(at.x(), room.width() - GRID - wide))
        self.setGeometry(left, at.y(), wide, max(row + frame, min(high, room.height() - at.y() - GRID)))


class _Delegate(QStyledItemDelegate):
    """What is written at the left, and at the right, muted, what it means."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = option.fontMetrics
        wide = metrics.horizontalAdvance(f"{index.data()}{index.data(_HELP)}")
        return QSize(wide + 5 * GRID, metrics.height() + GRID)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        palette, metrics = option.palette, option.fontMetrics
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(option.rect, palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight))
        inside = option.rect.adjusted(GRID, 0, -GRID, 0)
        text, hint = str(index.data()), str(index.data(_HELP) or "")
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, inside.width())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        rest = QRect(inside)
        rest.setLeft(inside.left() + metrics.horizontalAdvance(shown) + 3 * GRID)
        if hint and rest.width() > 3 * GRID:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            shown = metrics.elidedText(hint, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
