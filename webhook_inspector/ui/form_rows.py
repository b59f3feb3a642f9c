"""Rows of a form: a label that leads to its field, and below the field what there is to say about it.

A grid, as `QFormLayout` gives sentences of several lines too much or too little height when rows come and go.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.theme import GRID


class FormRows(QGridLayout):
    """Rows are numbered by who adds them; numbers that are not used take no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GRID)
        self.setColumnStretch(1, 1)

    def put(self, row: int, text: str, field: QWidget, *below: QWidget) -> None:
        """An `&` in the text marks the key that leads to the field. A field without a name of its own gets the text as its name."""
        label = PlainLabel(text)
        label.setBuddy(field.focusProxy() or field)
        if not field.accessibleName():
            field.setAccessibleName(text.replace("&", ""))
        beside = (field.sizeHint().height() - label.fontMetrics().height()) // 2
        label.setContentsMargins(0, max(0, min(beside, GRID // 2)), 0, 0)  # its first line stands beside the field's
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (field, *below):
            column.addWidget(widget)
        self.addWidget(holder, row, 1)

    def drop(self, row: int) -> None:
        """Takes the row away with all its widgets."""
        for column in (0, 1):
            item = self.itemAtPosition(row, column)
            widget = item.widget() if item else None
            if widget is not None:
                self.removeWidget(widget)
                widget.hide()
                widget.deleteLater()


def remark_label(text: str = "") -> PlainLabel:
    """A sentence of less weight that may take several lines."""
    label = PlainLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def narrow(box: QComboBox) -> None:
    """Asks for a few characters only, and takes the room there is: long choices must not make a form wider than its place."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
