"""The button that floats over the end of the table and says how many rows came since it stopped following."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView

from webhook_inspector.ui.theme import GRID


class NewBelow(QPushButton):
    """A child of the view itself: what lies in its viewport would scroll along with the rows."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._count = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the End key does the same from the table
        self.hide()

    def add(self, count: int) -> None:
        self._count += count
        # A plural: the class must stay without subclasses, or Qt no longer finds its translation.
        self.setText(self.tr("↓ %Ln new below (End)", "", self._count))
        self.place()
        self.show()

    def clear(self) -> None:
        self._count = 0
        self.hide()

    def place(self) -> None:
        self.adjustSize()
        area = self._view.viewport().geometry()
        self.move(area.center().x() - self.width() // 2, area.bottom() - self.height() - GRID)
