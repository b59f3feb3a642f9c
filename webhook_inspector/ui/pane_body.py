"""The pane Body: one body in the view that tells most of it, or in another; and ways to take it along."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.jsonpath import Steps, as_jsonpath
from webhook_inspector.bodies.progress import Progress
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.ui.body_bar import BodyBar
from webhook_inspector.ui.body_content import BodyContent, peek, prepare
from webhook_inspector.ui.body_making import BodyMaking, raw_look
from webhook_inspector.ui.body_menu import BodyMenu
from webhook_inspector.ui.body_painting import BodyPainting
from webhook_inspector.ui.body_taking import BodyTaking
from webhook_inspector.ui.body_text import BodyText, Look, colours, is_large
from webhook_inspector.ui.body_views import BodyViews
from webhook_inspector.ui.body_words import empty_text, large_text
from webhook_inspector.ui.loaded import BODY_LIMIT, Loaded
from webhook_inspector.ui.picture import Picture
from webhook_inspector.ui.text_pane import TextPane
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate

MORE = 8
"""Times as much as is shown that is loaded next."""
MOST = 32 * 2**20
"""Bytes that are shown at most: of twice as many, a single string takes so long to be made that the window would wait."""


class BodyPane(TextPane):
    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        self.bar = BodyBar()
        super().__init__(self.bar, parent)
        self._tools = tools
        self._loaded: Loaded | None = None
        self._content: BodyContent | None = None
        self._raw = False
        """Whether this body stays as it was sent, whatever was chosen for its kind: formatting it was cancelled."""
        self._limit = BODY_LIMIT
        self._making = BodyMaking(tools.workshop, self.bar.progress)
        self._finishing = Latest(tools.tasks, "render a body")
        self._taking = BodyTaking(self, tools, self.bar.fail)
        self._menu = BodyMenu(tools, self.go_to, self.bar.fail)
        painting = BodyPainting(tools.workshop.hush, self)
        self.views = BodyViews(self.view, self._open_menu, self._save_part, painting)
        self.view.setAccessibleName(translate("Body", "Body"))
        self.bar.turned.connect(self._turn)
        self.bar.progress.cancelled.connect(self._leave_raw)
        self.bar.wrapped.connect(self.view.set_wrap)
        self.bar.copy.clicked.connect(self.copy)
        self.bar.save.clicked.connect(self.save)
        self.bar.load_more.clicked.connect(lambda: self._load(MORE * self._limit))
        self.bar.load_all.clicked.connect(lambda: self._load(MOST))
        self.bar.open_outside.clicked.connect(self.open_outside)

    @property
    def content(self) -> BodyContent | None:
        """What is shown."""
        return self._content

    async def fill(self, loaded: Loaded) -> None:
        """Returns when there is something to read: of a large body its beginning; the rest follows by itself."""
        self._finishing.stop()
        self.bar.reset()
        self._limit, self._raw = BODY_LIMIT, False
        look = self._look()
        peeked = await self._tools.workshop.do(partial(peek, loaded, look)) if is_large(loaded.record) else None
        content = peeked if peeked is not None else await self._tools.workshop.do(partial(prepare, loaded, look))
        self._loaded = loaded
        self.say_instead(empty_text(loaded))
        self._show(content)
        if peeked is not None:
            self._finishing.start(self._finish(loaded))
        elif content.partial and isinstance(content.shown, Picture) and not content.shown.too_large:
            self._load(MOST)  # the first part of a picture shows nothing
        else:
            self._finishing.start(self._colour(content))

    def copy(self) -> None:
        """Copies the text of the body, all of it."""
        if self._loaded is not None:
            self._taking.copy(self._loaded.record.id, self.bar.view, self._look())

    def save(self) -> None:
        """Writes the body into a file, exactly as it came."""
        if self._loaded is not None and self._content is not None:
            self._taking.save(self._loaded.record, self._content.kind.name)

    def open_outside(self) -> None:
        if self._loaded is not None:
            self._taking.open_outside(self._loaded.record.id, self._look())

    def go_to(self, steps: Steps) -> None:
        """Shows the value at a path, in the tree."""
        if self._loaded is not None and self._content is not None:
            self._tools.choices.choose(self._content.kind.name, View.TREE)
            self._raw = False
            self._finishing.start(self._finish(self._loaded, steps))

    def set_code_font(self, font: QFont) -> None:
        self.views.set_code_font(font)

    def _look(self) -> Look:
        chosen = self._tools.choices.views
        look = Look(chosen, as_received=self.bar.as_received, charset=self.bar.charset, limit=self._limit)
        return raw_look(look) if self._raw else look

    def _turn(self) -> None:
        if self._loaded is None or self._content is None:
            return
        if self.bar.view is not self.bar.offered:
            self._tools.choices.choose(self._content.kind.name, self.bar.view)
            self._raw = False
        self._finishing.start(self._finish(self._loaded))

    def _leave_raw(self) -> None:
        if self._loaded is not None:
            self._raw = True
            self._finishing.start(self._finish(self._loaded))

    def _load(self, limit: int) -> None:
        if self._loaded is not None:
            self._limit = min(limit, MOST)
            self._finishing.start(self._load_and_finish(self._loaded))

    async def _load_and_finish(self, loaded: Loaded) -> None:
        number, limit = loaded.record.id, self._limit
        try:
            record = await self._tools.library.read(lambda reader: reader.record(number, body_limit=limit))
        except KnownError as error:
            self.bar.fail(problem_text(error.problem))
            return
        if record is None:
            self.bar.fail(problem_text(Problem.of("no-capture", id=number)))
            return
        self._loaded = replace(loaded, record=record)
        await self._finish(self._loaded)

    async def _finish(self, loaded: Loaded, steps: Steps | None = None) -> None:
        before = self._content
        if before is None:
            return
        content = await self._making.made(loaded, self._look(), before, partial(self._show, wanted=self.bar.view))
        self._show(content)
        if steps is not None and not self.views.tree.go_to(steps):
            self.bar.fail(problem_text(Problem.of("body-path-missing", path=as_jsonpath(steps))))
        await self._colour(content)

    async def _colour(self, content: BodyContent) -> None:
        text = content.shown
        if isinstance(text, BodyText) and text.spans is None and not (text.long and text.language == "json"):
            progress = Progress(self._tools.workshop.breathe)
            try:
                self.views.colour(text, await self._tools.workshop.do(partial(colours, text, progress)))
            finally:
                progress.stop()

    def _show(self, content: BodyContent, wanted: View | None = None) -> None:
        """`wanted`: the view that is still being made, while this one stands in for it."""
        self._tools.workshop.hush()
        self._content = content
        self.show_view(*self.views.show(content))
        self.bar.offer(content.views, wanted or content.view, coded=content.coded)
        self.bar.say(content.kind, content.remarks, partial=content.partial, large=large_text(content))
        wraps = isinstance(content.shown, BodyText) and not content.shown.long and self.view.can_wrap
        self.bar.allow(body=content.view is not None and not self.words, wrap=wraps)

    def _open_menu(self, view: QWidget, point: QPoint) -> None:
        if self._content is not None:
            self._menu.made(view, point, self._content).popup(view.mapToGlobal(point))

    def _save_part(self) -> None:
        part = self.views.parts.chosen
        if part is not None:
            self._taking.save_bytes(part.body, self.views.parts.suggested)
