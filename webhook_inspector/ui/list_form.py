"""The form beside a list: of one thing that the user has made and named. It scrolls in its height only."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from webhook_inspector.ui.theme import GRID


class ListForm(QScrollArea):
    """Who derives from it puts rows into `_inside`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: tuple[str, ...] = ()
        """The names of the others in the list."""
        self._inside = QWidget()

    def set_others(self, others: tuple[str, ...]) -> None:
        self._others = others
        self._look()

    @abstractmethod
    def complete(self) -> bool:
        """Whether it can be saved as it is."""

    @abstractmethod
    def enter(self) -> None:
        """The keyboard goes to the first field of a new one."""

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the whole form: only its height is scrolled."""
        width = self._inside.minimumSizeHint().width() + 2 * GRID + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    def _hold(self, below: Sequence[QWidget] = ()) -> None:
        """Takes the rows in, and what stands below them."""
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(GRID, 0, GRID, 0)
        layout.addWidget(self._inside)
        if below:
            layout.addSpacing(GRID)
        for widget in below:
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def _changed(self) -> None:
        self._look()
        self.changed.emit()

    @abstractmethod
    def _look(self) -> None:
        """Says what is wrong with what is filled in."""
