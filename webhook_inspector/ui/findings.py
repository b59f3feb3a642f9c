"""What the doctor says: that it is looking, what it found, or that nothing explains the verdict and what was tried."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.doctor.finding import Diagnosis
from webhook_inspector.ui.examining import Examined
from webhook_inspector.ui.finding_card import FindingCard
from webhook_inspector.ui.texts import number, problem_text
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.tone_text import ToneText

translate = QCoreApplication.translate


class Findings(QWidget):
    """Hidden while there is nothing to say."""

    applied = Signal(object)
    """The button of a finding was pressed; with its remedy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ToneText(translate("Signature", "Search for the reason"), "muted")
        self.tried = ToneText(translate("Signature", "What was tried"), "muted")
        self.expander = QToolButton()
        self.cards: list[FindingCard] = []
        self._column = QVBoxLayout(self)
        self._build()
        self.clear()

    def clear(self) -> None:
        self._show((), "", "")

    def look(self) -> None:
        """The search has begun."""
        self._show((), translate("Signature", "Looking for the reason…"), "")

    def show_diagnosis(self, diagnosis: Diagnosis, examined: Examined) -> None:
        cards = [FindingCard(finding, examined) for finding in diagnosis.findings]
        if cards or not examined.puzzling:
            self._show(cards, "", "")
            return
        words = translate("Signature", "Nothing that was tried explains it.")
        if not diagnosis.complete:
            words += " " + translate("Signature", "The time was up before everything was tried.")
        self.expander.setText(
            translate("Signature", "What was tried ({count})").format(count=number(len(diagnosis.tried)))
        )
        self._show((), words, "\n".join(visible(problem_text(Problem.of(code))) for code in diagnosis.tried))

    def _show(self, cards: Sequence[FindingCard], words: str, tried: str) -> None:
        for old in self.cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = list(cards)
        before: QWidget = self.tried
        for card in self.cards:
            card.applied.connect(self.applied)
            self._column.addWidget(card)
            for stop in (card.text, card.below, card.button):  # what is new comes last otherwise, below the whole pane
                self.setTabOrder(before, stop)
                before = stop
        self.words.say(words)
        self.tried.say(tried)
        self.expander.setVisible(bool(tried))
        self._unfold(unfolded=False)
        self.setVisible(bool(self.cards or words))

    def _turn(self) -> None:
        self._unfold(unfolded=self.tried.isHidden())

    def _unfold(self, *, unfolded: bool) -> None:
        self.expander.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self.tried.setVisible(unfolded)

    def _build(self) -> None:
        self.expander.setAutoRaise(True)
        self.expander.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.expander.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.expander.clicked.connect(self._turn)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        for widget in (self.words, self.expander, self.tried):
            self._column.addWidget(widget)
