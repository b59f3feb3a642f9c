"""The pane Overview: a capture in one table of facts, each of which can be selected and copied."""

import asyncio
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QWidget

from webhook_inspector.core.problem import KnownError
from webhook_inspector.ui.compare_hint import PATIENCE_SECONDS, earlier, hint, worth_it
from webhook_inspector.ui.facts import FACTS
from webhook_inspector.ui.loaded import Loaded, load_whole
from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.value_text import ValueText
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate


class OverviewPane(QScrollArea):
    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = tools.library
        self._workshop = tools.workshop
        self._summing = Latest(tools.tasks, "sum up a body")
        self._comparing = Latest(tools.tasks, "compare with the capture before")
        self._values: dict[str, ValueText] = {}
        self._form = QFormLayout()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its values take the focus and scroll into sight
        self.setWidget(self._page())

    async def fill(self, loaded: Loaded) -> None:
        head = loaded.record.capture.parsed()
        for fact in FACTS:
            self._say(fact.key, fact.text(loaded, head))
        self._summing.stop()
        if not loaded.whole:
            self._summing.start(self._sum(loaded.record.id))
        self._comparing.stop()
        if worth_it(loaded):
            self._comparing.start(self._compare(loaded))

    async def _sum(self, number: int) -> None:
        """A large body is read once more, as a whole; everything else is shown meanwhile."""
        try:
            self._say("digest", await self._library.read(lambda reader: load_whole(reader, number).capture.sha256()))
        except KnownError as error:
            self._say("digest", problem_text(error.problem))

    async def _compare(self, loaded: Loaded) -> None:
        """Nobody asked for it: where the history cannot be read, the overview has nothing to say of it."""
        await asyncio.sleep(PATIENCE_SECONDS)
        with suppress(KnownError):
            found = await self._library.read(lambda reader: earlier(reader, loaded.record))
            if found is not None:
                self._say("changed", await hint(found, self._workshop))

    def set_code_font(self, font: QFont) -> None:
        for fact in FACTS:
            if fact.code:
                self._values[fact.key].setFont(font)

    def value(self, key: str) -> str:
        """What stands beside the fact `key`."""
        return self._values[key].toPlainText()

    def _say(self, key: str, text: str) -> None:
        self._values[key].show_value(text)
        self._form.setRowVisible(self._values[key], bool(text))

    def _page(self) -> QWidget:
        page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.Base)
        self._form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._form.setHorizontalSpacing(3 * GRID)
        self._form.setVerticalSpacing(GRID)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for fact in FACTS:
            words = translate("Overview", fact.label)
            label = PlainLabel(words)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            self._values[fact.key] = ValueText(words)
            self._form.addRow(label, self._values[fact.key])
        page.setLayout(self._form)
        return page
