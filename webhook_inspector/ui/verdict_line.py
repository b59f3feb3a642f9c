"""The top of the pane Signature: the verdict in one line, how it was found, and what can be done next."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from webhook_inspector.core.verdict import Status
from webhook_inspector.ui.examining import Examined
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.tone_text import ToneText
from webhook_inspector.ui.verdict_words import WORDS, detail_text, headline

translate = QCoreApplication.translate


class VerdictLine(QWidget):
    checked_again = Signal()
    edited = Signal()
    """The endpoint is to be edited, or given a secret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = ToneText(translate("Signature", "Verdict"))
        self.detail = ToneText(translate("Signature", "How it was verified"), "muted")
        self._again = QPushButton(translate("Signature", "Check again"))
        self._edit = QPushButton()
        self._again.clicked.connect(self.checked_again)
        self._edit.clicked.connect(self.edited)
        bold = QFont(self.font())
        bold.setBold(True)
        self.headline.setFont(bold)
        self._arrange()

    def show_verdict(self, examined: Examined) -> None:
        status = examined.verdict.status
        self.headline.say(headline(status), WORDS[status].tone)
        self.detail.say(detail_text(examined))
        asks = status is Status.NO_SECRET
        self._edit.setText(translate("Signature", "Add secret…") if asks else translate("Signature", "Edit endpoint…"))
        self._offer(True)

    def say(self, sentence: str, tone: str) -> None:
        """Instead of a verdict."""
        self.headline.say(sentence, tone)
        self.detail.say("")
        self._offer(False)

    def _offer(self, shown: bool) -> None:  # noqa: FBT001 (both buttons, or none)
        self._again.setVisible(shown)
        self._edit.setVisible(shown)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        for button in (self._again, self._edit):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(2 * GRID)
        layout.setVerticalSpacing(GRID // 2)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self.headline, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(buttons, 0, 1)
        layout.addWidget(self.detail, 1, 0, 1, 2)
        self.setTabOrder(self.headline, self._again)
        self.setTabOrder(self._again, self._edit)
        self.setTabOrder(self._edit, self.detail)
