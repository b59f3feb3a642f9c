"""Takes a body along: onto the clipboard, into a file, into another program."""

from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.decode import decode
from webhook_inspector.bodies.kind import KindName
from webhook_inspector.bodies.sniff import signature
from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.files import write_whole
from webhook_inspector.ui.ask_path import ask_path
from webhook_inspector.ui.body_text import Look, copyable, declared, file_name
from webhook_inspector.ui.loaded import load_whole
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate

OUTSIDE_LIMIT = 256 * 2**20
"""Bytes that are decoded for another program."""

_HARMLESS = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}
"""What is opened as what it is. All else is opened as text: a page or a script of a stranger must not run."""


class BodyTaking:
    """`fail` gets the sentence of what went wrong."""

    def __init__(self, widget: QWidget, tools: Tools, fail: Callable[[str], None]) -> None:
        self._widget = widget
        self._tools = tools
        self._fail = fail
        self._latest = Latest(tools.tasks, "copy or save a body")
        self._folder: QTemporaryDir | None = None

    def copy(self, number: int, view: View, look: Look) -> None:
        """The text of the body, all of it."""
        self._latest.start(self._told(self._copy(number, view, look)))

    def save(self, record: Record, kind: KindName) -> None:
        """The body, exactly as it came."""
        self._latest.start(self._told(self._save(record, kind)))

    def save_bytes(self, content: bytes, suggested: str) -> None:
        """Some part of it."""
        self._latest.start(self._told(self._write(translate("Body", "Save the part"), suggested, content)))

    def open_outside(self, number: int, look: Look) -> None:
        """The body, without its content coding, in the program that the system has for it."""
        self._latest.start(self._told(self._open(number, look)))

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KnownError as error:
            self._fail(problem_text(error.problem))

    async def _copy(self, number: int, view: View, look: Look) -> None:
        record = await self._tools.library.read(lambda reader: load_whole(reader, number))
        text = await self._tools.workshop.do(partial(copyable, record, view, look))
        QApplication.clipboard().setText(text)
        self._tools.tell(translate("Body", "Body copied."))

    async def _save(self, record: Record, kind: KindName) -> None:
        path = await ask_path(self._widget, translate("Body", "Save the body"), file_name(record, kind))
        if path is not None:
            whole = await self._tools.library.read(lambda reader: load_whole(reader, record.id))
            await self._tools.workshop.do(partial(write_whole, path, [whole.capture.body], overwrite=True))
            self._tools.tell(translate("Body", "Body saved as {path}.").format(path=path))

    async def _write(self, title: str, suggested: str, content: bytes) -> None:
        path = await ask_path(self._widget, title, suggested)
        if path is not None:
            await self._tools.workshop.do(partial(write_whole, path, [content], overwrite=True))
            self._tools.tell(translate("Body", "Body saved as {path}.").format(path=path))

    async def _open(self, number: int, look: Look) -> None:
        if self._folder is None:
            self._folder = QTemporaryDir()  # of this user alone, and gone with the window
        record = await self._tools.library.read(lambda reader: load_whole(reader, number))
        coding = "" if look.as_received else declared(record)[1]
        path = await self._tools.workshop.do(partial(_put, Path(self._folder.path()), record, coding))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise KnownError(Problem.of("body-no-program", path=str(path)))


def _put(folder: Path, record: Record, coding: str) -> Path:
    content = decode(record.capture.body, coding, limit=OUTSIDE_LIMIT).content
    path = folder / f"capture-{record.id}{_HARMLESS.get(signature(content), '.txt')}"
    write_whole(path, [content], overwrite=True)
    return path
