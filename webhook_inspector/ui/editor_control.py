"""Opens editors: as tabs of the details, or in windows of their own; and sends captures again without one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from webhook_inspector.core.capture import Record
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.core.text import visible
from webhook_inspector.drafts.address import address_of
from webhook_inspector.drafts.captured import draft_of, lacking
from webhook_inspector.ui.banner import Choice
from webhook_inspector.ui.detail import DetailTabs
from webhook_inspector.ui.editor_environments import Environments
from webhook_inspector.ui.editor_environments_dialog import EnvironmentsDialog
from webhook_inspector.ui.editor_pane import Desk, EditorPane, Opened
from webhook_inspector.ui.editor_paste import PasteDialog
from webhook_inspector.ui.editor_resend import Resender, Tally
from webhook_inspector.ui.editor_sending import EditorSender, Hosts
from webhook_inspector.ui.editor_targets import FIRST, next_target, with_recent
from webhook_inspector.ui.editor_window import EditorWindow
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.loaded import load_whole
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import code_font
from webhook_inspector.ui.window import MainWindow
from webhook_inspector.ui.workshop import Latest

MANY = 10
"""Captures that are sent again without asking first."""
MOST = 1_000
_ZOOMS = ("zoom-in", "zoom-out", "zoom-reset")
"""Actions of the main window that also are those of an editor's own window."""
_NEW = Draft("POST", f"{FIRST}/", (DraftField(b"Content-Type", b"application/json"),), b"{}")


class EditorControl(QObject):
    """Methods are named in the table of `actions`."""

    check_wanted = Signal(object, object, str)
    """A handler shall be checked with a Draft and a Signing; the last is what to call the draft."""

    def __init__(
        self, window: MainWindow, library: Library, engine: EngineThread, tasks: Tasks, detail: DetailTabs, hosts: Hosts
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._tasks = tasks
        self._detail = detail
        self.ours = False
        """Whether the engine of this window has the folder: then what is sent is kept."""
        self._sender = EditorSender(engine, lambda: self.ours)
        self._environments = Environments(hosts.path, tasks, self)
        self._environments.failed.connect(self._warn)
        self._desk = Desk(detail.tools, self._sender, hosts, self._environments, self._last_attempt)
        self._resender = Resender(library, detail.tools.workshop, self._sender)
        self._resending = Latest(tasks, "send captures again")
        self._panes: list[EditorPane] = []
        detail.zoomed.connect(self._zoom)
        detail.guests_changed.connect(lambda: window.stage.hold(on=detail.has_guests))
        self._windows: dict[EditorPane, EditorWindow] = {}
        self._records: dict[EditorPane, Record] = {}
        self._paste: PasteDialog | None = None
        self._variables: EnvironmentsDialog | None = None

    @property
    def panes(self) -> Sequence[EditorPane]:
        return self._panes

    def edit_resend(self) -> None:
        """Opens the current capture as a draft. Nothing is sent."""
        number = self._window.view.shown_id()
        if number is not None:
            self._tasks.spawn(self._edit(number), name="edit a capture")

    def new_request(self) -> None:
        self._open(Opened(_NEW, self.tr("New request")))

    def paste_request(self) -> None:
        if self._paste is None:
            self._paste = PasteDialog(self._window)
            self._paste.taken.connect(lambda draft: self._open(Opened(draft, self.tr("Pasted request"))))
        self._paste.ask()

    def edit_draft(self, draft: Draft, title: str) -> None:
        """Opens a request that another part of the window has made. Nothing is sent."""
        self._open(Opened(draft, title))

    def resend_unchanged(self) -> None:
        """The selection, at once, to where something was sent last."""
        ids = list(self._window.view.selected_ids()[:MOST])
        to = self._window.resend_to
        if not ids:
            return
        if not to:
            self._warn(Problem.of("resend-no-target"))
            self.edit_resend()
        elif len(ids) > MANY:
            words = self.tr("Send %Ln captures again, to {target}?", "", len(ids)).format(target=visible(to))
            self._ask(words, self.tr("Send them"), partial(self._resend, ids, to))
        else:
            self._resend(ids, to)

    def close_down(self) -> None:
        """Before the loop ends."""
        self._resending.stop()
        for pane in self._panes:
            pane.stop()
        for window in list(self._windows.values()):
            window.closed.disconnect()
            window.close()

    async def stop(self) -> None:
        """Before the engine ends."""
        await self._sender.stop()

    # inside

    async def _edit(self, number: int) -> None:
        try:
            record = await self._library.read(lambda reader: load_whole(reader, number))
            draft = draft_of(record, self._window.resend_to or FIRST)
        except KnownError as error:
            self._warn(error.problem)
            return
        lack = lacking(record)
        remarks = (lack,) if lack else ()
        opened = Opened(draft, self.tr("Edit {id}").format(id=number), record.capture, remarks)
        self._records[self._open(opened)] = record

    async def _last_attempt(self, capture: int, target: str) -> Attempt | None:
        """None also where the history cannot be read: that has its own banner."""
        try:
            return await self._library.read(lambda reader: reader.last_by_hand(capture, target))
        except KnownError:
            return None

    def _open(self, opened: Opened) -> EditorPane:
        pane = EditorPane(self._desk, opened)
        pane.show_recent(self._window.targets)
        pane.set_code_font(code_font(self._detail.code_points))
        pane.title_changed.connect(lambda: self._detail.name_guest(pane, pane.title))
        pane.left.connect(lambda: self._close(pane))
        pane.detach_wanted.connect(lambda: self._detach(pane))
        pane.variables_wanted.connect(self._edit_variables)
        pane.sent.connect(lambda url: self._note(pane, url))
        pane.check_wanted.connect(lambda draft, signing: self.check_wanted.emit(draft, signing, opened.title))
        self._panes.append(pane)
        self._environments.read()
        self._attach(pane)
        return pane

    def _edit_variables(self, name: str) -> None:
        if self._variables is None:
            self._variables = EnvironmentsDialog(self._window)
            self._variables.saved.connect(self._environments.keep)
        self._variables.show_environments(self._environments.known, name)
        self._variables.open()

    def _attach(self, pane: EditorPane) -> None:
        self._detail.add_guest(pane, pane.title)
        pane.line.enter()

    def _detach(self, pane: EditorPane) -> None:
        self._detail.remove_guest(pane)
        window = EditorWindow(pane, self._window)
        window.addActions([self._window.actions_by_key[key] for key in _ZOOMS])
        self._windows[pane] = window
        window.closed.connect(lambda: self._window_closed(pane))
        window.show()
        pane.line.enter()

    def _window_closed(self, pane: EditorPane) -> None:
        """An edited one goes back among the tabs: nothing is lost, and nothing is asked."""
        window = self._windows.pop(pane)
        if not pane.edited:
            self._windows[pane] = window
            self._close(pane)
            return
        self._attach(window.give_back())
        window.deleteLater()

    def _zoom(self) -> None:
        """Those in windows of their own, too, which the details do not know."""
        for pane in self._windows:
            pane.set_code_font(code_font(self._detail.code_points))

    def _close(self, pane: EditorPane) -> None:
        pane.stop()
        self._panes.remove(pane)
        self._records.pop(pane, None)
        self._detail.remove_guest(pane)
        window = self._windows.pop(pane, None)
        if window is not None:
            window.closed.disconnect()
            window.close()
            window.deleteLater()
        pane.deleteLater()
        self._window.focus_table()

    def _note(self, pane: EditorPane, url: str) -> None:
        """What was sent to is offered from now on."""
        self._window.targets = with_recent(self._window.targets, url)
        to = next_target(url, self._records.get(pane))
        self._window.resend_to = to or self._window.resend_to
        for one in self._panes:
            one.show_recent(self._window.targets)

    def _resend(self, ids: Sequence[int], to: str) -> None:
        self._window.banners.drop("resend")
        self._resending.start(self._resend_all(ids, to))

    async def _resend_all(self, ids: Sequence[int], to: str) -> None:
        hosts = self._desk.hosts
        try:
            host = address_of(to).host
            if await hosts.asks(host):
                self._ask_leave(host, ids, to)
                return
        except KnownError as error:
            self._warn(error.problem)
            return
        self._window.status.say(self.tr("Sending again…"))
        self._tell(await self._resender.send(ids, to), to)

    def _ask_leave(self, host: str, ids: Sequence[int], to: str) -> None:
        words = self.tr("{host} is not this machine. Send to it, now and from now on?").format(host=visible(host))
        send = self.tr("Send to {host}").format(host=visible(host))
        self._ask(words, send, lambda: self._resending.start(self._agree(host, ids, to)))

    async def _agree(self, host: str, ids: Sequence[int], to: str) -> None:
        self._window.banners.drop("resend")
        try:
            await self._desk.hosts.agree(host)
        except KnownError as error:
            self._warn(error.problem)
            return
        await self._resend_all(ids, to)

    def _tell(self, tally: Tally, to: str) -> None:
        count = sum(tally.answered.values())
        words = ", ".join(f"{status} × {number}" for status, number in sorted(tally.answered.items()))
        text = self.tr("%Ln sent again to {target}: {statuses}", "", count)
        if count:
            self._window.status.say(text.format(target=visible(to), statuses=words))
        if tally.problems:
            self._warn(tally.problems[0])

    def _ask(self, words: str, yes: str, act: Callable[[], None]) -> None:
        choices = (Choice(yes, act), Choice(self.tr("Do not send"), lambda: self._window.banners.drop("resend")))
        self._window.banners.show_banner("resend", "warn", words, choices)

    def _warn(self, problem: Problem) -> None:
        self._window.banners.show_banner("resend", "warn", problem_text(problem), dismissable=True)
