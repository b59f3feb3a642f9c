"""The actions that need the history or the engine: copy, export, listen."""

from array import array
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.formats.curl import curl
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.columns import url_of
from webhook_inspector.ui.exporting import Exporting
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.listening import ListenerControl
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.window import MainWindow

COPIED = 1000
"""Most captures whose addresses are copied at once."""
CURL_BODY = 4 * 2**20
"""Largest body in a copied command, in bytes."""


class Commands(QObject):
    """Methods are named in the table of `actions`."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        listener: ListenerControl,
        exporting: Exporting,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._listener = listener
        self._exporting = exporting
        self._tasks = Tasks()

    async def stop(self) -> None:
        await self._tasks.stop()

    def toggle_listening(self) -> None:
        self._listener.toggle()

    def copy_listener_url(self) -> None:
        self._window.bar.copy_url()

    def copy_urls(self) -> None:
        """The addresses that the selected captures were posted to, one a line."""
        self._spawn(self._copy_urls(self._window.view.selected_ids()[:COPIED]))

    def copy_curl(self) -> None:
        """The current capture as a command that sends it to our listener again."""
        number = self._window.view.shown_id()
        if number is not None:
            self._spawn(self._copy_curl(number, self._listener.state.url))

    def export_selected(self) -> None:
        self._exporting.ask(self._window.view.selected_ids())

    def export_shown(self) -> None:
        self._exporting.ask(array("q", self._window.model.ids))

    async def _copy_urls(self, ids: "array[int]") -> None:
        rows = await self._library.read(lambda reader: reader.rows(ids))
        if rows:
            QGuiApplication.clipboard().setText("\n".join(url_of(row) for row in rows))

    async def _copy_curl(self, number: int, url: str) -> None:
        command = await self._library.read(lambda reader: curl_of(reader, number, url))
        if command is None:
            text = self.tr("The body is too large for a command. Export the capture instead.")
            self._window.banners.show_banner("action", "warn", text, dismissable=True)
        else:
            QGuiApplication.clipboard().setText(command)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(self._told(work), name="action")

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KnownError as error:
            self._window.banners.show_banner("action", "warn", problem_text(error.problem), dismissable=True)


def curl_of(reader: Reader, number: int, url: str) -> str | None:
    """On the reading thread; None for a body that no shell takes. Raises KnownError where there is nothing to send again."""
    if reader.stored_size(number) > CURL_BODY:
        return None
    record = reader.record(number)
    if record is None:
        raise KnownError(Problem.of("no-capture", id=number))
    return curl(record, url or "http://127.0.0.1:8787")
