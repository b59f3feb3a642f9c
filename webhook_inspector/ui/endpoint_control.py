"""Endpoints and secrets in the window: what the rules are, the editor, and what a button of the doctor's changes."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.doctor.finding import Remedy
from webhook_inspector.doctor.remedies import Change, change_of
from webhook_inspector.engine import Engine
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings, save_setting
from webhook_inspector.ui.endpoint_change import EndpointChange
from webhook_inspector.ui.endpoints_dialog import EndpointsDialog
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.window import MainWindow
from webhook_inspector.vault.keyring import PlaceKind

T = TypeVar("T")
FETCHING = "signatures.fetch_keys"


class EndpointControl(QObject):
    """Its `rules` are those of the engine, or, while another process has the folder, what the files say."""

    changed = Signal()
    """Rules, or the permission to fetch keys, are others."""

    def __init__(
        self, window: MainWindow, engine: EngineThread, tasks: Tasks, folder: DataFolder, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._tasks = tasks
        self._folder = folder
        self._settings = settings
        self._editor: EndpointsDialog | None = None
        self.rules: Rules = NO_RULES
        self.fetch_allowed = settings.text(FETCHING) == "yes"
        self.ours = True
        """Whether the engine of this window has the folder."""

    def set_rules(self, rules: Rules) -> None:
        if rules != self.rules:
            self.rules = rules
            self.changed.emit()

    def read_rules(self) -> None:
        """From the files: another process has the folder."""
        self.ours = False
        self._tasks.spawn(self._read(), name="read the rules")

    def apply(self, endpoint: str, remedy: Remedy) -> None:
        """Does what the button of a finding promises."""
        change = change_of(remedy, endpoint, self.rules)
        self._tasks.spawn(self._told(lambda book: _carry_out(book, change)), name="apply a remedy")

    def edit_endpoints(self) -> None:
        """Opens the editor, at the endpoint of the capture that is shown if it is configured."""
        row = self._window.view.shown_row()
        path = "" if row is None else self.rules.endpoint_of(row.endpoint).path
        self.edit_endpoint(path if path in self.rules.paths() else "")

    def edit_endpoint(self, path: str) -> None:
        """Opens the editor: at an endpoint, at a new one of that path, or, where it is empty, at the first."""
        self._tasks.spawn(self._open(path), name="edit endpoints")

    async def change(self, work: Callable[[Rulebook], T]) -> T:
        """Changes the rules for another part of the window; afterwards what arrives is judged by them. Raises KnownError."""
        return await self._ask(work)

    def allow_fetching(self) -> None:
        """From now on, also after the next start."""
        self.fetch_allowed = True
        self.changed.emit()
        self._tasks.spawn(self._allow(), name="allow to fetch keys")

    async def _open(self, path: str) -> None:
        dialog = self._made()
        await self._fill(dialog)
        if path:
            dialog.edit(path)
        dialog.open()

    def _made(self) -> EndpointsDialog:
        if self._editor is None:
            self._editor = EndpointsDialog(self._window)
            self._editor.setObjectName("endpoints")
            self._editor.saved.connect(self._save)
            self._editor.removed.connect(self._remove)
            self.changed.connect(self._show_rules)
        return self._editor

    def _show_rules(self) -> None:
        if self._editor is not None and self._editor.isVisible():
            self._tasks.spawn(self._fill(self._editor), name="show endpoints")

    async def _fill(self, dialog: EndpointsDialog) -> None:
        try:
            place = await self._ask(lambda book: book.place())
        except KnownError as error:
            self._warn(problem_text(error.problem))
            return
        dialog.show_rules(self.rules, place.name if place.kind is PlaceKind.KEYRING else "", self._window.bar.state.url)

    def _save(self, change: EndpointChange) -> None:
        def work(book: Rulebook) -> tuple[Problem, ...]:
            book.keep(change.endpoint, before=change.before or "")
            return book.keep_secrets(change.endpoint.path, change.secrets)

        self._tasks.spawn(self._answered(work), name="save an endpoint")

    def _remove(self, path: str) -> None:
        self._tasks.spawn(self._answered(lambda book: book.remove(path)), name="remove an endpoint")

    async def _answered(self, work: Callable[[Rulebook], tuple[Problem, ...]]) -> None:
        """Changes something for the editor, and tells it what came of it."""
        dialog = self._editor
        try:
            problems = await self._ask(work)
        except KnownError as error:
            text = problem_text(error.problem)
            if dialog is not None and dialog.isVisible():
                dialog.tell_problem(text)
            else:
                self._warn(text)
            return
        if dialog is not None:
            await self._fill(dialog)
        for problem in problems:
            self._warn(problem_text(problem))

    async def _told(self, work: Callable[[Rulebook], tuple[Problem, ...]]) -> None:
        try:
            problems = await self._ask(work)
        except KnownError as error:
            problems = (error.problem,)
        for problem in problems:
            self._warn(problem_text(problem))

    async def _allow(self) -> None:
        await self._told(self._write_permission)
        if self.ours:
            await self._engine.ask(lambda engine: engine.allow_fetching())

    def _write_permission(self, _book: Rulebook) -> tuple[Problem, ...]:
        save_setting(self._folder.settings, FETCHING, "yes")
        return ()

    async def _read(self) -> None:
        await self._ask(lambda _book: None)

    async def _ask(self, work: Callable[[Rulebook], T]) -> T:
        """Asks or changes the files on another thread; afterwards the rules are those in the files."""
        if self.ours:
            outcome, rules = await self._engine.ask(lambda engine: _by_engine(engine, work))
        else:
            outcome, rules = await aside(lambda: _by_hand(Rulebook(self._folder, self._settings), work))
        self.set_rules(rules)
        return outcome

    def _warn(self, text: str) -> None:
        self._window.banners.show_banner("endpoints", "warn", text, dismissable=True)


async def _by_engine(engine: Engine, work: Callable[[Rulebook], T]) -> tuple[T, Rules]:
    outcome = await engine.verdicts.change(work)
    return outcome, engine.verdicts.rules


def _by_hand(book: Rulebook, work: Callable[[Rulebook], T]) -> tuple[T, Rules]:
    """Whoever has the folder sees that the files have changed."""
    outcome = work(book)
    return outcome, book.load().rules


def _carry_out(book: Rulebook, change: Change) -> tuple[Problem, ...]:
    if change.endpoint is not None:
        book.keep(change.endpoint)
    return () if change.secret is None else book.keep_secret(change.secret)
