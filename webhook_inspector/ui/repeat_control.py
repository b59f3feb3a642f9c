"""Repeating in the window: captures read, made into requests, sent by the engine at their times, and scenarios kept by name."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.drafts.repeating import MOST
from webhook_inspector.paths import DataFolder
from webhook_inspector.scenarios import Scenario, load_scenarios, remove_scenario, save_scenario
from webhook_inspector.search.parse import parse
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.check_target import agree, allowed
from webhook_inspector.ui.editor_sending import Hosts
from webhook_inspector.ui.editor_targets import FIRST
from webhook_inspector.ui.endpoint_control import EndpointControl
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.latency_columns import picture_of
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.repeat_form import Wish
from webhook_inspector.ui.repeat_run import SIZE_LIMIT, Run, jobs_of
from webhook_inspector.ui.repeat_window import RepeatWindow
from webhook_inspector.ui.window import MainWindow
from webhook_inspector.ui.workshop import Latest

T = TypeVar("T")
BEAT = 0.2
"""Seconds between two looks at how far a run is."""
PIECE = 200
"""Captures that are read at once."""


class RepeatControl(QObject):
    """Methods are named in the table of `actions`."""

    def __init__(
        self,
        window: MainWindow,
        engine: EngineThread,
        library: Library,
        tasks: Tasks,
        endpoints: EndpointControl,
        folder: DataFolder,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._library = library
        self._tasks = tasks
        self._endpoints = endpoints
        self._settings_file = folder.settings
        self._hosts = Hosts(folder.settings)
        self._made: RepeatWindow | None = None
        self._running = Latest(tasks, "repeat requests")

    def repeat(self) -> None:
        """Opens the window, with the captures that are selected."""
        shown = self._shown()
        if not shown.running:
            ids = self._window.view.selected_ids()[: MOST + 1]
            shown.form.take(tuple(sorted(ids)), self._window.search.text())
        if not shown.form.target.url:
            shown.form.target.show_url(self._window.resend_to or FIRST)
        shown.begin()
        self._tasks.spawn(self._read_scenarios(shown), name="read the scenarios")

    def close_down(self) -> None:
        """Before the loop ends."""
        self._running.stop()

    def _shown(self) -> RepeatWindow:
        if self._made is None:
            made = self._made = RepeatWindow(self._window)
            made.run_wanted.connect(lambda: self._running.start(self._ask(made)))
            made.form.target.agreed.connect(
                lambda host: self._running.start(agree(made.form.target, self._hosts, host, lambda: self._run(made)))
            )
            made.cancelled.connect(self._cancel)
            made.finished.connect(lambda _result: self._running.stop())
            made.save_wanted.connect(lambda saved: self._tasks.spawn(self._save(made, saved), name="save a scenario"))
            made.remove_wanted.connect(lambda name: self._tasks.spawn(self._remove(made, name), name="remove one"))
        return self._made

    async def _ask(self, shown: RepeatWindow) -> None:
        if await allowed(shown.form.target, self._hosts):
            await self._run(shown)

    async def _run(self, shown: RepeatWindow) -> None:
        wish = shown.form.wish()
        try:
            run = await self._prepared(wish)
        except KnownError as error:
            shown.say_problem(error.problem)
            return
        shown.run(run.total)
        sending = self._tasks.spawn(self._sent(run), name="send repeatedly")
        try:
            while not sending.done():
                await asyncio.wait((sending,), timeout=BEAT)
                shown.show_picture(await aside(partial(picture_of, run.attempts[:])))
            problem = await sending
            if problem is not None:
                shown.say_problem(problem)
            elif all(one.succeeded for one in run.attempts):
                shown.say("ok", self.tr("Done."))
            else:
                shown.say("warning", self.tr("Done, but not all were answered with 2xx."))
        except asyncio.CancelledError:
            shown.show_picture(picture_of(run.attempts[:]))
            shown.say("warning", self.tr("Cancelled. Nothing more is sent."))
            raise
        finally:
            sending.cancel()
            shown.stop()

    async def _sent(self, run: Run) -> Problem | None:
        """What kept it from sending all, without the group that it comes in; None where nothing did."""
        try:
            await self._engine.ask(run.send)
        except ExceptionGroup as group:
            known = group.subgroup(KnownError)
            found = None if known is None else known.exceptions[0]
            if isinstance(found, KnownError):
                return found.problem
            raise
        return None

    async def _prepared(self, wish: Wish) -> Run:
        """Raises KnownError where it cannot be sent, or is too much."""
        ids = await self._library.read(partial(_ids, wish))
        records: list[Record] = []
        size = 0
        for start in range(0, len(ids), PIECE):  # between two pieces others may read
            piece = await self._library.read(partial(_records, ids[start : start + PIECE]))
            records += piece
            size += sum(len(record.capture.body) for record in piece)
            if size > SIZE_LIMIT:
                raise KnownError(Problem.of("repeat-large", limit=SIZE_LIMIT))
        rules = self._endpoints.rules if wish.scenario.sign else None
        jobs = await aside(partial(jobs_of, records, wish.scenario.to, rules, time.time_ns()))
        return Run(jobs, wish.scenario.repetition, kept=self._endpoints.ours)

    def _cancel(self) -> None:
        self._running.stop()

    async def _read_scenarios(self, shown: RepeatWindow) -> None:
        with suppress(_Untold):
            shown.show_scenarios(await self._done(shown, lambda: load_scenarios(self._settings_file)))

    async def _save(self, shown: RepeatWindow, saved: Scenario) -> None:
        with suppress(_Untold):
            await self._done(shown, lambda: save_scenario(self._settings_file, saved))
            shown.show_scenarios(await self._done(shown, lambda: load_scenarios(self._settings_file)))
            shown.choose(saved.name)
            shown.say("ok", self.tr("Saved. It is in the list of scenarios from now on."))

    async def _remove(self, shown: RepeatWindow, name: str) -> None:
        with suppress(_Untold):
            await self._done(shown, lambda: remove_scenario(self._settings_file, name))
            shown.show_scenarios(await self._done(shown, lambda: load_scenarios(self._settings_file)))

    async def _done(self, shown: RepeatWindow, work: Callable[[], T]) -> T:
        """On another thread; what goes wrong is told."""
        try:
            return await aside(work)
        except KnownError as error:
            shown.say_problem(error.problem)
            raise _Untold from None


class _Untold(Exception):  # noqa: N818 (the problem was shown already)
    pass


def _ids(wish: Wish, reader: Reader) -> tuple[int, ...]:
    """On the reading thread, in the order in which they came."""
    ids = wish.ids
    if ids is None:
        query = parse(wish.scenario.filter).query
        ids = () if query is None else tuple(reader.ids(query))
    if len(ids) > MOST:
        raise KnownError(Problem.of("repeat-many", total=len(ids), limit=MOST))
    return ids


def _records(ids: tuple[int, ...], reader: Reader) -> list[Record]:
    """On the reading thread; no more than is sent at most."""
    found, size = [], 0
    for record in reader.records(ids):
        found.append(record)
        size += len(record.capture.body)
        if size > SIZE_LIMIT:
            break
    return found
