"""A sentence that floats over the end of the table for some seconds, with a button that takes back what it tells of."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTableView

from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.theme import GRID

SHOWN_MS = 8000


class Toast(QFrame):
    """A child of the view itself: what lies in its viewport would scroll along with the rows."""

    undo = Signal()
    """The button was pressed; the toast is hidden."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._label = PlainLabel()
        self._button = QPushButton(self.tr("Undo"))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Z does the same from anywhere
        self._button.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        view.installEventFilter(self)
        self.hide()

    def tell(self, text: str, *, undoable: bool = True) -> None:
        """Shows it anew, in place of what it told before."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.setVisible(undoable)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def text(self) -> str:
        """Empty while it is hidden."""
        return self._label.text() if self.isVisibleTo(self._view) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _pressed(self) -> None:
        self._timer.stop()
        self.hide()
        self.undo.emit()

    def _place(self) -> None:
        """Above the button that says what is new below."""
        self.adjustSize()
        area = self._view.rect()  # at a resize the viewport does not have its new size yet
        above = self._button.sizeHint().height() + 2 * GRID
        self.move(area.center().x() - self.width() // 2, max(area.top(), area.bottom() - self.height() - above))
