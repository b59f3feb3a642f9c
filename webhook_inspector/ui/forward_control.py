"""Forwarding in the window: the rules and their editor, pausing, trying again, and what has become of deliveries."""

import time
from array import array
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QMenu

from webhook_inspector.core.delivery import Delivery, DeliveryState
from webhook_inspector.core.events import Attempted, ForwardsChanged, Queued
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.engine import Engine
from webhook_inspector.forwards import load_forwards, remove_forward, save_forward
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.banner import Choice
from webhook_inspector.ui.detail import DetailTabs
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.forward_dialog import ForwardChange, ForwardsDialog
from webhook_inspector.ui.forward_menu import ForwardMenu
from webhook_inspector.ui.forward_sending import MOST_TARGETS, failed_of, recent_targets, send
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.texts import number, problem_text
from webhook_inspector.ui.window import MainWindow

translate = QCoreApplication.translate

COUNT_MS = 400
"""Between two counts of what waits and what has failed, at least."""
CALM = 20
"""So many times as long as counting takes, nobody counts again."""
MOST_SENT = 100
"""Captures that are sent by hand at once."""
MOST_RETRIED = 10_000
"""Captures whose failed deliveries are tried again at once."""
MOST_COUNTED = 1_000
"""Selected captures whose failed deliveries are counted while a menu opens."""
_PAUSED = "forward-paused"

Happening = ForwardsChanged | Queued | Attempted


class ForwardControl(QObject):
    """Methods are named in the table of `actions`."""

    def __init__(
        self,
        window: MainWindow,
        engine: EngineThread,
        library: Library,
        feed: Feed,
        tasks: Tasks,
        detail: DetailTabs,
        folder: DataFolder,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._library = library
        self._feed = feed
        self._tasks = tasks
        self._detail = detail
        self._delivering = detail.tools.delivering
        self._path = folder.settings
        self._dialog: ForwardsDialog | None = None
        self._recent: list[str] = []
        self._usual = window.actions_by_key["retry-failed"].text()
        self._menu: ForwardMenu | None = None
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_MS)
        self._counting.timeout.connect(lambda: self._spawn(self._count()))
        self._connect()

    # what happens

    def hear(self, events: Sequence[Happening]) -> None:
        """All that has happened since the last time, so that a thousand attempts are one repaint."""
        captures: dict[int, None] = {}
        for event in events:
            if isinstance(event, ForwardsChanged):
                self._take_rules(event.rules, paused=event.paused)
            elif isinstance(event, Queued):
                captures.update(dict.fromkeys(event.captures))
            else:
                captures[event.delivery.capture] = None
        if any(isinstance(event, ForwardsChanged) or _by_hand(event) for event in events):
            self._spawn(self._look_for_targets())
        captures.pop(0, None)  # sent by hand, and made of no capture
        if captures:
            self._feed.judged(tuple(captures))
            self._detail.delivered(tuple(captures))
        if events and not self._counting.isActive():
            self._counting.start()

    def read_rules(self) -> None:
        """From the file: another process has the folder, and tells nothing."""
        self._spawn(self._read())

    # actions

    def edit_forwards(self) -> None:
        self._spawn(self._open())

    def pause_forwarding(self, on: bool) -> None:  # noqa: FBT001 (a slot of `toggled`)
        if on != self._delivering.paused:
            self._spawn(self._pause(paused=on))

    def retry_failed(self) -> None:
        """Of all captures that are selected."""
        captures = self._window.view.selected_ids()[:MOST_RETRIED]
        self._spawn(self._retry_failed(captures))

    def show_forwards(self) -> None:
        """Searches for what waits or has failed."""
        failed = self._window.status.figures.failed
        self._window.search.put("forward:failed" if failed else "forward:waiting")

    # inside

    def _look_for_failed(self) -> None:
        """A menu opens: its entry says how many there are."""
        self._spawn(self._tell_failed(self._window.view.selected_ids()[:MOST_COUNTED]))

    async def _tell_failed(self, captures: "array[int]") -> None:
        failed = await self._library.read(lambda reader: failed_of(reader, captures))
        words = translate("Forwards", "{action}: {count}").format(action=self._usual, count=number(len(failed)))
        self._window.actions_by_key["retry-failed"].setText(words if failed else self._usual)

    def _connect(self) -> None:
        delivering, window = self._delivering, self._window
        delivering.retry_wanted.connect(self._retry)
        delivering.stop_wanted.connect(self._stop)
        delivering.rules_wanted.connect(self.edit_forwards)
        window.status.forwards_wanted.connect(self.show_forwards)
        for menu in window.actions_by_key["retry-failed"].associatedObjects():
            if isinstance(menu, QMenu):
                menu.aboutToShow.connect(self._look_for_failed)
        if window.view.menu is not None:
            self._menu = ForwardMenu(window.view.menu, window.actions_by_key["retry-failed"])
            self._menu.picked.connect(self._forward_to)
            self._menu.rules_wanted.connect(self.edit_forwards)

    def _take_rules(self, rules: tuple[ForwardRule, ...], *, paused: bool) -> None:
        self._delivering.set_rules(rules, paused=paused)
        self._window.actions_by_key["pause-forwarding"].setChecked(paused)
        banners = self._window.banners
        if paused and rules:
            words = translate("Forwards", "Forwarding is paused: captures are queued, and nothing is sent.")
            go_on = Choice(translate("Forwards", "Resume"), partial(self.pause_forwarding, on=False))
            banners.show_banner(_PAUSED, "warn", words, [go_on])
        else:
            banners.drop(_PAUSED)
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_rules(rules)
        self._offer()

    def _offer(self) -> None:
        if self._menu is not None:
            ruled = [target for rule in self._delivering.rules for target in rule.targets]
            self._menu.show_targets(ruled, [*self._recent, *self._window.targets][:MOST_TARGETS])

    async def _count(self) -> None:
        began = time.monotonic()
        counts = await self._library.read(lambda reader: reader.delivery_counts())
        self._counting.setInterval(max(COUNT_MS, int((time.monotonic() - began) * 1000) * CALM))
        ruled = [count for rule, count in counts.items() if rule]
        waiting, failed = sum(one.waiting for one in ruled), sum(one.failed for one in ruled)
        self._window.status.tell(waiting=waiting, failed=failed)

    async def _look_for_targets(self) -> None:
        self._recent = await self._library.read(recent_targets)
        self._offer()

    async def _pause(self, *, paused: bool) -> None:
        try:
            await self._engine.ask(partial(_set_paused, paused=paused))
        except KnownError:
            self._window.actions_by_key["pause-forwarding"].setChecked(not paused)
            raise

    def _retry(self, ids: Sequence[int]) -> None:
        self._spawn(self._tell_retried(ids))

    def _stop(self, ids: Sequence[int]) -> None:
        self._spawn(self._engine.ask(lambda engine: engine.forwarding.stop_deliveries(ids)))

    async def _retry_failed(self, captures: "array[int]") -> None:
        ids = await self._library.read(lambda reader: failed_of(reader, captures))
        await self._tell_retried(ids)

    async def _tell_retried(self, ids: Sequence[int]) -> None:
        found: list[Delivery] = []
        if ids:
            found = await self._engine.ask(lambda engine: engine.forwarding.retry(ids))
        words = translate("Forwards", "Deliveries tried again: {count}").format(count=number(len(found)))
        self._window.status.say(words if found else translate("Forwards", "None of them has failed."))

    def _forward_to(self, target: str) -> None:
        captures = self._window.view.selected_ids()[:MOST_SENT]
        if captures:
            self._spawn(self._send(captures, target))

    async def _send(self, captures: "array[int]", target: str) -> None:
        outcomes = [await send(self._library, self._engine, one, target) for one in captures]
        unsent = [one for one in outcomes if isinstance(one, Problem)]
        sent = [one for one in outcomes if not isinstance(one, Problem)]
        delivered = sum(one.delivery.state is DeliveryState.DELIVERED for one in sent)
        words = translate("Forwards", "Sent: {sent}, of which delivered: {delivered}")
        self._window.status.say(words.format(sent=number(len(sent)), delivered=number(delivered)))
        problem = next((one.unkept for one in sent if one.unkept), None) or next(iter(unsent), None)
        if problem is not None:
            self._warn(problem)

    # the editor

    async def _open(self) -> None:
        if self._dialog is None:
            self._dialog = ForwardsDialog(self._window)
            self._dialog.setObjectName("forwards")
            self._dialog.saved.connect(self._save)
            self._dialog.removed.connect(self._remove)
        self._dialog.show_rules(await aside(partial(load_forwards, self._path)))
        self._dialog.open()

    def _save(self, change: ForwardChange) -> None:
        work = partial(save_forward, self._path, change.rule, before=change.before)
        self._spawn(self._answered(work))

    def _remove(self, name: str) -> None:
        self._spawn(self._answered(partial(remove_forward, self._path, name)))

    async def _answered(self, work: Callable[[], None]) -> None:
        """Changes the file for the editor, and tells it what came of it. The engine sees by itself that the file is another one."""
        dialog = self._dialog
        try:
            await aside(work)
            rules = await aside(partial(load_forwards, self._path))
        except KnownError as error:
            if dialog is None or not dialog.isVisible():
                raise
            dialog.tell_problem(problem_text(error.problem))
            return
        if dialog is not None:
            dialog.show_rules(rules)

    async def _read(self) -> None:
        rules, paused = await aside(partial(load_forwards, self._path)), False
        with suppress(KnownError):  # a history that cannot be read has its banner already
            paused = await self._library.read(_is_paused)
            await self._look_for_targets()
            await self._count()
        self._take_rules(rules, paused=paused)

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        self._tasks.spawn(self._told(work), name="forwarding")

    async def _told(self, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await work
        except KnownError as error:
            self._warn(error.problem)

    def _warn(self, problem: Problem) -> None:
        self._window.banners.show_banner("forwarding", "warn", problem_text(problem), dismissable=True)


def _by_hand(event: Happening) -> bool:
    return isinstance(event, Attempted) and not event.delivery.rule


async def _set_paused(engine: Engine, *, paused: bool) -> None:
    await (engine.forwarding.pause() if paused else engine.forwarding.resume())


def _is_paused(reader: Reader) -> bool:
    return bool(reader.mark(_PAUSED))
