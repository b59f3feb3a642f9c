"""The frame of a dialog that asks for a few values: the rows of a form above the buttons."""

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from webhook_inspector.ui.theme import GRID

_WIDTH = 56
"""Characters."""


class FormDialog(QDialog):
    """Who derives from it calls `_hold` once its fields are made, and says with `_allow` whether they can be taken."""

    given = Signal(object)
    """What was filled in, when it was not cancelled."""

    def __init__(self, parent: QWidget, take: QDialogButtonBox.StandardButton) -> None:
        """`take` is the button beside Cancel."""
        super().__init__(parent)
        self._take = take
        self._buttons = QDialogButtonBox(take | QDialogButtonBox.StandardButton.Cancel)

    def done(self, result: int) -> None:
        super().done(result)
        if result == QDialog.DialogCode.Accepted:
            self.given.emit(self._filled_in())

    @abstractmethod
    def _filled_in(self) -> object:
        """What is given."""

    def _hold(self, fields: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(fields)
        column.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH + 4 * GRID)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _allow(self, good: bool) -> None:  # noqa: FBT001 (as Qt's `setEnabled`)
        self._buttons.button(self._take).setEnabled(good)
