"""The pane Raw: the request as it came, head first, a thin line, then the body; nothing decoded, nothing laid out."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from webhook_inspector.core.problem import KnownError
from webhook_inspector.ui.loaded import Loaded, load_whole
from webhook_inspector.ui.parts import IconButton, StateLine
from webhook_inspector.ui.raw_text import copyable, prepare
from webhook_inspector.ui.text_pane import TextPane
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate


class RawPane(TextPane):
    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        above = QWidget()
        super().__init__(above, parent)
        self._tools = tools
        self._loaded: Loaded | None = None
        self._copying = Latest(tools.tasks, "copy a request")
        self._note = StateLine("notice")
        self.view.setAccessibleName(translate("Raw", "Request as it came"))
        self._build(above)

    async def fill(self, loaded: Loaded) -> None:
        text = await self._tools.workshop.do(partial(prepare, loaded))
        self._loaded = loaded
        self._note.say("\n".join(map(problem_text, text.remarks)))
        self.view.show_lines(text.lines, text.spans, numbered=False)
        self.view.draw_rules(text.rules)

    def copy(self) -> None:
        """Copies all of it, head and body, as text."""
        if self._loaded is not None:
            self._copying.start(self._copy(self._loaded.record.id))

    async def _copy(self, number: int) -> None:
        try:
            record = await self._tools.library.read(lambda reader: load_whole(reader, number))
        except KnownError as error:
            self._tools.tell(problem_text(error.problem))
            return
        QApplication.clipboard().setText(await self._tools.workshop.do(partial(copyable, record)))
        self._tools.tell(translate("Raw", "Request copied."))

    def _build(self, above: QWidget) -> None:
        copy = IconButton("copy", translate("Raw", "Copy request"), worded=True)
        copy.clicked.connect(self.copy)
        row = QHBoxLayout(above)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(copy)
        row.addWidget(self._note, 1)
        row.addStretch(0)
