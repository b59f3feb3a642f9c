"""Timeline and stage, one above the other: the timeline gives way where the window is low, and where there are no captures."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

LOW = 520
"""Pixels. Below, the timeline is only there while the user has asked for it at this height: the table needs the room."""


class TimelinePlace(QWidget):
    chosen_changed = Signal(bool)
    """Whether the timeline is there, or would be if there were captures."""
    shown_changed = Signal(bool)
    """Whether it is there."""

    def __init__(self, timeline: QWidget, stage: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline, self._stage = timeline, stage
        self.wanted = True
        """What the user wants of a high window."""
        self._low = False
        self._chosen = True
        self._filled = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(timeline)
        column.addWidget(stage, 1)
        timeline.hide()

    def choose(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        """The user shows or hides it."""
        if not self._low:
            self.wanted = on
        self._set_chosen(on)

    def restore(self, *, wanted: bool) -> None:
        self.wanted = wanted
        self._set_chosen(wanted and not self._low)

    def set_filled(self, on: bool) -> None:  # noqa: FBT001
        """Whether there are captures at all."""
        self._filled = on
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Without the timeline, which goes before the window would have to stay high for it."""
        return self._stage.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        low = event.size().height() < LOW
        if low != self._low:
            self._low = low
            self._set_chosen(self.wanted and not low)
        super().resizeEvent(event)

    def _set_chosen(self, on: bool) -> None:  # noqa: FBT001
        if on != self._chosen:
            self._chosen = on
            self.chosen_changed.emit(on)
        self._show()

    def _show(self) -> None:
        on = self._chosen and self._filled
        if on == self._timeline.isHidden():
            self._timeline.setVisible(on)
            self.shown_changed.emit(on)
