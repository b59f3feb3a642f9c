"""The pane Body: laid out and coloured, or as it was sent; with what was done to it, and ways to take it along."""

from collections.abc import Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from webhook_inspector.bodies.kind import KindName
from webhook_inspector.core.problem import KnownError
from webhook_inspector.files import write_whole
from webhook_inspector.ui.ask_path import ask_path
from webhook_inspector.ui.body_bar import BodyBar
from webhook_inspector.ui.body_text import BodyText, colours, copyable, file_name, is_large, peek, prepare
from webhook_inspector.ui.body_words import empty_text
from webhook_inspector.ui.loaded import Loaded, load_whole
from webhook_inspector.ui.text_pane import TextPane
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate


class BodyPane(TextPane):
    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        self.bar = BodyBar()
        super().__init__(self.bar, parent)
        self._tools = tools
        self._loaded: Loaded | None = None
        self._kind = KindName.EMPTY
        self._finishing = Latest(tools.tasks, "render a body")
        self._taking = Latest(tools.tasks, "copy or save a body")
        self.view.setAccessibleName(translate("Body", "Body"))
        self.bar.turned.connect(self._render_anew)
        self.bar.wrapped.connect(self.view.set_wrap)
        self.bar.copy.clicked.connect(self.copy)
        self.bar.save.clicked.connect(self.save)

    async def fill(self, loaded: Loaded) -> None:
        """Returns when there is something to read: of a large body its beginning; the rest follows by itself."""
        self._finishing.stop()
        large = is_large(loaded.record)
        begin = peek if large else prepare
        text = await self._tools.workshop.do(partial(begin, loaded, pretty=self.bar.pretty))
        self._loaded = loaded
        self.say_instead(empty_text(loaded))
        self._show(text)
        if large:
            self._finishing.start(self._finish(loaded))

    def copy(self) -> None:
        """Copies the text of the body, all of it."""
        if self._loaded is not None:
            self._taking.start(self._told(self._copy(self._loaded.record.id)))

    def save(self) -> None:
        """Writes the body into a file, exactly as it came."""
        if self._loaded is not None:
            self._taking.start(self._told(self._save(self._loaded)))

    def _render_anew(self) -> None:
        if self._loaded is not None:
            self._finishing.start(self._finish(self._loaded))

    async def _finish(self, loaded: Loaded) -> None:
        text = await self._tools.workshop.do(partial(prepare, loaded, pretty=self.bar.pretty))
        self._show(text)
        if text.spans is None:
            self.view.colour(await self._tools.workshop.do(partial(colours, text)))

    def _show(self, text: BodyText) -> None:
        self._kind = text.kind.name
        self.view.show_lines(text.lines, text.spans or (), numbered=text.numbered)
        self.bar.say(text.kind, text.remarks)
        self.bar.allow(body=bool(text.lines) and not self.words, wrap=self.view.can_wrap)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KnownError as error:
            self.bar.fail(problem_text(error.problem))

    async def _copy(self, number: int) -> None:
        record = await self._tools.library.read(lambda reader: load_whole(reader, number))
        text = await self._tools.workshop.do(partial(copyable, record, pretty=self.bar.pretty))
        QApplication.clipboard().setText("\n".join(self.view.lines) if text is None else text)
        self._tools.tell(translate("Body", "Body copied."))

    async def _save(self, loaded: Loaded) -> None:
        number = loaded.record.id
        suggested = file_name(loaded.record, self._kind)
        path = await ask_path(self, translate("Body", "Save the body"), suggested)
        if path is None:
            return
        record = await self._tools.library.read(lambda reader: load_whole(reader, number))
        await self._tools.workshop.do(partial(write_whole, path, [record.capture.body], overwrite=True))
        self._tools.tell(translate("Body", "Body saved as {path}.").format(path=path))
