"""What the pane Signature shows, top to bottom: the verdict, the reason, the steps, the two signatures, what was signed."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from webhook_inspector.core.text import visible
from webhook_inspector.core.verdict import Step
from webhook_inspector.ui.digest_view import DigestView
from webhook_inspector.ui.examining import Examined
from webhook_inspector.ui.findings import Findings
from webhook_inspector.ui.key_source import KeySource
from webhook_inspector.ui.parts import PlainLabel, separator
from webhook_inspector.ui.signed_content import SignedContent
from webhook_inspector.ui.steps_text import StepsText
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.verdict_line import VerdictLine
from webhook_inspector.ui.workshop import Tools

translate = QCoreApplication.translate

_ONLY_COUNTED = re.compile(r"\d+ bytes are signed")


class SignaturePage(QWidget):
    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = VerdictLine()
        self.source = KeySource()
        self.findings = Findings()
        self.steps = StepsText()
        self.digest = DigestView()
        self.content = SignedContent(tools)
        self._steps = _section(translate("Signature", "Steps"), self.steps)
        self._digest = _section(translate("Signature", "Signature"), self.digest)
        self._content = _section(translate("Signature", "Signed content"), self.content)
        self._arrange()

    def show_verdict(self, examined: Examined, *, fetch_allowed: bool) -> None:
        steps = examined.verdict.steps
        covered = _last(steps, "content")
        self.line.show_verdict(examined)
        self.source.offer(examined, fetch_allowed=fetch_allowed)
        self.findings.clear()
        self.steps.show_steps(steps)
        self.digest.show_step(_last(steps, "digest"))
        self.content.show_content(examined.content, coverage(covered) if covered else "")
        self._steps.setVisible(bool(steps))
        self._digest.setVisible(self.digest.filled)
        self._content.setVisible(bool(examined.content.content or covered))

    def say(self, sentence: str, tone: str) -> None:
        """Instead of a verdict; `tone` is a colour of the theme."""
        self.line.say(sentence, tone)
        self.findings.clear()
        for part in (self.source, self._steps, self._digest, self._content):
            part.hide()

    def set_code_font(self, font: QFont) -> None:
        for part in (self.steps, self.digest, self.content):
            part.set_code_font(font)

    def _arrange(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        for part in (self.line, self.source, self.findings, self._steps, self._digest, self._content):
            layout.addWidget(part)
        layout.addStretch(1)


def _section(title: str, part: QWidget) -> QWidget:
    """A part under a thin line and its caption."""
    section = QWidget()
    caption = PlainLabel(title)
    bold = QFont(caption.font())
    bold.setBold(True)
    caption.setFont(bold)
    layout = QVBoxLayout(section)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    layout.addWidget(separator())
    layout.addWidget(caption)
    layout.addWidget(part)
    return section


def coverage(step: Step) -> str:
    """What the step `content` tells beyond the number of bytes."""
    return "" if _ONLY_COUNTED.fullmatch(step.fact) else visible(step.fact)


def _last(steps: Sequence[Step], name: str) -> Step | None:
    return next((step for step in reversed(steps) if step.name == name), None)
