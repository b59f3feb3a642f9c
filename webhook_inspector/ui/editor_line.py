"""The first line of the editor: method, address with those sent to before, and the button that sends or stops."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.ui.parts import IconButton, StateLine
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

METHODS = ("POST", "GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")


class EditorLine(QWidget):
    edited = Signal()
    send_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method = QComboBox()
        self._url = QComboBox()
        self._method_line, self._url_line = QLineEdit(), QLineEdit()
        self._sending = False
        self.send = QPushButton()
        self.detach = IconButton("detach", translate("Editor", "In a window of its own"))
        self.close_button = IconButton("clear", translate("Editor", "Close the editor (Ctrl+W)"))
        self.fault = StateLine("error")
        self._build()
        self._connect()
        self.show_sending(on=False)

    @property
    def method(self) -> str:
        return self._method_line.text().strip()

    @property
    def url(self) -> str:
        return self._url_line.text().strip()

    def show_request(self, method: str, url: str) -> None:
        for box, text in ((self._method, method), (self._url, url)):
            before = box.blockSignals(True)
            box.setEditText(text)
            box.blockSignals(before)
        self._url_line.setCursorPosition(0)

    def show_url(self, url: str) -> None:
        """As if it had been typed."""
        self._url.setEditText(url)

    def show_recent(self, urls: Sequence[str]) -> None:
        """Those sent to before, the last one first."""
        typed, place = self._url_line.text(), self._url_line.cursorPosition()
        before = self._url.blockSignals(True)
        self._url.clear()
        self._url.addItems(list(urls))
        self._url.setEditText(typed)
        self._url.blockSignals(before)
        self._url_line.setCursorPosition(place)

    def show_sending(self, *, on: bool) -> None:
        """The button cancels while something is being sent."""
        self._sending = on
        words = translate("Editor", "Cancel") if on else translate("Editor", "Send")
        self.send.setText(words)
        keys = translate("Editor", "Cancel (Esc)") if on else translate("Editor", "Send (Ctrl+Enter)")
        self.send.setToolTip(keys)

    def enter(self) -> None:
        self._url.setFocus(Qt.FocusReason.OtherFocusReason)
        self._url_line.selectAll()

    def enter_method(self) -> None:
        self._method.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        (self.cancel_wanted if self._sending else self.send_wanted).emit()

    def _build(self) -> None:
        named = (
            (self._method, self._method_line, translate("Editor", "Method")),
            (self._url, self._url_line, translate("Editor", "Address to send to")),
        )
        for box, line, name in named:
            box.setEditable(True)
            box.setLineEdit(line)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.setAccessibleName(name)
            line.setAccessibleName(name)
            completer = box.completer()
            if completer is not None:  # or "post" would become "POST", and a path its neighbour
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self._method.addItems(METHODS)
        self._method.setMinimumContentsLength(7)
        self._url.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._url.setMinimumContentsLength(20)
        self._url_line.setPlaceholderText("http://localhost:3000/")
        self.send.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._method)
        row.addWidget(self._url, 1)
        row.addWidget(self.send)
        row.addWidget(self.detach)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.fault)

    def _connect(self) -> None:
        self._method.editTextChanged.connect(lambda _text: self.edited.emit())
        self._url.editTextChanged.connect(lambda _text: self.edited.emit())
        self.send.clicked.connect(self._press)
