"""Expected and received signature, one under the other in a font of fixed width, the first difference marked in both."""

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from webhook_inspector.core.verdict import Step
from webhook_inspector.ui.digest_compare import Shown, compare
from webhook_inspector.ui.parts import IconButton, PlainLabel
from webhook_inspector.ui.theme import GRID, theme_of
from webhook_inspector.ui.tone_text import ToneText

translate = QCoreApplication.translate

NOTHING = Shown("", "")


class SignatureText(ToneText):
    """Copied without the blanks that only part its groups."""

    _shown = NOTHING

    @property
    def value(self) -> str:
        return self._shown.value

    def show_signature(self, shown: Shown) -> None:
        self._shown = NOTHING
        self.say(shown.text)
        self._shown = shown
        self._mark()

    def copy_value(self) -> None:
        QApplication.clipboard().setText(self._shown.value)

    def createMimeDataFromSelection(self) -> QMimeData:
        text = self.textCursor().selectedText().replace("\u2029", "\n")
        found = QMimeData()
        found.setText(text if self._shown.value == self._shown.text else text.replace(" ", ""))
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_value()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def _mark(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())
        if self._shown.mark >= 0:
            cursor.setPosition(self._shown.mark)
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setForeground(QColor(theme_of(self.palette()).fail))
            look.setFontWeight(QFont.Weight.Bold)
            look.setFontUnderline(True)
            cursor.setCharFormat(look)


class DigestView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.expected = SignatureText(translate("Signature", "Expected"))
        self.found = SignatureText(translate("Signature", "Received"))
        self.words = ToneText(translate("Signature", "Comparison"), "fail")
        self.filled = False
        """Whether there is anything to compare."""
        self._beside: dict[SignatureText, tuple[QWidget, ...]] = {}
        self._arrange()

    def show_step(self, step: Step | None) -> None:
        """The step `digest` of a verdict; None where there is none."""
        compared = compare(step or Step("digest", True, ""))
        for text, shown in ((self.expected, compared.expected), (self.found, compared.found)):
            text.show_signature(shown)
            for beside in self._beside[text]:
                beside.setVisible(bool(shown.value))
        self.words.say(compared.words)
        self.filled = bool(compared.expected.value or compared.found.value)

    def set_code_font(self, font: QFont) -> None:
        self.expected.setFont(font)
        self.found.setFont(font)

    def _arrange(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(2 * GRID)
        rows.setVerticalSpacing(GRID // 2)
        rows.setColumnStretch(1, 1)
        names = (translate("Signature", "Copy expected signature"), translate("Signature", "Copy received signature"))
        for row, (text, name) in enumerate(zip((self.expected, self.found), names, strict=True)):
            label = PlainLabel(text.accessibleName())
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            copy = IconButton("copy", name)
            copy.clicked.connect(text.copy_value)
            self._beside[text] = (label, copy)
            rows.addWidget(label, row, 0, middle)
            rows.addWidget(text, row, 1, middle)
            rows.addWidget(copy, row, 2, middle)
        rows.addWidget(self.words, 2, 1)
