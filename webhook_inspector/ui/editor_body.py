"""The body of a draft: the original bytes until somebody touches it, and the way back to them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from webhook_inspector.drafts.multipart import MOST, boundary_of, multipart_of
from webhook_inspector.ui.editor_body_text import EditedText, Remarks, editable, remarks_of
from webhook_inspector.ui.editor_code import CodeEdit
from webhook_inspector.ui.editor_multipart import MultipartTable
from webhook_inspector.ui.editor_pairs import pairs_of, text_of_pairs
from webhook_inspector.ui.editor_pairs_table import PairsTable
from webhook_inspector.ui.editor_shelf import OneRecord, record_of_body
from webhook_inspector.ui.pane_body import BodyPane
from webhook_inspector.ui.parts import PlainLabel, StateLine, separator
from webhook_inspector.ui.texts import size
from webhook_inspector.ui.theme import GRID
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate

_FORM = "application/x-www-form-urlencoded"
PAUSE_MS = 200
"""After the last key before a text is coloured and checked."""


class BodyPart(QWidget):
    edited = Signal()
    file_wanted = Signal()
    """Another body shall be read from a file: `replace_body` takes it."""

    def __init__(self, tools: Tools, content_type: Callable[[], str], parent: QWidget | None = None) -> None:
        """`content_type` tells what the headers say now."""
        super().__init__(parent)
        self._tools = tools
        self._content_type = content_type
        self._shelf = OneRecord()
        self._original = self._body = b""
        self._ending = "\n"
        self.edit = CodeEdit()
        self.fields = PairsTable(translate("Editor", "Form fields of the draft"))
        self.parts = MultipartTable()
        self.as_fields = QPushButton()
        """Or as parts."""
        self.shown = BodyPane(Tools(self._shelf, tools.tasks, tools.workshop, tools.tell, tools.judging))
        self.state = PlainLabel()
        self.restore = QPushButton(translate("Editor", "Back to the original"))
        self.load = QPushButton(translate("Editor", "From a file…"))
        self.wrong = QPushButton()
        self.words = StateLine("warning")
        self._place = QStackedWidget()
        self._pause = QTimer(self)
        self._looking = Latest(tools.tasks, "colour the body of a draft")
        self._filling = Latest(tools.tasks, "show the body of a draft")
        self._splitting = Latest(tools.tasks, "take the body of a draft apart")
        self._remarks = Remarks()
        self._build()
        self._connect()

    @property
    def body(self) -> bytes:
        """The very bytes of the original while nobody has touched them."""
        return self._body

    def show_original(self, body: bytes) -> None:
        """One of parts that is no text is shown part by part: there is nothing else to edit."""
        self._original = body
        self._show(body)
        if self._is_fixed and self._is_multipart():
            self.as_fields.setChecked(True)

    def replace_body(self, body: bytes) -> None:
        self._show(body)
        self.edited.emit()

    def say(self, words: str) -> None:
        """What signing does to the body, or what is wrong with it."""
        self.words.say(words)

    def content_type_changed(self) -> None:
        self._offer_fields()
        self._pause.start()

    def enter(self) -> None:
        if self._place.currentWidget() is self.parts:
            self.parts.enter()
        else:
            self.edit.setFocus()

    def set_code_font(self, font: QFont) -> None:
        self.edit.set_code_font(font)
        self.shown.set_code_font(font)
        self.fields.set_code_font(font)
        self.parts.set_code_font(font)

    def stop(self) -> None:
        self._pause.stop()
        self._looking.stop()
        self._filling.stop()
        self._splitting.stop()

    def _show(self, body: bytes) -> None:
        self._body = body
        found = editable(body)
        if found is None:
            self._filling.start(self._fill(body))
            self._place.setCurrentWidget(self.shown)
        else:
            self._ending = found.ending
            self.edit.show_text(found.text)
            self._place.setCurrentWidget(self.edit)
            self._pause.start()
        self._offer_fields()
        self._tell()

    async def _fill(self, body: bytes) -> None:
        """What is no text, or too much of it, is shown and left as it is."""
        head = f"POST / HTTP/1.1\r\nContent-Type: {self._content_type()}\r\n\r\n"
        self._shelf.held = record_of_body(head.encode("utf-8", "replace"), body)
        loaded = self._shelf.loaded()
        if loaded is not None:
            await self.shown.fill(loaded)

    def _type(self) -> None:
        self._pause.start()
        self._take(EditedText(self.edit.text(), self._ending).to_bytes())

    def _take(self, body: bytes) -> None:
        self._body = self._original if body == self._original else body
        self._tell()
        self.edited.emit()

    @property
    def _is_fixed(self) -> bool:
        return self._place.currentWidget() is self.shown

    def _is_multipart(self) -> bool:
        return bool(boundary_of(self._content_type())) and len(self._body) <= MOST

    def _offer_fields(self) -> None:
        """Where the body is a form, it can be edited field by field; one of parts, part by part."""
        parts = self._is_multipart()
        offered = parts or (not self._is_fixed and _FORM in self._content_type().lower())
        self.as_fields.setText(translate("Editor", "As parts") if parts else translate("Editor", "As fields"))
        self.as_fields.setVisible(offered)
        if not offered:
            self.as_fields.setChecked(False)
        elif self.as_fields.isChecked():
            self._turn(on=True)

    def _turn(self, *, on: bool) -> None:
        parts = self._is_multipart()
        if on and parts:
            self._splitting.start(self._split())
            return
        self._splitting.stop()
        if self._place.currentWidget() is self.parts:  # the text is that of before
            self._show(self._body)
        elif not self._is_fixed:
            if on:
                self.fields.show_pairs(pairs_of(self.edit.text()))
            self._place.setCurrentWidget(self.fields if on else self.edit)

    async def _split(self) -> None:
        """What is typed meanwhile counts."""
        body, found = None, None
        while body is not self._body:
            body = self._body
            found = await self._tools.workshop.do(partial(multipart_of, body, self._content_type()))
        if found is None:
            self._tools.tell(translate("Editor", "There are too many parts to list them."))
            self.as_fields.setChecked(False)
            return
        self.parts.show_multipart(found)
        self._place.setCurrentWidget(self.parts)
        self._tell()

    def _take_fields(self) -> None:
        self.edit.show_text(text_of_pairs(self.fields.pairs(), form=True))
        self._type()

    def _tell(self) -> None:
        untouched = self._body is self._original or self._body == self._original
        words = translate("Editor", "Original bytes") if untouched else translate("Editor", "Edited •")
        also = translate("Editor", "cannot be edited as text") if self._is_fixed else ""
        self.state.setText(" · ".join(part for part in (words, size(len(self._body)), also) if part))
        self.restore.setEnabled(not untouched)

    def _begin_look(self) -> None:
        if self._place.currentWidget() in (self.edit, self.fields):
            self._looking.start(self._look())

    async def _look(self) -> None:
        work = partial(remarks_of, self.edit.text(), self._content_type())
        self._remarks = await self._tools.workshop.do(work)
        self.edit.colour(self._remarks.spans)
        words = translate("Editor", "! Not valid JSON: line {line}, column {column}")
        found = self._remarks
        self.wrong.setText(words.format(line=found.line, column=found.column))
        self.wrong.setVisible(bool(found.line))

    def _build(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self.as_fields.setCheckable(True)
        self.as_fields.hide()
        for button in (self.restore, self.load, self.wrong, self.as_fields):
            button.setAutoDefault(False)
        self.wrong.setToolTip(translate("Editor", "Go to the place"))
        self.wrong.hide()
        self._place.addWidget(self.edit)
        self._place.addWidget(self.fields)
        self._place.addWidget(self.parts)
        self._place.addWidget(self.shown)
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self.state)
        row.addWidget(self.wrong)
        row.addStretch(1)
        row.addWidget(self.as_fields)
        row.addWidget(self.restore)
        row.addWidget(self.load)
        self.words.setContentsMargins(GRID, 0, GRID, GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(separator())
        column.addWidget(self._place, 1)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._type)
        self.fields.edited.connect(self._take_fields)
        self.parts.edited.connect(lambda: self._take(self.parts.body))
        self.as_fields.toggled.connect(lambda on: self._turn(on=on))
        self.restore.clicked.connect(lambda: self.replace_body(self._original))
        self.load.clicked.connect(self.file_wanted)
        self.wrong.clicked.connect(lambda: self.edit.go_to(self._remarks.line, self._remarks.column))
        self._pause.timeout.connect(self._begin_look)
