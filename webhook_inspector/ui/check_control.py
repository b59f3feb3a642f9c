"""Checking a handler from the window: of a capture or a draft, its variants sent by the engine, and the report kept in a file."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from webhook_inspector.core.capture import Record
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.draft import Draft, Outgoing
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import Rules
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.core.text import visible
from webhook_inspector.drafts.captured import draft_of, lacking
from webhook_inspector.drafts.checking import Report, Trial
from webhook_inspector.drafts.signing import Signing
from webhook_inspector.engine import Engine
from webhook_inspector.files import write_whole
from webhook_inspector.handler_check import Tried, check, signing_for, trials_of
from webhook_inspector.net.sending import Options
from webhook_inspector.paths import DataFolder
from webhook_inspector.ui.ask_path import ask_path
from webhook_inspector.ui.check_exchange import exchange_of
from webhook_inspector.ui.check_target import agree, allowed
from webhook_inspector.ui.check_window import CheckWindow
from webhook_inspector.ui.editor_sending import Hosts
from webhook_inspector.ui.editor_targets import FIRST
from webhook_inspector.ui.endpoint_control import EndpointControl
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.loaded import load_whole
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.verdict_words import scheme_title
from webhook_inspector.ui.window import MainWindow
from webhook_inspector.ui.workshop import Latest


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked with."""

    draft_to: Callable[[str], Draft]
    """The request, to another address. Raises KnownError."""
    signing: Signing


class CheckControl(QObject):
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
        self._hosts = Hosts(folder.settings)
        self._made: CheckWindow | None = None
        self._subject: Subject | None = None
        self._running = Latest(tasks, "check a handler")
        self._opening = Latest(tasks, "show an exchange")

    def check_handler(self) -> None:
        """With the current capture."""
        number = self._window.view.shown_id()
        if number is not None:
            self._tasks.spawn(self._begin(number), name="begin to check a handler")

    def check_draft(self, draft: Draft, signing: Signing, title: str) -> None:
        """With a request that is being edited; `signing` signs it anew."""
        self._open(Subject(lambda url: replace(draft, url=url, target=b""), signing), title, draft.url)

    def close_down(self) -> None:
        """Before the loop ends."""
        self._running.stop()
        self._opening.stop()

    async def _begin(self, number: int) -> None:
        try:
            record = await self._library.read(lambda reader: load_whole(reader, number))
            signing = await aside(partial(_signing, record, self._endpoints.rules))
        except KnownError as error:
            self._window.banners.show_banner("check", "warn", problem_text(error.problem), dismissable=True)
            return
        self._window.banners.drop("check")
        self._open(Subject(partial(draft_of, record), signing), self.tr("capture {id}").format(id=number), "")

    def _open(self, subject: Subject, title: str, url: str) -> None:
        self._running.stop()
        self._subject = subject
        shown = self._shown()
        if url or not shown.target.url:
            shown.target.show_url(url or self._window.resend_to or FIRST)
        about = self.tr(
            "Signed by {scheme} with “{label}” and sent: valid, twice, and broken in each way that a handler can notice. "
            "Nothing of it is kept in the history."
        )
        label = visible(subject.signing.keys[0].label) if subject.signing.keys else ""
        shown.begin(title, about.format(scheme=scheme_title(subject.signing.scheme), label=label))

    def _shown(self) -> CheckWindow:
        if self._made is None:
            made = self._made = CheckWindow(self._window)
            made.wanted.connect(lambda: self._running.start(self._ask(made)))
            made.target.agreed.connect(
                lambda host: self._running.start(agree(made.target, self._hosts, host, lambda: self._check(made)))
            )
            made.cancelled.connect(self._cancel)
            made.finished.connect(lambda _result: self._running.stop())
            made.table.picked.connect(self._pick)
            made.save_wanted.connect(lambda text, suffix: self._tasks.spawn(self._save(text, suffix), name="save"))
        return self._made

    async def _ask(self, shown: CheckWindow) -> None:
        if await allowed(shown.target, self._hosts):
            await self._check(shown)

    async def _check(self, shown: CheckWindow) -> None:
        subject = self._subject
        if subject is None:
            return
        try:
            draft = subject.draft_to(shown.target.url)
            trials = await aside(partial(trials_of, draft, subject.signing, time.time()))
        except KnownError as error:
            shown.stop(error.problem)
            return
        shown.run(trials)
        loop = asyncio.get_running_loop()

        def told(tried: Tried) -> None:
            """On the engine's thread."""
            loop.call_soon_threadsafe(lambda: shown.add(tried))

        try:
            report = await self._engine.ask(partial(_checked, trials=trials, subject=subject, told=told))
        except KnownError as error:
            shown.stop(error.problem)
            return
        shown.show_report(report)

    def _cancel(self) -> None:
        self._running.stop()
        if self._made is not None:
            self._made.stop(Problem.of("check-cancelled"))

    def _pick(self, tried: Tried | None) -> None:
        if tried is None:
            self._opening.stop()
            self._shown().exchange.clear()
        else:
            self._opening.start(self._show(tried.attempt))

    async def _show(self, attempt: Attempt) -> None:
        exchange = await aside(partial(exchange_of, attempt))
        self._shown().exchange.show_exchange(attempt, exchange)

    async def _save(self, text: str, suffix: str) -> None:
        shown = self._shown()
        path = await ask_path(shown, self.tr("Save report"), self.tr("handler-check") + suffix)
        if path is None:
            return
        try:
            await aside(partial(_write, path, text))
        except KnownError as error:
            shown.stop(error.problem)


def _signing(record: Record, rules: Rules) -> Signing:
    """With the secrets that count now. Raises KnownError where the capture cannot be sent as it came, or not be signed."""
    part = lacking(record)
    if part is not None:
        raise KnownError(part)
    return signing_for(replace(record.capture, received_ns=time.time_ns()), rules)


async def _checked(
    engine: Engine, *, trials: tuple[Trial, ...], subject: Subject, told: Callable[[Tried], object]
) -> Report:
    """On the engine's loop."""

    async def send(outgoing: Outgoing) -> Attempt:
        return (await engine.trial.send(outgoing, Options())).attempt

    return await check(trials, subject.signing.scheme, send, told)


def _write(path: Path, text: str) -> None:
    write_whole(path, [text.encode()], overwrite=True)
