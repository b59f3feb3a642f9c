"""What came of sending a draft: each run with its response or its failure, and what has changed since the run before."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.headers import parse_fields
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show
from webhook_inspector.drafts.outcomes import compare_responses, progress
from webhook_inspector.ui.compare_rows import Layout, lay_out
from webhook_inspector.ui.compare_table import CompareTable
from webhook_inspector.ui.compare_words import summary
from webhook_inspector.ui.editor_shelf import OneRecord, record_of_response
from webhook_inspector.ui.editor_words import outcome_text, progress_text, timing_lines, waiting_text
from webhook_inspector.ui.flat_tabs import FlatTabs
from webhook_inspector.ui.header_groups import Group
from webhook_inspector.ui.headers_tree import HeadersTree
from webhook_inspector.ui.pane_body import BodyPane
from webhook_inspector.ui.parts import Hint, IconButton, PlainLabel, StateLine
from webhook_inspector.ui.texts import number, problem_text
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate

_BODY, _HEADERS, _TIMING, _CHANGES = range(4)


class ResponsePane(QWidget):
    shown = Signal()
    """A run is shown, body and all."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._shelf = OneRecord()
        self._runs: list[Attempt] = []
        self._unkept: dict[int, Problem] = {}
        """Why runs are not in the history, by their places."""
        self._current = -1
        self._showing = Latest(tools.tasks, "show a response")
        self.good, self.bad = StateLine("ok"), StateLine("error")
        self.words = StateLine("warning")
        self.progress = PlainLabel()
        self.run = PlainLabel()
        self.back = IconButton("up", translate("Editor", "The run before"))
        self.forth = IconButton("down", translate("Editor", "The next run"))
        self.tabs = FlatTabs()
        self.body = BodyPane(Tools(self._shelf, tools.tasks, tools.workshop, tools.tell, tools.judging, tools.choices))
        self.headers, self.timing = HeadersTree(), HeadersTree()
        self.changes = CompareTable()
        self.differences = PlainLabel()
        self._hint = Hint()
        self._place = QStackedWidget()
        self._build()
        self._connect()

    @property
    def runs(self) -> int:
        return len(self._runs)

    @property
    def attempt(self) -> Attempt | None:
        """The one that is shown."""
        return self._runs[self._current] if self._runs else None

    def wait(self, seconds: float) -> None:
        """Something is being sent, for so long."""
        self._say(waiting_text(seconds))
        self._place.setCurrentWidget(self._hint)

    def cancelled(self) -> None:
        self._say(translate("Editor", "Cancelled. The target may have got it all the same."))

    def add(self, attempt: Attempt, unkept: Problem | None = None) -> None:
        """`unkept`: why it is not in the history, where it is not."""
        if unkept is not None:
            self._unkept[len(self._runs)] = unkept
        self._runs.append(attempt)
        self._go(len(self._runs) - 1)

    def set_code_font(self, font: QFont) -> None:
        self.body.set_code_font(font)
        for view in (self.headers, self.timing, self.changes):
            view.set_code_font(font)

    def stop(self) -> None:
        self._showing.stop()

    def _say(self, words: str) -> None:
        """Instead of a response; with runs there, the one shown last stays below."""
        for line in (self.good, self.bad, self.words):
            line.say("")
        self.progress.setText("")
        self._hint.say(words)
        self._place.setCurrentWidget(self._hint)

    def _go(self, place: int) -> None:
        self._current = min(max(place, 0), len(self._runs) - 1)
        self._showing.start(self._show())

    async def _show(self) -> None:
        attempt, before = self._runs[self._current], self._before()
        self._tell(attempt, before)
        self._shelf.held = record_of_response(attempt, self._current + 1)
        loaded = self._shelf.loaded()
        self.tabs.setTabVisible(_BODY, loaded is not None)
        if loaded is not None:
            await self.body.fill(loaded)
        self.headers.show_groups(_header_groups(attempt))
        timings = tuple((name.encode(), took.encode()) for name, took in timing_lines(attempt.timings))
        peer = translate("Editor", "Sent to {peer}").format(peer=attempt.peer or "–")
        self.timing.show_groups([Group(peer, timings)])
        self._place.setCurrentWidget(self.tabs)
        await self._compare(before, attempt)
        self.shown.emit()

    def _tell(self, attempt: Attempt, before: Attempt | None) -> None:
        text = outcome_text(attempt)
        self.good.say(text if attempt.succeeded else "")
        self.bad.say("" if attempt.succeeded else "\n".join([text, *_reasons(attempt)]))
        self.words.say(_unkept_text(self._unkept.get(self._current)))
        self.progress.setText(progress_text(progress(before, attempt)))
        here, count = number(self._current + 1), number(len(self._runs))
        self.run.setText(translate("Editor", "run {number} of {count}").format(number=here, count=count))
        self.back.setEnabled(self._current > 0)
        self.forth.setEnabled(self._current < len(self._runs) - 1)
        for widget in (self.run, self.back, self.forth):
            widget.setVisible(len(self._runs) > 1)

    async def _compare(self, before: Attempt | None, attempt: Attempt) -> None:
        compared = None
        if before is not None:
            compared = await self._tools.workshop.do(partial(compare_responses, before, attempt))
        self.tabs.setTabVisible(_CHANGES, compared is not None)
        if compared is None:
            return
        layout: Layout = await self._tools.workshop.do(partial(lay_out, compared, side_by_side=False, folded=True))
        words = translate("Editor", "Run {number}")
        titles = (words.format(number=self._current), words.format(number=self._current + 1))
        self.differences.setText(summary(compared))
        self.changes.show_layout(layout, titles, side_by_side=False)

    def _before(self) -> Attempt | None:
        return self._runs[self._current - 1] if self._current > 0 else None

    def _build(self) -> None:
        changes = QWidget()
        column = QVBoxLayout(changes)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.addWidget(self.differences)
        column.addWidget(self.changes, 1)
        self.differences.setContentsMargins(GRID, 0, GRID, 0)
        self.tabs.setAccessibleName(translate("Editor", "Response"))
        self.headers.setAccessibleName(translate("Editor", "Headers received and sent"))
        self.timing.setAccessibleName(translate("Editor", "Timing"))
        self.tabs.addTab(self.body, translate("Editor", "Response body"))
        self.tabs.addTab(self.headers, translate("Editor", "Headers"))
        self.tabs.addTab(self.timing, translate("Editor", "Timing"))
        self.tabs.addTab(changes, translate("Editor", "Changes"))
        self._hint.say(translate("Editor", "Nothing was sent yet. Ctrl+Enter sends it."))
        self._place.addWidget(self._hint)
        self._place.addWidget(self.tabs)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.progress, 1)
        for widget in (self.run, self.back, self.forth):
            row.addWidget(widget)
            widget.hide()
        top = QVBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        top.setSpacing(GRID // 2)
        for line in (self.good, self.bad):
            top.addWidget(line)
        top.addLayout(row)
        top.addWidget(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._place, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._go(self._current - 1))
        self.forth.clicked.connect(lambda: self._go(self._current + 1))


def _header_groups(attempt: Attempt) -> list[Group]:
    """Each with its first line as the title."""
    heads = [attempt.response.head] if attempt.response else []
    found = []
    for head in (*heads, attempt.sent_head):
        first, _, rest = head.partition(b"\n")
        found.append(Group(show(first.strip()), parse_fields(rest)))
    return found


def _reasons(attempt: Attempt) -> list[str]:
    return [problem_text(attempt.problem)] if attempt.problem else []


def _unkept_text(problem: Problem | None) -> str:
    if problem is None:
        return ""
    if problem.code == "sending-not-kept":  # which says all of it
        return problem_text(problem)
    return translate("Editor", "Not kept in the history. {reason}").format(reason=problem_text(problem))
