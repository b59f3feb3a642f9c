"""The bytes that a signature covers, as text or in hexadecimal."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.body_text import COPY_LIMIT
from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.content_text import ContentText, as_hex, as_text
from webhook_inspector.ui.facts import size_text
from webhook_inspector.ui.parts import IconButton, StateLine
from webhook_inspector.ui.texts import problem_text, size
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.tone_text import ToneText
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate

MOST_LINES = 16
"""Higher the text does not grow; what is longer scrolls."""


class SignedContent(QWidget):
    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = FittedView()
        self.words = ToneText(translate("Signature", "What is signed"), "muted")
        self.text = _choice(translate("Signature", "Text"))
        self.hex = _choice(translate("Signature", "Hex"))
        self.copy = IconButton("copy", translate("Signature", "Copy"), worded=True)
        self.copy_hex = IconButton("copy", translate("Signature", "Copy as hex"), worded=True)
        self._note = StateLine("notice")
        self._modes = QButtonGroup(self)
        self._tools = tools
        self._copying = Latest(tools.tasks, "copy what is signed")
        self._shown: ContentText | None = None
        self._build()

    def show_content(self, content: ContentText, words: str) -> None:
        """`words`: what the content is made of."""
        self._shown = content
        total = len(content.content)
        self.words.say(" · ".join(part for part in (size_text(total) if total else "", words) if part))
        part = Problem.of("body-part-shown", shown=content.shown, total=total)
        self._note.say(problem_text(part) if content.shown < total else "")
        for widget in (self.text, self.hex, self.copy, self.copy_hex, self.view):
            widget.setVisible(bool(total))
        self._fill()

    def set_code_font(self, font: QFont) -> None:
        self.view.set_code_font(font)
        self.view.fit()

    def _fill(self) -> None:
        if self._shown is None:
            return
        self.view.set_wrap(self.text.isChecked())
        if self.text.isChecked():
            self.view.show_lines(self._shown.lines, self._shown.spans, numbered=False)
        else:
            self.view.show_lines(self._shown.hex_lines, numbered=False)

    def _start_copy(self) -> None:
        if self._shown is not None:
            self._copying.start(self._copy(self._shown.content, in_hex=self.sender() is self.copy_hex))

    async def _copy(self, content: bytes, *, in_hex: bool) -> None:
        text = await self._tools.workshop.do(partial(as_hex if in_hex else as_text, content))
        QApplication.clipboard().setText(text)
        words = translate("Signature", "Signed content copied.")
        if len(content) > COPY_LIMIT:
            words = translate("Signature", "The first {size} of the signed content copied.").format(
                size=size(COPY_LIMIT)
            )
        self._tools.tell(words)

    def _build(self) -> None:
        self.view.setAccessibleName(translate("Signature", "Signed content"))
        self.copy.setAccessibleName(translate("Signature", "Copy signed content"))
        self.copy_hex.setAccessibleName(translate("Signature", "Copy signed content as hex"))
        for button in (self.copy, self.copy_hex):
            button.clicked.connect(self._start_copy)
        self._modes.addButton(self.text)
        self._modes.addButton(self.hex)
        self.text.setChecked(True)
        self.text.toggled.connect(self._fill)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.text)
        row.addWidget(self.hex)
        row.addSpacing(GRID)
        row.addWidget(self.copy)
        row.addWidget(self.copy_hex)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.words)
        layout.addLayout(row)
        layout.addWidget(self._note)
        layout.addWidget(self.view)


class FittedView(BodyView):
    """As high as its lines, up to a limit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.replaced.connect(self.fit)
        self.filled.connect(self.fit)

    def fit(self) -> None:
        lines = min(max(round(self.document().size().height()), 1), MOST_LINES)  # this kind of document counts in lines
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * GRID + 2 + below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _choice(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
