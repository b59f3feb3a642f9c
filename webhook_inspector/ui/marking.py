"""Marks, deletes and brings back captures from the window: of all that are selected."""

from array import array
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from webhook_inspector.core.marks import Deletion, MarkChange
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.tasks import Tasks
from webhook_inspector.ui.engine_thread import EngineThread
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.library import Library
from webhook_inspector.ui.marks_dialog import MarksDialog
from webhook_inspector.ui.texts import number, problem_text
from webhook_inspector.ui.toast import Toast
from webhook_inspector.ui.window import MainWindow

LOOKED_AT = 1000
"""Selected captures whose marks the dialog looks at."""


class MarkingControl(QObject):
    """Methods are named in the table of `actions`. `changed` is called with the captures that have other marks now."""

    def __init__(
        self,
        window: MainWindow,
        engine: EngineThread,
        library: Library,
        feed: Feed,
        tasks: Tasks,
        changed: Callable[[Sequence[int]], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._library = library
        self._feed = feed
        self._tasks = tasks
        self._changed = changed
        self._deletions: list[Deletion] = []
        self.toast = Toast(window.view)
        self.toast.undo.connect(self.undo_delete)

    def toggle_pin(self) -> None:
        """Pins all that are selected, or unpins them where the one that is shown is pinned."""
        row, ids = self._window.view.shown_row(), self._window.view.selected_ids()
        if row is not None and ids:
            self._spawn(self._mark(ids, MarkChange(pinned=not row.marks.pinned)))

    def edit_note(self) -> None:
        self._edit("note")

    def edit_tags(self) -> None:
        self._edit("tags")

    def delete_selected(self) -> None:
        """At once; there is no question, but a way back."""
        ids = self._window.view.selected_ids()
        if not ids:
            return
        self._select_beside(ids)
        self._feed.dropped(ids)
        self._spawn(self._delete(ids))

    def clear_all(self) -> None:
        """Everything that is not pinned. It asks only where something is pinned and will still be there."""
        self._spawn(self._ask_to_clear())

    def undo_delete(self) -> None:
        """Takes the latest deletion of this window back, and after it the one before."""
        if self._deletions:
            self.toast.hide()
            self._spawn(self._restore(self._deletions.pop()))

    def _edit(self, first: str) -> None:
        ids = self._window.view.selected_ids()
        if ids:
            self._spawn(self._open(ids, first))

    async def _open(self, ids: "array[int]", first: str) -> None:
        rows = await self._library.read(lambda reader: reader.rows(ids[:LOOKED_AT]))
        if not rows:
            return
        dialog = MarksDialog(self._window, [row.marks for row in rows], first)
        dialog.setObjectName("marks")
        dialog.given.connect(lambda change: self._spawn(self._mark(ids, change)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _mark(self, ids: Sequence[int], change: MarkChange) -> None:
        changed = await self._engine.ask(lambda engine: engine.marking.mark(ids, change))
        self._feed.judged(changed)
        self._changed(changed)

    async def _delete(self, ids: "array[int]") -> None:
        try:
            deletion = await self._engine.ask(lambda engine: engine.marking.delete(ids))
        except KnownError:
            self._feed.search(self._feed.query)  # they are still there
            raise
        self._feed.dropped(ids)  # an answer that was under way may have brought them back
        self._tell(deletion)

    async def _ask_to_clear(self) -> None:
        pinned = await self._library.read(lambda reader: reader.pinned_count())
        if not pinned:
            await self._clear()
            return
        box = QMessageBox(self._window)
        box.setObjectName("clear")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Clear the list?"))
        box.setInformativeText(self.tr("Pinned captures stay: {count}").format(count=number(pinned)))
        yes = box.addButton(self.tr("Clear"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(lambda button: self._spawn(self._clear()) if button is yes else None)
        box.finished.connect(box.deleteLater)
        box.open()

    async def _clear(self) -> None:
        last = self._feed.last
        try:
            deletion = await self._engine.ask(lambda engine: engine.marking.clear(last))
        finally:
            self._feed.search(self._feed.query)
        self._tell(deletion)

    async def _restore(self, deletion: Deletion) -> None:
        try:
            back = await self._engine.ask(lambda engine: engine.marking.restore(deletion.moment_ns))
        finally:
            self._feed.search(self._feed.query)
        self.toast.tell(self.tr("%Ln brought back", "", len(back)), undoable=False)

    def _tell(self, deletion: Deletion) -> None:
        if deletion.count:
            self._deletions.append(deletion)
            self.toast.tell(self.tr("%Ln deleted", "", deletion.count))

    def _select_beside(self, ids: "array[int]") -> None:
        """The row after those that go becomes the current one, else the one before them."""
        model = self._window.model
        rows = [row for row in (model.row_of(ids[0]), model.row_of(ids[-1])) if row is not None]
        if not rows:
            return
        going = set(ids)
        after = next((one for one in model.ids[max(rows) + 1 : max(rows) + 2] if one not in going), None)
        before = model.ids[min(rows) - 1] if min(rows) else None
        beside = before if after is None else after
        if beside is not None:
            self._window.view.select_id(beside)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(self._told(work), name="change what is stored")

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KnownError as error:
            self._window.banners.show_banner("marking", "warn", problem_text(error.problem), dismissable=True)
