"""One attempt: its outcome in a line, how long each phase took, and both messages as they went over the wire."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.text import visible
from webhook_inspector.ui.attempt_message import MessageText
from webhook_inspector.ui.attempt_record import record_of
from webhook_inspector.ui.delivery_words import summary_text, timings_text
from webhook_inspector.ui.editor_shelf import OneRecord
from webhook_inspector.ui.flat_tabs import FlatTabs
from webhook_inspector.ui.pane_body import BodyPane
from webhook_inspector.ui.parts import Hint, StateLine
from webhook_inspector.ui.texts import problem_text, size
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.tone_text import ToneText
from webhook_inspector.ui.workshop import Tools

translate = QCoreApplication.translate


class AttemptView(QWidget):
    """Shows nothing that it was not given: `show_attempt` gets a whole one."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        answer, request = OneRecord(), OneRecord()
        self._answer, self._request = answer, request
        answers, requests = replace(tools, library=answer), replace(tools, library=request)
        self.summary = ToneText(translate("Deliveries", "Outcome of the attempt"))
        self.timings = ToneText(translate("Deliveries", "Time that the attempt took"), "muted")
        self.problem = StateLine("error")
        self.cut = StateLine("notice")
        self.tabs = FlatTabs()
        self.body = BodyPane(answers)
        self.response = MessageText(translate("Deliveries", "Response as it came"), answers)
        self.request = MessageText(translate("Deliveries", "Request as it was sent"), requests)
        self._no_body = Hint()
        self._body_place = QStackedWidget()
        self._build()

    async def show_attempt(self, attempt: Attempt) -> None:
        answer = self._answer.hold(record_of(attempt, response=True))
        request = self._request.hold(record_of(attempt, response=False))
        await self.request.fill(
            request if attempt.sent_head else None, translate("Deliveries", "No request was made: nothing was sent.")
        )
        await self.response.fill(answer, translate("Deliveries", "There was no response."))
        if answer is not None and answer.stored:
            await self.body.fill(answer)
            self._body_place.setCurrentWidget(self.body)
        else:
            none = translate("Deliveries", "The response has no body.") if answer else self.response.words
            self._no_body.say(none)
            self._body_place.setCurrentWidget(self._no_body)
        self.summary.say(summary_text(attempt), "ok" if attempt.succeeded else "fail")
        self.timings.say(timings_text(attempt))
        self.problem.say("" if attempt.problem is None else visible(problem_text(attempt.problem)))
        self.cut.say(_cut_text(attempt))

    def set_code_font(self, font: QFont) -> None:
        for pane in (self.body, self.response, self.request):
            pane.set_code_font(font)

    def _build(self) -> None:
        self.body.view.setAccessibleName(translate("Deliveries", "Body of the response"))
        self._body_place.addWidget(self.body)
        self._body_place.addWidget(self._no_body)
        self.tabs.setAccessibleName(translate("Deliveries", "Attempt"))
        self.tabs.addTab(self._body_place, translate("Deliveries", "Response body"))
        self.tabs.addTab(self.response, translate("Deliveries", "Response"))
        self.tabs.addTab(self.request, translate("Deliveries", "Request sent"))
        facts = QVBoxLayout()
        facts.setContentsMargins(GRID, GRID, GRID, 0)
        facts.setSpacing(GRID // 2)
        for widget in (self.summary, self.timings, self.problem, self.cut):
            facts.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(facts)
        column.addWidget(self.tabs, 1)


def _cut_text(attempt: Attempt) -> str:
    response = attempt.response
    if response is None or len(response.body) >= response.body_size:
        return ""
    words = translate("Deliveries", "Of the response's body the first {kept} of {all} were kept.")
    return words.format(kept=size(len(response.body)), all=size(response.body_size))
