"""Asks for the note, the tags and the colour of captures: of one, or of many that then get the same."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QPlainTextEdit, QWidget

from webhook_inspector.core.marks import COLOURS, MarkChange, Marks, colour_of, note_of, tags_of
from webhook_inspector.core.problem import KnownError
from webhook_inspector.ui.columns import colour_word
from webhook_inspector.ui.form_dialog import FormDialog
from webhook_inspector.ui.form_rows import FormRows
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.texts import problem_text

translate = QCoreApplication.translate


class MarksDialog(FormDialog):
    """What is given is a `MarkChange`: only of what was changed here."""

    def __init__(self, parent: QWidget, before: Sequence[Marks], first: str) -> None:
        """`first` is the field that gets the keyboard: `note` or `tags`."""
        super().__init__(parent, QDialogButtonBox.StandardButton.Ok)
        self._tags_before = _common(before)
        self._note_before = before[0].note if len({marks.note for marks in before}) == 1 else None
        self._colour_before = before[0].colour if len({marks.colour for marks in before}) == 1 else None
        self.note = QPlainTextEdit(self._note_before or "")
        self.tags = QLineEdit(" ".join(self._tags_before))
        self.colour = QComboBox()
        self._problem = StateLine("error")
        self._build(several=len(before) > 1)
        {"note": self.note, "tags": self.tags}[first].setFocus()
        self._look()

    def change(self) -> MarkChange:
        """Raises KnownError where a tag or the note cannot be kept."""
        tags, note, colour = tags_of(self.tags.text()), note_of(self.note.toPlainText()), self.colour.currentData()
        return MarkChange(
            colour=None if colour is None or colour == self._colour_before else colour_of(colour),
            note=None if note == (self._note_before or "") else note,
            add=tuple(tag for tag in tags if tag not in self._tags_before),
            remove=tuple(tag for tag in self._tags_before if tag not in tags),
        )

    def _filled_in(self) -> MarkChange:
        return self.change()

    def _build(self, *, several: bool) -> None:
        self.setWindowTitle(translate("Marks", "Note, tags and colour"))
        if several and self._note_before is None:
            self.note.setPlaceholderText(
                translate("Marks", "They have different notes. What you write here replaces them.")
            )
        self.tags.setPlaceholderText(translate("Marks", "words with blanks between them"))
        self.note.setTabChangesFocus(True)
        if self._colour_before is None:
            self.colour.addItem(translate("Marks", "unchanged"), None)
        self.colour.addItem(translate("Marks", "none"), "")
        for name in COLOURS:
            self.colour.addItem(f"● {colour_word(name)}", name)
        self.colour.setCurrentIndex(self.colour.findData(self._colour_before))
        fields = QWidget()
        form = FormRows(fields)
        form.put(0, translate("Marks", "&Note"), self.note)
        form.put(1, translate("Marks", "&Tags"), self.tags, self._problem)
        form.put(2, translate("Marks", "&Colour"), self.colour)
        self._hold(fields)
        self.tags.textChanged.connect(self._look)
        self.note.textChanged.connect(self._look)

    def _look(self) -> None:
        """What cannot be kept is said while it is typed."""
        text = ""
        try:
            self.change()
        except KnownError as error:
            text = problem_text(error.problem)
        self._problem.say(text)
        self._allow(not text)


def _common(before: Sequence[Marks]) -> tuple[str, ...]:
    """The tags that all have, in the order of the first."""
    return tuple(tag for tag in before[0].tags if all(tag in marks.tags for marks in before))
