"""A `BodyView` with its search: what the panes Body and Raw have in common."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.find_bar import FindBar, Searched
from webhook_inspector.ui.parts import Hint, separator


class TextPane(QWidget):
    """Top to bottom, and in this order for the Tab key: `above` (buttons, notes), the text or a sentence in its place, the search."""

    def __init__(self, above: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = BodyView()
        self.find_bar = FindBar(self.view)
        self._place = QStackedWidget()
        self._hint = Hint()
        self._shown: QWidget = self.view
        self._place.addWidget(self.view)
        self._place.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(above)
        layout.addWidget(separator())
        layout.addWidget(self._place, 1)
        layout.addWidget(self.find_bar)

    @property
    def words(self) -> str:
        """The sentence that stands in place of the text, or nothing."""
        return self._hint.text if self._place.currentWidget() is self._hint else ""

    def say_instead(self, words: str) -> None:
        """Puts a sentence in place of the text; with an empty one the text is back."""
        self._hint.say(words)
        self._place.setCurrentWidget(self._hint if words else self._shown)

    def show_view(self, view: QWidget, searched: Searched | None) -> None:
        """Shows another widget in place of the text; `searched` is what the search looks in, None where there is no text."""
        if self._place.indexOf(view) < 0:
            self._place.addWidget(view)
        self._shown = view
        if not self.words:
            self._place.setCurrentWidget(view)
        if searched is None:
            self.find_bar.close_bar()
        self.find_bar.look_in(searched or self.view)

    def set_code_font(self, font: QFont) -> None:
        self.view.set_code_font(font)
