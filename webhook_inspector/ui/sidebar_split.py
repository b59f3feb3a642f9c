"""Sidebar and stage beside each other: the sidebar gives way where the window is narrow, and comes back when it is wide again."""

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

NARROW = 1000
"""Pixels of the window. Below, the sidebar is only there while the user has asked for it at this width."""
WIDTH = 210
"""Of the sidebar at first."""
LEAST = 140


class SidebarSplit(QSplitter):
    shown_changed = Signal(bool)
    """Whether the sidebar is there."""

    def __init__(self, sidebar: QWidget, stage: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sidebar, self._stage = sidebar, stage
        self.wanted = True
        """What the user wants of a wide window."""
        self._narrow = False
        sidebar.setMinimumWidth(LEAST)
        self.addWidget(sidebar)
        self.addWidget(stage)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([WIDTH, 1280 - WIDTH])

    def choose(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        """The user shows or hides it."""
        if not self._narrow:
            self.wanted = on
        self._show(on)

    def restore(self, state: QByteArray, *, wanted: bool) -> None:
        self.restoreState(state)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.wanted = wanted
        self._show(wanted and not self._narrow)

    def minimumSizeHint(self) -> QSize:
        """Without the sidebar, which goes before the window would have to stay wide for it."""
        return QSize(self._stage.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._show(self.wanted and not narrow)
        super().resizeEvent(event)

    def _show(self, on: bool) -> None:  # noqa: FBT001
        if on == self._sidebar.isHidden():
            self._sidebar.setVisible(on)
            self.refresh()  # at once: else the stage is laid out twice
            self.shown_changed.emit(on)
