"""What stands above the deliveries: what can be done with those that are chosen, and what there is to say about all."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from webhook_inspector.ui.parts import IconButton, StateLine
from webhook_inspector.ui.theme import GRID


class DeliveryBar(QWidget):
    def __init__(
        self,
        actions: Sequence[tuple[QAction, str]],
        notes: Sequence[StateLine],
        last: tuple[QAction, str],
        parent: QWidget | None = None,
    ) -> None:
        """Buttons for actions, each with the name of its icon; `last` stands at the other end. Below them the notes have all the width."""
        super().__init__(parent)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for action, icon in actions:
            row.addWidget(_button(action, icon))
        row.addStretch(1)
        row.addWidget(_button(*last))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        for note in notes:
            column.addWidget(note)


def _button(action: QAction, icon: str) -> IconButton:
    button = IconButton(icon, action.text(), worded=True)
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button
