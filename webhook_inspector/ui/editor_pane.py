"""The editor of one request: what goes out above, what came back beside or below it. It sends nothing until it is told to."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from webhook_inspector.core.capture import Capture
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.draft import Draft, Outgoing
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.drafts.fault import Fault, Where
from webhook_inspector.drafts.prepare import Prepared
from webhook_inspector.net.attempt import url_of as attempt_url
from webhook_inspector.ui.detail import Guest
from webhook_inspector.ui.editor_environments import Environments
from webhook_inspector.ui.editor_files import ChosenFiles
from webhook_inspector.ui.editor_line import EditorLine
from webhook_inspector.ui.editor_pairs import pairs_of, split_url, with_query
from webhook_inspector.ui.editor_parts import DraftTabs
from webhook_inspector.ui.editor_questions import Questions
from webhook_inspector.ui.editor_response import ResponsePane
from webhook_inspector.ui.editor_sending import EditorSender, Hosts
from webhook_inspector.ui.editor_signing import NOTHING_TOLD, signing_of, told_of
from webhook_inspector.ui.editor_sketch import Live, Sketch, filled, for_check, look, prepared
from webhook_inspector.ui.parts import separator
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate

PAUSE_MS = 120
"""After the last change before it is prepared anew."""
TICK_MS = 100
NARROW = 760
"""Pixels; narrower than this the response stands below."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What an editor begins with."""

    draft: Draft
    title: str
    capture: Capture | None = None
    """What the draft began as, which tells how it is signed."""
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every editor works with."""

    tools: Tools
    sender: EditorSender
    hosts: Hosts
    environments: Environments
    last_attempt: Callable[[int, str], Awaitable[Attempt | None]]
    """The last one of a capture at a target, both by hand."""


class EditorPane(Guest):
    title_changed = Signal()
    left = Signal()
    """It can be closed: nothing is edited, or it was agreed to lose that."""
    detach_wanted = Signal()
    variables_wanted = Signal(str)
    """The environments shall be edited, first the one of that name."""
    sent = Signal(str)
    """Something is being sent to this address, as it was typed."""
    check_wanted = Signal(object, object)
    """The handler shall be checked with this Draft and this Signing; both can be sent."""

    def __init__(self, desk: Desk, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opened = opened
        self._unique = str(uuid4())
        self._begun = 0.0
        self._was_edited = False
        self._live: Live | None = None
        self._told = NOTHING_TOLD
        self.line = EditorLine()
        self.banners = Questions()
        self.parts = DraftTabs(desk.tools)
        self.response = ResponsePane(desk.tools)
        self._files = ChosenFiles(self, desk.tools, self.banners)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._pause, self._tick = QTimer(self), QTimer(self)
        self._looking = Latest(desk.tools.tasks, "prepare a draft")
        self._telling = Latest(desk.tools.tasks, "tell how a draft is signed")
        self._sending = Latest(desk.tools.tasks, "send a draft")
        self._checking = Latest(desk.tools.tasks, "begin to check a handler")
        self._build()
        self._connect()
        self._fill()

    @property
    def edited(self) -> bool:
        return self.draft() != self._opened.draft

    @property
    def title(self) -> str:
        return f"{self._opened.title} •" if self._was_edited else self._opened.title

    @property
    def live(self) -> Live | None:
        """What would be sent, as of the last look."""
        return self._live

    @property
    def sending(self) -> bool:
        return self._tick.isActive()

    def draft(self) -> Draft:
        opened, url = self._opened.draft, self.line.url
        target = opened.target if url == opened.url else b""
        return Draft(self.line.method, url, self.parts.headers.fields(), self.parts.body.body, target, opened.capture)

    def sketch(self) -> Sketch:
        judging, options = self._desk.tools.judging, self.parts.options
        signing = signing_of(self.parts.signing.choice(), self._told, judging.rules, time.time())
        return Sketch(
            self.draft(),
            signing,
            fills=options.fills.isChecked(),
            environment=self._desk.environments.variables(options.environment.currentText()),
            keep_host=options.keep_host.isChecked(),
            raw=options.raw.isChecked(),
        )

    def send(self) -> None:
        """Unless something has to be mended first, or it is being sent already."""
        if not self.sending:
            self._sending.start(self._send())

    def check(self) -> None:
        """Whether what it is sent to verifies signatures, unless something has to be mended first."""
        self._checking.start(self._check())

    def cancel(self) -> None:
        if self.sending:
            self._sending.stop()

    def leave(self) -> None:
        """Asks first where something would be lost."""
        if self.edited:
            self.banners.ask_close(self.left.emit)
        else:
            self.left.emit()

    def show_recent(self, urls: Sequence[str]) -> None:
        self.line.show_recent(urls)

    def set_code_font(self, font: QFont) -> None:
        self.parts.set_code_font(font)
        self.response.set_code_font(font)

    def stop(self) -> None:
        """Nothing of it runs any more, and no secret stays in a field."""
        self._pause.stop()
        self._tick.stop()
        for work in (self._looking, self._telling, self._sending, self._checking):
            work.stop()
        self.parts.body.stop()
        self.response.stop()
        self.parts.signing.forget()

    # inside

    async def _look(self) -> None:
        live = await self._desk.tools.workshop.do(partial(look, self.sketch(), time.time(), self._unique))
        self._live = live
        self.parts.signing.show_breaks(live.breaks)
        self._show_prepared(live.prepared)

    def _show_prepared(self, found: Prepared) -> None:
        self.parts.show_prepared(found)
        places = (Where.METHOD, Where.URL)
        self.line.fault.say("\n".join(problem_text(one.problem) for one in found.faults if one.where in places))

    async def _send(self) -> None:
        try:
            found = await self._desk.tools.workshop.do(partial(prepared, self.sketch(), time.time(), str(uuid4())))
            if found.outgoing is None:
                self._show_prepared(found)
                self._go_to(found.faults[0])
            elif await self._desk.hosts.asks(found.outgoing.host):
                host = found.outgoing.host
                self.banners.ask_host(host, partial(self._agree, host))
            else:
                await self._deliver(found.outgoing)
        except KnownError as error:
            self.banners.tell("send", error.problem)

    async def _check(self) -> None:
        sketch, now, unique = for_check(self.sketch()), time.time(), str(uuid4())
        found = await self._desk.tools.workshop.do(partial(prepared, sketch, now, unique))
        if found.outgoing is None:
            self._show_prepared(found)
            self._go_to(found.faults[0])
        else:
            self.check_wanted.emit(filled(sketch, now, unique), sketch.signing)

    async def _deliver(self, outgoing: Outgoing) -> None:
        self.sent.emit(self.line.url)
        options, capture = self.parts.options.options(), self._opened.draft.capture
        sender = self._desk.sender
        await self._remember(attempt_url(outgoing), capture)
        self._begun = time.monotonic()
        self._tick.start()
        self._wait()
        self.line.show_sending(on=True)
        outcomes = []
        try:
            if self.parts.options.follows:
                outcomes = await sender.follow(outgoing, options, capture)
            else:
                outcomes = [await sender.send(outgoing, options, capture)]
        finally:
            self._tick.stop()
            self.line.show_sending(on=False)
            if not outcomes:
                self.response.cancelled()
        for outcome in outcomes:
            self.response.add(outcome.attempt, outcome.unkept)

    async def _remember(self, url: str, capture: int) -> None:
        """What came of the same some time ago is the run before the first."""
        if not self.response.runs and capture:
            before = await self._desk.last_attempt(capture, url)
            if before is not None:
                self.response.add(before)

    def _wait(self) -> None:
        self.response.wait(time.monotonic() - self._begun)

    def _go_to(self, fault: Fault) -> None:
        if fault.where is Where.METHOD:
            self.line.enter_method()
        elif fault.where is Where.URL:
            self.line.enter()
        else:
            self.parts.go_to(fault)

    def _agree(self, host: str) -> None:
        self._sending.start(self._agree_and_send(host))

    async def _agree_and_send(self, host: str) -> None:
        try:
            await self._desk.hosts.agree(host)
        except KnownError as error:
            self.banners.tell("send", error.problem)
            return
        await self._send()

    def _load_file(self) -> None:
        body = self.parts.body
        self._files.content(translate("Editor", "The body from a file"), lambda _path, read: body.replace_body(read))

    def _load_part(self) -> None:
        self._files.content(translate("Editor", "The part from a file"), self.parts.body.parts.take_file)

    def _choose_ca_file(self) -> None:
        self._files.path(translate("Editor", "CA file"), self.parts.options.show_ca_file)

    def _changed(self) -> None:
        self._pause.start()
        edited = self.edited
        if edited != self._was_edited:
            self._was_edited = edited
            self.title_changed.emit()

    def _show_rules(self) -> None:
        self._telling.start(self._tell_rules())

    async def _tell_rules(self) -> None:
        """What the capture tells of its signature, by the rules of now."""
        rules, capture = self._desk.tools.judging.rules, self._opened.capture
        if capture is not None:
            self._told = await self._desk.tools.workshop.do(partial(told_of, capture, rules))
        self.parts.signing.show_surroundings(self._told, rules)
        self._pause.start()

    def _show_query(self) -> None:
        self.parts.query.show_pairs(pairs_of(split_url(self.line.url)[1]))

    def _take_query(self) -> None:
        self.line.show_url(with_query(self.line.url, self.parts.query.pairs()))

    def _show_environments(self) -> None:
        self.parts.options.show_environments([one.name for one in self._desk.environments.known])
        self._pause.start()

    def _want_variables(self) -> None:
        self.variables_wanted.emit(self.parts.options.environment.currentText())

    def _fill(self) -> None:
        draft = self._opened.draft
        self.line.show_request(draft.method, draft.url)
        self.parts.headers.show_fields(draft.fields)
        self.parts.body.show_original(draft.body)
        self._show_query()
        self.parts.options.fills.setChecked(self._opened.capture is None)
        self._show_environments()
        self._show_rules()
        if self._opened.remarks:
            self.banners.tell("remarks", *self._opened.remarks)

    def _build(self) -> None:
        for timer, wait, once in ((self._pause, PAUSE_MS, True), (self._tick, TICK_MS, False)):
            timer.setInterval(wait)
            timer.setSingleShot(once)
        self._splitter.addWidget(self.parts)
        self._splitter.addWidget(self.response)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([600, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.banners)
        column.addWidget(separator())
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.line.edited.connect(self._changed)
        self.line.edited.connect(self._show_query)
        self.parts.query.edited.connect(self._take_query)
        self.parts.options.variables_wanted.connect(self._want_variables)
        self._desk.environments.changed.connect(self._show_environments)
        self.parts.edited.connect(self._changed)
        self.line.send_wanted.connect(self.send)
        self.line.cancel_wanted.connect(self.cancel)
        self.line.detach.clicked.connect(self.detach_wanted)
        self.line.close_button.clicked.connect(self.leave)
        self.parts.body.file_wanted.connect(self._load_file)
        self.parts.body.parts.file_wanted.connect(self._load_part)
        self.parts.options.ca_file_wanted.connect(self._choose_ca_file)
        self.parts.signing.check_wanted.connect(self.check)
        self._pause.timeout.connect(lambda: self._looking.start(self._look()))
        self._tick.timeout.connect(self._wait)
        self._desk.tools.judging.changed.connect(self._show_rules)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+Return", self.send),
            ("Ctrl+Enter", self.send),
            ("Ctrl+W", self.leave),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something else in the list of captures never act on that from here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif not _is_own(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        upright = self.width() < NARROW
        self._splitter.setOrientation(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)


_KEYS = (
    QKeySequence.StandardKey.Delete,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Undo,
)


def _is_own(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape or any(event.matches(key) for key in _KEYS)
