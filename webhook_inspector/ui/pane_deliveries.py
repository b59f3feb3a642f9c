"""The pane Deliveries: where a capture was sent, what became of it, and each attempt with both its messages."""

import time

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QFont, QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.problem import KnownError
from webhook_inspector.ui.attempt_view import AttemptView
from webhook_inspector.ui.delivery_answers import SentCapture, differences, read_sent
from webhook_inspector.ui.delivery_bar import DeliveryBar
from webhook_inspector.ui.delivery_tree import DeliveryTree
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.parts import Hint, StateLine, separator
from webhook_inspector.ui.text_pane import TextPane
from webhook_inspector.ui.texts import number, problem_text
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate

WIDE = 1.4
"""So many times as wide as high, the attempt stands beside the tree, else below it."""


class DeliveriesPane(QWidget):
    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._capture, self._shown = 0, 0
        self._reading = Latest(tools.tasks, "read deliveries")
        self._showing = Latest(tools.tasks, "show an attempt")
        self._retry = QAction(translate("Deliveries", "Retry now"), self)
        self._stop = QAction(translate("Deliveries", "Stop"), self)
        self._copy = QAction(translate("Deliveries", "Copy target"), self)
        self._rules = QAction(translate("Deliveries", "Forward rules…"), self)
        self.tree = DeliveryTree(tools.delivering)
        self.view = AttemptView(tools)
        self.differing = StateLine("warning")
        self.note = StateLine("notice")
        self._split = QSplitter()
        self._attempt = QStackedWidget()
        self._no_attempt = Hint()
        self._nothing = Hint()
        self._place = QStackedWidget()
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._build()
        self._connect()

    @property
    def words(self) -> str:
        """The sentence that stands in place of the deliveries, or nothing."""
        return self._nothing.text if self._place.currentWidget() is self._nothing else ""

    async def fill(self, loaded: Loaded) -> None:
        self._reading.stop()
        self._showing.stop()
        self._capture = loaded.record.id
        await self._read()

    def set_code_font(self, font: QFont) -> None:
        self.view.set_code_font(font)

    def find_text(self) -> bool:
        """Opens the search in the message that is shown; whether there is one."""
        shown = self.view.tabs.currentWidget()
        panes = (self.view.body, self.view.response, self.view.request)
        pane = next((one for one in panes if one is shown or (shown is not None and shown.isAncestorOf(one))), None)
        if not isinstance(pane, TextPane) or not pane.isVisible():
            return False
        pane.find_bar.open()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE * self.height()
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    async def _read(self) -> None:
        capture = self._capture
        try:
            sent = await self._tools.library.read(lambda reader: read_sent(reader, capture))
        except KnownError as error:
            self._begin(capture)
            self.note.say(problem_text(error.problem))
            return
        if capture == self._capture:
            self._begin(capture)
            self._show(sent)

    def _begin(self, capture: int) -> None:
        """What is shown of another capture stays until there is something to show of this one."""
        if capture != self._shown:
            self._shown = capture
            self.tree.forget()

    def _show(self, sent: SentCapture) -> None:
        self.tree.show_sent(sent.deliveries, time.time_ns())
        self.differing.say(differences(sent.answers))
        earlier = translate("Deliveries", "Earlier deliveries are not shown: {count}")
        self.note.say(earlier.format(count=number(sent.left_out)) if sent.left_out else "")
        self._place.setCurrentWidget(self._split if sent.deliveries else self._nothing)
        self._look()

    @Slot(object)
    def _changed(self, captures: tuple[int, ...]) -> None:
        """Of the capture that is shown, or of all where only rules have changed."""
        if self._capture and (not captures or self._capture in captures):
            self._reading.start(self._read())

    @Slot(object)
    def _choose_attempt(self, attempt: int) -> None:
        if attempt:
            self._showing.start(self._show_attempt(attempt))
        else:
            self._showing.stop()
            self._attempt.setCurrentWidget(self._no_attempt)

    async def _show_attempt(self, attempt: int) -> None:
        try:
            whole = await self._tools.library.read(lambda reader: reader.attempt(attempt))
        except KnownError as error:
            self.note.say(problem_text(error.problem))
            return
        if whole is not None:
            await self.view.show_attempt(whole)
            self._attempt.setCurrentWidget(self.view)

    @Slot()
    def _look(self) -> None:
        """What can be done with the deliveries that are chosen."""
        chosen = self.tree.chosen()
        again = [one for one in chosen if one.rule and one.state is not DeliveryState.DELIVERED]
        self._retry.setEnabled(bool(again))
        self._stop.setEnabled(any(one.state is DeliveryState.WAITING for one in chosen))
        self._copy.setEnabled(bool(chosen))

    def _ask_retry(self) -> None:
        ids = [one.id for one in self.tree.chosen() if one.rule and one.state is not DeliveryState.DELIVERED]
        self._tools.delivering.retry_wanted.emit(ids)

    def _ask_stop(self) -> None:
        ids = [one.id for one in self.tree.chosen() if one.state is DeliveryState.WAITING]
        self._tools.delivering.stop_wanted.emit(ids)

    def _copy_targets(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(dict.fromkeys(one.target for one in self.tree.chosen())))

    def _tick(self) -> None:
        if self.tree.ticks:
            self.tree.tick(time.time_ns())

    def _connect(self) -> None:
        delivering = self._tools.delivering
        self._clock.timeout.connect(self._tick)
        self.tree.choice_changed.connect(self._look)
        self.tree.attempt_chosen.connect(self._choose_attempt)
        self._retry.triggered.connect(self._ask_retry)
        self._stop.triggered.connect(self._ask_stop)
        self._copy.triggered.connect(self._copy_targets)
        self._rules.triggered.connect(delivering.rules_wanted)
        delivering.changed.connect(self._changed)

    def _build(self) -> None:
        self.tree.addActions([self._retry, self._stop, self._copy])
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._no_attempt.say(translate("Deliveries", "No attempt was made yet."))
        self._nothing.say(
            translate(
                "Deliveries",
                "This capture was not sent on. A forward rule does that with every capture that fits it; to send this one, "
                "open the menu of the list and choose Forward to.",
            )
        )
        self._attempt.addWidget(self._no_attempt)
        self._attempt.addWidget(self.view)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.tree)
        self._split.addWidget(self._attempt)
        self._split.setSizes([350, 250])
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._place.addWidget(self._split)
        self._place.addWidget(self._nothing)
        self._look()
        bar = DeliveryBar(
            ((self._retry, "send"), (self._stop, "stop")), (self.differing, self.note), (self._rules, "menu")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(separator())
        layout.addWidget(self._place, 1)
