"""Starts and stops the listener for the window, and says on a banner what keeps it from listening and what can be done."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from webhook_inspector.core.events import Listening, NotListening
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.net.addresses import free_port, outward_address
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings, save_setting
from webhook_inspector.ui.banner import Choice
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.listener_bar import ListenerState
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.window import MainWindow

FAILURE = "listener"
REACHABLE = "reachable"
SETTLE_SECONDS = 2.0
LOOPBACK = {"localhost": "127.0.0.1"}


class ListenerControl(QObject):
    """Only for a window whose engine has the data folder."""

    began = Signal(str)
    """Somebody can post now: the URL."""
    changed = Signal()
    """The state of the bar is another one."""

    def __init__(
        self, window: MainWindow, engine: EngineThread, tasks: Tasks, folder: DataFolder, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._tasks = tasks
        self._folder = folder
        self._host = settings.text("listener.host")
        self._port = settings.number("listener.port")
        self._running: set[asyncio.Task[Any]] = set()
        self.set_state(ListenerState("starting", self._expected_url()))

    @property
    def state(self) -> ListenerState:
        return self._window.bar.state

    def set_state(self, state: ListenerState) -> None:
        self._window.bar.show_state(state)
        self._window.status.tell(listener=self._status_text(state))
        self.changed.emit()

    def toggle(self) -> None:
        if self.state.key == "listening":
            self.set_state(ListenerState("stopping", self.state.url))
            self._spawn(self._engine.ask(lambda engine: engine.stop_listening()))
        elif self.state.key == "stopped":
            self.listen()

    def listen(self, port: int | None = None) -> None:
        """On the port of the settings, or on `port` until the window is closed."""
        self._port = self._port if port is None else port
        self.set_state(ListenerState("starting", self._expected_url()))
        self._spawn(self._listen())

    def hear(self, event: Listening | NotListening) -> None:
        """What the engine tells of the listener."""
        banners = self._window.banners
        if isinstance(event, Listening):
            banners.drop(FAILURE)
            self.set_state(ListenerState("listening", event.url))
            self._warn_if(event)
            self.began.emit(event.url)
            return
        banners.drop(REACHABLE)
        self.set_state(ListenerState("stopped", self._expected_url()))
        if event.problem is not None:
            self._spawn(self._explain(event.problem))

    async def _listen(self) -> None:
        with suppress(KnownError):  # the engine tells it as an event too
            await self._engine.ask(lambda engine: engine.listen(port=self._port))

    async def _explain(self, problem: Problem) -> None:
        choices = [Choice(self.tr("Choose port…"), self._choose), Choice(self.tr("Try again"), self.listen)]
        if problem.code == "port-taken":
            free = await self._engine.ask(lambda _engine: asyncio.to_thread(free_port, self._port + 1))
            if free is not None:
                text = self.tr("Use {port}").format(port=free)
                choices.insert(0, Choice(text, lambda: self.listen(free)))
        if self.state.key != "stopped":
            return  # somebody was quicker
        text = problem_text(problem) + " " + self.tr("Nothing is being captured; the history can still be read.")
        self._window.banners.show_banner(FAILURE, "fail", text, choices)

    def _warn_if(self, event: Listening) -> None:
        if not event.reachable:
            self._window.banners.drop(REACHABLE)
            return
        place = event.url.partition("://")[2]
        host = place if not place.startswith("127.") else f"{outward_address()}:{place.rpartition(':')[2]}"
        text = problem_text(Problem.of("reachable", host=host))
        self._window.banners.show_banner(REACHABLE, "warn", text, dismissable=True)

    def _choose(self) -> None:
        dialog = QInputDialog(self._window)
        dialog.setObjectName("choose-port")
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(0, 65535)
        dialog.setIntValue(self._port)
        dialog.setWindowTitle(self.tr("Choose port"))
        dialog.setLabelText(self.tr("Port to listen on, now and from now on (0 takes any free one):"))
        dialog.intValueSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, port: int) -> None:
        self.listen(port)
        self._spawn(self._save(port))

    async def _save(self, port: int) -> None:
        try:
            await self._engine.ask(
                lambda _engine: asyncio.to_thread(save_setting, self._folder.settings, "listener.port", port)
            )
        except KnownError as error:
            self._window.banners.show_banner("settings", "warn", problem_text(error.problem), dismissable=True)

    async def settle(self) -> None:
        """Waits for what was begun: a listener that comes up while the engine stops would never be closed."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=SETTLE_SECONDS)

    def _spawn(self, work: Coroutine[Any, Any, object]) -> None:
        task = self._tasks.spawn(work, name="listener")
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def _expected_url(self) -> str:
        """Where it will be, so that the URL can be copied at once; empty where only the system knows the port."""
        host = LOOPBACK.get(self._host, self._host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self._port}" if self._port else ""

    def _status_text(self, state: ListenerState) -> str:
        place = state.url.partition("://")[2]
        return {
            "starting": self.tr("○ Starting…"),
            "listening": self.tr("● Listening on {place}").format(place=place),
            "stopping": self.tr("○ Stopping…"),
            "stopped": self.tr("○ Not listening"),
            "elsewhere": self.tr("◐ Reading only"),
            "unavailable": self.tr("○ Not listening"),
        }[state.key]
