"""Exports captures into a file: asks where, writes in a worker with a connection of its own, shows how far it is."""

import asyncio
from array import array
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.files import write_whole
from webhook_inspector.formats import FORMATS
from webhook_inspector.formats.format import Format
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui import texts
from webhook_inspector.ui.banner import Banners, Choice
from webhook_inspector.ui.window import MainWindow

BANNER = "export"
LOOK_MS = 250
"""How often the banner says how far it is."""


class CancelledError(Exception):
    """The user, or the end of the window, stopped an export."""


class Export:
    """One file being written. `written` grows on the worker's thread; `cancelled` may be set from any."""

    def __init__(self, history: Path, ids: "array[int]", chosen: Format, path: Path) -> None:
        self.total = len(ids)
        self.path = path
        self.written = 0
        self.cancelled = False
        self._history = history
        self._ids = ids
        self._format = chosen

    def run(self) -> None:
        """Blocking. Raises KnownError where the file cannot be written, CancelledError when it was cancelled."""
        with closing(Reader(self._history)) as reader:
            records = self._counted(reader.records(self._ids))
            write_whole(self.path, self._format.dumps(records), overwrite=True)

    def _counted(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            if self.cancelled:
                raise CancelledError
            yield record
            self.written += 1


class Exporting(QObject):
    """One export at a time."""

    def __init__(self, window: MainWindow, tasks: Tasks, history: Path) -> None:
        super().__init__(window)
        self._window = window
        self._banners: Banners = window.banners
        self._tasks = tasks
        self._history = history
        self._running: Export | None = None
        self._task: asyncio.Task[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def ask(self, ids: "array[int]") -> None:
        """Opens the dialog for where and in which format; nothing happens while an export runs or there is nothing to export."""
        if not ids or self._running is not None:
            return
        dialog = QFileDialog(self._window, self.tr("Export captures: {count}").format(count=texts.number(len(ids))))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([filter_of(chosen) for chosen in FORMATS.values()])
        dialog.setDefaultSuffix(next(iter(FORMATS.values())).suffix.lstrip("."))
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(format_of(name).suffix.lstrip(".")))
        dialog.selectFile(self.tr("webhooks"))
        dialog.fileSelected.connect(lambda file: self.begin(ids, format_of(dialog.selectedNameFilter()), Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def begin(self, ids: "array[int]", chosen: Format, path: Path) -> None:
        if self._running is None:
            self._running = Export(self._history, ids, chosen, path)
            self._banners.show_banner(
                BANNER, "note", self._progress(self._running), [Choice(self.tr("Cancel"), self.cancel)]
            )
            self._timer.start()
            self._task = self._tasks.spawn(self._run(self._running), name="export")

    def cancel(self) -> None:
        if self._running is not None:
            self._running.cancelled = True

    async def stop(self) -> None:
        """Cancels what runs and waits until nothing of it is left on the disk."""
        self.cancel()
        if self._task is not None:
            await asyncio.wait([self._task])

    async def _run(self, running: Export) -> None:
        pool = ThreadPoolExecutor(1, thread_name_prefix="export")
        try:
            await asyncio.wrap_future(pool.submit(running.run))
        except CancelledError:
            self._banners.drop(BANNER)
        except KnownError as error:
            self._banners.show_banner(BANNER, "fail", texts.problem_text(error.problem), dismissable=True)
        else:
            text = self.tr("Captures exported to {path}: {count}")
            text = text.format(count=texts.number(running.total), path=running.path)
            self._banners.show_banner(BANNER, "note", text, dismissable=True)
        finally:
            self._running = None
            self._timer.stop()
            pool.shutdown(wait=False)

    def _look(self) -> None:
        banner = self._banners.banner(BANNER)
        if banner is not None and self._running is not None:
            banner.set_text(self._progress(self._running))

    def _progress(self, running: Export) -> str:
        text = self.tr("Exporting to {path}: {written} of {total}")
        return text.format(path=running.path, written=texts.number(running.written), total=texts.number(running.total))


def filter_of(chosen: Format) -> str:
    """`JSON lines (*.jsonl)`, as file dialogs have it."""
    return f"{chosen.title} (*{chosen.suffix})"


def format_of(name_filter: str) -> Format:
    """The format of a filter; the first one where the dialog gives none of ours."""
    return next((one for one in FORMATS.values() if filter_of(one) == name_filter), next(iter(FORMATS.values())))
