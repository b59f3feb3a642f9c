"""The parts of the filter as chips under the search field: each can be switched off and on again, and taken out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from webhook_inspector.ui.chip import Chip
from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.texts import number
from webhook_inspector.ui.theme import GRID

MOST = 24
"""Chips that are made."""
LINES = 3
"""Of chips at most: the table needs the room."""
GAP = GRID // 2


class ChipBar(QWidget):
    """Hidden while there is nothing to choose: from two parts on, or while one is off, it is there."""

    toggled = Signal()
    """`off` is otherwise now, by the user."""
    removed = Signal(int)
    """The part at this place is to be taken out of the text."""

    def __init__(self, before: QWidget, parent: QWidget | None = None) -> None:
        """The keyboard comes here from `before`, and goes back there when the last chip is gone."""
        super().__init__(parent)
        self._before = before
        self._parts: tuple[str, ...] = ()
        self._off: set[tuple[str, int]] = set()
        """Parts that are switched off: as they are written, and which of those that are written so."""
        self._chips: list[Chip] = []
        self._more = PlainLabel("", self)
        self.setAccessibleName(self.tr("Parts of the filter"))
        self.hide()

    @property
    def off(self) -> frozenset[int]:
        """The places of the parts that are switched off."""
        return frozenset(place for place, key in enumerate(_keys(self._parts)) if key in self._off)

    def show_parts(self, parts: Sequence[str]) -> None:
        """Those that are written as before stay on or off."""
        self.setEnabled(True)
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self._off.intersection_update(_keys(self._parts))
            self._rebuild()
        self._show_state()

    def reset(self) -> None:
        """All are on."""
        self._off.clear()
        self._show_state()

    def switch_on(self, part: str) -> None:
        """All that are written so."""
        self._off = {key for key in self._off if key[0] != part}
        self._show_state()

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _rebuild(self) -> None:
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        last = self._before
        for place, part in enumerate(self._parts[:MOST]):
            chip = Chip(part, self)
            chip.toggled.connect(lambda on, place=place: self._toggle(place, on))
            chip.removed.connect(lambda place=place: self.removed.emit(place))
            if last.window() is self.window():  # the bar has been placed
                QWidget.setTabOrder(last, chip)
            last = chip
            self._chips.append(chip)
        self._arrange()
        if focused is not None:
            target = self._chips[min(focused, len(self._chips) - 1)] if len(self._chips) > 1 else self._before
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, place: int, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        key = _keys(self._parts)[place]
        if on == (key not in self._off):
            return
        self._off ^= {key}
        self.toggled.emit()

    def _show_state(self) -> None:
        off = self.off
        for place, chip in enumerate(self._chips):
            chip.setChecked(place not in off)
        self.setVisible(len(self._parts) > 1 or bool(off))

    def _arrange(self) -> None:
        """In as many lines as are needed, up to LINES; the bar is as high as they are."""
        height = self.fontMetrics().height() + GAP + 2
        left = line = shown = 0
        for place, chip in enumerate(self._chips):
            width = min(chip.sizeHint().width(), self._room(line, place))
            if left and left + width > self._room(line, place):
                if line == LINES - 1:
                    break
                left, line = 0, line + 1
                width = min(chip.sizeHint().width(), self._room(line, place))
            chip.setGeometry(left, line * (height + GAP), width, height)
            left, shown = left + width + GAP, place + 1
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < shown)
        more = len(self._parts) - shown
        self._more.setText(_more_text(more))
        self._more.setVisible(more > 0)
        self._more.setGeometry(left, line * (height + GAP), self._more.sizeHint().width(), height)
        self.setFixedHeight(line * (height + GAP) + height)

    def _room(self, line: int, place: int) -> int:
        """How far a chip may reach: behind the last that is shown stands how many are not."""
        more = len(self._parts) - place - 1
        ends = more > 0 and (line == LINES - 1 or place == len(self._chips) - 1)
        taken = self.fontMetrics().horizontalAdvance(_more_text(more)) + GAP if ends else 0
        return max(self.width() - taken, 1)


def _more_text(count: int) -> str:
    return QCoreApplication.translate("Chips", "and {count} more").format(count=number(count))


def _keys(parts: Sequence[str]) -> list[tuple[str, int]]:
    return [(part, parts[:place].count(part)) for place, part in enumerate(parts)]
