"""A card on a pale ground: a sentence, perhaps what proves it, perhaps one button that does something about it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.core.text import visible
from webhook_inspector.doctor.finding import Finding
from webhook_inspector.ui.examining import Examined
from webhook_inspector.ui.texts import cut, plain_tooltip, problem_text
from webhook_inspector.ui.theme import GRID, theme_of
from webhook_inspector.ui.tone_text import ToneText
from webhook_inspector.ui.verdict_words import proof_text, remedy_detail, remedy_text

translate = QCoreApplication.translate

TOOLTIP = 500
"""Characters of a tooltip."""


class Card(QFrame):
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ToneText(translate("Signature", "Reason"))
        self.below = ToneText(translate("Signature", "Details"), "muted")
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._press)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self._arrange()
        self._tint()

    def say(self, text: str, below: str = "", button: str = "") -> None:
        self.text.say(text)
        self.below.say(below)
        self.button.setText(button)
        self.button.setEnabled(True)
        self.button.setVisible(bool(button))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _press(self) -> None:
        """Once: what it does changes what is shown here."""
        self.button.setEnabled(False)
        self.pressed.emit()

    def _tint(self) -> None:
        wash = QColor(theme_of(QGuiApplication.palette()).note_wash)  # its own palette holds the wash
        if self.palette().window().color() == wash:
            return  # this very change has called us
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, wash)
        self.setPalette(palette)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3 // 2, GRID, GRID * 3 // 2, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.text)
        layout.addWidget(self.below)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)


class FindingCard(Card):
    """What the doctor found. `applied` carries the remedy whose button was pressed."""

    applied = Signal(object)

    def __init__(self, finding: Finding, examined: Examined, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remedy = finding.remedy
        button = "" if finding.remedy is None else remedy_text(finding.remedy, examined.case.endpoint)
        proof = proof_text(finding, examined.verdict.status)
        self.say(visible(problem_text(finding.problem)), proof, button)
        if finding.remedy is not None:
            self.button.setToolTip(plain_tooltip(cut(remedy_detail(finding.remedy), TOOLTIP)))
        self.pressed.connect(self._apply)

    def _apply(self) -> None:
        self.applied.emit(self._remedy)
