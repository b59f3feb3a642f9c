"""The deliveries of a capture in a tree, the attempts under each. It changes in place: what is selected or unfolded stays so."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.text import visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui.delivering import Delivering
from webhook_inspector.ui.delivery_answers import Sent
from webhook_inspector.ui.delivery_words import (
    STATES,
    attempt_text,
    attempts_text,
    next_text,
    origin_text,
    outcome_text,
    state_text,
    target_text,
    took_text,
)
from webhook_inspector.ui.texts import cut, plain_tooltip, problem_text
from webhook_inspector.ui.theme import GRID, theme_of

translate = QCoreApplication.translate

TARGET, ATTEMPTS, STATE, NEXT = range(4)
_TITLES = (
    QT_TRANSLATE_NOOP("Deliveries", "Target"),
    QT_TRANSLATE_NOOP("Deliveries", "Attempts"),
    QT_TRANSLATE_NOOP("Deliveries", "State"),
    QT_TRANSLATE_NOOP("Deliveries", "Next"),
)
_WIDE, _NARROW = (24, 24, 16), (13, 18, 10)
"""Characters of the columns behind the targets: where there is room for all, and where there is little."""
_LEAST, _USUAL = 18, 26
"""Characters that the targets get at least, and before the others get more than little."""
_DELIVERY, _ATTEMPT, _TONE = (Qt.ItemDataRole.UserRole + place for place in range(3))


class DeliveryTree(QTreeWidget):
    attempt_chosen = Signal(object)
    """The id of the attempt that is to be shown: the one chosen, or the latest of a delivery; 0 where there is none."""
    choice_changed = Signal()
    """Other deliveries are selected, or they have become otherwise."""

    def __init__(self, delivering: Delivering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delivering = delivering
        self._sent: dict[int, Sent] = {}
        self._told = 0
        self.setAccessibleName(translate("Deliveries", "Deliveries"))
        self.setHeaderLabels([translate("Deliveries", title) for title in _TITLES])
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(2 * GRID)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Roomy(self))
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.currentItemChanged.connect(lambda *_: self._tell())
        self.itemSelectionChanged.connect(self.choice_changed)

    @property
    def ticks(self) -> bool:
        """Whether something in it grows old."""
        return any(one.delivery.state is DeliveryState.WAITING for one in self._sent.values())

    def show_sent(self, sent: Sequence[Sent], now_ns: int) -> None:
        """The newest delivery stands first. Where nothing was chosen yet, that one is."""
        self._sent = {one.delivery.id: one for one in sent}
        for item in self._tops():
            if item.data(TARGET, _DELIVERY) not in self._sent:
                self.takeTopLevelItem(self.indexOfTopLevelItem(item))
        known = {item.data(TARGET, _DELIVERY): item for item in self._tops()}
        for one in sent:
            self._fill(known.get(one.delivery.id) or self._new(one.delivery.id), one)
        self.tick(now_ns)
        first = self.topLevelItem(0)
        if self.currentItem() is None and first is not None:
            self.setCurrentItem(first)
        self._tell()
        self.choice_changed.emit()

    def tick(self, now_ns: int) -> None:
        """The time that is left until each next attempt."""
        for item in self._tops():
            one = self._sent[item.data(TARGET, _DELIVERY)].delivery
            words = next_text(one, self._rule_of(one), paused=self._delivering.paused, now_ns=now_ns)
            _put(item, NEXT, words)

    def forget(self) -> None:
        """Before another capture is shown."""
        self._sent = {}
        self.clear()
        self._told = 0

    def chosen(self) -> list[Delivery]:
        """Those selected, or of which an attempt is, from above."""
        selected = [item.parent() or item for item in self.selectedItems()]
        ids = dict.fromkeys(item.data(TARGET, _DELIVERY) for item in selected)
        return [self._sent[number].delivery for number in ids if number in self._sent]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for item in self._items():
                _tint(item)

    def _size_columns(self) -> None:
        """The targets take the room that is left."""
        width = self.fontMetrics().averageCharWidth()
        room = self.viewport().width() // width - sum(_NARROW) - _USUAL
        share = min(max(room / (sum(_WIDE) - sum(_NARROW)), 0), 1)
        widths = [int(width * (few + share * (many - few))) for few, many in zip(_NARROW, _WIDE, strict=True)]
        for section, pixels in enumerate(widths, ATTEMPTS):
            self.header().resizeSection(section, pixels)
        self.header().resizeSection(TARGET, max(_LEAST * width, self.viewport().width() - sum(widths)))

    def _new(self, number: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        item.setData(TARGET, _DELIVERY, number)
        self.insertTopLevelItem(0, item)
        return item

    def _fill(self, item: QTreeWidgetItem, sent: Sent) -> None:
        one, rule = sent.delivery, self._rule_of(sent.delivery)
        _put(item, TARGET, target_text(one.target), f"{cut(visible(one.target), 2000)}\n{origin_text(one)}")
        _put(item, ATTEMPTS, attempts_text(sent.attempts))
        _put(item, STATE, state_text(one, rule), "" if one.problem is None else visible(problem_text(one.problem)))
        item.setData(STATE, _TONE, STATES[one.state][2])
        item.setData(TARGET, Qt.ItemDataRole.AccessibleTextRole, f"{target_text(one.target)}, {origin_text(one)}")
        _tint(item)
        known = {child.data(TARGET, _ATTEMPT): child for child in _children(item)}
        for attempt in sent.attempts:
            child = known.pop(attempt.id, None)
            if child is None:
                child = QTreeWidgetItem(item)
                _fill_attempt(child, sent.delivery, attempt)
        for gone in known.values():
            item.removeChild(gone)

    def _rule_of(self, delivery: Delivery) -> ForwardRule | None:
        return self._delivering.rule_of(delivery.rule)

    def _tell(self) -> None:
        item = self.currentItem()
        number = 0
        if item is not None:
            sent = self._sent.get(item.data(TARGET, _DELIVERY))
            latest = sent.attempts[-1].id if sent is not None and sent.attempts else 0
            number = item.data(TARGET, _ATTEMPT) or latest
        if number != self._told or not number:
            self._told = number
            self.attempt_chosen.emit(number)

    def _tops(self) -> list[QTreeWidgetItem]:
        found = map(self.topLevelItem, range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for item in self._tops():
            yield item
            yield from _children(item)


class _Roomy(QStyledItemDelegate):
    """Rows with some air; addresses lose their middle where there is no room, all else its end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, GRID // 2)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        option.textElideMode = middle if index.column() == TARGET else right


def _fill_attempt(item: QTreeWidgetItem, delivery: Delivery, attempt: Attempt) -> None:
    """It stays as it is: an attempt that was made does not change."""
    item.setData(TARGET, _DELIVERY, delivery.id)
    item.setData(TARGET, _ATTEMPT, attempt.id)
    item.setData(ATTEMPTS, _TONE, "ok" if attempt.succeeded else "fail")
    problem = "" if attempt.problem is None else visible(problem_text(attempt.problem))
    _put(item, TARGET, attempt_text(attempt))
    _put(item, ATTEMPTS, outcome_text(attempt))
    _put(item, STATE, problem or took_text(attempt.timings.total), problem)
    _put(item, NEXT, took_text(attempt.timings.total) if problem else "")
    _tint(item)


def _put(item: QTreeWidgetItem, column: int, text: str, tooltip: str = "") -> None:
    """Only what is otherwise is painted anew."""
    if item.text(column) != text:
        item.setText(column, text)
        item.setToolTip(column, plain_tooltip(tooltip or text))


def _tint(item: QTreeWidgetItem) -> None:
    theme = theme_of(QGuiApplication.palette())
    for column in (ATTEMPTS, STATE):
        tone = item.data(column, _TONE)
        if tone:
            item.setForeground(column, QColor(getattr(theme, tone)))


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = map(item.child, range(item.childCount()))
    return [child for child in found if child is not None]
