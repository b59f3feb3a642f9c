"""A field for a secret: hidden while it is typed and pasted, a text of several lines included."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from webhook_inspector.ui.form_rows import remark_label
from webhook_inspector.ui.reveal_button import RevealButton
from webhook_inspector.ui.secret_words import hidden
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

MOST = 200_000
"""Characters; chains of certificates are far shorter."""


class SecretField(QWidget):
    """What is in it is never said aloud, kept in its undo history or offered as a completion."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self._reveal = RevealButton(self)
        self._form = remark_label()
        self._form.hide()
        self.line.setMaxLength(MOST)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(translate("Endpoints", "Secret"))
        self.line.textChanged.connect(self._look)
        self._reveal.revealed.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self._reveal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self._form)
        self.setFocusProxy(self.line)

    def value(self) -> str:
        """Without the line ends around it, which come along when a whole line is copied."""
        return self.line.text().strip("\r\n").replace("\r\n", "\n")

    def forget(self) -> None:
        """Takes the text away, and what could be brought back by undoing."""
        self._reveal.conceal()
        self.line.setText("")  # unlike clear() it empties the undo history

    def _show(self, on: bool) -> None:  # noqa: FBT001 (a slot of `revealed`)
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.line.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase | self.line.inputMethodHints()
        )
        at = self.line.cursorPosition()
        self.line.setText(self.line.text())  # what was typed before cannot be undone into sight
        self.line.setCursorPosition(at)

    def _look(self) -> None:
        """A field of one line cannot show that it holds several: it is said below."""
        value = self.value()
        self._form.setText(hidden(value) if "\n" in value else "")
        self._form.setVisible("\n" in value)
        self.changed.emit()
