"""A field for a curl command or a request as text, which becomes a draft."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.core.draft import Draft
from webhook_inspector.core.problem import KnownError
from webhook_inspector.drafts.pasted import draft_of_text
from webhook_inspector.ui.form_rows import remark_label
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID, code_font

translate = QCoreApplication.translate

MOST = 4 * 2**20
"""Characters that are taken from the clipboard."""


class PasteDialog(QDialog):
    taken = Signal(object)
    """A `Draft`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.fault = StateLine("error")
        self.take = QPushButton(translate("Editor", "&Open as a draft"))
        self._cancel = QPushButton(translate("Editor", "&Cancel"))
        self._build()
        self.text.textChanged.connect(self._look)
        self.take.clicked.connect(self._take)
        self._cancel.clicked.connect(self.reject)

    def ask(self) -> None:
        """With what is in the clipboard, if that is a request."""
        found = QGuiApplication.clipboard().text()[:MOST]
        self.text.setPlainText(found if _draft(found) is not None else "")
        self.fault.say("")
        self._look()
        self.text.selectAll()
        self.open()
        self.text.setFocus()

    def _look(self) -> None:
        self.take.setEnabled(bool(self.text.toPlainText().strip()))
        self.fault.say("")

    def _take(self) -> None:
        try:
            draft = draft_of_text(self.text.toPlainText())
        except KnownError as error:
            self.fault.say(problem_text(error.problem))
            return
        self.accept()
        self.taken.emit(draft)

    def _build(self) -> None:
        self.setObjectName("paste request")
        self.setWindowTitle(translate("Editor", "Paste a request"))
        self.text.setAccessibleName(translate("Editor", "Command or request"))
        self.text.setTabChangesFocus(True)
        self.text.setFont(code_font(self.font().pointSizeF()))
        self.text.setPlaceholderText("curl -X POST http://localhost:3000/hook -d '{\"hi\":1}'")
        words = remark_label(
            translate("Editor", "A curl command, or a request as .http files have it. Nothing is sent yet.")
        )
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self.take)
        self.take.setDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addWidget(words)
        column.addWidget(self.text, 1)
        column.addWidget(self.fault)
        column.addLayout(row)
        width = self.fontMetrics().averageCharWidth()
        self.resize(90 * width, 20 * self.fontMetrics().height())


def _draft(text: str) -> Draft | None:
    """Of a text that may be anything."""
    try:
        return draft_of_text(text) if text.strip() else None
    except KnownError:
        return None
