"""Comparing in the window: which two captures, read and compared on other threads, and shown."""

import asyncio
from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject

from webhook_inspector.compare.change import Stopped
from webhook_inspector.compare.comparison import BODY_LIMIT, Comparison, Wanted, compare
from webhook_inspector.compare.counterpart import other_try, previous_of_kind
from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.core.text import visible
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import load_settings, save_setting
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.columns import clock_time
from webhook_inspector.ui.compare_rows import Layout, lay_out
from webhook_inspector.ui.compare_window import CompareWindow
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.texts import cut, problem_text
from webhook_inspector.ui.window import MainWindow
from webhook_inspector.ui.workshop import Latest, Workshop

IGNORED = "compare.ignore"
Pair = tuple[Record, Record]
Choose = Callable[[Reader], tuple[int, int]]


class CompareControl(QObject):
    """Methods are named in the table of `actions`."""

    def __init__(self, window: MainWindow, library: Library, tasks: Tasks, folder: DataFolder) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._settings_file = folder.settings
        self._ignored: tuple[str, ...] = ()
        self._keeping = asyncio.Lock()
        self._window = window
        self._library = library
        self._workshop = Workshop()
        self._working = Latest(tasks, "compare captures")
        self._stop = Event()
        self._made: CompareWindow | None = None
        self._pair: Pair | None = None
        self._comparison: Comparison | None = None

    def compare_previous(self) -> None:
        """The current capture with the one before of the same provider, event and path."""
        number = self._window.view.shown_id()
        if number is not None:
            self._open(lambda reader: previous_of_kind(reader, number))

    def compare_tries(self) -> None:
        """The current capture with the try of it before; the first with the second."""
        number = self._window.view.shown_id()
        if number is not None:
            self._open(lambda reader: other_try(reader, number))

    def compare_selected(self) -> None:
        """The two that are selected, the earlier one first."""
        count = self._window.view.selected_count()
        if count == 2:
            first, second = sorted(self._window.view.selected_ids())
            self._open(lambda _reader: (first, second))
        else:
            self._warn(Problem.of("compare-two", count=count))

    def close_down(self) -> None:
        """Before the loop ends."""
        self._end()
        self._workshop.close()

    def _open(self, choose: Choose) -> None:
        self._end()
        self._working.start(self._load(choose))

    def _end(self) -> None:
        self._stop.set()
        self._working.stop()

    async def _load(self, choose: Choose) -> None:
        try:
            self._pair = await self._library.read(partial(_read, choose))
        except KnownError as error:
            self._warn(error.problem)
            return
        self._window.banners.drop("compare")
        if self._made is None:
            await self._read_ignored()
        self._shown().begin((_title(self._pair[0]), _title(self._pair[1])))
        await self._compare(self._pair)

    def _shown(self) -> CompareWindow:
        if self._made is None:
            self._made = CompareWindow(self._window)
            self._made.bar.show_ignored(self._ignored)
            self._made.wanted_changed.connect(self._keep_ignored)
            self._made.wanted_changed.connect(self._compare_again)
            self._made.view_changed.connect(self._lay_out_again)
            self._made.finished.connect(lambda _result: self._end())
        return self._made

    async def _read_ignored(self) -> None:
        """Before the window is made. A file that cannot be read keeps nobody from comparing."""
        try:
            self._ignored = (await aside(partial(load_settings, self._settings_file))).texts(IGNORED)
        except KnownError as error:
            self._warn(error.problem)

    def _keep_ignored(self) -> None:
        ignored = self._shown().bar.ignored()
        if ignored != self._ignored:
            self._ignored = ignored
            self._tasks.spawn(self._keep(ignored), name="keep what is ignored")

    async def _keep(self, ignored: tuple[str, ...]) -> None:
        """In the order in which it was changed."""
        async with self._keeping:
            try:
                await aside(partial(save_setting, self._settings_file, IGNORED, ignored))
            except KnownError as error:
                self._warn(error.problem)

    def _compare_again(self) -> None:
        if self._pair is not None:
            self._end()
            self._working.start(self._compare(self._pair))

    def _lay_out_again(self) -> None:
        if self._comparison is None:
            self._compare_again()
        else:
            self._end()
            self._working.start(self._lay_out(self._comparison))

    async def _compare(self, pair: Pair) -> None:
        self._comparison = None
        self._stop = Event()
        window = self._shown()
        window.wait()
        work = partial(_compared, pair, window.bar.wanted(), self._stop)
        comparison = await self._workshop.do(work)
        if comparison is not None:
            self._comparison = comparison
            await self._lay_out(comparison)

    async def _lay_out(self, comparison: Comparison) -> None:
        window = self._shown()
        beside, folded = window.bar.side_by_side, window.bar.folded.isChecked()
        layout: Layout = await self._workshop.do(partial(lay_out, comparison, side_by_side=beside, folded=folded))
        window.show_comparison(comparison, layout, side_by_side=beside)

    def _warn(self, problem: Problem) -> None:
        self._window.banners.show_banner("compare", "warn", problem_text(problem), dismissable=True)


def _compared(pair: Pair, wanted: Wanted, stop: Event) -> Comparison | None:
    """In the workshop; None where nobody waits for it any more."""
    try:
        return compare(*pair, wanted, stop=stop.is_set)
    except Stopped:
        return None


def _read(choose: Choose, reader: Reader) -> Pair:
    """On the reading thread."""
    first, second = choose(reader)
    return _record(reader, first), _record(reader, second)


def _record(reader: Reader, number: int) -> Record:
    record = reader.record(number, body_limit=BODY_LIMIT)
    if record is None:
        raise KnownError(Problem.of("no-capture", id=number))
    return record


def _title(record: Record) -> str:
    """`12 · 14:03:21.118 · invoice.paid`."""
    event = "" if record.judgement is None else visible(cut(record.judgement.meaning.event, 60))
    return " · ".join(part for part in (str(record.id), clock_time(record.capture.received_ns), event) if part)
