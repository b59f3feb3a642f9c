"""A message of an attempt as it went over the wire: the exact request, or the response; head first, then the body."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.parts import IconButton, StateLine
from webhook_inspector.ui.raw_text import copyable, prepare
from webhook_inspector.ui.text_pane import TextPane
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate


class MessageText(TextPane):
    def __init__(self, name: str, tools: Tools, parent: QWidget | None = None) -> None:
        above = QWidget()
        super().__init__(above, parent)
        self._tools = tools
        self._loaded: Loaded | None = None
        self._copying = Latest(tools.tasks, "copy a message")
        self._note = StateLine("notice")
        self.copy_button = IconButton("copy", translate("Deliveries", "Copy all"), worded=True)
        self.copy_button.clicked.connect(self.copy)
        self.view.setAccessibleName(name)
        row = QHBoxLayout(above)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self.copy_button)
        row.addWidget(self._note, 1)
        row.addStretch(0)

    async def fill(self, loaded: Loaded | None, without: str) -> None:
        """`without` is the sentence where there is no such message."""
        text = None if loaded is None else await self._tools.workshop.do(partial(prepare, loaded))
        self._loaded = loaded
        self.copy_button.setEnabled(text is not None)
        self.say_instead("" if text is not None else without)
        self._note.say("" if text is None else "\n".join(map(problem_text, text.remarks)))
        if text is not None:
            self.view.show_lines(text.lines, text.spans, numbered=False)
            self.view.draw_rules(text.rules)

    def copy(self) -> None:
        if self._loaded is not None:
            self._copying.start(self._copy(self._loaded.record.id))

    async def _copy(self, number: int) -> None:
        record = await self._tools.library.read(lambda reader: reader.record(number))
        if record is not None:
            QApplication.clipboard().setText(await self._tools.workshop.do(partial(copyable, record)))
            self._tools.tell(translate("Deliveries", "Copied."))
