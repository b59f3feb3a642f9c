"""The running program behind the window: engine, library and feed, from the first paint to the last commit."""

import asyncio
import logging
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt

from webhook_inspector.core.events import (
    Attempted,
    Fault,
    ForwardsChanged,
    Judged,
    Judging,
    Listening,
    Notice,
    NotListening,
    Queued,
    Removed,
    RulesChanged,
)
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.search.parse import parse
from webhook_inspector.settings import Settings
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.actions import connect_actions
from webhook_inspector.ui.banner import Choice
from webhook_inspector.ui.check_control import CheckControl
from webhook_inspector.ui.commands import Commands
from webhook_inspector.ui.compare_control import CompareControl
from webhook_inspector.ui.detail import DetailTabs
from webhook_inspector.ui.doorbell import Doorbell, Ring
from webhook_inspector.ui.editor_control import EditorControl
from webhook_inspector.ui.editor_sending import Hosts
from webhook_inspector.ui.endpoint_control import EndpointControl
from webhook_inspector.ui.engine_thread import ROLE, Begun, begin
from webhook_inspector.ui.exporting import Exporting
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.filter_menu import FilterMenu
from webhook_inspector.ui.follower import Follower
from webhook_inspector.ui.forward_control import ForwardControl
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.listener_bar import ListenerState
from webhook_inspector.ui.listening import ListenerControl
from webhook_inspector.ui.marking import MarkingControl
from webhook_inspector.ui.repeat_control import RepeatControl
from webhook_inspector.ui.sample_control import SampleControl
from webhook_inspector.ui.sidebar_control import SidebarControl
from webhook_inspector.ui.single import socket_name
from webhook_inspector.ui.stage import Situation
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.timeline_control import TimelineControl
from webhook_inspector.ui.window import MainWindow

HISTORY_CHANGED = ("store-moved", "store-damaged", "store-wal-moved")
"""Notices after which the history is another file."""
HAND_OVER_SECONDS = 3.0
"""How long a window of the same folder that is just being closed is waited for."""
OFFERED = 50
"""Most values of a field that are looked through for completion."""
START_SECONDS = 2.0
"""How long the end waits for a start that is still under way."""

_log = logging.getLogger(__name__)


class Program(QObject):
    def __init__(self, window: MainWindow, folder: DataFolder, settings: Settings, begun: Begun) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._tasks = Tasks()
        self._closing = asyncio.Event()
        self._unreadable: Problem | None = None
        self._inbox, self._engine = begun.inbox, begun.engine
        self._inbox.setParent(self)
        self._library = Library(lambda: Reader(folder.history))
        self._feed = Feed(window.model, self._library, folder.history, self)
        self._feed.before_read = self._inbox.look
        stamp = Rulebook(folder, settings).stamp
        self._follower = Follower(self._feed, self._library, folder.history, self._tasks, stamp)
        self._listener = ListenerControl(window, self._engine, self._tasks, folder, settings)
        self._endpoints = EndpointControl(window, self._engine, self._tasks, folder, settings)
        self._exporting = Exporting(window, self._tasks, folder.history)
        self._commands = Commands(window, self._library, self._listener, self._exporting)
        self._detail = DetailTabs(self._library, self._tasks, self._endpoints)
        self._comparing = CompareControl(window, self._library, self._tasks, folder)
        self._editing = EditorControl(
            window, self._library, self._engine, self._tasks, self._detail, Hosts(folder.settings)
        )
        self._marking = MarkingControl(
            window, self._engine, self._library, self._feed, self._tasks, self._detail.judged
        )
        self._samples = SampleControl(window, self._engine, self._tasks, self._endpoints, folder)
        self._checking = CheckControl(window, self._engine, self._library, self._tasks, self._endpoints, folder)
        self._repeating = RepeatControl(window, self._engine, self._library, self._tasks, self._endpoints, folder)
        self._forwarding = ForwardControl(
            window, self._engine, self._library, self._feed, self._tasks, self._detail, folder
        )
        self._sidebar = SidebarControl(window, self._feed, self._endpoints, folder)
        self._timeline = TimelineControl(window, self._feed, folder)
        self._doorbell = Doorbell(socket_name(folder.path), self)
        self._editing.check_wanted.connect(self._checking.check_draft)
        window.set_detail(self._detail)
        self._connect()
        if window.leaving:
            self.close()

    async def run(self) -> None:
        """Until the window is closed and everything is committed."""
        self._hear()
        self._sidebar.start()
        starting = self._tasks.spawn(self._start(self._engine.begun), name="start")
        await self._closing.wait()
        await asyncio.wait([starting], timeout=START_SECONDS)
        await self._end()

    def close(self) -> None:
        self._closing.set()

    def _connect(self) -> None:
        window, queued = self._window, Qt.ConnectionType.QueuedConnection
        self._inbox.captured.connect(self._feed.stir, queued)
        self._inbox.happened.connect(self._hear, queued)
        self._feed.counted.connect(self._counted)
        self._feed.failed.connect(self._failed)
        self._feed.differed.connect(self._detail.judged)
        self._follower.rules_changed.connect(self._endpoints.read_rules)
        self._feed.searching.connect(window.search.show_searching)
        self._listener.changed.connect(self._refresh)
        self._listener.began.connect(_say_listening)
        self._doorbell.rung.connect(window.come_to_front)
        window.closing.connect(self.close)
        window.search.changed.connect(self._search)
        window.search.values_wanted.connect(self._read_values)
        if window.view.menu is not None:
            FilterMenu(window.view.menu, window.view, window.model).picked.connect(window.search.add)
        window.view.shown_changed.connect(self._detail.show_capture)
        window.view.tries_toggled.connect(self._feed.toggle_tries)
        window.bar.toggled.connect(self._commands.toggle_listening)
        window.stage.start_page.start.connect(self._commands.toggle_listening)
        self._detail.told.connect(window.status.say)
        self._samples.edit_wanted.connect(self._editing.edit_draft)
        targets = (self._commands, self._endpoints, self._comparing, self._marking, self._sidebar, self._editing)
        connect_actions(
            window.actions_by_key, *targets, self._samples, self._checking, self._repeating, self._forwarding
        )

    # start

    def _begin_again(self) -> None:
        self._tasks.spawn(self._start(self._begin_engine), name="start")

    async def _start(self, begin: Callable[[], Awaitable[Problem | None]]) -> None:
        end = time.monotonic() + HAND_OVER_SECONDS
        while (problem := await begin()) is not None:
            if not _is_of_a_window(problem) or time.monotonic() > end:
                self._without_folder(problem)
                return
            if await self._ring():
                self.close()
                return
            await asyncio.sleep(0.1)  # it does not answer: perhaps it is just being closed
            begin = self._begin_engine
        self._follower.stop()
        self._endpoints.ours = True
        self._editing.ours = True
        self._window.banners.drop("folder")
        if not self._doorbell.open():
            _log.warning("a second window cannot call this one: the local socket cannot be opened")
        await self._feed.reopen()

    async def _ring(self) -> bool:
        """Whether another window of this folder has come to the front."""
        ring, ended = Ring(socket_name(self._folder.path), self), asyncio.Event()
        ring.ended.connect(ended.set)
        ring.begin()
        await ended.wait()
        ring.deleteLater()
        return bool(ring.heard)

    async def _begin_engine(self) -> Problem | None:
        """What keeps it from beginning, or None: then it listens, or has told why it does not."""
        self._listener.set_state(ListenerState("starting"))
        return await self._engine.ask(begin)

    def _without_folder(self, problem: Problem) -> None:
        """Another process has the folder: then this window shows what that one captures. Or it cannot be used."""
        if problem.code == "store-in-use":
            self._listener.set_state(ListenerState("elsewhere"))
            text = self.tr("Capturing is done by {holder}. This window shows what it captures, live.")
            text = text.format(holder=_holder(problem))
            choices = [Choice(self.tr("Capture here"), self._begin_again)]
            self._window.banners.show_banner("folder", "note", text, choices)
            self._follower.start()
            self._endpoints.read_rules()
            self._forwarding.read_rules()
        else:
            self._listener.set_state(ListenerState("unavailable"))
            self._failed(problem)
            choices = [Choice(self.tr("Try again"), self._begin_again)]
            self._window.banners.show_banner("folder", "fail", problem_text(problem), choices)

    # what happens

    def _hear(self) -> None:
        banners = self._window.banners
        events = self._inbox.take()
        for event in events:
            if isinstance(event, Fault):
                if event.problem is None:
                    banners.drop("store")
                else:
                    banners.show_banner("store", "fail", problem_text(event.problem))
            elif isinstance(event, Notice):
                key = f"notice {event.problem.code}"
                banners.show_banner(key, "warn", problem_text(event.problem), dismissable=True)
                if event.problem.code in HISTORY_CHANGED:
                    self._tasks.spawn(self._feed.reopen(), name="open the history anew")
            elif isinstance(event, Listening | NotListening):
                self._listener.hear(event)
            elif isinstance(event, Removed):
                self._feed.dropped(event.ids)
                window = self._window
                window.status.say(self.tr("%Ln removed by the rules of retention", "", len(event.ids)))
            elif isinstance(event, RulesChanged | Judged | Judging):
                self._hear_of_judging(event)
        self._forwarding.hear([event for event in events if isinstance(event, ForwardsChanged | Queued | Attempted)])

    def _hear_of_judging(self, event: RulesChanged | Judged | Judging) -> None:
        if isinstance(event, RulesChanged):
            self._endpoints.set_rules(event.rules)
        elif isinstance(event, Judged):
            self._feed.judged(event.ids)
            self._detail.judged(event.ids)
        else:
            self._window.status.tell(judged=event.done, to_judge=event.total)
            if event.done >= event.total:
                self._feed.settle()

    def _search(self, text: str) -> None:
        parsed = parse(text)
        if parsed.query is not None:
            self._feed.search(parsed.query)

    def _read_values(self, field: str) -> None:
        self._tasks.spawn(self._tell_values(field), name=f"values of {field}")

    async def _tell_values(self, field: str) -> None:
        """For completion. A history that cannot be read has its banner already."""
        with suppress(KnownError):
            values = await self._library.read(lambda reader: reader.values(field, OFFERED))
            self._window.search.learn(field, values)

    def _failed(self, problem: Problem) -> None:
        self._unreadable = problem
        self._refresh()

    def _counted(self) -> None:
        self._unreadable = None
        self._refresh()

    def _refresh(self) -> None:
        feed, shown, words = self._feed, len(self._window.model.ids), self._feed.query.text
        situation = Situation(self._listener.state, feed.ready, self._unreadable, feed.total, shown, words)
        self._window.stage.show_situation(situation)
        filtered = not feed.query.is_empty
        self._window.status.tell(shown=shown, total=feed.total, filtered=filtered, disk_size=feed.disk_size)
        self._window.status.tell_taken(feed.taken)

    # end

    async def _end(self) -> None:
        """In this order: no more requests and the last commit, then nothing reads any more, then the threads."""
        self._window.remember()
        self._doorbell.close()
        self._follower.stop()
        self._editing.close_down()
        self._detail.close_down()
        self._comparing.close_down()
        self._samples.close_down()
        self._checking.close_down()
        self._repeating.close_down()
        for step in (
            self._listener.settle,
            self._editing.stop,
            self._engine.stop,
            self._exporting.stop,
            self._commands.stop,
            self._feed.stop,
            self._sidebar.stop,
            self._timeline.stop,
            self._tasks.stop,
            self._library.close,
        ):
            await _surely(step)


def _holder(problem: Problem) -> str:
    """Who has the folder, by the problem `store-in-use`."""
    return str(dict(problem.particulars).get("holder", ""))


def _is_of_a_window(problem: Problem) -> bool:
    """Also where the holder is not known by name: it let go in this moment."""
    holder = _holder(problem)
    return problem.code == "store-in-use" and (ROLE in holder or "(" not in holder)


async def _surely(step: Callable[[], Awaitable[None]]) -> None:
    """One step that fails must not keep the others from being done."""
    try:
        await step()
    except Exception:  # noqa: BLE001 (an edge: the next step matters more)
        _log.exception("closing: %s failed", step)


def _say_listening(url: str) -> None:
    """For whoever started the window from a terminal or a script."""
    if sys.stdout is not None:
        sys.stdout.write(f"listening on {url}\n")
        sys.stdout.flush()
