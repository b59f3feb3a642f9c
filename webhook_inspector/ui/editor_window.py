"""An editor in a window of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from webhook_inspector.ui.editor_pane import EditorPane
from webhook_inspector.ui.icons import app_icon


class EditorWindow(QWidget):
    closed = Signal()
    """By the user: whoever opened it takes the editor back."""

    def __init__(self, pane: EditorPane, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("editor")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(640, 400)
        self._pane = pane
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(pane)
        pane.title_changed.connect(self._name)
        pane.line.detach.hide()
        pane.show()
        self._name()
        width = self.fontMetrics().averageCharWidth()
        self.resize(150 * width, 40 * self.fontMetrics().height())

    def give_back(self) -> EditorPane:
        """Without the editor, which goes elsewhere."""
        self._pane.title_changed.disconnect(self._name)
        self._column.removeWidget(self._pane)
        self._pane.setParent(None)
        self._pane.line.detach.show()
        return self._pane

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()

    def _name(self) -> None:
        self.setWindowTitle(self._pane.title)
