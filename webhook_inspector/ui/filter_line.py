"""The line under the search field: the filter in plain words, or what is wrong with it and where."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from webhook_inspector.core.text import visible
from webhook_inspector.ui.texts import cut
from webhook_inspector.ui.theme import Theme, theme_of

BEFORE, SHOWN = 30, 72
"""Characters of a long filter that are shown before the place of a fault, and in all."""
LONGEST = 300
"""Characters of a filter in words."""


class FilterLine(QLabel):
    """Hidden while there is nothing to say. It takes as many lines as it needs, and never makes the window wider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._fault: tuple[str, str, str, str] | None = None
        """The sentence, and the filter before, at and behind the place."""
        self.setTextFormat(Qt.TextFormat.RichText)  # everything that is shown is escaped
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def words(self) -> str:
        """As a reader of the screen says it."""
        return self.accessibleName()

    def say(self, words: str) -> None:
        """Nothing hides it."""
        self._words, self._fault = cut(words, LONGEST), None
        self._show(self._words)

    def complain(self, sentence: str, text: str, start: int, end: int) -> None:
        """`text[start:end]` is marked; where that is empty, something is missing there."""
        first = max(0, start - BEFORE) if len(text) > SHOWN else 0
        last = first + SHOWN
        before = ("…" if first else "") + visible(text[first:start])
        behind = visible(text[end:last]) + ("…" if len(text) > last else "")
        self._fault = visible(sentence), before, visible(text[start : min(end, last)]), behind
        self._show(visible(sentence))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _show(self, words: str) -> None:
        self.setAccessibleName(words)
        self._draw()
        self.setVisible(bool(words))

    def _draw(self) -> None:
        theme = theme_of(self.palette())
        if self._fault is None:
            inside = _coloured(self._words, theme.muted)
        else:
            sentence, before, place, behind = self._fault
            marked = f'<span style="{_mark(theme)}">{escape(place) or "&nbsp;"}</span>'
            inside = f"{_coloured(f'✗ {sentence}', theme.fail)}    {escape(before)}{marked}{escape(behind)}"
        self.setText(f'<p style="margin:0; white-space:pre-wrap">{inside}</p>')


def _coloured(text: str, colour: str) -> str:
    return f'<span style="color:{colour}">{escape(text)}</span>'


def _mark(theme: Theme) -> str:
    return f"color:{theme.fail}; background-color:{theme.fail_wash}; text-decoration:underline"
